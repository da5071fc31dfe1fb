"""The facts of an article are told in words, in Thai and in English."""

from __future__ import annotations

import doctest
import json
from datetime import date, datetime

import pytest

from lgkg.article import Article
from lgkg.facts import Facts, Level, PolicyKind, Role
from lgkg.markup import Entry, Kind, Line, Section, told, words
from lgkg.markup.words import Words
from lgkg.pages import part
from lgkg.reading import read


def section(facts: Facts, id: str, language: str = "en") -> Section:
    return next(section for section in told(facts, language) if section.id == id)


def details(entry: Entry) -> list[str]:
    """The details of an entry, each as `label: value`."""
    return [
        f"{it.label}: {', '.join(value.text for value in it.values)}"
        if isinstance(it, Line)
        else f"{it.label}: {' · '.join((it.head.text, *it.notes))}"
        for it in entry.details
    ]


def test_the_examples_of_the_words_are_true() -> None:
    outcome = doctest.testmod(words, extraglobs={"date": date, "datetime": datetime})
    assert (outcome.attempted > 0, outcome.failed) == (True, 0)


def test_a_person_is_told_with_aliases_offices_and_events(harbour: Facts) -> None:
    sommai, jaingam, adeet = section(harbour, "persons").entries
    assert details(sommai) == [
        "also called: สมหมาย",
        "office: ผู้ว่าราชการจังหวัดระยอง · as of 3 October 2022",
        "chair, speaker: สัมมนาท่าเรือสะอาด",
    ]
    assert "office: รองผู้ว่าราชการจังหวัดระยอง · acting · as of 3 October 2022" in details(jaingam)
    assert "office: นายกองค์การบริหารส่วนจังหวัดระยอง · former · as of 3 October 2022" in details(adeet)


def test_a_person_is_called_as_the_article_prints_the_name(harbour: Facts) -> None:
    facts = read(Article("t", "นายสมชาย ใจดี และพลเอก อนุพงษ์ เผ่าจินดา เป็นประธานการประชุม"))
    assert [entry.head.text for entry in section(facts, "persons").entries] == ["นายสมชาย ใจดี", "พลเอก อนุพงษ์ เผ่าจินดา"]
    assert section(harbour, "persons").entries[0].head.text == "นาย สมหมาย ทดสอบดี"  # the evidence is the name alone


def test_an_event_is_told_with_all_that_is_known_of_it(harbour: Facts) -> None:
    (event,) = section(harbour, "meetings").entries
    assert (event.head.text, event.notes) == ("สัมมนาท่าเรือสะอาด", ("seminar",))
    assert details(event) == [
        "when: 3 October 2022, 09:30",
        "venue: ห้องประชุมพลอย",
        "province: ระยอง",
        "about: โครงการท่าเรือสะอาด",
        "attended by: 120 people",
        "chair, speaker: สมหมาย ทดสอบดี · ผู้ว่าราชการจังหวัดระยอง",
        "attendee: ใจงาม ลองเขียน",
        "attendee: อดีต เคยเป็น",
    ]


def test_an_event_of_several_days_tells_the_last_and_who_held_it(flood: Facts) -> None:
    (event,) = section(flood, "meetings", "th").entries
    assert {"เมื่อ: 5 พฤศจิกายน 2565", "ถึง: 6 พฤศจิกายน 2565", "ผู้จัด: กระทรวงมหาดไทย"} <= set(details(event))


def test_who_was_sent_by_whom_is_told(harbour: Facts) -> None:
    (sent,) = section(harbour, "delegations").entries
    assert (sent.head.text, details(sent)) == ("ใจงาม ลองเขียน", ["sent by: สมหมาย ทดสอบดี", "to: สัมมนาท่าเรือสะอาด"])


def test_offices_bodies_places_and_policies_are_told_with_their_kinds(harbour: Facts, flood: Facts) -> None:
    offices = section(harbour, "offices").entries
    assert [office.notes for office in offices][:2] == [("Provincial Governor",), ("Deputy Provincial Governor",)]
    assert "held by: ใจงาม ลองเขียน (acting)" in details(offices[1])
    assert "held by: อดีต เคยเป็น (former)" in details(offices[2])
    assert section(harbour, "organizations").entries[0].notes == ("Provincial Administrative Organization",)
    assert section(harbour, "places", "th").entries[0].notes == ("จังหวัด",)
    assert section(flood, "policies", "th").entries[0].notes == ("กฎหมาย",)


def test_what_was_not_found_has_no_section(flood: Facts) -> None:
    assert "delegations" not in {section.id for section in told(flood, "en")}


def test_names_lead_to_the_facts_they_name(harbour: Facts) -> None:
    entries = [entry for section in told(harbour, "en") for entry in section.entries]
    for detail in (detail for entry in entries for detail in entry.details):
        phrases = detail.values if isinstance(detail, Line) else (detail.head,)
        assert {phrase.fact for phrase in phrases} <= {*(entry.fact for entry in entries), ""}


def test_every_word_is_there_in_thai_and_in_english() -> None:
    known = json.loads(part("lgkg.markup", "words.json"))
    assert all(set(word) == {"th", "en"} and all(word.values()) for word in known.values())
    assert {*Kind, *Level, *PolicyKind, *Role} <= known.keys()


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="there are no words in 'fr'; the languages are th and en"):
        Words("fr")
