"""Thai at one byte a letter: offsets are those of the text, spellings are found all at once, letters are of kinds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lgkg.text import letters
from lgkg.text.letters import DEPENDENT, LATIN, LEADING, THAI, Spellings, is_thai, kinds_of

LETTERS = st.sampled_from("กขคเแา่้ํ ?aZ.๑\u200b😀\udc00")


@given(st.text(LETTERS), st.text(LETTERS))
def test_every_letter_is_one_byte_and_the_same_wherever_it_stands(before: str, behind: str) -> None:
    assert letters(before + behind) == letters(before) + letters(behind)
    assert len(letters(before)) == len(before)


@given(
    st.lists(st.text("กขค", min_size=1, max_size=4), min_size=1, max_size=6, unique=True), st.text("กขคa", max_size=30)
)
def test_the_first_and_of_those_that_begin_together_the_longest_is_found(spellings: list[str], text: str) -> None:
    expected, at = [], 0
    while at < len(text):
        longest = max((s for s in spellings if text.startswith(s, at)), key=len, default="")
        if longest:
            expected.append((spellings.index(longest), at, at + len(longest)))
        at += len(longest) or 1
    assert Spellings(spellings).matches(letters(text)) == expected


def test_many_spellings_are_found_like_few() -> None:
    many = [chr(0x0E01 + first) + chr(0x0E01 + second) + "า" for first in range(40) for second in range(40)]
    assert Spellings(many).matches(letters("xกขา")) == [(1, 1, 4)]


def test_letters_that_the_code_page_lacks_are_in_no_spelling() -> None:
    assert Spellings(["กข"]).matches(letters("ก\u200bข กข")) == [(0, 4, 6)]


def test_each_letter_is_of_its_kinds() -> None:
    assert list(kinds_of(letters("เกา่zฯ๑ ?é"))) == [
        LEADING | THAI,
        THAI,
        DEPENDENT | THAI,
        DEPENDENT | THAI,
        LATIN,
        *[0] * 5,
    ]


def test_letters_vowels_and_marks_are_thai_and_signs_are_not() -> None:
    assert all(map(is_thai, "กฮะาเไ็๎"))
    assert not any(map(is_thai, "ฯ฿ๆ๏๑a 1\u0e3b\u0e3e"))
    assert all(letters(chr(code)) != b"?" for code in range(0xE00, 0xE80) if is_thai(chr(code)))


def test_latin_letters_are_told_from_others() -> None:
    assert list(kinds_of(letters("AZaz"))) == [LATIN] * 4
    assert not any(kind & LATIN for kind in kinds_of(letters("กé1. ")))
