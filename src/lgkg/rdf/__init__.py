"""Facts as RDF: the named graph of an article, and the graphs that belong to all of them."""

from lgkg.iris import checked_base
from lgkg.rdf.entities import article_labels, entities_iri, entities_quads
from lgkg.rdf.provenance import provenance_iri, provenance_quads
from lgkg.rdf.quads import article_iri, article_quads
from lgkg.rdf.terms import DEFAULT_BASE, PREFIXES
from lgkg.rdf.vocabulary import vocabulary_iri, vocabulary_quads

__all__ = [
    "DEFAULT_BASE",
    "PREFIXES",
    "article_iri",
    "article_labels",
    "article_quads",
    "checked_base",
    "entities_iri",
    "entities_quads",
    "provenance_iri",
    "provenance_quads",
    "vocabulary_iri",
    "vocabulary_quads",
]
