"""A graph's file is read graph by graph, whatever it holds, and damage is told."""

from __future__ import annotations

import gzip
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lgkg.errors import GraphError
from lgkg.facts import Facts
from lgkg.loading.contents import Contents
from lgkg.store import NQUADS

if TYPE_CHECKING:
    from tests.conftest import GraphMaker

BASE = "https://w3id.org/lgkg/id/"


def test_all_quads_of_the_file_are_there_once(graph_folder: Path) -> None:
    with closing(Contents(graph_folder)) as contents:
        entries = contents.entries()
        parts = list(contents.statements({entry.graph for entry in entries}))
    assert [entry.graph for entry in entries] == list(dict.fromkeys(part.graph for part in parts))
    assert b"".join(part.quads() for part in parts) == gzip.decompress((graph_folder / NQUADS).read_bytes())
    assert sum(entry.count for entry in entries) == sum(part.count for part in parts)


def test_another_prefix_changes_names_and_no_content(graph_folder: Path) -> None:
    with closing(Contents(graph_folder)) as plain, closing(Contents(graph_folder, "https://x.example/g/")) as named:
        for one, other in zip(plain.entries(), named.entries(), strict=True):
            assert other.graph == one.graph.replace(BASE, "https://x.example/g/")
            assert (other.count, other.size, other.digest) == (one.count, one.size, one.digest)


def test_a_graph_that_changed_has_another_digest(
    tmp_path: Path, make_graph: GraphMaker, harbour: Facts, flood: Facts
) -> None:
    digests = []
    for name, facts in (("one", (harbour,)), ("two", (harbour, flood))):
        with closing(Contents(make_graph(tmp_path / name, facts))) as contents:
            digests.append({entry.graph: entry.digest for entry in contents.entries()})
    one, two = digests
    assert one[f"{BASE}article/harbour"] == two[f"{BASE}article/harbour"]
    assert one[f"{BASE}graph/entities"] != two[f"{BASE}graph/entities"]


@pytest.mark.parametrize("harm", ["cut", "changed", "fewer"])
def test_damage_is_told(tmp_path: Path, make_graph: GraphMaker, harbour: Facts, harm: str) -> None:
    folder = make_graph(tmp_path / "graph", (harbour,))
    file = folder / NQUADS
    whole = file.read_bytes()
    first = gzip.compress(gzip.decompress(whole).split(b"\n", 1)[0] + b"\n")
    broken = {"cut": whole[:-20], "changed": whole[:2000] + b"\0\0\0" + whole[2003:], "fewer": first}
    file.write_bytes(broken[harm])
    with closing(Contents(folder)) as contents, pytest.raises(GraphError, match="Build it again"):
        contents.entries()
