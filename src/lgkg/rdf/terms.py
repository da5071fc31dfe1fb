"""The namespaces and terms of the graph, each named once.

A term is kept as canonical N-Quads writes it (`<https://…>`), since quads are written as text.
"""

from __future__ import annotations

from functools import cache
from typing import Final

LGKG: Final = "https://w3id.org/lgkg/ontology#"
CONCEPT: Final = "https://w3id.org/lgkg/concept/"
DEFAULT_BASE: Final = "https://w3id.org/lgkg/id/"
WIKIDATA: Final = "http://www.wikidata.org/entity/"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

PREFIXES: Final = {
    "lgkg": LGKG,
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": XSD,
    "rdf": RDF,
}
"""The prefixes that every query may use without declaring them, and that exported files declare."""


@cache
def term(name: str) -> str:
    """The term of a prefixed name: `term("foaf:name")` is `<http://xmlns.com/foaf/0.1/name>`."""
    prefix, local = name.split(":", 1)
    return f"<{PREFIXES[prefix]}{local}>"


@cache
def concept(scheme: str, name: str) -> str:
    """The term of a concept: `concept("body-kind", "pao")`."""
    return f"<{CONCEPT}{scheme}/{name}>"


TYPE: Final = term("rdf:type")
LABEL: Final = term("rdfs:label")
ALT_LABEL: Final = term("skos:altLabel")
PREF_LABEL: Final = term("skos:prefLabel")
EVIDENCE: Final = term("lgkg:evidence")
CONTAINED_IN: Final = term("schema:containedInPlace")
DOPA_CODE: Final = term("lgkg:dopaCode")
EXACT_MATCH: Final = term("skos:exactMatch")
