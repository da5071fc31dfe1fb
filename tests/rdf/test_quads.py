from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pyoxigraph as ox
import pytest

from lgkg.article import Article
from lgkg.facts import Facts, Level, Meeting, Organization, Place
from lgkg.identity import EqualNames
from lgkg.iris import LONGEST
from lgkg.rdf import DEFAULT_BASE, PREFIXES, article_iri, article_quads

IDS = EqualNames()


def store_of(facts: Facts) -> ox.Store:
    store = ox.Store()
    store.load(article_quads(facts, IDS), ox.RdfFormat.N_QUADS)
    return store


def asked(facts: Facts, pattern: str) -> list[tuple[str | None, ...]]:
    """The rows of what stands in the article's graph, as text, sorted."""
    found = store_of(facts).query(f"SELECT * {{ GRAPH ?article {{ {pattern} }} }}", prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables if variable.value != "article"]
    rows = [tuple(None if row[name] is None else row[name].value for name in sorted(names)) for row in found]
    return sorted(rows, key=str)


def test_all_that_an_article_says_is_in_one_graph_named_like_it(all_facts: tuple[Facts, ...]) -> None:
    for facts in all_facts:
        graphs = {graph.value for graph in store_of(facts).named_graphs()}
        assert graphs == {article_iri(facts.article.id, IDS)}


def test_the_article_is_described_as_it_was_read(harbour: Facts) -> None:
    pattern = (
        "?article a lgkg:Article ; dcterms:identifier ?a ; dcterms:title ?b ; dcterms:issued ?c ; "
        "dcterms:source ?d ; lgkg:textSha256 ?e"
    )
    source = "https://www.example.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/1"
    digest = hashlib.sha256(harbour.article.text.encode()).hexdigest()
    assert asked(harbour, pattern) == [("harbour", "เปิดสัมมนาท่าเรือสะอาด", "2022-10-04", source, digest)]


def test_a_person_has_the_name_as_printed_and_the_honorific_apart(harbour: Facts) -> None:
    pattern = (
        "?p a lgkg:Person ; foaf:name ?a ; rdfs:label ?a ; foaf:givenName ?b ; foaf:familyName ?c ; "
        "lgkg:honorific ?d FILTER(?d = 'นางสาว')"
    )
    assert [row[:4] for row in asked(harbour, pattern)] == [("ใจงาม ลองเขียน", "ใจงาม", "ลองเขียน", "นางสาว")]


def test_a_tenure_tells_person_office_day_and_whether_acting_or_former(harbour: Facts) -> None:
    pattern = (
        "?t a lgkg:Tenure ; org:member/foaf:name ?a ; lgkg:office/rdfs:label ?b ; lgkg:observedOn ?c "
        "OPTIONAL { ?t lgkg:acting ?d } OPTIONAL { ?t lgkg:former ?e }"
    )
    assert [row[:5] for row in asked(harbour, pattern)] == [
        ("สมหมาย ทดสอบดี", "ผู้ว่าราชการจังหวัดระยอง", "2022-10-03", None, None),
        ("อดีต เคยเป็น", "นายกองค์การบริหารส่วนจังหวัดระยอง", "2022-10-03", None, "true"),
        ("ใจงาม ลองเขียน", "รองผู้ว่าราชการจังหวัดระยอง", "2022-10-03", "true", None),
    ]


def test_an_office_leads_to_its_kind_body_and_area(harbour: Facts) -> None:
    pattern = "?o a lgkg:Office ; org:role ?a ; org:postIn/rdfs:label ?b ; lgkg:jurisdiction/rdfs:label ?c"
    kind = "https://w3id.org/lgkg/concept/office-kind/pao_president"
    assert [row[:3] for row in asked(harbour, pattern)] == [(kind, "องค์การบริหารส่วนจังหวัดระยอง", "ระยอง")]


def test_a_local_administrative_organisation_is_one_and_a_ministry_is_not(harbour: Facts, flood: Facts) -> None:
    assert len(asked(harbour, "?o a lgkg:Organization , lgkg:LocalGovernment")) == 1
    assert len(asked(flood, "?o a lgkg:Organization")) == 1
    assert asked(flood, "?o a lgkg:LocalGovernment") == []


def test_a_policy_has_its_kind_as_a_class(flood: Facts) -> None:
    assert [row[1] for row in asked(flood, "?p a lgkg:Policy , lgkg:Law ; rdfs:label ?q")] == [
        "พระราชบัญญัติทดสอบ พ.ศ. 2550"
    ]


def test_a_place_has_class_name_and_code_and_an_open_one_has_no_code(flood: Facts) -> None:
    pattern = "?x a ?a ; rdfs:label ?b OPTIONAL { ?x lgkg:dopaCode ?c } VALUES ?a { lgkg:Province lgkg:District }"
    lgkg = PREFIXES["lgkg"]
    assert [row[:3] for row in asked(flood, pattern)] == [
        (f"{lgkg}District", "หนองบัว", None),
        (f"{lgkg}Province", "ระยอง", "21"),
    ]


def implying(harbour: Facts) -> Facts:
    """The same article with a body of a subdistrict whose district it does not name."""
    (rayong,) = harbour.places
    district = Place(Level.DISTRICT, "แกลง", "2103", rayong, rayong.evidence)
    subdistrict = Place(Level.SUBDISTRICT, "เนินฆ้อ", "210307", district, rayong.evidence)
    body = Organization("องค์การบริหารส่วนตำบลเนินฆ้อ", "sao", subdistrict, (), rayong.evidence)
    return replace(harbour, organizations=(*harbour.organizations, body))


def test_whatever_an_article_refers_to_has_class_and_label_in_its_graph(
    harbour: Facts, all_facts: tuple[Facts, ...]
) -> None:
    for facts in (*all_facts, implying(harbour)):
        referred = f"?x ?by ?thing FILTER STRSTARTS(STR(?thing), '{DEFAULT_BASE}')"
        unknown = "FILTER NOT EXISTS { ?thing a ?class FILTER (?class IN (lgkg:Article, lgkg:Passage)) }"
        assert asked(facts, f"{referred} {unknown} FILTER NOT EXISTS {{ ?thing a ?class ; rdfs:label ?label }}") == []


def test_an_area_that_is_only_implied_is_a_place_with_code_and_what_it_lies_in(harbour: Facts) -> None:
    lgkg = PREFIXES["lgkg"]
    pattern = "?x rdfs:label ?a ; a ?b ; lgkg:dopaCode ?c ; schema:containedInPlace/rdfs:label ?d"
    assert [row[:4] for row in asked(implying(harbour), pattern)] == [
        ("เนินฆ้อ", f"{lgkg}Place", "210307", "แกลง"),
        ("แกลง", f"{lgkg}Place", "2103", "ระยอง"),
    ]
    assert [row[0] for row in asked(implying(harbour), "?a a lgkg:Place ; lgkg:evidence ?e")] == []


def test_a_meeting_tells_day_and_hour_apart_so_that_days_compare(harbour: Facts) -> None:
    pattern = (
        "?m a lgkg:Meeting ; rdfs:label ?a ; schema:startDate ?b ; lgkg:startTime ?c ; lgkg:attendeeCount ?d ; "
        "schema:location/rdfs:label ?e ; lgkg:province/rdfs:label ?f ; schema:about/rdfs:label ?g "
        "FILTER(?b = '2022-10-03'^^xsd:date)"
    )
    told = ("สัมมนาท่าเรือสะอาด", "2022-10-03", "09:30:00", "120", "ห้องประชุมพลอย", "ระยอง", "โครงการท่าเรือสะอาด")
    assert [row[:7] for row in asked(harbour, pattern)] == [told]


def test_a_meeting_of_several_days_has_an_end_and_one_without_hour_no_time(flood: Facts) -> None:
    pattern = (
        "?m schema:startDate ?a ; schema:endDate ?b ; schema:organizer/rdfs:label ?c OPTIONAL { ?m lgkg:startTime ?d }"
    )
    assert [row[:4] for row in asked(flood, pattern)] == [("2022-11-05", "2022-11-06", "กระทรวงมหาดไทย", None)]


def test_a_participation_may_have_several_roles_and_a_capacity(harbour: Facts) -> None:
    pattern = "?x lgkg:participant/foaf:name ?a ; lgkg:role ?b ; lgkg:inCapacityOf/rdfs:label ?c"
    lgkg = PREFIXES["lgkg"]
    assert [row[:3] for row in asked(harbour, pattern)] == [
        ("สมหมาย ทดสอบดี", f"{lgkg}chair", "ผู้ว่าราชการจังหวัดระยอง"),
        ("สมหมาย ทดสอบดี", f"{lgkg}speaker", "ผู้ว่าราชการจังหวัดระยอง"),
    ]


def test_a_delegation_names_both_and_makes_the_absent_one_no_participant(harbour: Facts) -> None:
    facts = replace(harbour, participations=harbour.participations[1:])
    pattern = "?x lgkg:delegate/foaf:name ?a ; lgkg:delegator/foaf:name ?b ; lgkg:meeting/rdfs:label ?c"
    assert [row[:3] for row in asked(facts, pattern)] == [("ใจงาม ลองเขียน", "สมหมาย ทดสอบดี", "สัมมนาท่าเรือสะอาด")]
    assert asked(facts, "?x lgkg:participant/foaf:name 'สมหมาย ทดสอบดี'") == []


def test_every_passage_is_the_text_between_its_offsets(all_facts: tuple[Facts, ...]) -> None:
    for facts in all_facts:
        passages = asked(facts, "?e a lgkg:Passage ; oa:start ?a ; oa:end ?b ; oa:exact ?c ; oa:hasSource ?article")
        assert passages
        assert all(facts.article.text[int(a or 0) : int(b or 0)] == c for a, b, c, *_ in passages)


def test_every_fact_and_entity_has_a_passage(all_facts: tuple[Facts, ...]) -> None:
    facts_named = "lgkg:Tenure lgkg:Meeting lgkg:Participation lgkg:Delegation"
    named = f"{facts_named} lgkg:Person lgkg:Office lgkg:Organization lgkg:Province lgkg:District lgkg:Policy"
    for facts in all_facts:
        pattern = f"?x a ?kind VALUES ?kind {{ {named} }} FILTER NOT EXISTS {{ ?x lgkg:evidence/oa:exact ?q }}"
        assert asked(facts, pattern) == []


def test_a_passage_cited_twice_is_one_node(harbour: Facts) -> None:
    passages = asked(harbour, "?e oa:start ?a ; oa:end ?b")
    assert len({row[:2] for row in passages}) == len(passages)


def test_confidence_and_rule_stand_with_every_fact(harbour: Facts) -> None:
    told = asked(harbour, "?t org:member/foaf:name 'สมหมาย ทดสอบดี' ; lgkg:confidence ?a ; lgkg:rule ?b")
    assert [row[:2] for row in told] == [("1", "by-hand")]


def test_hostile_text_adds_no_statement(hostile: Facts) -> None:
    harmless = replace(hostile, article=replace(hostile.article, id="x", title="x"))
    predicates = {quad.predicate.value for quad in store_of(harmless)}
    assert all(predicate.startswith(tuple(PREFIXES.values())) for predicate in predicates)
    assert [row[0] for row in asked(hostile, "?p foaf:name ?a")] == [hostile.persons[0].name]


def test_the_bytes_are_canonical_and_free_of_blank_nodes(all_facts: tuple[Facts, ...]) -> None:
    for facts in all_facts:
        written = article_quads(facts, IDS)
        lines = written.splitlines(keepends=True)
        assert lines == sorted(set(lines))
        assert ox.serialize(ox.parse(written, ox.RdfFormat.N_QUADS), format=ox.RdfFormat.N_QUADS) == written
        assert not any(b" _:" in line or line.startswith(b"_:") for line in lines)


def test_every_iri_is_short_and_ascii(hostile: Facts) -> None:
    for quad in store_of(hostile):
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(term, ox.NamedNode):
                assert term.value.isascii()
                assert len(term.value) < LONGEST


def test_an_address_that_is_none_is_left_out(harbour: Facts) -> None:
    facts = replace(harbour, article=replace(harbour.article, url="javascript:alert(1)"))
    assert asked(facts, "?article dcterms:source ?a") == []


def test_a_publisher_is_told_and_nothing_else_changes(harbour: Facts) -> None:
    told = replace(harbour, article=replace(harbour.article, publisher="เทศบาลตัวอย่าง"))
    assert asked(told, "?article dcterms:publisher ?a") == [("เทศบาลตัวอย่าง",)]
    more = set(article_quads(told, IDS).splitlines()) - set(article_quads(harbour, IDS).splitlines())
    assert len(more) == 1
    assert b"publisher" not in article_quads(harbour, IDS)


def test_another_base_stands_before_every_id(harbour: Facts) -> None:
    written = article_quads(harbour, IDS, "https://example.org/kg/").decode()
    assert "https://w3id.org/lgkg/id/" not in written
    assert "<https://example.org/kg/article/harbour>" in written


def test_an_article_without_facts_is_still_an_article() -> None:
    assert len(article_quads(Facts(Article("empty", "")), IDS).splitlines()) == 3


@pytest.mark.parametrize("count", [None, 0])
def test_nobody_counted_is_not_the_same_as_nobody_there(harbour: Facts, count: int | None) -> None:
    facts = replace(harbour, meetings=(replace(harbour.meetings[0], attendee_count=count),))
    assert len(asked(facts, "?m lgkg:attendeeCount ?a")) == (0 if count is None else 1)


def test_equal_meetings_held_by_different_objects_are_one_node(harbour: Facts) -> None:
    one = Meeting(*(getattr(harbour.meetings[0], name) for name in Meeting.__match_args__))
    facts = replace(harbour, meetings=(*harbour.meetings, one))
    assert len(asked(facts, "?m a lgkg:Meeting")) == 1


def test_an_observation_without_day_has_none(flood: Facts) -> None:
    assert asked(flood, "?t lgkg:observedOn ?a") == []
    seen = replace(flood, tenures=tuple(replace(one, observed_on=date(1, 1, 1)) for one in flood.tenures))
    assert asked(seen, "?t lgkg:observedOn ?a")[0][0] == "0001-01-01"
