from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lgkg.network.model import Name
from lgkg.web.pages.records import Thing
from lgkg.web.pages.strips import NEAR, Sighting, axis, strips

OFFICE = {"a": Thing("a", Name("ก")), "b": Thing("b", Name("ข"))}
START = date(2022, 1, 1)


def seen(*days: int, of: str = "a", acting: bool = False) -> list[Sighting]:
    return [Sighting(of, START + timedelta(day), acting, False, 1) for day in days]


def test_days_near_each_other_are_joined_and_a_gap_stays_a_gap() -> None:
    (strip,) = strips(seen(0, 30, 60, 400, 420), OFFICE)
    assert len(strip.lines) == 2
    assert len(strip.gaps) == 1
    assert strip.gaps[0] == (strip.lines[0][1], strip.lines[1][0])


def test_an_acting_sighting_is_a_strip_of_its_own() -> None:
    found = strips([*seen(0), *seen(5, acting=True)], OFFICE)
    assert [(strip.acting, strip.sightings) for strip in found] == [(True, 1), (False, 1)]


def test_who_was_seen_last_comes_first() -> None:
    assert [strip.of.iri for strip in strips([*seen(0, 9), *seen(8, of="b")], OFFICE)] == ["a", "b"]


def test_sightings_of_unknown_day_are_counted_and_not_drawn() -> None:
    (strip,) = strips([Sighting("a", None, False, False, 3)], OFFICE)
    assert (strip.first, strip.last, strip.sightings, strip.dots) == (None, None, 3, ())


def test_one_day_makes_an_axis_too() -> None:
    along = axis(seen(0))
    assert along is not None
    assert along.place(START) > 0


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=60))
def test_all_that_is_drawn_is_on_the_sheet_and_covers_first_to_last(days: list[int]) -> None:
    (strip,) = strips(seen(*days), OFFICE)
    drawn = [*strip.dots, *(place for pair in (*strip.lines, *strip.gaps) for place in pair)]
    assert all(0 <= place <= 100 for place in drawn)
    assert (strip.last or START) - (strip.first or START) == timedelta(max(days) - min(days))
    assert sum(end - start for start, end in (*strip.lines, *strip.gaps)) <= 100
    assert len(strip.gaps) == sum(
        later - earlier > NEAR for earlier, later in zip(sorted(set(days)), sorted(set(days))[1:], strict=False)
    )
