"""One record of a person out of all occurrences: the name as most articles print it, and each post with its days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from lgkg.identity.occurrences import Occurrence
from lgkg.identity.records import PersonRecord, Seat


def portrait(person: str, occurrences: Sequence[Occurrence]) -> PersonRecord:
    """The record of a person who occurs at least once.

    Args:
        person: the person's id.
        occurrences: all occurrences of this person, in any order.
    """
    named = _most_printed(occurrences)
    days = [one.day for one in occurrences if one.day]
    return PersonRecord(
        id=person,
        name=named.name,
        given=named.given,
        family=named.family,
        honorifics=tuple(sorted({one.honorific for one in occurrences if one.honorific})),
        seats=_seats(seat for one in occurrences for seat in one.seats),
        first=min(days, default=None),
        last=max(days, default=None),
        articles=len({one.article for one in occurrences}),
    )


def _most_printed(occurrences: Sequence[Occurrence]) -> Occurrence:
    """An occurrence with the name that most articles print; among equals the shorter, then the first by code points."""
    if len(occurrences) == 1:
        return occurrences[0]
    printed = Counter(one.name for one in occurrences)
    return min(occurrences, key=lambda one: (-printed[one.name], len(one.name), one.name, one.article))


def _seats(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    by_office: dict[str, list[Seat]] = {}
    for seat in seats:
        by_office.setdefault(seat.office, []).append(seat)
    return tuple(_observed(by_office[office]) for office in sorted(by_office))


def _observed(seats: Sequence[Seat]) -> Seat:
    """The sightings of one post as one."""
    one = seats[0]
    if len(seats) == 1:
        return one
    return Seat(
        office=one.office,
        kind=one.kind,
        body=max(seat.body for seat in seats),
        area=max(seat.area for seat in seats),
        first=min(_days(seat.first for seat in seats), default=None),
        last=max(_days(seat.last for seat in seats), default=None),
        former=all(seat.former for seat in seats),
    )


def _days(days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day]
