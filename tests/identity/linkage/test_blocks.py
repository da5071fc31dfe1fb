"""Who is compared at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lgkg.identity.keys import name_key
from lgkg.identity.linkage.blocks import LARGEST, blocks
from lgkg.identity.linkage.names import names
from lgkg.identity.records import PersonRecord, Seat

LETTERS = "กขคงจชณดตทธนบปพภมยรลวศสหอะาิีุูเแโไ์่้ำัฐญ"
SEAT = Seat("office/a", "governor", "", "21", date(2024, 1, 1), date(2024, 1, 1))
WORDS = st.text(LETTERS, min_size=2, max_size=12)


def record(id: str, name: str) -> PersonRecord:
    given_name, _, family = name.partition(" ")
    return PersonRecord(id, name, given_name, family or None, seats=(SEAT,))


def shared(*people: PersonRecord, among: set[str] | None = None) -> list[list[str]]:
    return blocks([(person, names(person)) for person in people], among)


def one_letter_apart(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes `b` of `a`; sara am, which keys part, is one letter."""
    a, b = (key.replace("\u0e4d\u0e32", "\u0e33") for key in (a, b))
    return any(
        a[:at] == b[:at] and (a[at + 1 :] in (b[at:], b[at + 1 :]) or a[at:] == b[at + 1 :])
        for at in range(max(len(a), len(b)))
    )


@settings(max_examples=500, deadline=None)
@given(WORDS, st.one_of(st.just(""), WORDS), st.data())
def test_names_of_one_post_at_edit_distance_one_are_compared(first: str, family: str, data: st.DataObject) -> None:
    name = f"{first} {family}".strip()
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from(["", *LETTERS]))
    end = at + data.draw(st.sampled_from([0, 1]))
    printed = name[:at] + letter + name[end:]
    assume(one_letter_apart(name_key(name), name_key(printed)))
    a, b = shared(record("a", name), record("b", printed))
    assert set(a) & set(b)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=8, unique=True), st.data())
def test_among_leaves_out_no_pair_of_its_own(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    people = [record(str(number), " ".join(pair)) for number, pair in enumerate(parts)]
    new = {data.draw(st.sampled_from([person.id for person in people]))}
    everything, fewer = shared(*people), shared(*people, among=new)
    for one in map(int, new):
        for other in range(len(people)):
            assert set(everything[one]) & set(everything[other]) == set(fewer[one]) & set(fewer[other])


def test_a_block_of_too_many_people_is_not_compared() -> None:
    crowd = [replace(record(str(number), "สมชาย ใจดี"), seats=()) for number in range(LARGEST + 1)]
    assert not any(shared(*crowd))
    assert all(shared(*crowd[1:]))
