from __future__ import annotations

from datetime import date, datetime, time

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.rdf.nquads import Block, clock, day, decimal, english, integer, literal, thai, true

NASTY = [
    '"',
    "\\",
    "\n",
    "\r",
    "\t",
    "\x00",
    "\x08",
    "\x0b",
    "\x0c",
    "\x1f",
    "\x7f",
    "\x85",
    "\u2028",
    "\ufffe",
    "\uffff",
]
texts = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from(NASTY)), max_size=60)


def line(value: str) -> bytes:
    block = Block("<http://x/g>")
    block.add("<http://x/s>", "<http://x/p>", value)
    return block.canonical()


def parsed(value: str) -> ox.Literal:
    (quad,) = ox.parse(line(value), ox.RdfFormat.N_QUADS)
    assert isinstance(quad, ox.Quad)
    assert isinstance(quad.object, ox.Literal)
    return quad.object


@given(texts)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert parsed(literal(text)) == ox.Literal(text)
    assert parsed(thai(text)) == ox.Literal(text, language="th")
    assert parsed(english(text)) == ox.Literal(text, language="en")


@given(texts)
def test_a_line_is_spelt_as_the_stores_own_writer_spells_it(text: str) -> None:
    quads = ox.parse(line(literal(text)), ox.RdfFormat.N_QUADS)
    assert ox.serialize(quads, format=ox.RdfFormat.N_QUADS) == line(literal(text))


@given(texts)
def test_a_text_never_breaks_its_line(text: str) -> None:
    assert line(literal(text)).count(b"\n") == 1


def test_what_must_be_escaped_is_and_nothing_else() -> None:
    assert literal('ก"ข\\ค\nง\x00จ\x7f\u200b') == '"ก\\"ข\\\\ค\\nง\\u0000จ\\u007F\u200b"'


def test_a_lone_surrogate_becomes_the_replacement_character_and_offsets_stay() -> None:
    assert parsed(literal("ก\ud800ข")).value == "ก\ufffdข"


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.9, "0.9"), (1.0, "1"), (0.0, "0"), (0.123, "0.12"), (0.999, "1"), (0.5, "0.5"), (10.0, "10")],
)
def test_a_number_is_written_with_two_digits_and_no_trailing_zeros(number: float, written: str) -> None:
    assert decimal(number) == f'"{written}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


@given(st.floats(0, 1), st.integers(-(2**60), 2**60), st.dates(), st.times())
def test_values_come_back_from_the_store_as_they_are_in_the_file(
    number: float, whole: int, when: date, hour: time
) -> None:
    lines = b"".join(map(line, (decimal(number), integer(whole), day(when), clock(hour), true())))
    store = ox.Store()
    store.load(lines, ox.RdfFormat.N_QUADS)
    assert sorted(str(store).splitlines()) == sorted(lines.decode().splitlines())


def test_the_day_of_a_moment_is_its_date() -> None:
    assert day(datetime(2022, 10, 3, 9, 30)) == day(date(2022, 10, 3))
    assert clock(time(9, 30, 0, 5)) == '"09:30:00"^^<http://www.w3.org/2001/XMLSchema#time>'


@given(st.lists(texts, max_size=8))
def test_a_block_is_sorted_and_says_nothing_twice(values: list[str]) -> None:
    block = Block("<http://x/g>")
    block.add_all(("<http://x/s>", "<http://x/p>", literal(value)) for value in [*values, *values])
    lines = block.canonical().splitlines(keepends=True)
    assert lines == sorted(set(lines))
    assert len(lines) == len({literal(value) for value in values})
