from __future__ import annotations

from datetime import date

from lgkg.network.model import Name
from lgkg.web.pages.office import overlaps
from lgkg.web.pages.records import Thing
from lgkg.web.pages.strips import Strip


def strip(iri: str, first: int, last: int, *, acting: bool = False) -> Strip:
    days = date(2022, 1, first), date(2022, 1, last)
    return Strip(Thing(iri, Name(iri)), *days, 2, acting, False, (), (), ())


def test_two_holders_seen_by_turns_overlap() -> None:
    (pair,) = overlaps([strip("a", 1, 10), strip("b", 5, 20)])
    assert (pair.since, pair.until) == (date(2022, 1, 5), date(2022, 1, 10))


def test_a_successor_does_not_overlap() -> None:
    assert overlaps([strip("a", 1, 10), strip("b", 11, 20)]) == []


def test_who_acts_meanwhile_does_not_overlap() -> None:
    assert overlaps([strip("a", 1, 10), strip("b", 5, 6, acting=True)]) == []
