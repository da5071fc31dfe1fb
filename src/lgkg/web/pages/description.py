"""A thing as triples: what machines get at its IRI.

Of an article it is the article's graph. Of anything else: what is said of the thing, each statement about it in full
(who was seen in an office, who took part, who was sent), which things lead to it, and what all these are called.
"""

from __future__ import annotations

import pyoxigraph as ox

from lgkg.graph import Graph
from lgkg.rdf.jsonld import compact
from lgkg.rdf.terms import PREFIXES
from lgkg.store.values import Iri

FORMS = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}
"""Suffix -> media type of the forms for machines, the preferred one first."""


def description(graph: Graph, iri: str, kind: str) -> str:
    """The triples of a thing, as sorted N-Triples; empty if the graph knows nothing of it."""
    return graph.query(_ARTICLE if kind == "article" else _THING, thing=Iri(iri)).ntriples or ""


def written(triples: str, form: str) -> bytes:
    """N-Triples in another form: `ttl`, `jsonld` or `nt`."""
    if form == "nt":
        return triples.encode()
    parsed = [quad.triple for quad in ox.parse(triples.encode(), format=ox.RdfFormat.N_TRIPLES)]
    if form == "jsonld":
        return compact(parsed)
    return ox.serialize(parsed, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""


_ARTICLE = "CONSTRUCT { ?s ?p ?o } { GRAPH ?thing { ?s ?p ?o } }"

_THING = """
CONSTRUCT {
  ?thing ?property ?value . ?other ?leading ?thing . ?statement ?saying ?said . ?named skos:prefLabel ?name
} {
  { ?thing ?property ?value }
  UNION { ?other ?leading ?thing FILTER (?leading != lgkg:office && ?leading != lgkg:inCapacityOf) }
  UNION {
    ?statement ?about ?thing ; ?saying ?said .
    FILTER (?about IN (org:member, lgkg:office, lgkg:participant, lgkg:meeting, lgkg:delegate, lgkg:delegator))
  }
  UNION {
    ?statement ?about ?thing ; ?saying ?named . ?named skos:prefLabel ?name
    FILTER (?about IN (org:member, lgkg:office, lgkg:participant, lgkg:meeting, lgkg:delegate, lgkg:delegator))
  }
  UNION { ?thing ?property ?named . ?named skos:prefLabel ?name }
}
"""
