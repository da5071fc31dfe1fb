"""What a graph is as a data set, for catalogues: VoID and DCAT, with licence, counts, days and vocabularies."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from lgkg.rdf.void import WORDS, counted, dataset_iri, name, said, void_triples
from lgkg.sharing.rights import LICENCE, PLACES, RIGHTS

if TYPE_CHECKING:
    from lgkg.graph import Graph

_GZIP = "https://www.iana.org/assignments/media-types/application/gzip"


def description(graph: Graph, files: Iterable[str]) -> bytes:
    """The description as Turtle.

    Args:
        graph: the graph.
        files: names of the files that hold it, beside the description.
    """
    base = graph.manifest.base
    triples = [*void_triples(counted(graph.query, base), base), *_about(graph), *_distributions(base, files)]
    out = io.BytesIO()
    ox.serialize(sorted(triples, key=str), out, ox.RdfFormat.TURTLE, prefixes=WORDS)
    return out.getvalue()


def _about(graph: Graph) -> Iterator[ox.Triple]:
    dataset, found = dataset_iri(graph.manifest.base), graph.info()
    for language, text in RIGHTS.items():
        yield said(dataset, "dcterms:rights", ox.Literal(text, language=language))
    yield said(dataset, "dcterms:source", ox.NamedNode(PLACES))
    yield said(dataset, "dcterms:license", ox.NamedNode(LICENCE))
    yield said(dataset, "dcterms:identifier", ox.Literal(graph.manifest.input_sha256))
    yield said(dataset, "lgkg:articleCount", ox.Literal(found.articles))
    run = f"{graph.manifest.base}run/{graph.manifest.input_sha256[:16]}"
    yield said(dataset, "prov:wasGeneratedBy", ox.NamedNode(run))
    if found.published:
        period = f"{dataset}/period"
        yield said(dataset, "dcterms:temporal", ox.NamedNode(period))
        yield said(period, "rdf:type", name("dcterms:PeriodOfTime"))
        for word, day in zip(("dcat:startDate", "dcat:endDate"), found.published, strict=True):
            yield said(period, word, ox.Literal(day.isoformat(), datatype=name("xsd:date")))


def _distributions(base: str, files: Iterable[str]) -> Iterator[ox.Triple]:
    dataset = dataset_iri(base)
    for file in files:
        form = "N-Quads" if ".nq" in file else "N-Triples"
        one = f"{dataset}/file/{file}"
        yield said(dataset, "dcat:distribution", ox.NamedNode(one))
        yield said(one, "rdf:type", name("dcat:Distribution"))
        yield said(one, "dcterms:title", ox.Literal(file))
        yield said(one, "dcterms:format", ox.NamedNode(f"http://www.w3.org/ns/formats/{form}"))
        yield said(one, "dcat:compressFormat", ox.NamedNode(_GZIP))
