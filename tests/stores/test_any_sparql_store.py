"""Stores of which nothing is known but SPARQL 1.1: Oxigraph's server, whose own ways are left alone, and rdflib's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lgkg
from lgkg.errors import RemoteError
from lgkg.loading import proof
from lgkg.store.remote import Patience, store_at
from lgkg.store.remote.sparql import UpdateStore

if TYPE_CHECKING:
    from tests.stores.conftest import Server

ANSWERED_BY_RDFLIB = ("acting-holders", "observed-terms", "most-active-people", "most-active-organisations")
"""All that the proof asks but one, which takes it minutes."""


@pytest.fixture
def merging(oxigraph: Server) -> Server:
    """A server whose default graph is the union of all graphs."""
    oxigraph.kill()
    oxigraph.command = (*oxigraph.command, "--union-default-graph")
    oxigraph.start()
    return oxigraph


@pytest.mark.parametrize("way", ["graph store", "update"])
def test_a_graph_arrives_and_a_second_time_too(merging: Server, graph_folder: Path, way: str) -> None:
    for again in (False, True):
        report = lgkg.load(
            graph_folder,
            f"{merging.url}/query",
            kind="sparql",
            again=again,
            graph_store=f"{merging.url}/store" if way == "graph store" else "",
            update=f"{merging.url}/update",
        )
        assert (report.kind, report.replaced) == ("sparql", 6 if again else 0)
        assert report.url == f"{merging.url}/{'store' if way == 'graph store' else 'update'}"
        assert report.proof
        assert report.proof.holds, report.proof
        with lgkg.open_endpoint(f"{merging.url}/query", "sparql") as there:
            assert there.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").rows == ((report.proof.quads,),)


def test_a_store_that_shows_its_default_graph_alone_fails_the_proof(oxigraph: Server, graph_folder: Path) -> None:
    report = lgkg.load(graph_folder, f"{oxigraph.url}/query", kind="sparql", update=f"{oxigraph.url}/update")
    assert report.proof
    assert not report.proof.differences
    assert not report.proof.holds
    with (
        lgkg.open_endpoint(f"{oxigraph.url}/query", "sparql") as there,
        pytest.raises(RemoteError, match="union of all graphs"),
    ):
        _ = there.base


def test_rdflib_takes_a_graph_and_has_it_again_after_it_was_killed(
    rdflib_server: Server, graph_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(UpdateStore, "batch_lines", 300)
    monkeypatch.setattr(UpdateStore, "most_lines", 300)  # rdflib's parser takes ever longer for longer ones
    monkeypatch.setattr(proof, "QUESTIONS", ANSWERED_BY_RDFLIB)
    kill = rdflib_server.killing()
    with pytest.raises(RemoteError, match=r"cannot be reached.*run it again"):
        lgkg.load(graph_folder, rdflib_server.url, patience=Patience(tries=2, pause=0.05), progress=kill, jobs=1)
    assert kill.seen
    rdflib_server.restart()
    completed = lgkg.load(graph_folder, rdflib_server.url)
    assert completed.kind == "sparql"
    assert completed.sent == completed.graphs  # it keeps its data in memory
    assert completed.proof
    assert completed.proof.holds, completed.proof
    counts, _ = store_at(rdflib_server.url).counts("https://")
    assert sum(counts.values()) == completed.proof.quads
