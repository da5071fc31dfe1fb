"""The form of the labelled pairs in `data/identity`; whether a label is right no test can tell."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from itertools import chain

import pytest

from lgkg import resources
from lgkg.domain.concepts import concepts
from lgkg.domain.gazetteer import gazetteer

Pair = dict[str, str]

HALVES = ("dev", "test")
DEALT = (HALVES, ("tune", "held"))
SETS = {"dev": 200, "test": 200, "more": 240, "fresh": 599, "unseen": 200, "tune": 200, "held": 200}
NEW = {"keyboard", "abbreviated", "given_changed"}
NEWER = NEW | {"same_name"}
SIDES = ("a", "b")


def _pairs(name: str) -> list[Pair]:
    with resources.data("identity", f"pairs-{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def _all_pairs() -> list[Pair]:
    return list(chain.from_iterable(map(_pairs, SETS)))


def _seats(pair: Pair, side: str) -> list[list[str]]:
    """Each seat as its kind, area, body, first and last day."""
    return [seat.removeprefix("former:").split("@") for seat in pair[f"seats_{side}"].split("|")]


def _all_seats() -> list[list[str]]:
    return [seat for pair in _all_pairs() for side in SIDES for seat in _seats(pair, side)]


@pytest.mark.parametrize(("name", "size"), SETS.items())
def test_each_set_has_all_its_pairs_with_all_cells_that_must_be_filled(name: str, size: int) -> None:
    pairs = _pairs(name)
    needed = ("category", "name", "seats", "first", "last", "note")
    assert len(pairs) == size
    assert {pair["same"] for pair in pairs} == {"yes", "no"}
    for pair in pairs:
        assert None not in pair
        assert all(pair[column] for column in pair if column.startswith(needed)), pair


def test_a_seat_has_five_parts_and_its_office_and_area_exist() -> None:
    kinds = {concept.id for concept in concepts() if concept.scheme == "office-kind"}
    assert {len(seat) for seat in _all_seats()} == {5}
    assert {seat[0] for seat in _all_seats()} <= kinds
    assert {seat[1] for seat in _all_seats() if seat[1]} <= gazetteer().by_code.keys()


def test_a_seat_is_seen_within_the_days_of_the_articles() -> None:
    for pair in _all_pairs():
        for side in SIDES:
            first, last = (date.fromisoformat(pair[f"{end}_{side}"]) for end in ("first", "last"))
            for *_, seen_first, seen_last in _seats(pair, side):
                assert first <= date.fromisoformat(seen_first) <= date.fromisoformat(seen_last) <= last, pair


def test_no_pair_of_names_stands_twice_in_either_order_or_set() -> None:
    times = Counter(frozenset((pair["name_a"], pair["name_b"])) for pair in _all_pairs())
    assert [sorted(names) for names, count in times.items() if count > 1] == []


@pytest.mark.parametrize("halves", DEALT)
def test_categories_and_labels_are_spread_evenly_over_both_halves(halves: tuple[str, str]) -> None:
    one, other = (Counter(pair["category"] for pair in _pairs(half)) for half in halves)
    assert one.keys() == other.keys()
    assert all(abs(one[category] - other[category]) <= 1 for category in one)
    same_one, same_other = (sum(pair["same"] == "yes" for pair in _pairs(half)) for half in halves)
    assert abs(same_one - same_other) <= 10
    assert 0.4 <= (same_one + same_other) / 400 <= 0.5


@pytest.mark.parametrize(
    ("name", "new"), [("more", set()), ("unseen", set()), ("fresh", NEW), ("tune", NEWER), ("held", NEWER)]
)
def test_the_pairs_written_later_are_of_the_same_categories_with_one_label_each(name: str, new: set[str]) -> None:
    labels = {(pair["category"], pair["same"]) for half in HALVES for pair in _pairs(half)}
    assert {(pair["category"], pair["same"]) for pair in _pairs(name)} == labels | {(one, "yes") for one in new}


def test_the_unseen_pairs_are_spread_evenly_over_the_categories_of_each_label() -> None:
    times = Counter((pair["same"], pair["category"]) for pair in _pairs("unseen"))
    assert {count for (same, _), count in times.items() if same == "yes"} == {6}
    assert {count for (same, _), count in times.items() if same == "no"} == {11}
