"""Writes `ontology/concepts.ttl` from the domain tables: `python -m lgkg.rdf.concepts > ontology/concepts.ttl`.

One SKOS scheme each for kinds of office, of body and of event; the roles in an event are part of the ontology.
"""

from __future__ import annotations

import sys

from rdflib import RDF, SKOS, Graph, Literal, Namespace, URIRef

from lgkg.domain.concepts import Concept, concepts
from lgkg.errors import DataError
from lgkg.rdf.terms import CONCEPT, LGKG, PREFIXES

_ORG = Namespace(PREFIXES["org"])
_LGKG = Namespace(LGKG)
_TITLES = {
    "office-kind": ("ประเภทตำแหน่ง", "kinds of office"),
    "body-kind": ("ประเภทองค์กร", "kinds of organisation"),
    "event-kind": ("ประเภทกิจกรรม", "kinds of event"),
}


def concept_schemes() -> Graph:
    """The schemes as an rdflib graph.

    Raises:
        DataError: a concept is said to be narrower than one that its scheme lacks.
    """
    graph = Graph()
    for prefix in ("skos", "org", "lgkg"):
        graph.bind(prefix, PREFIXES[prefix])
    for scheme, titles in _TITLES.items():
        graph.add((_scheme(scheme), RDF.type, SKOS.ConceptScheme))
        _name(graph, _scheme(scheme), *titles)
    known = {(concept.scheme, concept.id) for concept in concepts()}
    for concept in concepts():
        _check(concept, known)
        _describe(graph, concept)
    return graph


def turtle() -> str:
    """The text of `ontology/concepts.ttl`."""
    return concept_schemes().serialize(format="turtle").strip() + "\n"


def _describe(graph: Graph, concept: Concept) -> None:
    node, scheme = _iri(concept.scheme, concept.id), _scheme(concept.scheme)
    graph.add((node, RDF.type, SKOS.Concept))
    if concept.scheme == "office-kind":
        graph.add((node, RDF.type, _ORG.Role))
    graph.add((node, SKOS.inScheme, scheme))
    graph.add((node, SKOS.notation, Literal(concept.id)))
    _name(graph, node, concept.th, concept.en)
    for holds, term in ((concept.single_seat, _LGKG.singleSeat), (concept.sole_post, _LGKG.solePost)):
        if holds:
            graph.add((node, term, Literal(True)))
    if concept.broader:
        graph.add((node, SKOS.broader, _iri(concept.scheme, concept.broader)))
    else:
        graph.add((node, SKOS.topConceptOf, scheme))


def _name(graph: Graph, node: URIRef, thai: str, english: str) -> None:
    graph.add((node, SKOS.prefLabel, Literal(thai, lang="th")))
    graph.add((node, SKOS.prefLabel, Literal(english, lang="en")))


def _check(concept: Concept, known: set[tuple[str, str]]) -> None:
    if concept.broader and (concept.scheme, concept.broader) not in known:
        raise DataError(
            f"{concept.id!r} has the broader concept {concept.broader!r}, which does not exist",
            where=concept.scheme,
            remedy="Correct the column `broader`, or add the row",
        )


def _iri(scheme: str, name: str) -> URIRef:
    return URIRef(f"{CONCEPT}{scheme}/{name}")


def _scheme(scheme: str) -> URIRef:
    return URIRef(f"{CONCEPT}{scheme}")


if __name__ == "__main__":
    sys.stdout.buffer.write(turtle().encode())
