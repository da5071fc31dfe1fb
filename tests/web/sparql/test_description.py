"""What the bare endpoint tells of itself and of its data."""

from __future__ import annotations

import httpx
import pytest
import rdflib
from rdflib import RDF, RDFS, SH, VOID, Literal, Namespace, URIRef

from lgkg.graph import Graph
from lgkg.questions import questions

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
DATASET = URIRef("https://w3id.org/lgkg/id/graph/all")


@pytest.fixture
def described(client: httpx.Client) -> rdflib.Graph:
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert response.status_code == 200
    return rdflib.Graph().parse(data=response.text, format="turtle")


def test_a_browser_is_sent_to_the_query_page(client: httpx.Client) -> None:
    response = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (response.status_code, response.headers["location"]) == (303, "/query")
    assert "Accept" in response.headers["vary"]


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_the_description_comes_in_every_format_of_graphs(client: httpx.Client, media: str) -> None:
    for path in ("/sparql", "/.well-known/void"):
        response = client.get(path, headers={"Accept": media})
        assert response.headers["content-type"] == f"{media}; charset=utf-8"
        assert response.headers["vary"].startswith("Accept")
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_the_service_tells_what_it_can_do(described: rdflib.Graph, address: str) -> None:
    endpoint = URIRef(f"{address}/sparql")
    assert (endpoint, RDF.type, SD.Service) in described
    assert (endpoint, SD.endpoint, endpoint) in described
    assert (endpoint, SD.supportedLanguage, SD.SPARQL11Query) in described
    assert (endpoint, SD.defaultDataset, DATASET) in described
    assert {FORMATS.SPARQL_Results_JSON, FORMATS.Turtle} <= set(described.objects(endpoint, SD.resultFormat))
    assert (endpoint, SD.feature, SD.BasicFederatedQuery) not in described
    assert len(set(described.objects(DATASET, SD.namedGraph))) == 3


def test_the_numbers_of_void_are_those_that_queries_count(described: rdflib.Graph, samples_graph: Graph) -> None:
    for predicate, query in (
        (VOID.triples, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
        (VOID.distinctSubjects, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
        (VOID.distinctObjects, "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"),
        (VOID.classes, "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }"),
        (VOID.properties, "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }"),
    ):
        ((counted,),) = samples_graph.query(query)
        assert described.value(DATASET, predicate) == Literal(counted)


def test_classes_and_properties_are_listed_with_their_numbers(described: rdflib.Graph, samples_graph: Graph) -> None:
    listed = {
        str(described.value(part, VOID["class"])): described.value(part, VOID.entities)
        for part in described.objects(DATASET, VOID.classPartition)
    }
    counted = samples_graph.query("SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c")
    assert listed == {str(kind): Literal(number) for kind, number in counted}
    properties = {described.value(part, VOID.property) for part in described.objects(DATASET, VOID.propertyPartition)}
    assert URIRef("https://w3id.org/lgkg/ontology#participant") in properties


def test_the_built_in_questions_are_examples_that_run(described: rdflib.Graph, client: httpx.Client) -> None:
    examples = set(described.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(examples) == len(questions())
    for example in examples:
        assert {getattr(comment, "language", "") for comment in described.objects(example, RDFS.comment)} == {
            "th",
            "en",
        }
        response = client.post("/sparql", data={"query": str(described.value(example, SH.select))})
        assert response.status_code == 200, response.text
    assert (None, SH.prefix, Literal("lgkg")) in described


def test_void_is_where_crawlers_look_for_it(client: httpx.Client) -> None:
    response = client.get("/.well-known/void", headers={"Origin": "https://elsewhere.example"})
    found = rdflib.Graph().parse(data=response.text, format="turtle")
    assert (DATASET, RDF.type, VOID.Dataset) in found
    assert next(found.objects(DATASET, VOID.sparqlEndpoint))
    assert response.headers["access-control-allow-origin"] == "*"
