"""All terms in a text at once: what begins first counts, and of what begins together the longest."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lgkg.domain.lexicon import Hit, Lexicon, lexicon
from lgkg.domain.terms import Entry, Kind, terms
from lgkg.text import letters
from lgkg.text.letters import DEPENDENT, LATIN, LEADING, THAI

TITLE = Entry(Kind.TITLE, "civil", "นาย")
POST = Entry(Kind.OFFICE, "head", "หัวหน้า", "body")
CUE = Entry(Kind.CUE, "with", "หัวหน้า")


def found(text: str) -> list[str]:
    return [text[start:end] for _, start, end in lexicon().matches(letters(text))]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("นายกเทศมนตรีเมืองขลุง", "นายกเทศมนตรีเมือง"),
        ("นายกรัฐมนตรี", "นายกรัฐมนตรี"),
        ("นายอำเภอลอง", "นายอำเภอ"),
        ("นายกฤษดา", "นาย"),
        ("รองผู้ว่าราชการจังหวัดแพร่", "รองผู้ว่าราชการจังหวัด"),
    ],
)
def test_the_longest_of_the_terms_that_begin_together_is_found(text: str, first: str) -> None:
    assert found(text)[0] == first


def test_matches_are_in_order_and_do_not_overlap() -> None:
    text = "นายธนา แก้วดี ผู้ว่าราชการจังหวัดแพร่ เป็นประธานการประชุม พร้อมด้วย นางใจ ทองดี ปลัดจังหวัดแพร่"
    matches = lexicon().matches(letters(text))
    assert len(matches) > 8
    assert all(left[2] <= right[1] for left, right in pairwise(matches))


def test_offsets_count_code_points() -> None:
    assert Lexicon({"ปลัด": (POST,)}).matches(letters("😀é ปลัด")) == [(0, 3, 7)]


def test_every_term_of_the_tables_is_a_term_of_the_lexicon() -> None:
    assert len(lexicon().terms) == len(terms())
    for spelling in list(terms())[::500]:
        ((index, start, end),) = lexicon().matches(letters(spelling))
        assert (start, end) == (0, len(spelling))
        assert lexicon().terms[index].meaning[0] == terms()[spelling]


def test_a_term_tells_what_its_spelling_asks_of_the_letters_around_it() -> None:
    names = ["UN", "กปภ.", "นายก อบจ", "Mr."]
    assert [(t.not_behind, t.not_before) for t in Lexicon(dict.fromkeys(names, (TITLE,))).terms] == [
        (LEADING | LATIN, DEPENDENT | LATIN),
        (LEADING | THAI, DEPENDENT),
        (LEADING, DEPENDENT),
        (LEADING | LATIN | THAI, DEPENDENT),
    ]


def test_a_term_that_begins_with_a_verb_and_hides_another_knows_both() -> None:
    joined, meeting = Entry(Kind.CUE, "present", "เข้าร่วม"), Entry(Kind.EVENT, "meeting", "ประชุม", "3")
    terms = Lexicon({"ร่วมประชุม": (joined,), "ประชุม": (meeting,), "ร่วมใจ": (joined,)}).terms
    assert (terms[0].verb, terms[0].rest) == (4, ((meeting,), frozenset({Kind.EVENT}), ""))
    assert [(term.verb, term.rest) for term in terms[1:]] == [(0, None), (0, None)]


def test_a_hit_tells_what_it_can_stand_for() -> None:
    hit = Hit(4, 11, *Lexicon({"หัวหน้า": (POST, CUE)}).terms[0].meaning)
    assert hit.kinds == {Kind.OFFICE, Kind.CUE} and hit.cue == "with"
    assert (hit.of(Kind.OFFICE), hit.of(Kind.CUE), hit.of(Kind.TITLE)) == (POST, CUE, None)


def test_a_text_without_terms_has_no_matches() -> None:
    assert lexicon().matches(b"") == lexicon().matches(b"xyz 123") == []


def test_it_is_built_once() -> None:
    assert lexicon() is lexicon()
