"""The JSON-LD context is the ontology's: every term, what its values are, and nothing kept by hand."""

from __future__ import annotations

from typing import Any

import pytest
from rdflib import OWL, RDF, Graph

from lgkg import resources
from lgkg.rdf import context
from lgkg.rdf.terms import LGKG, PREFIXES

ONTOLOGY = Graph().parse(resources.ontology("lgkg.ttl"))
MADE = context.context()


def test_the_committed_context_is_that_of_the_ontology() -> None:
    committed = resources.ontology("context.jsonld").read_text(encoding="utf-8")
    assert committed == context.text(), "run `make ontology`"


def test_every_term_of_the_ontology_goes_by_its_local_name() -> None:
    names = {str(node).removeprefix(LGKG) for node in ONTOLOGY.subjects(RDF.type) if str(node).startswith(LGKG)}
    assert len(names) > 50
    for name in names:
        told = MADE[name]
        assert (told if isinstance(told, str) else told["@id"]) == f"lgkg:{name}"


def test_a_property_that_leads_to_things_takes_them_as_plain_strings() -> None:
    for node in ONTOLOGY.subjects(RDF.type, OWL.ObjectProperty):
        assert MADE[str(node).removeprefix(LGKG)]["@type"] == "@id"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("observedOn", {"@id": "lgkg:observedOn", "@type": "xsd:date"}),
        ("confidence", {"@id": "lgkg:confidence", "@type": "xsd:decimal"}),
        ("rule", "lgkg:rule"),
        ("org:member", {"@id": "org:member", "@type": "@id"}),
        ("schema:startDate", {"@id": "schema:startDate", "@type": "xsd:date"}),
        ("schema:location", {"@id": "schema:location", "@type": "@id"}),
        ("skos:prefLabel", {"@id": "skos:prefLabel", "@container": "@language"}),
        ("skos:broader", {"@id": "skos:broader", "@type": "@id"}),
        ("rdfs:label", "rdfs:label"),
    ],
)
def test_what_values_are_is_told_by_ranges_shapes_and_use(name: str, told: Any) -> None:
    assert MADE[name] == told


def test_every_prefix_of_queries_is_a_prefix_of_the_context() -> None:
    assert PREFIXES.items() <= MADE.items()
