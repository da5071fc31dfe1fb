"""Describes a graph by VoID (https://www.w3.org/TR/void/), so that others know what it holds before they ask it.

The description is about the merge of all named graphs, which is what a query sees without `GRAPH`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from lgkg.rdf.terms import PREFIXES

WORDS: dict[str, str] = {
    **PREFIXES,
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "format": "http://www.w3.org/ns/formats/",
}
"""The prefixes of descriptions."""

TITLES = {"th": "กราฟความรู้จากข่าวประชาสัมพันธ์ของราชการไทย", "en": "Knowledge graph of Thai government press releases"}
"""What a graph is called as a data set, by language."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the merge of all graphs holds.

    Attributes:
        triples: how many triples.
        subjects: how many different subjects.
        objects: how many different objects.
        entities: how many things of this graph, whose IRIs begin with its base, have a class.
        classes: class -> how many are of it; sorted.
        properties: property -> in how many triples; sorted.
        graphs: how many named graphs.
    """

    triples: int
    subjects: int
    objects: int
    entities: int
    classes: dict[str, int]
    properties: dict[str, int]
    graphs: int


def counted(ask: Callable[..., Iterable[tuple[Any, ...]]], base: str) -> Counts:
    """Counts a graph; 750,000 triples take about ten seconds.

    Args:
        ask: gives the rows of a query and its bindings: `graph.query`.
        base: what stands before every id of the graph.
    """

    def number(sparql: str, **bindings: str) -> int:
        ((count,),) = ask(sparql, **bindings)
        return int(count)

    properties = {str(name): int(count) for name, count in ask(_PROPERTIES)}
    return Counts(
        triples=sum(properties.values()),
        subjects=number("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
        objects=number("SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"),
        entities=number(_ENTITIES, base=base),
        classes={str(name): int(count) for name, count in ask(_CLASSES)},
        properties=properties,
        graphs=number("SELECT (COUNT(*) AS ?n) { GRAPH ?g {} }"),
    )


_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"
_CLASSES = "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?c"
_ENTITIES = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c FILTER(STRSTARTS(STR(?s), ?base)) }"


def dataset_iri(base: str) -> str:
    """The IRI of a graph as a data set."""
    return f"{base}graph/all"


def void_triples(counts: Counts, base: str, endpoint: str | None = None) -> Iterator[ox.Triple]:
    """The description of a graph.

    Args:
        counts: what it holds.
        base: what stands before every id.
        endpoint: where it can be asked by SPARQL, if anywhere.
    """
    dataset = dataset_iri(base)
    yield said(dataset, "rdf:type", name("void:Dataset"))
    yield said(dataset, "rdf:type", name("dcat:Dataset"))
    for language, title in TITLES.items():
        yield said(dataset, "dcterms:title", ox.Literal(title, language=language))
    yield said(dataset, "void:uriSpace", ox.Literal(base))
    for vocabulary in PREFIXES.values():
        yield said(dataset, "void:vocabulary", ox.NamedNode(vocabulary))
    if endpoint:
        yield said(dataset, "void:sparqlEndpoint", ox.NamedNode(endpoint))
    yield from _numbers(dataset, counts)
    yield from _partitions(dataset, "class", counts.classes, "void:entities")
    yield from _partitions(dataset, "property", counts.properties, "void:triples")


def name(prefixed: str) -> ox.NamedNode:
    """The term of a prefixed name: `void:triples`."""
    prefix, local = prefixed.split(":", 1)
    return ox.NamedNode(WORDS[prefix] + local)


def said(subject: str, predicate: str, thing: ox.NamedNode | ox.Literal) -> ox.Triple:
    """A triple of an IRI, a prefixed name and a term."""
    return ox.Triple(ox.NamedNode(subject), name(predicate), thing)


def _numbers(dataset: str, counts: Counts) -> Iterator[ox.Triple]:
    for predicate, number in (
        ("void:triples", counts.triples),
        ("void:entities", counts.entities),
        ("void:distinctSubjects", counts.subjects),
        ("void:distinctObjects", counts.objects),
        ("void:classes", len(counts.classes)),
        ("void:properties", len(counts.properties)),
    ):
        yield said(dataset, predicate, ox.Literal(number))


def _partitions(dataset: str, kind: str, counts: dict[str, int], measure: str) -> Iterator[ox.Triple]:
    for iri, number in counts.items():
        part = f"{dataset}/{kind}/{_short(iri)}"
        yield said(dataset, f"void:{kind}Partition", ox.NamedNode(part))
        yield said(part, f"void:{kind}", ox.NamedNode(iri))
        yield said(part, measure, ox.Literal(number))


def _short(iri: str) -> str:
    """A name that says which term it is, and is no other's: `schema.startDate`."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}.{iri.removeprefix(namespace)}"
    return "".join(letter if letter.isascii() and letter.isalnum() else f".{ord(letter):x}." for letter in iri)
