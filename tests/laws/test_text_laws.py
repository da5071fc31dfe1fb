"""Laws of the text room: what holds for every text, however it was typed, and how the work grows with its length."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lgkg.tables import table, values
from lgkg.text import Normalised, Span, clip, decode, find_dates, find_times, layout, normalise, sentences

MONTHS = [(row["th"], values(row["abbreviations"])[0]) for row in table("months")]

# Every kind of character that a pass of `normalise` knows, and enough plain ones to stand between them.
HOSTILE = st.sampled_from(
    "กนมผเแาะำๆ" + "\u0e31\u0e34\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4b\u0e4c\u0e4d\u0e4e"
)
SPACES = st.sampled_from(' \n\r\t\xa0\u3000\u2028\u200b\u202e\ufeff\xad\uf70a\uf0fc\ud800๓3x“”".')
TEXT = st.text(HOSTILE | SPACES | st.characters(codec=None), max_size=60)
WORDS = [*'กนมาเที่ ู้ำ \n“”".1)ฯ', "ทั้งนี้ ", "จากนั้น ", " ด้าน ", "“", "” ", "ถ้อยคำยาวในเครื่องหมายคำพูด" * 4]
PLAIN = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@given(TEXT)
def test_normal_form_is_normal(raw: str) -> None:
    text = normalise(raw).text
    assert normalise(text).text is text


@given(TEXT)
def test_the_whole_text_comes_from_inside_the_raw_text(raw: str) -> None:
    found = normalise(raw)
    original = found.original(Span(0, len(found.text)))
    assert 0 <= original.start <= original.end <= len(raw)
    assert normalise(original.of(raw)).text == found.text


@given(TEXT, st.data())
def test_every_stretch_reads_the_same_where_it_came_from(raw: str, data: st.DataObject) -> None:
    found = normalise(raw)
    span = data.draw(spans(len(found.text)))
    assert span.of(found.text).strip() in normalise(found.original(span).of(raw)).text


@given(TEXT)
def test_the_way_back_is_monotone_and_never_empty(raw: str) -> None:
    found = normalise(raw)
    letters = [found.original(Span(at, at + 1)) for at in range(len(found.text))]
    assert all(letter.start < letter.end for letter in letters)
    assert all(left.start <= right.start and left.end <= right.end for left, right in pairwise(letters))


@given(TEXT, st.data())
def test_a_stretch_comes_from_where_its_ends_come_from(raw: str, data: st.DataObject) -> None:
    found = normalise(raw)
    span = data.draw(spans(len(found.text)))
    assume(span.start < span.end)
    first, last = found.original(Span(span.start, span.start + 1)), found.original(Span(span.end - 1, span.end))
    assert found.original(span) == Span(first.start, last.end)


def long_style(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][0]} {day.year + 543}"


def short_style(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][1]} {(day.year + 543) % 100:02}"


def tight_style(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][1]}{(day.year + 543) % 100:02}"


def era_style(day: date) -> str:
    return f"{day.day} เดือน {MONTHS[day.month - 1][0]} พุทธศักราช {day.year + 543}"


def common_style(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][0]} ค.ศ. {day.year}"


def slash_style(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year + 543}"


STYLES = [long_style, short_style, tight_style, era_style, common_style, slash_style, date.isoformat]
DAYS = st.dates(date(1958, 1, 1), date(2056, 12, 31))
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@given(
    DAYS,
    st.sampled_from(STYLES),
    st.booleans(),
    st.sampled_from(["", " ", "วันที่ ", "("]),
    st.sampled_from(["", " ", ") "]),
)
def test_a_date_in_any_style_is_found_back(
    day: date, style: Callable[[date], str], thai: bool, before: str, after: str
) -> None:
    stated = style(day).translate(THAI_DIGITS) if thai else style(day)
    (mention,) = find_dates(f"ประชุมเมื่อ{before}{stated}{after}ที่ศาลากลาง", None)
    assert (mention.start, mention.end) == (day, None)
    assert mention.span == Span(11 + len(before), 11 + len(before) + len(stated))


@given(DAYS, DAYS, st.sampled_from([long_style, short_style, slash_style]), st.sampled_from(["-", " – ", " ถึงวันที่ "]))
def test_a_range_in_any_style_is_found_back(a: date, b: date, style: Callable[[date], str], between: str) -> None:
    assume(a != b)
    first, last = sorted((a, b))
    (mention,) = find_dates(f"{style(first)}{between}{style(last)}", None)
    assert (mention.start, mention.end) == (first, last)


@given(DAYS, st.integers(-180, 180))
def test_a_missing_year_is_restored_within_half_a_year(day: date, distance: int) -> None:
    assume((day.month, day.day) != (2, 29))
    reference = date.fromordinal(day.toordinal() + distance)
    (mention,) = find_dates(f"{day.day} {MONTHS[day.month - 1][0]}", reference)
    assert mention.start == day


@given(TEXT)
def test_any_text_can_be_searched_and_parted(raw: str) -> None:
    for text in (raw, normalise(raw).text):
        found = [mention.span for mention in find_dates(text, date(2024, 2, 29))] + [
            mention.span for mention in find_times(text)
        ]
        assert all(0 <= span.start < span.end <= len(text) for span in found)
        parts = layout(text)
        assert list(parts.body) == sorted(parts.body)


@given(PLAIN)
def test_sentences_cover_the_text_in_order(raw: str) -> None:
    text = normalise(raw).text
    found = sentences(text, Span(0, len(text)))
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    covered = {place for span in found for place in range(span.start, span.end)}
    assert all(text[place].isspace() for place in range(len(text)) if place not in covered)


@given(PLAIN, st.integers(10, 60), st.data())
def test_a_passage_shows_its_focus_within_the_limit(raw: str, limit: int, data: st.DataObject) -> None:
    text = normalise(raw).text
    focus = data.draw(spans(len(text)))
    for sentence in sentences(text, Span(0, len(text))):
        passage = clip(text, sentence, focus, limit)
        assert passage.covers(focus)
        assert passage.end - passage.start <= max(limit, focus.end - focus.start)


@given(
    st.text(st.sampled_from("กขคงจนมรลวสอ"), min_size=1, max_size=40), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
)
def test_decoding_undoes_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(
    st.lists(
        st.sampled_from(["นายอำเภอ", "ตำบล", "ประชุม", "เรื่อง", "น้ำท่วม", "ที่ศาลากลาง", "2566", " ", "\n"]), min_size=8
    )
)
def test_thai_in_one_byte_a_letter_is_decoded(words: list[str]) -> None:
    text = "นายอำเภอเมืองเป็นประธานการประชุม" + "".join(words)
    assert decode(text.encode("cp874")) == text


HOSTILE_UNITS = [
    "\u0e4d", " ", "\u200b", "\u0e48", "เ", "\u0e38\u0e48", "\xa0", " \n", "\r", "า", "1", "1 ", "1-", "1/", "1.30",
    "1 ม.ค. ", "1 ม.ค. - ", "#", "#a", "“", "\" ", " ทั้งนี้", "1. ", "โทร. 1 ต่อ ", ". ", "แชร์ ", "อ่าน ", "https://",
]  # fmt: skip


def seconds(work: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        work(text)
        best = min(best, time.perf_counter() - start)
    return best


def read_all(raw: str) -> Normalised:
    found = normalise(raw)
    for text in (raw, found.text):
        find_dates(text, date(2024, 2, 29))
        find_times(text)
        layout(text)
        sentences(text, Span(0, len(text)))
    return found


@pytest.mark.parametrize("unit", HOSTILE_UNITS)
def test_work_grows_no_faster_than_the_text(unit: str) -> None:
    short, long = unit * (4_000 // len(unit)), unit * (64_000 // len(unit))
    assert seconds(read_all, long) < 16 * 6 * max(seconds(read_all, short), 0.0005)
