"""The three figures are the usual ones, and never leave 0 to 1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.evaluation import Counts

COUNTS = st.builds(Counts, st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))


def test_figures_are_shares_of_what_was_found_and_what_was_annotated() -> None:
    counts = Counts(right=6, missed=2, spurious=6)
    assert (counts.annotated, counts.found) == (8, 12)
    assert (counts.precision, counts.recall) == (0.5, 0.75)
    assert counts.f1 == pytest.approx(0.6)


def test_figures_of_nothing_are_0() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)
    assert (Counts(missed=1).precision, Counts(spurious=1).recall) == (0, 0)


@given(COUNTS)
def test_figures_lie_between_0_and_1_and_f1_between_the_others(counts: Counts) -> None:
    low, high = sorted((counts.precision, counts.recall))
    assert 0 <= low <= high <= 1
    assert low - 1e-12 <= counts.f1 <= high + 1e-12 or 0 in (low, counts.f1)


@given(COUNTS, COUNTS)
def test_counts_add_up(one: Counts, other: Counts) -> None:
    assert (one + other).annotated == one.annotated + other.annotated
    assert (one + other).found == one.found + other.found
    assert one + other == other + one
