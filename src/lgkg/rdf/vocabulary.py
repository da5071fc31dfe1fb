"""The vocabulary graph: the ontology, the concepts, and the provinces and districts of Thailand.

Subdistricts, of which there are 7,400, are described in the entities graph where articles name them.
"""

from __future__ import annotations

import pyoxigraph as ox

from lgkg import resources
from lgkg.domain.gazetteer import gazetteer
from lgkg.identity import Identities
from lgkg.rdf.nquads import Block
from lgkg.rdf.places import area_statements
from lgkg.rdf.terms import DEFAULT_BASE

_FILES = ("lgkg.ttl", "concepts.ttl")


def vocabulary_iri(base: str = DEFAULT_BASE) -> str:
    """The IRI of the vocabulary graph."""
    return f"{base}graph/vocabulary"


def vocabulary_quads(ids: Identities, base: str = DEFAULT_BASE) -> bytes:
    """The vocabulary graph as canonical N-Quads; about 10,000 quads, the same for every graph of a version."""
    block = Block(f"<{vocabulary_iri(base)}>")
    for name in _FILES:
        for quad in ox.parse(path=resources.ontology(name), format=ox.RdfFormat.TURTLE):
            block.add(str(quad.subject), str(quad.predicate), str(quad.object))
    for area in (*gazetteer().provinces, *gazetteer().districts):
        block.add_all(area_statements(area, ids, base))
    return block.canonical()
