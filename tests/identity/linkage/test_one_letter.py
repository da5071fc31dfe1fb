"""Whoever shares a post and all but a letter of the name is looked at, whatever the model says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lgkg.identity.linkage import DOUBTFUL, candidates
from lgkg.identity.linkage.one_letter import one_letter_apart
from lgkg.identity.records import PersonRecord, Seat


def person(id: str, name: str, office: str = "office/a") -> PersonRecord:
    given, _, family = name.partition(" ")
    return PersonRecord(id, name, given, family, seats=(Seat(office, "sao_president", "", "160104", None, None),))


def test_names_one_letter_apart_in_one_post_are_found_however_they_differ() -> None:
    people = [person("p/1", "บรรหาร ดีมาก"), person("p/2", "บรรหาญ ดีมาก"), person("p/3", "บรรหา ดีมาก")]
    assert one_letter_apart(people, None) == [("p/1", "p/2"), ("p/1", "p/3"), ("p/2", "p/3")]
    assert one_letter_apart(people, {"p/3"}) == [("p/1", "p/3"), ("p/2", "p/3")]


def test_other_posts_equal_names_and_two_letters_are_not_found() -> None:
    people = [person("p/1", "บรรหาร ดีมาก"), person("p/2", "บรรหาญ ดีมาก", "office/b"), person("p/3", "บรรหาร ดีมาก")]
    assert one_letter_apart([*people, person("p/4", "บรรหาญ ดีมาย")], None) == []


@given(st.lists(st.text("กขค", min_size=1, max_size=4), min_size=2, max_size=6, unique=True))
def test_all_pairs_at_a_distance_of_one_are_found(names: list[str]) -> None:
    people = [person(f"p/{number}", name) for number, name in enumerate(names)]
    expected = [
        (a.id, b.id) for at, a in enumerate(people) for b in people[at + 1 :] if distance_is_one(a.name, b.name)
    ]
    assert one_letter_apart(people, None) == expected


def distance_is_one(one: str, other: str) -> bool:
    changed = {one[:at] + letter + one[at + 1 :] for at in range(len(one)) for letter in "กขค"}
    added = {one[:at] + letter + one[at:] for at in range(len(one) + 1) for letter in "กขค"}
    dropped = {one[:at] + one[at + 1 :] for at in range(len(one))}
    return one != other and other in changed | added | dropped


def test_what_the_model_would_part_waits_for_a_person() -> None:
    links = candidates([person("p/1", "บรรหาร ดีมาก"), person("p/2", "บรรหาญ ดีมาก")])
    assert [(link.a, link.b, link.score >= DOUBTFUL) for link in links] == [("p/1", "p/2", True)]
