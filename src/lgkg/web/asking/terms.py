"""The terms that a query can use, with their words in Thai and English and how often the graph uses them.

What the ontology says of its own terms comes from the graph; `terms.json` has words for terms of other vocabularies.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from lgkg.graph import Graph
from lgkg.pages import part
from lgkg.rdf.terms import CONCEPT, LGKG, PREFIXES
from lgkg.rdf.vocabulary import vocabulary_iri
from lgkg.store.values import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable

Term: TypeAlias = "dict[str, Any]"
"""`name` as a query writes it, `iri`, `count`, and by language `label` and `comment`."""


def terms(graph: Graph) -> dict[str, Any]:
    """Prefixes, classes, properties and concepts of a graph, each kind by how often it is used, then by name."""
    described = _described(graph)
    classes, properties = _counted(graph, _CLASSES), _counted(graph, _PROPERTIES)
    concepts = {iri for iri, told in described.items() if told["kind"] == "concept"}
    return {
        "prefixes": PREFIXES,
        "classes": _listed(classes, described),
        "properties": _listed(properties, described),
        "concepts": _listed(dict.fromkeys(concepts, 0), described),
    }


def _listed(counts: dict[str, int], described: dict[str, Term]) -> list[Term]:
    found = [
        {"name": _name(iri), "iri": iri, "count": count, **_words(iri, described)} for iri, count in counts.items()
    ]
    return sorted(found, key=lambda term: (-term["count"], term["name"]))


def _words(iri: str, described: dict[str, Term]) -> Term:
    told = described.get(iri) or _elsewhere().get(_name(iri), {})
    return {"label": told.get("label", {}), "comment": told.get("comment", {})}


def _name(iri: str) -> str:
    """A term as a query writes it: with its prefix if it has one, else in `<…>`."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri.removeprefix(namespace).isalnum():
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def _described(graph: Graph) -> dict[str, Term]:
    found: dict[str, Term] = {}
    answer = graph.query(_WORDS, vocabulary=Iri(vocabulary_iri(graph.manifest.base)))
    for iri, what, language, text in cast("Iterable[tuple[str, str, str, str]]", answer):
        if iri.startswith((LGKG, CONCEPT)):
            told = found.setdefault(iri, {"kind": _kind(iri), "label": {}, "comment": {}})
            told["comment" if what.endswith("comment") else "label"][language] = text
    return found


def _kind(iri: str) -> str:
    return "concept" if iri.startswith(CONCEPT) or iri in _ROLES else "term"


def _counted(graph: Graph, query: str) -> dict[str, int]:
    return {str(term): cast(int, count) for term, count in graph.query(query) if str(term).startswith("http")}


@cache
def _elsewhere() -> dict[str, Term]:
    return cast("dict[str, Term]", json.loads(part("lgkg.web.asking", "terms.json")))


_ROLES = frozenset(f"{LGKG}{role}" for role in ("chair", "speaker", "attendee"))

_CLASSES = "SELECT ?term (COUNT(*) AS ?n) { ?thing a ?term } GROUP BY ?term"

_PROPERTIES = "SELECT ?term (COUNT(*) AS ?n) { ?thing ?term ?value } GROUP BY ?term"

_WORDS = """
SELECT ?term ?what (LANG(?text) AS ?language) ?text {
  GRAPH ?vocabulary { VALUES ?what { rdfs:label rdfs:comment skos:prefLabel } ?term ?what ?text }
} ORDER BY ?term ?what ?language
"""
