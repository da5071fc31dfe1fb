"""The closed sets of the domain as concepts."""

from __future__ import annotations

from lgkg.domain.concepts import SCHEMES, concepts
from lgkg.facts import EventKind


def test_every_scheme_has_concepts_with_thai_and_english() -> None:
    assert {concept.scheme for concept in concepts()} == set(SCHEMES)
    assert all(concept.th and concept.en for concept in concepts())


def test_concepts_are_sorted_and_each_stands_once() -> None:
    keys = [(concept.scheme, concept.id) for concept in concepts()]
    assert keys == sorted(set(keys))


def test_the_kinds_of_event_are_those_of_the_facts() -> None:
    assert {concept.id for concept in concepts() if concept.scheme == "event-kind"} == set(EventKind)


def test_a_broader_concept_is_one_of_the_same_scheme() -> None:
    known = {(concept.scheme, concept.id) for concept in concepts()}
    assert all((c.scheme, c.broader) in known for c in concepts() if c.broader)


def test_no_concept_is_broader_than_itself() -> None:
    broader = {(c.scheme, c.id): (c.scheme, c.broader) for c in concepts() if c.broader}
    for start in broader:
        seen = {start}
        while start in broader:
            start = broader[start]
            assert start not in seen
            seen.add(start)


def test_ids_are_fit_for_addresses() -> None:
    assert all(c.id.isascii() and c.id.replace("_", "").isalnum() and c.id == c.id.lower() for c in concepts())
