"""Writes `ontology/context.jsonld` from the ontology: `python -m lgkg.rdf.context > ontology/context.jsonld`.

A context for JSON-LD 1.1 says once what names mean and what kind of value a property takes, so that values are plain
strings. Terms of the ontology go by their local names (`Person`, `observedOn`), those of other vocabularies by prefix
(`org:member`). What a value is is told by the ontology's ranges, then by the shapes, then by how the ontology and the
concepts use a property.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, Final

from rdflib import OWL, RDF, RDFS, SH, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from lgkg import resources
from lgkg.rdf.terms import LGKG, PREFIXES

THING: Final = "@id"
"""The kind of a value that is a thing."""
WORDED: Final = "@language"
"""The kind of a value that is a text in a language: an object of texts by language."""
PLAIN: Final = str(XSD.string)

_LINKS = ("dcterms:isReplacedBy", "prov:wasAssociatedWith", "skos:exactMatch")
"""Properties of the graph that lead to things, of which neither the ontology nor the shapes say so."""
_PATHS = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?path ?datatype ?node {
  ?shape sh:path ?path . FILTER (isIRI(?path))
  OPTIONAL { ?shape sh:datatype|sh:or/rdf:rest*/rdf:first/sh:datatype ?datatype }
  OPTIONAL { ?shape sh:nodeKind|sh:class|sh:or/rdf:rest*/rdf:first/sh:class ?node }
} ORDER BY ?path ?datatype ?node
"""


def context() -> dict[str, Any]:
    """The context: prefixes, then terms, each in the order of its name."""
    ontology, concepts, shapes = (_graph(name) for name in ("lgkg.ttl", "concepts.ttl", "shapes.ttl"))
    prefixes = {**PREFIXES, **{prefix: str(namespace) for prefix, namespace in ontology.namespaces() if prefix}}
    kinds = {
        **dict(_used(ontology + concepts)),
        **{PREFIXES[prefix] + name: THING for prefix, _, name in (it.partition(":") for it in _LINKS)},
        **dict(_wanted(shapes)),
        **dict(_ranges(ontology)),
    }
    terms = {_key(iri, prefixes): _definition(iri, kind, prefixes) for iri, kind in kinds.items()}
    named = {_key(node, prefixes): f"lgkg:{node.removeprefix(LGKG)}" for node in _own(ontology) if node not in kinds}
    return {"@version": 1.1, **dict(sorted(prefixes.items())), **dict(sorted({**terms, **named}.items()))}


def text() -> str:
    """The text of `ontology/context.jsonld`."""
    return json.dumps({"@context": context()}, ensure_ascii=False, indent=1) + "\n"


def _graph(name: str) -> Graph:
    return Graph(bind_namespaces="none").parse(resources.ontology(name), format="turtle")


def _own(ontology: Graph) -> list[str]:
    return sorted({str(node) for node in ontology.subjects(RDF.type) if str(node).startswith(LGKG)})


def _ranges(ontology: Graph) -> Iterator[tuple[str, str]]:
    for node in ontology.subjects(RDF.type, OWL.ObjectProperty):
        yield str(node), THING
    for node in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        yield str(node), str(ontology.value(node, RDFS.range))


def _wanted(shapes: Graph) -> Iterator[tuple[str, str]]:
    """What the shapes want of a property; one that may have a literal of any kind is plain."""
    rows: Iterable[Any] = shapes.query(_PATHS)
    for path, datatype, node in rows:
        if datatype is not None:
            yield str(path), WORDED if datatype == RDF.langString else str(datatype)
        elif node is not None:
            yield str(path), PLAIN if node == SH.Literal else THING


def _used(graph: Graph) -> Iterator[tuple[str, str]]:
    """What all values of a property of others are, where they are of one kind."""
    for predicate in sorted(set(graph.predicates()), key=str):
        found = {_kind(value) for value in graph.objects(None, predicate)}
        if predicate != RDF.type and len(found) == 1:
            yield str(predicate), found.pop()


def _kind(value: Node) -> str:
    if isinstance(value, URIRef):
        return THING
    assert isinstance(value, Literal)
    return WORDED if value.language else str(value.datatype or PLAIN)


def _key(iri: str, prefixes: dict[str, str]) -> str:
    return iri.removeprefix(LGKG) if iri.startswith(LGKG) else _prefixed(iri, prefixes)


def _prefixed(iri: str, prefixes: dict[str, str]) -> str:
    prefix, namespace = next(it for it in prefixes.items() if iri.startswith(it[1]))
    return f"{prefix}:{iri.removeprefix(namespace)}"


def _definition(iri: str, kind: str, prefixes: dict[str, str]) -> dict[str, str] | str:
    name = _prefixed(iri, prefixes)
    match kind:
        case "@id":
            return {"@id": name, "@type": "@id"}
        case "@language":
            return {"@id": name, "@container": "@language"}
    return name if kind == PLAIN else {"@id": name, "@type": _prefixed(kind, prefixes)}


if __name__ == "__main__":
    sys.stdout.buffer.write(text().encode())
