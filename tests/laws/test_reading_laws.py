"""Laws of the reading room: what holds for the facts of every text, and how the work grows with its length."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.article import Article
from lgkg.domain.terms import Kind, terms
from lgkg.facts import Facts, Office, Organization, Place, Policy, Role
from lgkg.reading import read

# Words that every rule of reading knows, names around them, and what stands between in pages.
TERMS = sorted(terms())
NAMES = ["สมชาย", "กร", "พลอย", "แก้วดี", "ณ ลำปาง", "ราชบุรี", "อยู่สุข", "พระครูสถิตธรรมคุณ", "วังแซ้ม", "เมือง", "ในเมือง"]
OFTEN = [
    *("นาย", "นางสาว", "พันเอก (พิเศษ) ", "ผู้ว่าราชการจังหวัด", "นายก อบต.", "ปลัด มท.", "รักษาราชการแทน", "อดีต"),
    *("เป็นประธาน", "มอบหมายให้", "ได้รับมอบหมายจาก", "พร้อมด้วย", "โดยมี", "กล่าวว่า", "ร่วม", "ประชุม", "ลงพื้นที่"),
    *("จังหวัด", "อำเภอ", "ตำบล", "โครงการ", "พระราชบัญญัติ", " พ.ศ. 2560", "วันที่ 12 มีนาคม 2567 ", "เวลา 09.30 น. ", " ณ "),
    *("ดังนี้\n", "1. ", "- ", "(", ")", "“", "”", ",", "ฯ", "\n", " ", " ", " ", "และ", "ที่", "คน", "จำนวน 20 "),
]
PHRASES = [
    *(
        "นายชนะ ทองดี นายอำเภอมะขาม ",
        "นางใจ แสงดี",
        "พลโท กร ณ ลำปาง ",
        "ผู้ว่าราชการจังหวัดแพร่ ",
        "นายก อบต.วังแซ้ม ",
        "นายชนะ ",
    ),
    *(" เป็นประธานการประชุมป้องกันไฟป่า ", " ลงพื้นที่ตรวจเยี่ยมชาวสวน ", " มอบหมายให้ ", " โดยมี ", " พร้อมด้วย ", " กล่าวว่า "),
    *(" ณ วัดใหม่ ตำบลวังแซ้ม อำเภอมะขาม ", "จังหวัดจันทบุรี ", "วันที่ 12-14 มีนาคม 2567 ", "ต่อมาเวลา 18.00 น. ", "\n", " เข้าร่วม "),
    *(
        "โครงการ “ป่าเย็น” ",
        "พระราชบัญญัติเทศบาล พ.ศ. 2496 ",
        " ได้รับมอบหมายจาก ",
        "อดีต",
        "รักษาราชการแทน",
        " (",
        ") ",
        "จำนวน 45 คน ",
    ),
]
ODD = st.text(st.characters(codec=None), max_size=4)
WORDS = st.sampled_from(NAMES) | st.sampled_from(OFTEN) | st.sampled_from(TERMS) | ODD
TEXT = st.lists(WORDS, max_size=40).map("".join) | st.lists(st.sampled_from(PHRASES) | WORDS, max_size=25).map("".join)
SENTENCE = (
    "เมื่อวันที่ 12 มีนาคม 2567 ณ หอประชุมอำเภอมะขาม จังหวัดจันทบุรี นายชนะ ทองดี นายอำเภอมะขาม เป็นประธานการประชุมป้องกันไฟป่า "
    "ตามโครงการ “ป่าเย็น” พร้อมด้วย นางใจ ณ ลำปาง รักษาราชการแทนนายก อบต.วังแซ้ม และพระครูสถิตธรรมคุณ เจ้าอาวาสวัดใหม่"
)


def facts(text: str) -> Facts:
    return read(Article("t", text, published=date(2024, 3, 20)))


def mentioned(found: Facts) -> Iterator[object]:
    """Every record that another record of the facts refers to."""
    for office in found.offices:
        yield from (office.organization, office.jurisdiction)
    for tenure in found.tenures:
        yield from (tenure.person, tenure.office)
    for meeting in found.meetings:
        yield from (meeting.province, meeting.organizer, *meeting.about)
    for part in found.participations:
        yield from (part.person, part.meeting, part.in_capacity_of)
    for sent in found.delegations:
        yield from (sent.delegate, sent.delegator, sent.meeting)


@given(TEXT)
def test_every_passage_lies_in_the_text_and_says_something(text: str) -> None:
    found = facts(text)
    for fact in (*found.entities(), *found.statements()):
        span = fact.evidence.span
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
        assert 0 < fact.evidence.confidence <= 1 and fact.evidence.rule


@given(TEXT)
def test_everything_that_a_fact_refers_to_is_listed(text: str) -> None:
    found = facts(text)
    listed = {*found.entities(), *found.statements()}
    assert all(record in listed for record in mentioned(found) if record is not None)


@given(TEXT)
def test_nothing_is_listed_twice(text: str) -> None:
    found = facts(text)
    for records in (tuple(found.entities()), tuple(found.statements())):
        assert len(set(records)) == len(records)
    for labels in (
        [o.label for o in found.offices],
        [o.label for o in found.organizations],
        [p.name for p in found.persons],
    ):
        assert len(set(labels)) == len(labels)
    taking_part = [(part.person, part.meeting) for part in found.participations]
    assert len(set(taking_part)) == len(taking_part)


@given(TEXT)
def test_labels_are_never_empty_and_roles_are_in_their_order(text: str) -> None:
    found = facts(text)
    for entity in found.entities():
        label = entity.label if isinstance(entity, Office | Organization | Policy) else entity.name
        assert label.strip() == label != ""
    for part in found.participations:
        assert part.roles == tuple(role for role in Role if role in part.roles) != ()
    assert all(sent.delegate != sent.delegator for sent in found.delegations)
    assert all(
        m.end is None or m.start is None or m.end.isoformat() >= m.start.isoformat()[:10] for m in found.meetings
    )


@given(TEXT)
def test_a_place_lies_in_the_area_whose_code_begins_its_own(text: str) -> None:
    for place in facts(text).places:
        above: Place | None = place.within
        assert above is None or (place.code is not None and place.code[:-2] == above.code)
        assert (place.code is None) <= (above is None)


@given(TEXT)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert facts(text) == facts(text)


@given(TEXT)
def test_reading_what_was_read_gives_the_same(text: str) -> None:
    found = facts(text)
    assert read(found.article) == found


def told(found: Facts) -> list[object]:
    """What the facts say, without where the text says it."""
    return [
        [(p.honorific, p.name, p.aliases) for p in found.persons],
        [(t.person.name, t.office.label, t.acting, t.former, t.observed_on) for t in found.tenures],
        [(o.label, o.kind) for o in found.organizations],
        [(p.level, p.name, p.code) for p in found.places],
        [(p.label, p.kind) for p in found.policies],
        [(m.title, m.kind, m.start, m.end, m.venue) for m in found.meetings],
        [(p.person.name, p.roles) for p in found.participations],
    ]


@given(st.lists(st.integers(0, len(SENTENCE)), max_size=30), st.sampled_from(["\u200b", "\u200c", "\ufeff", "\u00ad"]))
def test_letters_that_nobody_sees_change_nothing_that_is_said(places: list[int], unseen: str) -> None:
    text = SENTENCE
    for place in sorted(places, reverse=True):
        text = text[:place] + unseen + text[place:]
    assert told(facts(text)) == told(facts(SENTENCE))


@given(st.integers(0, len(SENTENCE)))
def test_a_text_cut_anywhere_is_read(place: int) -> None:
    for text in (SENTENCE[:place], SENTENCE[place:]):
        assert all(person.name for person in facts(text).persons)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_text_of_one_kind_of_term_is_read(kind: Kind) -> None:
    some = [spelling for spelling, entries in terms().items() if any(entry.kind is kind for entry in entries)][:400]
    for between in ("", " ", "\n", " และ"):
        assert facts(between.join(some)).article.text


LETTERS = "กขคงจชซดตถทธนบปผพฟภมรลวศสห"


def invented(number: int) -> str:
    """A name for a number; numbers below 17,576 have names of their own."""
    first, second, third = (LETTERS[number // power % 26] for power in (1, 26, 676))
    return f"สม{first}า{second}า{third}ี"


def crowd(size: int) -> str:
    """A list of about `size` letters, of people of different names in posts of different names."""
    people = (f"นาย{invented(n)} ทอง{invented(n * 7 + 3)} ผู้อำนวยการกอง{invented(n + 5)}" for n in range(size // 44))
    return " ".join(people)


HOSTILE_UNITS = [
    "นายกขคงจ", "ที่ปรึกษา", "พระครู", "ดร.", "คณะกรรมการ", "โครงการ", "ค่าย", "เปิดศูนย์", "ประชุม", "มอบหมายให้", "(", "“",
    "นายสมชาย ใจดี ", "นายสมชาย ใจดี\n", "อดีต", "ณ วัด ", "ตำบลหนองบัว ", "อำเภอเมือง ", "จังหวัดแพร่ น่าน ", "และ", "โดยมี ",
    "พ.ศ. ", "พ.ร.บ.", "นายก", "นาย ก. ", "อบต.", "เทศบาลตำบล", "1. นายสมชาย ใจดี นายอำเภอลอง\n", "กล่าวว่า ", "ก",
    "\n", "ฯ",     "วันที่ 12 มีนาคม 2567 นายสมชาย ใจดี เป็นประธานการประชุม\n", "มีการประชุมเมื่อวันที่ 12 มีนาคม 2567 ",
]  # fmt: skip


def people(sentence: str) -> str:
    """The sentence over and over, with other names each time."""
    return " ".join(sentence.format(invented(n), invented(n * 7 + 3), invented(n + 5)) for n in range(1_000))


REPEATED = {
    "full names without a title": people("นาย{0} ทอง{1} กล่าว {0} ทอง{1} กล่าว"),
    "given names": people("นาย{0} ทอง{1} กล่าวว่า นาย{0} กล่าวว่า"),
    "namesakes": people("นายสมชาย ทอง{1} กล่าวว่า นายสมชาย กล่าวว่า"),
    "mayors": people("นายก{0} ทอง{1}"),
    "assignments": people("นาย{0} ทอง{1} มอบหมายให้ นาย{2} ทอง{1}"),
    "posts of one": people("นายสมชาย ใจดี ผู้อำนวยการกอง{0}"),
    "bodies": people("คณะกรรมการ{0}{1}จังหวัดแพร่ คณะกรรมการ{0}ฯ"),
    "short forms": "(คทช.) มท. (ปภ.) " * 1_500,
    "policies": people("โครงการ “{0}{1}”"),
    "areas": "อำเภอเมือง จังหวัดแพร่ ตำบลหนองบัว อำเภอลอง น่าน " * 1_000,
    "events told of": "นายสมชาย ใจดี นายอำเภอลอง กล่าวว่า " + "การประชุมเรื่องน้ำ " * 3_000,
    "events": people("\nต่อมาเวลา 11.00 น. นาย{0} ทอง{1} เป็นประธานการประชุมคณะกรรมการ{2} ณ ห้องประชุม{2}"),
    "events of a list": people("\n1. จังหวัดแพร่ ที่วัด{2} นาย{0} ทอง{1} เป็นประธานพิธีสวดมนต์ มอบหมายให้ นาย{2} ทอง{1}"),
    "people behind an event": "นายสมชาย ใจดี เป็นประธานการประชุม โดยมี " + people("นาย{0} ทอง{1} เข้าร่วม"),
    **{unit: unit * (12_000 // len(unit)) for unit in HOSTILE_UNITS},
}
"""Texts of 12,000 letters or more that say one thing over and over."""


def steps(text: str) -> int:
    """How many lines of the program are run to read a text, which is the same on a busy machine."""
    count = 0

    def step(_frame: FrameType, _event: str, _argument: object) -> Any:
        nonlocal count
        count += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        facts(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("repeated", REPEATED)
def test_steps_grow_no_faster_than_the_text_of(repeated: str) -> None:
    text = REPEATED[repeated]
    facts(text[:12_000])  # what is made once is made
    short, long = steps(text[:4_000]), steps(text[:12_000])
    assert long < 3.5 * short


def test_everyone_of_a_crowd_is_read() -> None:
    found = facts(crowd(44_000))
    assert len(found.persons) == len(found.tenures) == 1_000


def test_a_million_letters_without_a_space_are_read() -> None:
    assert facts("นายกขคงจ" * 3 + "ก" * 1_000_000).statements() is not None
