"""Reads what things are called in Thai and in English."""

from __future__ import annotations

from collections import defaultdict

import pyoxigraph as ox

from lgkg.knowledge_graph import KnowledgeGraph
from lgkg.network.model import Name


def labels(graph: KnowledgeGraph, sparql: str) -> dict[str, Name]:
    """The names of things by IRI.

    Args:
        graph: where to read.
        sparql: a query for things and their labels, in this order.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for thing, label in graph.query(sparql).terms:
        if isinstance(thing, ox.NamedNode) and isinstance(label, ox.Literal):
            language = label.language or ""
            found[thing.value][language] = min(label.value, found[thing.value].get(language, label.value))
    return {iri: _name(found[iri]) for iri in sorted(found)}


def _name(by_language: dict[str, str]) -> Name:
    thai = by_language.get("th") or by_language[min(by_language)]
    return Name(thai, by_language.get("en", ""))


def province_names(graph: KnowledgeGraph) -> dict[str, Name]:
    """The names of all provinces by IRI."""
    return labels(graph, "SELECT ?province ?name { ?province a lgkg:Province ; skos:prefLabel ?name }")
