"""The Graph Store Protocol, for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
import rdflib
from rdflib.compare import isomorphic

from lgkg.graph import Graph
from lgkg.web import Settings

if TYPE_CHECKING:
    from tests.web.conftest import Serving


def a_graph(graph: Graph) -> str:
    return str(graph.articles()[0].iri)


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_a_graph_is_read_by_its_iri(client: httpx.Client, samples_graph: Graph, media: str) -> None:
    iri = a_graph(samples_graph)
    response = client.get("/rdf-graph-store", params={"graph": iri}, headers={"Accept": media})
    assert response.headers["content-type"] == f"{media}; charset=utf-8"
    found = rdflib.Graph().parse(data=response.text, format="json-ld" if "json" in media else media)
    asked = samples_graph.query(f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}").graph()
    assert isomorphic(found, asked)


def test_the_merge_of_all_is_read_as_default(client: httpx.Client, samples_graph: Graph) -> None:
    response = client.get("/rdf-graph-store?default", headers={"Accept": "application/n-triples"})
    assert "x-lgkg-truncated" not in response.headers
    ((counted,),) = samples_graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert response.content.count(b"\n") == counted
    assert response.content.count(b"\n") > Settings().rows, "no cap of rows holds here"


def test_head_has_the_headers_alone(client: httpx.Client, samples_graph: Graph) -> None:
    response = client.head("/rdf-graph-store", params={"graph": a_graph(samples_graph)})
    assert (response.status_code, response.content) == (200, b"")
    assert int(response.headers["content-length"]) > 100
    assert client.head("/rdf-graph-store?graph=http://nowhere.example/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("?graph=http://nowhere.example/", 404),
        ("?graph=no%20iri", 404),
        ("", 400),
        ("?graph=http://a.example/&default", 400),
        ("?graph=http://a.example/&graph=http://b.example/", 400),
    ],
)
def test_what_is_not_there_or_not_named_is_told(client: httpx.Client, asked: str, status: int) -> None:
    response = client.get(f"/rdf-graph-store{asked}")
    assert (response.status_code, len(response.text) > 20) == (status, True)


def test_406_when_no_format_is_taken(client: httpx.Client) -> None:
    assert client.get("/rdf-graph-store?default", headers={"Accept": "text/csv"}).status_code == 406


def test_a_graph_beyond_the_bytes_is_refused_and_never_cut(serving: Serving, samples_graph: Graph) -> None:
    with serving(samples_graph.path, Settings(answer=5_000, workers=1)) as address:
        response = httpx.get(f"{address}/rdf-graph-store?default")
    assert (response.status_code, "larger than 5,000 bytes" in response.text) == (403, True)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_nothing_is_written_and_it_is_told_what_to_do(client: httpx.Client, samples_graph: Graph, method: str) -> None:
    before = {file.name: file.stat().st_mtime_ns for file in samples_graph.path.iterdir()}
    headers = {"Content-Type": "text/turtle", "Authorization": "Bearer anything"}
    response = client.request(method, "/rdf-graph-store?default", content=b"<a:b> <a:b> <a:b> .", headers=headers)
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, OPTIONS"
    assert "`lgkg " in response.text
    assert {file.name: file.stat().st_mtime_ns for file in samples_graph.path.iterdir()} == before
