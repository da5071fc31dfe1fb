"""Every kind of store is written by the rules that it documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lgkg
from lgkg.errors import GraphError, QueryError, RemoteError
from lgkg.graph import Graph
from lgkg.network import project
from lgkg.store.remote import KINDS, RemoteStore, store_at
from lgkg.store.remote.fuseki import within

if TYPE_CHECKING:
    from tests.stores.rules.conftest import RulesServer, Serve

KINDS_HERE = ("fuseki", "rdf4j", "qlever", "neptune", "sparql", "graph store")


def load(server: RulesServer, name: str, graph: Path, **how: object) -> lgkg.LoadReport:
    given: dict[str, object] = {"kind": "neptune"} if name == "neptune" else {}  # known by its host alone
    if name == "graph store":
        given = {"graph_store": server.at("/rdf")}
    return lgkg.load(graph, server.url, **given, **how)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LGKG_LOAD_TOKEN", "s3cret-s3cret")


@pytest.mark.parametrize("name", KINDS_HERE)
def test_a_graph_arrives_by_the_rules_and_a_second_time_too(
    serve: Serve, name: str, graph_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RemoteStore, "most_bytes", 100_000)  # so that large graphs come in parts
    server = serve(name)
    for again in (False, True):
        report = load(server, name, graph_folder, again=again)
        assert report.kind == name.replace("graph store", "sparql")
        assert report.proof
        assert report.proof.holds, report.proof
        assert len(server.store) == report.proof.quads
        assert report.replaced == (6 if again else 0)


@pytest.mark.parametrize("name", KINDS_HERE)
def test_a_graph_that_is_gone_is_dropped_and_no_other(serve: Serve, name: str, graph_folder: Path) -> None:
    server = serve(name)
    load(server, name, graph_folder)
    server.store.update("INSERT DATA { GRAPH <https://w3id.org/lgkg/id/article/gone> { <urn:a> <urn:b> <urn:c> } }")
    server.store.update("INSERT DATA { GRAPH <https://example.org/other> { <urn:a> <urn:b> <urn:c> } }")
    report = load(server, name, graph_folder, prune=True)
    assert report.dropped == 1
    assert report.proof
    assert report.proof.holds
    assert len(server.store) == report.proof.quads + 1


@pytest.mark.parametrize("name", ["fuseki", "qlever", "sparql"])
def test_the_network_is_that_of_the_folder(serve: Serve, name: str, samples_graph: Graph) -> None:
    server = serve(name)
    load(server, name, samples_graph.path)
    with lgkg.open_endpoint(server.url) as there:
        assert project(there) == project(samples_graph)


def test_a_dry_run_writes_nothing_and_tells_what_would_be_sent(serve: Serve, graph_folder: Path) -> None:
    server = serve("fuseki")
    plan = load(server, "fuseki", graph_folder, dry_run=True)
    assert len(server.store) == 0
    assert {method for method, path in server.requests if path == "/ds/data"} == set()
    sent = load(server, "fuseki", graph_folder)
    assert (plan.sent, plan.quads, plan.size, plan.requests) == (sent.sent, sent.quads, sent.size, sent.requests)
    assert plan.proof is None
    assert "tdb2.tdbloader" in plan.own_loader


def test_what_is_replaced_leaves_a_word_on_compaction(serve: Serve, graph_folder: Path) -> None:
    server = serve("fuseki")
    assert load(server, "fuseki", graph_folder).afterwards == ""
    assert "compact" in load(server, "fuseki", graph_folder, again=True).afterwards


def test_the_address_of_a_service_leads_to_its_store(serve: Serve) -> None:
    server = serve("fuseki")
    for tail in ("", "/", "/query", "/sparql", "/update", "/data"):
        assert store_at(f"{server.url}{tail}", "fuseki").places.query == f"{server.url}/query"
    assert store_at("http://localhost:8890/sparql", "virtuoso").places.graphs.endswith("8890/sparql-graph-crud-auth")
    assert store_at("https://db.neptune.amazonaws.com:8182").places.graphs.endswith(":8182/sparql/gsp/")
    assert store_at("http://localhost:7200/repositories/r").places.update.endswith("/repositories/r/statements")


def test_a_default_graph_that_is_no_union_is_found_out(serve: Serve, graph_folder: Path) -> None:
    server = serve("sparql")
    server.rules.union = False
    report = load(server, "sparql", graph_folder)
    assert report.proof
    assert not report.proof.differences
    assert all(one.missing == one.rows for one in report.proof.asked)
    with lgkg.open_endpoint(server.url) as there, pytest.raises(RemoteError, match="union of all graphs"):
        _ = there.base


@pytest.mark.parametrize(
    ("sparql", "put"),
    [
        ("ASK { ?s ?p ?o }", "ASK { GRAPH <urn:u> { ?s ?p ?o \n} }"),
        (
            "SELECT ('{' AS ?b) { { SELECT ?s { ?s a ?b } } } VALUES ?s { <urn:x> }",
            "SELECT ('{' AS ?b) { GRAPH <urn:u> { { SELECT ?s { ?s a ?b } } \n} } VALUES ?s { <urn:x> }",
        ),
        (
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o # }\n }",
            "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <urn:u> { ?s ?p ?o # }\n \n} }",
        ),
        ("DESCRIBE <urn:x>", "DESCRIBE <urn:x>"),
    ],
)  # fmt: skip
def test_a_pattern_is_put_into_the_union_graph(sparql: str, put: str) -> None:
    assert within(sparql, "urn:u") == put


def test_a_pattern_that_cannot_be_put_there_is_refused() -> None:
    with pytest.raises(QueryError, match="Write CONSTRUCT"):
        within("CONSTRUCT WHERE { ?s ?p ?o }", "urn:u")


def test_an_address_is_no_folder() -> None:
    with pytest.raises(GraphError, match="open_endpoint"):
        lgkg.open_graph("https://store.example.go.th/sparql")


def test_what_is_no_store_is_refused_at_once(serve: Serve, graph_folder: Path) -> None:
    for url in ("ftp://localhost/x", "localhost:3030", "http://"):
        with pytest.raises(RemoteError, match="no address"):
            store_at(url)
    with pytest.raises(RemoteError, match="seen by others") as told:
        store_at("http://me:s3cret@localhost/ds")
    assert "s3cret" not in str(told.value)
    with pytest.raises(RemoteError, match="no kind"):
        store_at("http://localhost/", "oracle")
    assert set(KINDS) == {"auto", "oxigraph", "virtuoso", *KINDS_HERE} - {"graph store"}
