"""Labels are the same in spite of how they were typed, and begin each other or are alike by fixed shares."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.evaluation.labels import IGNORED, key, same, same_or_begins, similarity

LABELS = st.text(st.sampled_from("กขคเแำํา๑1 ฯ.“(Aa\u200b"), max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ผู้ว่าราชการ จังหวัดระยอง", "ผู้ว่าราชการจังหวัดระยอง"),
        ("โครงการ “น้ำใส”", 'โครงการ "น้ำใส"'),
        ("ปี ๒๕๖๗", "ปี 2567"),
        ("น้ําใส", "น้ำใส"),
        ("เเผน", "แผน"),
        ("ผู้ว่าฯ\u200bระยอง", "ผู้ว่าระยอง"),
        ("SDGs", "sdgs"),
    ],
)
def test_what_was_typed_otherwise_is_the_same(one: str, other: str) -> None:
    assert same(one, other)


def test_another_letter_makes_another_label() -> None:
    assert not same("ระยอง", "ระนอง")
    assert not same("โครงการ-ก", "โครงการ ก")


@given(LABELS)
def test_a_key_holds_nothing_that_does_not_count(label: str) -> None:
    assert not re.search(f"[{IGNORED}A-Z๐-๙]", key(label))


@pytest.mark.parametrize(("length", "begins"), [(7, True), (6, False)])
def test_a_label_may_begin_another_if_it_is_long_enough(length: int, begins: bool) -> None:
    assert same_or_begins("ก" * length, "ก" * 10, 0.7) is begins
    assert same_or_begins("ก" * 10, "ก" * length, 0.7) is begins


def test_a_label_inside_another_does_not_begin_it() -> None:
    assert not same_or_begins("ขขขขขขขขข", "กขขขขขขขขข", 0.7)


def test_what_holds_nothing_that_counts_is_like_nothing() -> None:
    assert not same_or_begins("", "", 0.7)
    assert not same_or_begins("…()", "ก", 0.0)
    assert similarity("", "") == similarity("()", "ก") == 0.0


def test_a_label_inside_one_not_much_longer_has_nine_tenths() -> None:
    assert similarity("ข" * 6, "กก" + "ข" * 6 + "กก") == 0.9
    assert similarity("ข" * 5, "ก" * 5 + "ข" * 5) == pytest.approx(2 / 3)


@given(LABELS, LABELS)
def test_likeness_is_a_share_and_full_only_for_the_same(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1
    assert (similarity(one, other) == 1) is (same(one, other) and bool(key(one)))
    assert same_or_begins(one, other, 0.7) is same_or_begins(other, one, 0.7)
