from __future__ import annotations

from datetime import UTC, datetime

import pyoxigraph as ox

from lgkg.identity import EqualNames
from lgkg.rdf import PREFIXES, provenance_quads, vocabulary_quads

IDS = EqualNames()


def asked(quads: bytes, query: str) -> list[tuple[str, ...]]:
    store = ox.Store()
    store.load(quads, ox.RdfFormat.N_QUADS)
    found = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(term.value for term in row if term is not None) for row in found]


def test_the_vocabulary_is_canonical_and_free_of_blank_nodes() -> None:
    written = vocabulary_quads(IDS)
    assert ox.serialize(ox.parse(written, ox.RdfFormat.N_QUADS), format=ox.RdfFormat.N_QUADS) == written
    assert not any(isinstance(quad.subject, ox.BlankNode) for quad in ox.parse(written, ox.RdfFormat.N_QUADS))


def test_every_district_lies_in_a_province_and_has_names_in_both_languages() -> None:
    written = vocabulary_quads(IDS)
    query = """SELECT ?p (COUNT(DISTINCT ?d) AS ?n) {
        ?d a lgkg:District ; schema:containedInPlace ?p ; skos:prefLabel ?th , ?en . ?p a lgkg:Province
        FILTER(LANG(?th) = "th" && LANG(?en) = "en") } GROUP BY ?p"""
    counted = asked(written, query)
    assert len(counted) == 77
    assert sum(int(n) for _, n in counted) == 928


def test_every_province_and_nothing_else_has_its_code_of_iso_3166_2() -> None:
    written = vocabulary_quads(IDS)
    coded = asked(written, "SELECT ?c ?n { ?p schema:identifier ?c ; rdfs:label ?n ; a lgkg:Province }")
    assert {("TH-10", "กรุงเทพมหานคร"), ("TH-21", "ระยอง"), ("TH-38", "บึงกาฬ"), ("TH-96", "นราธิวาส")} <= set(coded)
    assert len(coded) == len(asked(written, "SELECT ?p ?c { ?p schema:identifier ?c }")) == 77


def test_every_province_and_nothing_else_leads_to_its_item_in_wikidata() -> None:
    query = "SELECT ?c ?item { ?p skos:exactMatch ?item OPTIONAL { ?p lgkg:dopaCode ?c ; a lgkg:Province } }"
    found = asked(vocabulary_quads(IDS), query)
    assert len(found) == 77
    assert ("21", "http://www.wikidata.org/entity/Q335221") in found


def test_the_vocabulary_holds_ontology_and_concepts() -> None:
    query = 'SELECT ?c { ?c a skos:Concept ; skos:prefLabel "ผู้ว่าราชการจังหวัด"@th }'
    assert asked(vocabulary_quads(IDS), query) == [("https://w3id.org/lgkg/concept/office-kind/governor",)]
    assert asked(vocabulary_quads(IDS), "SELECT ?x { lgkg:Tenure rdfs:subClassOf ?x }") == [
        (PREFIXES["org"] + "Membership",)
    ]


def test_the_provenance_names_version_and_input_and_no_time() -> None:
    query = """SELECT ?version ?count ?digest { ?run a prov:Activity ; lgkg:articleCount ?count ;
        lgkg:inputSha256 ?digest ; prov:wasAssociatedWith/schema:softwareVersion ?version }"""
    written = provenance_quads("1.2.3", 7, "ab" * 32)
    assert asked(written, query) == [("1.2.3", "7", "ab" * 32)]
    assert b"Time" not in written


def test_the_provenance_tells_the_time_when_it_is_given() -> None:
    ended = datetime(2022, 10, 3, 9, 30, tzinfo=UTC)
    assert b'"2022-10-03T09:30:00+00:00"' in provenance_quads("1.2.3", 7, "ab" * 32, ended=ended)
