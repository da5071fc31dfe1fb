"""Which format an answer has, and that it is the engine's own."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import httpx
import pyoxigraph as ox
import pytest
import rdflib

SELECT = "SELECT ?p ?n { ?p a lgkg:Person ; skos:prefLabel ?n } ORDER BY ?p LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?p foaf:name ?n } { ?p a lgkg:Person ; foaf:name ?n }"
JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
RESULTS = "{http://www.w3.org/2005/sparql-results#}"


def got(client: httpx.Client, query: str, accept: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept})


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", JSON),
        ("", JSON),
        (JSON, JSON),
        ("application/json", "application/json"),
        (XML, XML),
        ("text/*", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        (f"{XML};q=0.4, text/csv;q=0.5", "text/csv"),
        (f"*/*;q=0.1, {XML};q=0.2", XML),
        (f"{JSON};q=0, */*", "application/json"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "application/xml"),
        ("text/turtle, text/csv;q=0.1", "text/csv"),
    ],
)
def test_rows_come_as_the_header_wants_them_most(client: httpx.Client, accept: str, media: str) -> None:
    for query in (SELECT, "ASK { ?s ?p ?o }"):
        response = got(client, query, accept)
        assert response.status_code == 200
        assert response.headers["content-type"] == f"{media}; charset=utf-8"
        assert "Accept" in response.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/ld+json, text/turtle;q=0.9", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
        (f"{JSON}, application/n-triples;q=0.2", "application/n-triples"),
    ],
)
def test_graphs_come_as_the_header_wants_them_most(client: httpx.Client, accept: str, media: str) -> None:
    for query in (CONSTRUCT, "DESCRIBE ?p { ?p a lgkg:Province } LIMIT 1"):
        response = got(client, query, accept)
        assert response.headers["content-type"] == f"{media}; charset=utf-8"
        assert len(rdflib.Graph().parse(data=response.content, format="json-ld" if "json" in media else media))


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        (SELECT, "text/turtle"),
        (SELECT, "image/png"),
        (SELECT, f"{JSON};q=0"),
        (CONSTRUCT, JSON),
        ("ASK {}", "application/ld+json"),
    ],
)
def test_406_names_what_there_is_when_none_is_taken(client: httpx.Client, query: str, accept: str) -> None:
    response = got(client, query, accept)
    assert response.status_code == 406
    assert "text/turtle" in response.text or JSON in response.text


@pytest.mark.parametrize(
    ("asked", "media"),
    [("csv", "text/csv"), ("json", JSON), ("text/tab-separated-values", "text/tab-separated-values")],
)
def test_a_link_names_its_format_in_the_address(client: httpx.Client, asked: str, media: str) -> None:
    response = client.get("/sparql", params={"query": SELECT, "format": asked}, headers={"Accept": "text/html"})
    assert response.headers["content-type"] == f"{media}; charset=utf-8"


def test_a_format_that_does_not_fit_or_is_not_known_leaves_it_to_the_header(client: httpx.Client) -> None:
    for query, asked, media in ((CONSTRUCT, "csv", "text/turtle"), (SELECT, "ttl", JSON), (SELECT, "pdf", JSON)):
        response = client.get("/sparql", params={"query": query, "format": asked})
        assert response.headers["content-type"] == f"{media}; charset=utf-8"


def test_all_formats_of_rows_say_the_same(client: httpx.Client) -> None:
    wanted = [(row["p"]["value"], row["n"]["value"]) for row in got(client, SELECT, JSON).json()["results"]["bindings"]]
    assert len(wanted) == 3
    assert [tuple(row) for row in csv.reader(io.StringIO(got(client, SELECT, "text/csv").text))][1:] == wanted
    table = ox.parse_query_results(
        got(client, SELECT, "text/tab-separated-values").content, format=ox.QueryResultsFormat.TSV
    )
    assert isinstance(table, ox.QuerySolutions)
    assert [(row["p"].value, row["n"].value) for row in table] == wanted
    found = ElementTree.fromstring(got(client, SELECT, XML).content).iter(f"{RESULTS}result")
    assert [tuple(cell[0].text for cell in row) for row in found] == wanted


def test_a_yes_is_told_in_every_format(client: httpx.Client) -> None:
    query = "ASK { ?s ?p ?o }"
    assert got(client, query, JSON).json()["boolean"] is True
    assert ElementTree.fromstring(got(client, query, XML).content).findtext(f"{RESULTS}boolean") == "true"
    assert got(client, query, "text/csv").text.strip() == "true"


@pytest.mark.parametrize("media", [XML, "application/rdf+xml"])
def test_what_xml_cannot_hold_is_replaced(client: httpx.Client, media: str) -> None:
    value = '"a\\u0000\\u000B\\uFFFE\\t\\u0E01"'
    query = f"SELECT ?x {{ BIND({value} AS ?x) }}"
    if media != XML:
        query = f"CONSTRUCT {{ <http://x/s> <http://x/p> ?x }} {{ BIND({value} AS ?x) }}"
    texts = "".join(ElementTree.fromstring(got(client, query, media).content).itertext())
    assert "a\ufffd\ufffd\ufffd\tก" in texts


def test_hostile_values_stay_values(client: httpx.Client) -> None:
    value = '</binding>"}]}}\\n\\t,\\r<script>&amp;'
    query = f'SELECT ?x {{ BIND("{value.replace(chr(34), chr(92) + chr(34))}" AS ?x) }}'
    wanted = '</binding>"}]}}\n\t,\r<script>&amp;'
    assert got(client, query, JSON).json()["results"]["bindings"][0]["x"]["value"] == wanted
    assert next(ElementTree.fromstring(got(client, query, XML).content).iter(f"{RESULTS}literal")).text is not None
    assert list(csv.reader(io.StringIO(got(client, query, "text/csv").content.decode(), newline="")))[1] == [wanted]
    assert json.loads(got(client, query, JSON).content)
