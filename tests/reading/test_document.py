"""A document: normal spelling, boilerplate blanked, terms found whole, offsets of the text as read."""

from __future__ import annotations

from datetime import date

import pytest

from lgkg.article import Article
from lgkg.domain.terms import Kind
from lgkg.facts import Span
from lgkg.reading.document import PASSAGE_LIMIT, Document, cue, is_kind


def document(text: str, published: date | None = None) -> Document:
    return Document(Article("t", text, published=published))


def terms(text: str) -> list[str]:
    doc = document(text)
    return [doc.text[hit.start : hit.end] for hit in doc.hits]


def test_text_is_in_normal_form_and_evidence_in_offsets_of_the_text_as_read() -> None:
    raw = "\u200bนา\u200bยธนา  แก้วดี อธิบดีกรมที่ดิน ทํางาน"
    doc = document(raw)
    assert doc.text.startswith("นายธนา แก้วดี") and doc.text.endswith("ทำงาน")
    evidence = doc.evidence(0, len("นายธนา แก้วดี"), 0.9, "by-hand")
    assert evidence.span.of(raw).replace("\u200b", "") == "นายธนา  แก้วดี"
    assert (evidence.confidence, evidence.rule) == (0.9, "by-hand")


def test_boilerplate_is_blanked_so_that_no_term_is_found_in_it() -> None:
    doc = document("อบต.บ้านกลางจัดงาน\n12 มีนาคม 2567\nนายธนา แก้วดี มาถึงวัดใหม่แต่เช้าพร้อมชาวบ้าน\nติดต่อเรา\nนายเว็บ มาสเตอร์")
    assert "มาสเตอร์" not in doc.text
    assert "12 มีนาคม" not in doc.text
    assert "\n" in doc.text
    assert len(doc.text) == len(doc.normal.text)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("เกษตรกรมีรายได้", "กรม"),
        ("เกษตรกรที่นี่", "กรที่"),
        ("แผนการใหม่", "แผนก"),
        ("โทร.ไม่ติด", "ทร."),
        ("UNITED เมือง", "UN"),
    ],
)
def test_a_term_inside_a_syllable_or_word_is_none(text: str, inside: str) -> None:
    assert inside not in terms(text)


def test_terms_are_looked_up_by_where_they_begin_and_end() -> None:
    doc = document("ที่ กรมที่ดิน วันนี้")
    hit = doc.hit_at(4)
    assert hit is not None and (hit.start, hit.end) == (4, 13)
    assert doc.hit_ending(13) == hit
    assert doc.hit_at(5) is None and doc.hit_ending(12) is None
    assert hit in doc.hits_in(4, 5) and doc.hits_in(5, 13) == []


def test_terms_in_spans_set_apart_are_left_out_by_kind_only() -> None:
    doc = document("นายธนา ราชบุรี จังหวัดราชบุรี")
    assert len(doc.of_kind(Kind.PROVINCE)) == 2
    doc.set_apart([Span(0, len("นายธนา ราชบุรี"))])
    assert [hit.start for hit in doc.of_kind(Kind.PROVINCE)] == [22]
    assert doc.hit_at(7) is not None


def test_terms_in_spans_set_apart_are_left_out_also_where_there_are_no_others() -> None:
    doc = document("นายธนา ราชบุรี")
    doc.set_apart([Span(0, len(doc.text))])
    assert doc.of_kind(*Kind) == []


def test_one_space_is_skipped() -> None:
    doc = document("ก ข")
    assert [doc.skip_space(at) for at in (0, 1, 2, 3)] == [0, 2, 2, 3]


def test_sentences_lie_in_headings_and_body() -> None:
    doc = document("หัวข้อข่าวสั้น\nย่อหน้าแรกยาวกว่าหัวข้อมาก ทั้งนี้ มีอีกประโยคหนึ่ง")
    told = [doc.sentence_at(at).of(doc.text) for at in (0, 16, len(doc.text) - 1)]
    assert told == ["หัวข้อข่าวสั้น", "ย่อหน้าแรกยาวกว่าหัวข้อมาก", "ทั้งนี้ มีอีกประโยคหนึ่ง"]


def test_between_two_sentences_the_one_before_counts() -> None:
    doc = document("หัวข้อข่าวสั้น\nย่อหน้าแรกยาวกว่าหัวข้อมาก ทั้งนี้ มีอีกประโยคหนึ่ง")
    assert doc.sentence_at(14) == doc.sentence_at(0)


def test_terms_of_a_kind_are_found_in_a_stretch_also_in_names_of_people() -> None:
    doc = document("นายธนา ราชบุรี จังหวัดราชบุรี")
    doc.set_apart([Span(0, len("นายธนา ราชบุรี"))])
    assert [hit.start for hit in doc.kind_in(0, len(doc.text), Kind.PROVINCE)] == [7, 22]
    assert doc.kind_in(8, 22, Kind.PROVINCE) == []


def test_a_text_without_content_has_a_sentence_all_the_same() -> None:
    assert document("").sentence_at(0) == Span(0, 0)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("ประชุมวันที่ 5 มีนาคม ที่วัด", date(2023, 4, 1), date(2023, 3, 5)),
        ("ประชุมวันที่ 5 มีนาคม หลังประชุมวันที่ 1 มีนาคม 2565", None, date(2022, 3, 5)),
    ],
)
def test_a_date_without_year_takes_it_from_the_page_or_the_first_full_date(
    text: str, published: date | None, day: date
) -> None:
    assert document(text, published).dates[0].start == day


def test_the_day_a_page_prints_counts_before_the_day_of_the_source() -> None:
    page = "หัวข้อข่าว\n12 มีนาคม 2567\nนายธนา แก้วดี มาถึงวัดใหม่แต่เช้าพร้อมชาวบ้าน"
    assert document(page, date(2024, 1, 1)).published == date(2024, 3, 12)
    assert document("ไม่มีวันที่", date(2024, 1, 1)).published == date(2024, 1, 1)


def test_a_passage_is_its_sentence_up_to_the_limit_and_covers_its_focus() -> None:
    text = "นายธนา แก้วดี " + "เดินทางไปตรวจน้ำ " * 60 + "แล้วกลับ"
    doc = document(text)
    span = doc.sentence_evidence(0, 13, 1.0, "by-hand").span
    assert span.start == 0 and 13 < span.end <= PASSAGE_LIMIT
    assert doc.sentence_evidence(len(text) - 8, len(text), 1.0, "by-hand").span.end == len(text)


def test_a_passage_reaches_over_the_end_of_its_sentence_to_the_end_of_its_focus() -> None:
    text = "นายธนา แก้วดี มาถึง\nปลัดอำเภอ ต้อนรับ"
    span = document(text).sentence_evidence(0, 29, 1.0, "by-hand").span
    assert span == Span(0, 29)


def test_no_hit_is_of_no_kind_and_no_cue() -> None:
    assert not is_kind(None, Kind.CUE)
    assert cue(None) == ""
    assert cue(document("พร้อมด้วย").hits[0]) == "with"
