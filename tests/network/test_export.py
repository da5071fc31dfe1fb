from __future__ import annotations

import csv
import gzip
import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import pytest

from lgkg.errors import GraphError
from lgkg.graph import Graph, open_graph
from lgkg.network import Appearance, Event, Measures, Network, Node, Source, describe, export, measures, project
from lgkg.network.model import join

ENDINGS = (".gexf", ".graphml", ".csv", ".json")
HOSTILE = "=cmd|'/c calc'!A0\x00\x0b\x1b[2J\ufffe\ud800<script>alert(1)</script>]]>&amp;\"'\u202e"

WORKS_WITH = """
SELECT ?a ?b (COUNT(DISTINCT ?event) AS ?weight) {
  ?x a lgkg:Participation ; lgkg:participant ?p ; lgkg:meeting ?event .
  ?y a lgkg:Participation ; lgkg:participant ?q ; lgkg:meeting ?event .
  FILTER (STR(?p) < STR(?q))
  ?p skos:prefLabel ?a . ?q skos:prefLabel ?b .
} GROUP BY ?a ?b
"""


def opened(path: Path) -> networkx.Graph:
    """The file as networkx reads it."""
    match path.suffix:
        case ".gexf":
            return networkx.read_gexf(path)
        case ".graphml":
            return networkx.read_graphml(path)
        case ".json":
            return networkx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")
    graph = networkx.Graph()
    for row in rows(path):
        for end in ("source", "target"):
            measured = {name: float(row[f"{end}_{name}"]) for name in MEASURES}
            graph.add_node(row[end], name=row[f"{end}_name"], **measured)
        graph.add_edge(row["source"], row["target"], weight=int(row["weight"]), newman=float(row["newman"]))
    return graph


MEASURES = [field.name for field in fields(Measures)]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def samples(samples_graph: Graph) -> Network:
    return describe(samples_graph, project(samples_graph))


@pytest.fixture
def attack() -> Network:
    source = Source(HOSTILE, HOSTILE, "javascript:alert(1)")
    there = (Appearance("urn:a", ("chair",), (source,)), Appearance("urn:b", (), (source,)))
    event = Event("urn:e", HOSTILE, date(2024, 1, 1), sources=(source,), appearances=there)
    return join([Node("urn:a", HOSTILE), Node("urn:b", HOSTILE)], [event])


@pytest.mark.parametrize("ending", ENDINGS)
def test_networkx_opens_the_file_and_finds_weights_and_measures(samples: Network, tmp_path: Path, ending: str) -> None:
    export(samples, tmp_path / f"samples{ending}")
    graph, found = opened(tmp_path / f"samples{ending}"), measures(samples)
    assert graph.number_of_edges() == len(samples.edges)
    for edge in samples.edges:
        told = graph.edges[edge.a, edge.b]
        assert (told["weight"], told["newman"]) == (edge.weight, pytest.approx(edge.newman))
    for node, told in graph.nodes(data=True):
        assert {name: told[name] for name in MEASURES} == pytest.approx(asdict(found[node]))
    assert ending == ".csv" or set(graph) == set(found)


@pytest.mark.parametrize("ending", [*ENDINGS, "of the projection"])
def test_weights_are_those_that_sparql_counts(
    samples_graph: Graph, samples: Network, tmp_path: Path, ending: str
) -> None:
    counted: Counter[frozenset[str]] = Counter()
    for a, b, weight in samples_graph.query(WORKS_WITH):
        counted[frozenset((str(a), str(b)))] += int(str(weight))
    if ending in ENDINGS:
        export(samples, tmp_path / f"samples{ending}")
        graph = opened(tmp_path / f"samples{ending}")
    else:
        graph = samples.to_networkx()
    name, told = {node.iri: node.name for node in samples.nodes}, Counter[frozenset[str]]()
    for a, b, weight in graph.edges(data="weight"):
        told[frozenset((name[a], name[b]))] += weight
    assert told == counted
    assert len(told) > 20


def test_the_edge_list_has_a_row_for_each_pair_and_event(samples: Network, tmp_path: Path) -> None:
    export(samples, tmp_path / "samples.csv")
    found = rows(tmp_path / "samples.csv")
    assert Counter((row["source"], row["target"]) for row in found) == {
        (edge.a, edge.b): edge.weight for edge in samples.edges
    }
    events = {event.iri: event for event in samples.events}
    for row in found:
        event = events[row["event"]]
        assert (row["title"], row["date"]) == (event.title, event.day.isoformat() if event.day else "")
        assert row["articles"].split(" | ") == list(dict.fromkeys(source.article for source in event.sources))
        assert row["passages"]


def test_the_timeline_of_gephi_gets_the_days_of_nodes_and_edges(samples: Network, tmp_path: Path) -> None:
    export(samples, tmp_path / "samples.gexf")
    graph = networkx.read_gexf(tmp_path / "samples.gexf")
    assert graph.graph["mode"] == "dynamic"
    for edge in samples.edges:
        days = sorted({event.day.isoformat() for event in edge.events if event.day})
        assert graph.edges[edge.a, edge.b].get("spells", []) == [(day, day) for day in days]
    assert 'timeformat="date"' in (tmp_path / "samples.gexf").read_text("utf-8")
    assert any(told.get("spells") for _, told in graph.nodes(data=True))


def test_the_json_holds_each_event_once_with_its_passages(samples: Network, tmp_path: Path) -> None:
    export(samples, tmp_path / "samples.json")
    graph = opened(tmp_path / "samples.json")
    events = graph.graph["events"]
    assert list(events) == [event.iri for event in samples.events]
    assert all(iri in events for _, _, told in graph.edges(data="events") for iri in told)
    assert all(source["passage"] for event in events.values() for source in event["sources"])


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_hostile_network_is_written_and_opened_like_any_other(attack: Network, tmp_path: Path, ending: str) -> None:
    export(attack, tmp_path / f"x{ending}")
    graph = opened(tmp_path / f"x{ending}")
    assert set(graph) == {"urn:a", "urn:b"}
    names = [told["name"] for _, told in graph.nodes(data=True)]
    assert all("<script>" in name for name in names)
    assert ending == ".csv" or not any("\x00" in name for name in names)


def test_no_cell_of_the_edge_list_is_a_formula_or_leads_to_a_script(attack: Network, tmp_path: Path) -> None:
    export(attack, tmp_path / "x.csv")
    (row,) = rows(tmp_path / "x.csv")
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row.values())
    assert row["links"] == ""


@pytest.mark.parametrize("kind", ["delegations", "posts", "bodies"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_networks_of_every_kind_are_written(samples_graph: Graph, tmp_path: Path, kind: str, ending: str) -> None:
    network = describe(samples_graph, project(samples_graph, kind))
    export(network, tmp_path / f"x{ending}")
    graph = opened(tmp_path / f"x{ending}")
    assert graph.number_of_edges() == len(network.edges) > 0
    assert ending == ".csv" or graph.is_directed() == network.directed


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_network_of_nobody_is_written_too(tmp_path: Path, ending: str) -> None:
    export(Network((), (), (), 0), tmp_path / f"x{ending}")
    assert len(opened(tmp_path / f"x{ending}")) == 0


def test_a_name_in_gz_is_gzipped(samples: Network, tmp_path: Path) -> None:
    export(samples, tmp_path / "x.csv")
    export(samples, tmp_path / "x.csv.gz")
    assert gzip.decompress((tmp_path / "x.csv.gz").read_bytes()) == (tmp_path / "x.csv").read_bytes()


def test_measures_may_be_those_of_the_network_it_was_cut_from(samples: Network, tmp_path: Path) -> None:
    whole = measures(samples)
    export(samples.top(3), tmp_path / "x.json", whole)
    told: dict[str, dict[str, Any]] = dict(opened(tmp_path / "x.json").nodes(data=True))
    assert len(told) == 3
    assert all(told[one]["degree"] == whole[one].degree for one in told)


@pytest.mark.parametrize("name", ["x.xlsx", "x", "x.gz"])
def test_an_ending_that_is_none_is_told_with_all_there_are(samples: Network, tmp_path: Path, name: str) -> None:
    with pytest.raises(GraphError, match=r"Give a file that ends in \.gexf, \.graphml, \.csv, \.json"):
        export(samples, tmp_path / name)


def test_another_process_with_another_hash_seed_writes_the_same_bytes(town_folder: Path, tmp_path: Path) -> None:
    script = "import sys; from lgkg import open_graph; from lgkg.network import describe, export, project\n"
    script += "graph = open_graph(sys.argv[1]); network = describe(graph, project(graph))\n"
    script += "for path in sys.argv[2:]: export(network, path)"
    for seed in ("1", "2"):
        files = [str(tmp_path / f"{seed}{ending}") for ending in ENDINGS]
        arguments = [sys.executable, "-c", script, str(town_folder), *files]
        subprocess.run(arguments, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    for ending in ENDINGS:
        assert (tmp_path / f"1{ending}").read_bytes() == (tmp_path / f"2{ending}").read_bytes()


def test_a_hostile_graph_is_written_in_every_format(graph_folder: Path, tmp_path: Path) -> None:
    with open_graph(graph_folder) as three:
        for ending in ENDINGS:
            export(describe(three, project(three)), tmp_path / f"x{ending}")
            assert opened(tmp_path / f"x{ending}").number_of_edges() > 0
