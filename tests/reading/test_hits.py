"""Which of the terms in a text are whole words, as far as spelling tells."""

from __future__ import annotations

import pytest

from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Kind
from lgkg.reading.hits import whole_hits
from lgkg.text import letters


def hits(text: str) -> list[Hit]:
    return whole_hits(letters(text))


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in hits(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("เกษตรกรมีรายได้", "กรม"),
        ("แผนการใหม่", "แผนก"),
        ("โทร.ไม่ติด", "ทร."),
        ("UNITED เมือง", "UN"),
        ("NUN เมือง", "UN"),
        ("เกาะแก่ง", "เกา"),
    ],
)
def test_a_term_inside_a_syllable_an_abbreviation_or_a_latin_word_is_none(text: str, inside: str) -> None:
    assert inside not in found(text)


@pytest.mark.parametrize("text", ["กรม ที่ดิน", "วันกรมที่ดิน", "(กรมที่ดิน)", "UN เมือง", "ปภ.แพร่"])
def test_a_term_between_whole_syllables_is_found(text: str) -> None:
    assert found(text)


def test_a_term_hidden_by_one_that_is_no_word_is_found() -> None:
    assert "กล่าวว่า" in found("โอภาสกล่าวว่า")


@pytest.mark.parametrize(
    ("text", "verb", "rest", "kind"),
    [
        ("ร่วมประชุม", "ร่วม", "ประชุม", Kind.EVENT),
        ("ร่วมแถลงข่าว", "ร่วม", "แถลงข่าว", Kind.EVENT),
        ("เปิดโครงการ", "เปิด", "โครงการ", Kind.POLICY),
        ("และคณะกรรมการ", "และ", "คณะกรรมการ", Kind.BODY),
    ],
)
def test_a_term_made_of_a_word_and_a_term_is_both(text: str, verb: str, rest: str, kind: Kind) -> None:
    first, second = hits(text)
    assert (text[first.start : first.end], text[second.start : second.end]) == (verb, rest)
    assert kind in second.kinds


def test_hits_are_in_order_and_do_not_overlap() -> None:
    text = "นายธนา แก้วดี ผู้ว่าราชการจังหวัดแพร่ ร่วมประชุมเปิดโครงการ และคณะกรรมการเกษตรกรมีรายได้ โอภาสกล่าวว่า"
    ends = [0]
    for hit in hits(text):
        assert ends[-1] <= hit.start < hit.end <= len(text)
        ends.append(hit.end)
    assert len(ends) > 9


def test_a_text_without_terms_has_no_hits() -> None:
    assert hits("") == hits("xyz 123 !?") == []
