from __future__ import annotations

import json

import pyoxigraph as ox
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from lgkg.rdf.terms import PREFIXES
from lgkg.web.pages.jsonld import compact

NODES = st.sampled_from(
    [ox.NamedNode(f"https://w3id.org/lgkg/id/person/{n}") for n in range(3)]
    + [ox.NamedNode("https://schema.org/"), ox.NamedNode("http://xmlns.com/foaf/0.1/a/b#c"), ox.NamedNode("urn:x:y")]
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)
LITERALS = st.one_of(
    TEXTS.map(ox.Literal),
    TEXTS.map(lambda text: ox.Literal(text, language="th")),
    TEXTS.map(lambda text: ox.Literal(text, language="en")),
    st.integers().map(lambda n: ox.Literal(str(n), datatype=ox.NamedNode(PREFIXES["xsd"] + "integer"))),
    st.dates().map(lambda day: ox.Literal(day.isoformat(), datatype=ox.NamedNode(PREFIXES["xsd"] + "date"))),
)
PREDICATES = st.sampled_from([PREFIXES["foaf"] + "name", PREFIXES["lgkg"] + "office", "https://else.example.org/said"])
SAID = st.builds(ox.Triple, NODES, PREDICATES.map(ox.NamedNode), st.one_of(NODES, LITERALS))
TYPED = st.builds(ox.Triple, NODES, st.just(ox.NamedNode(PREFIXES["rdf"] + "type")), NODES)


@given(st.sets(st.one_of(SAID, TYPED), max_size=12))
def test_a_document_says_what_the_triples_say(triples: set[ox.Triple]) -> None:
    read = rdflib.Graph().parse(data=compact(triples), format="json-ld")
    lines = "".join(f"{triple.subject} {triple.predicate} {triple.object} .\n" for triple in triples)
    assert isomorphic(read, rdflib.Graph().parse(data=lines, format="nt"))


def test_what_holds_for_all_values_of_a_property_is_said_once() -> None:
    name, office = ox.NamedNode(PREFIXES["foaf"] + "name"), ox.NamedNode(PREFIXES["lgkg"] + "office")
    one = ox.NamedNode("https://w3id.org/lgkg/id/person/1")
    told = json.loads(compact([ox.Triple(one, name, ox.Literal("ก", language="th")), ox.Triple(one, office, one)]))
    assert told["@graph"] == [{"@id": one.value, "foaf:name": "ก", "lgkg:office": one.value}]
    assert told["@context"]["foaf:name"] == {"@language": "th"}
    assert told["@context"]["lgkg:office"] == {"@type": "@id"}
