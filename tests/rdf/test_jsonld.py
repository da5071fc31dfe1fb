from __future__ import annotations

import json

import pyoxigraph as ox
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld as pyld
from rdflib.compare import isomorphic

from lgkg.rdf.jsonld import compact, context
from lgkg.rdf.terms import PREFIXES

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
PREDICATES = st.sampled_from(
    [
        PREFIXES["foaf"] + "name",
        PREFIXES["lgkg"] + "office",
        PREFIXES["lgkg"] + "observedOn",
        PREFIXES["skos"] + "prefLabel",
        PREFIXES["rdfs"] + "label",
        "https://else.example.org/said",
    ]
)
SAID = st.builds(ox.Triple, NODES, PREDICATES.map(ox.NamedNode), st.one_of(NODES, LITERALS))
TYPED = st.builds(ox.Triple, NODES, st.just(ox.NamedNode(PREFIXES["rdf"] + "type")), NODES)


ONE = ox.NamedNode("https://w3id.org/lgkg/id/person/1")


@given(st.sets(st.one_of(SAID, TYPED), max_size=12))
def test_a_document_says_what_the_triples_say(triples: set[ox.Triple]) -> None:
    read = rdflib.Graph().parse(data=compact(triples), format="json-ld")
    lines = "".join(f"{triple.subject} {triple.predicate} {triple.object} .\n" for triple in triples)
    assert isomorphic(read, rdflib.Graph().parse(data=lines, format="nt"))


@given(st.sets(st.one_of(SAID, TYPED), max_size=12))
def test_another_library_reads_the_same_and_opens_no_address(triples: set[ox.Triple]) -> None:
    read = pyld.to_rdf(json.loads(compact(triples)), {"format": "application/n-quads", "documentLoader": refused})
    assert {quad.triple for quad in ox.parse(read.encode(), ox.RdfFormat.N_QUADS)} == triples


def refused(address: str, options: object) -> None:
    raise AssertionError(f"{address} was opened")


def test_values_of_the_kind_that_the_context_tells_are_plain() -> None:
    told = json.loads(
        compact(
            [
                ox.Triple(ONE, ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(PREFIXES["lgkg"] + "Tenure")),
                ox.Triple(ONE, ox.NamedNode(PREFIXES["lgkg"] + "office"), ONE),
                ox.Triple(ONE, ox.NamedNode(PREFIXES["skos"] + "prefLabel"), ox.Literal("ก", language="th")),
            ]
        )
    )
    assert told["@graph"] == [
        {"@id": ONE.value, "@type": "Tenure", "office": ONE.value, "skos:prefLabel": {"th": "ก"}},
    ]


def test_a_document_carries_the_part_of_the_context_that_it_uses() -> None:
    told = json.loads(compact([ox.Triple(ONE, ox.NamedNode(PREFIXES["lgkg"] + "office"), ONE)]))["@context"]
    assert {key: it for key, it in told.items() if isinstance(it, dict)} == {"office": context()["office"]}
    assert told.items() <= context().items()
