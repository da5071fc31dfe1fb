"""Clients that others wrote get right answers, Thai included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, N3, POST, POSTDIRECTLY, TSV, TURTLE, URLENCODED, XML, SPARQLWrapper

from lgkg.facts import Facts
from lgkg.graph import Graph
from lgkg.web import Settings

if TYPE_CHECKING:
    from tests.web.conftest import Serving

NAME = "พิทักษ์พล"
QUERY = f'SELECT ?p ?n {{ ?p skos:prefLabel ?n FILTER(CONTAINS(?n, "{NAME}")) }} ORDER BY ?p'


def wrapped(address: str, query: str, form: str) -> SPARQLWrapper:
    asked = SPARQLWrapper(f"{address}/sparql")
    asked.setQuery(query)
    asked.setReturnFormat(form)
    return asked


@pytest.mark.parametrize(("method", "how"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_gets_the_same_rows_in_each_way(
    address: str, samples_graph: Graph, method: str, how: str
) -> None:
    asked = wrapped(address, QUERY, JSON)
    asked.setMethod(method)
    asked.setRequestMethod(how)
    found = cast("dict[str, Any]", asked.queryAndConvert())["results"]["bindings"]
    assert [(row["p"]["value"], row["n"]["value"]) for row in found] == list(samples_graph.query(QUERY).rows)
    assert found


def test_sparqlwrapper_converts_every_format(address: str, samples_graph: Graph) -> None:
    names = {str(name) for _, name in samples_graph.query(QUERY)}
    xml = cast("Any", wrapped(address, QUERY, XML).queryAndConvert())
    assert {node.firstChild.data for node in xml.getElementsByTagName("literal")} == names
    for form in (CSV, TSV):
        assert all(name in cast("bytes", wrapped(address, QUERY, form).queryAndConvert()).decode() for name in names)
    construct = f"CONSTRUCT {{ ?p rdfs:label ?n }} {{ {QUERY} }}"
    for form in (TURTLE, N3):
        text = cast("bytes", wrapped(address, construct, form).queryAndConvert())
        assert {str(name) for name in rdflib.Graph().parse(data=text, format="turtle").objects()} == names


def test_rdflib_asks_it_as_a_store(address: str, samples_graph: Graph) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{address}/sparql"))
    label = rdflib.SKOS.prefLabel
    ((person, name), *_) = samples_graph.query(QUERY).rows
    assert [str(found) for found in graph.objects(rdflib.URIRef(str(person)), label)] == [name]
    (literal,) = graph.objects(rdflib.URIRef(str(person)), label)
    assert rdflib.URIRef(str(person)) in set(graph.subjects(label, literal))
    assert graph.query("ASK { ?s ?p ?o }").askAnswer
    ((counted,),) = samples_graph.query("SELECT (COUNT(*) AS ?n) { ?s a lgkg:Person }")
    rows = list(graph.query("SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/lgkg/ontology#Person> }"))
    assert cast("Any", rows[0])[0].toPython() == counted


@pytest.fixture(scope="module")
def thai_address(serving: Serving, graph_folder: Path) -> Iterator[str]:
    with serving(graph_folder, Settings(workers=1)) as address:
        yield address


def test_thai_in_an_iri_and_a_literal_goes_both_ways(thai_address: str) -> None:
    query = 'SELECT ?i ?t { BIND(IRI("https://example.go.th/ข่าว/๑") AS ?i) BIND("น้ํา ๒๕๖๕"@th AS ?t) }'
    graph = rdflib.Graph(SPARQLStore(f"{thai_address}/sparql"))
    ((iri, text),) = cast("Any", list(graph.query(query)))
    assert (iri, text) == (
        rdflib.URIRef("https://example.go.th/ข่าว/๑"),
        rdflib.Literal("น้ํา ๒๕๖๕", lang="th"),
    )
    found = cast("Any", wrapped(thai_address, query, JSON).queryAndConvert())["results"]["bindings"][0]
    assert (found["i"]["value"], found["t"]["value"]) == (str(iri), str(text))


def test_hostile_text_of_articles_goes_through_every_client(thai_address: str, hostile: Facts) -> None:
    wanted = hostile.persons[0].name
    query = 'SELECT ?n { ?p foaf:name ?n FILTER(CONTAINS(?n, "<script>")) }'
    found = cast("Any", wrapped(thai_address, query, JSON).queryAndConvert())["results"]["bindings"]
    assert {row["n"]["value"] for row in found} == {wanted}
    rows = list(rdflib.Graph(SPARQLStore(f"{thai_address}/sparql", returnFormat="json")).query(query))
    assert {str(cast("Any", row)[0]) for row in rows} == {wanted}
