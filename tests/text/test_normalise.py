from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgkg.text import Span, normalise
from lgkg.text.normalise import _PASSES, _needed, _rewrite


def raw_of(raw: str, word: str) -> str:
    """The stretch of `raw` that a word of its normal form came from."""
    found = normalise(raw)
    start = found.text.index(word)
    return found.original(Span(start, start + len(word))).of(raw)


def test_text_in_normal_form_is_returned_itself() -> None:
    text = "ผู้ว่าราชการจังหวัดน้ำใส เปิดการประชุม\n\nพื้นที่นี้มีเกาะ 3 แห่ง"
    assert normalise(text).text is text


@pytest.mark.parametrize(
    "invisible", ["\u200b", "\u200c", "\u200d", "\ufeff", "\xad", "\u202e", "\u2066", "\x00", "\x1b"]
)
def test_invisible_characters_go(invisible: str) -> None:
    raw = f"{invisible}นาย{invisible}สมชาย{invisible}"
    assert normalise(raw).text == "นายสมชาย"
    assert normalise(raw).original(Span(0, 8)).of(raw) == f"นาย{invisible}สมชาย"


@pytest.mark.parametrize(
    "spelling", ["น\u0e4dา", "น\u0e4d\u0e49า", "น\u0e49\u0e4dา", "น\u0e33\u0e49", "น\u0e4d\u200b\u0e49า"]
)
def test_sara_am_in_parts_becomes_one_letter(spelling: str) -> None:
    found = normalise(f"ที่{spelling}ใส")
    assert found.text in ("ที่นำใส", "ที่น้ำใส")
    assert raw_of(f"ที่{spelling}ใส", found.text[3:-2]) == spelling


def test_two_sara_e_become_sara_ae() -> None:
    assert normalise("เเม่สาย").text == "แม่สาย"
    assert raw_of("เเม่สาย", "แม่") == "เเม่"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("ผ\u0e49\u0e39", "ผ\u0e39\u0e49"),
        ("พันธ\u0e4c\u0e38", "พันธ\u0e38\u0e4c"),
        ("ท\u0e35\u0e48\u0e48", "ท\u0e35\u0e48"),
        ("ผ\u0e39\u0e49\u0e39", "ผ\u0e39\u0e49"),
        ("มาาาก", "มาก"),
        ("เพราะะ", "เพราะ"),
    ],
)
def test_marks_are_ordered_and_said_once(wrong: str, right: str) -> None:
    assert normalise(wrong).text == right


def test_marks_that_contradict_each_other_stay() -> None:
    assert normalise("ก\u0e37\u0e31").text == "ก\u0e37\u0e31"


@pytest.mark.parametrize(
    ("glyphs", "letters"),
    [
        ("ป\uf702\uf70a", "ป\u0e35\u0e48"),
        ("ฟ\uf710น", "ฟ\u0e31น"),
        ("ญ\uf718", "ญ\u0e38"),
        ("\uf70f\uf71a", "ญ\u0e3a"),
        ("ร\uf8a0", "ร"),
        ("ป\uf884น", "ป\u0e31น"),
        ("\uf700าน", "ฐาน"),
    ],
)
def test_glyph_variants_of_thai_fonts_become_letters(glyphs: str, letters: str) -> None:
    assert normalise(glyphs).text.strip() == letters


def test_other_private_use_characters_become_a_space() -> None:
    assert normalise("ข้อ\uf0fcหนึ่ง\U000f0001สอง").text == "ข้อ หนึ่ง สอง"


def test_white_space_is_one_space_and_none_at_the_ends_of_a_line() -> None:
    raw = "  นาย\xa0\xa0สมชาย\u3000\tใจดี \r\n \u2003นายอำเภอ\r\rท้าย "
    assert normalise(raw).text == "นาย สมชาย ใจดี\nนายอำเภอ\n\nท้าย"
    assert raw_of(raw, "สมชาย ใจดี") == "สมชาย\u3000\tใจดี"


def test_names_in_columns_of_no_break_spaces_map_back_without_the_column() -> None:
    raw = "ว่าที่ร้อยตรี\xa0\xa0\xa0\xa0อารีย์\xa0\xa0\xa0\xa0ทองดี"
    assert raw_of(raw, "อารีย์ ทองดี") == "อารีย์\xa0\xa0\xa0\xa0ทองดี"
    assert raw_of(raw, "อารีย์") == "อารีย์"


def test_thai_digits_become_arabic_and_keep_their_places() -> None:
    raw = "วันที่ ๓ ตุลาคม ๒๕๖๕"
    assert normalise(raw).text == "วันที่ 3 ตุลาคม 2565"
    assert raw_of(raw, "256") == "๒๕๖"


def test_curly_quotes_and_dashes_stay() -> None:
    assert normalise("“โครงการ” – ‘ดี’").text == "“โครงการ” – ‘ดี’"


def test_deleted_characters_stay_outside_on_both_edges() -> None:
    raw = "\u200b\u200bนาย\u200b\u200bก\u200b"
    assert raw_of(raw, "นาย") == "นาย"
    assert raw_of(raw, "ก") == "ก"


def test_part_of_a_replaced_cluster_comes_back_as_the_whole_cluster() -> None:
    raw = "พันธ\u0e4c\u0e38"
    found = normalise(raw)
    assert found.original(Span(0, 5)).of(raw) == raw


def test_an_empty_span_stays_empty() -> None:
    found = normalise("\u200bก\u200b\u200bข")
    assert [found.original(Span(at, at)) for at in range(3)] == [Span(1, 1), Span(4, 4), Span(5, 5)]


def test_blank_text_becomes_empty() -> None:
    assert normalise(" \u200b\xa0").text == ""
    assert normalise("").text == ""


ODD = st.text(st.sampled_from("กเะา \n\t\xa0\u200b\ue000๑?ํ็่้ัิุำ"), max_size=12)


@given(ODD)
@settings(max_examples=500)
def test_a_pass_that_is_left_out_has_nothing_to_do(text: str) -> None:
    left_out = [one for number, one in enumerate(_PASSES) if number not in _needed(text)]
    assert [_rewrite(text, pattern, replacement)[0] for pattern, replacement, _ in left_out] == [text] * len(left_out)
