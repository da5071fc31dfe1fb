"""What the endpoint can do and what its graph holds: SPARQL 1.1 Service Description, VoID, and queries to begin with.

The queries are the built-in questions, told as the SIB endpoints tell theirs (https://github.com/sib-swiss/sparql-examples),
so that query editors offer them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response

from lgkg.graph import open_graph
from lgkg.questions import Question, questions
from lgkg.rdf import PREFIXES, entities_iri, provenance_iri, vocabulary_iri
from lgkg.rdf.void import WORDS, Counts, counted, dataset_iri, name, said, void_triples
from lgkg.web.kept import Kept
from lgkg.web.sparql.formats import GRAPHS, chosen, content_type, unacceptable

_PATIENCE = 600.0
"""Seconds that counting may take; it happens once a graph."""

_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_FORMATS = (*_RESULTS, "Turtle", "N-Triples", "JSON-LD", "RDF_XML")


async def description(request: Request) -> Response:
    """The endpoint described, with its data."""
    site = request.app.state.site
    endpoint = str(request.url_for("sparql"))
    counts = await _counts(request)
    triples = [*_service(endpoint, site.base, bool(site.settings.services)), *_examples(endpoint)]
    return _written(request, [*triples, *_graphs(site.base, counts), *void_triples(counts, site.base, endpoint)])


async def void(request: Request) -> Response:
    """The data described."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": "GET, HEAD, OPTIONS"})
    site = request.app.state.site
    endpoint = str(request.url_for("sparql"))
    return _written(request, list(void_triples(await _counts(request), site.base, endpoint)))


async def _counts(request: Request) -> Counts:
    site = request.app.state.site
    kept: Kept[Counts] = site.kept.setdefault(
        "counts", Kept(site.pool, lambda: run_sync(_count, site.folder, site.base))
    )
    return await kept.get()


def _count(folder: Path, base: str) -> Counts:
    with open_graph(folder, timeout=_PATIENCE) as graph:
        return counted(graph.query, base)


def _service(endpoint: str, base: str, calls: bool) -> Iterator[ox.Triple]:
    yield said(endpoint, "rdf:type", name("sd:Service"))
    yield said(endpoint, "sd:endpoint", ox.NamedNode(endpoint))
    yield said(endpoint, "sd:supportedLanguage", name("sd:SPARQL11Query"))
    yield said(endpoint, "sd:feature", name("sd:UnionDefaultGraph"))
    if calls:
        yield said(endpoint, "sd:feature", name("sd:BasicFederatedQuery"))
    for form in _FORMATS:
        yield said(endpoint, "sd:resultFormat", name(f"format:{form}"))
    yield said(endpoint, "sd:defaultDataset", ox.NamedNode(dataset_iri(base)))


def _graphs(base: str, counts: Counts) -> Iterator[ox.Triple]:
    """The data set and its graphs: those of all articles by name, and how the articles' own are found."""
    dataset = dataset_iri(base)
    yield said(dataset, "rdf:type", name("sd:Dataset"))
    yield said(dataset, "sd:defaultGraph", ox.NamedNode(f"{dataset}/merge"))
    yield said(f"{dataset}/merge", "rdf:type", name("sd:Graph"))
    yield said(f"{dataset}/merge", "void:triples", ox.Literal(counts.triples))
    for iri in (entities_iri(base), provenance_iri(base), vocabulary_iri(base)):
        yield said(dataset, "sd:namedGraph", ox.NamedNode(iri))
        yield said(iri, "rdf:type", name("sd:NamedGraph"))
        yield said(iri, "sd:name", ox.NamedNode(iri))
    told = f"{counts.graphs:,} named graphs: one an article, under the IRI of the article, and these three"
    yield said(dataset, "rdfs:comment", ox.Literal(told, language="en"))


def _examples(endpoint: str) -> Iterator[ox.Triple]:
    for prefix, namespace in PREFIXES.items():
        declared = f"{endpoint}#prefix-{prefix}"
        yield said(f"{endpoint}#prefixes", "sh:declare", ox.NamedNode(declared))
        yield said(declared, "sh:prefix", ox.Literal(prefix))
        yield said(declared, "sh:namespace", ox.Literal(namespace, datatype=name("xsd:anyURI")))
    for question in questions():
        yield from _example(endpoint, question)


def _example(endpoint: str, question: Question) -> Iterator[ox.Triple]:
    example = f"{endpoint}#{question.id}"
    yield said(example, "rdf:type", name("sh:SPARQLExecutable"))
    yield said(example, "rdf:type", name("sh:SPARQLSelectExecutable"))
    yield said(example, "sh:prefixes", ox.NamedNode(f"{endpoint}#prefixes"))
    yield said(example, "sh:select", ox.Literal(question.sparql))
    yield said(example, "schema:target", ox.NamedNode(endpoint))
    for language in ("th", "en"):
        yield said(example, "rdfs:comment", ox.Literal(question.title.of(language), language=language))


def _written(request: Request, triples: list[ox.Triple]) -> Response:
    _, media = chosen(request, request.query_params.get("format", ""))
    if media is None:
        raise unacceptable(tuple(GRAPHS))
    body = ox.serialize(triples, format=getattr(ox.RdfFormat, GRAPHS[media]), prefixes=WORDS)
    return Response(body, headers={"Content-Type": content_type(media), "Vary": "Accept"})
