"""Homonyms: people of one name, told apart by the provinces in which they hold their posts.

A given name and a family name together are nearly unique in Thailand, since a family name may belong to one family
only (Surname Act, B.E. 2505, section 8). So equal names are one person unless the posts speak against it: two
provinces within a month, or a post whose holder stays where he is, in two provinces. Officials of the ministries are
moved when the fiscal year begins, on 1 October, and the posts that this leaves open are filled until December; one who
is seen in one province before and in another after is no contradiction then. Articles may come some weeks late.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from functools import cache
from itertools import combinations

from lgkg.identity.mint import mint
from lgkg.identity.occurrences import Occurrence
from lgkg.tables import table

MONTH = timedelta(days=31)
"""Within so many days nobody holds posts in two provinces, unless he is moved."""
LATE = timedelta(days=21)
"""How late an article may tell of somebody in a post that he has left."""
SEEN = 3
"""On how many days an official must be seen before a move is believed."""


class Fit(IntEnum):
    """Whether what is seen in two provinces can be one person's."""

    CONFLICT = 0
    UNCERTAIN = 1
    COMPATIBLE = 2


@dataclass(slots=True)
class Part:
    """One of the people of a name: an id and the occurrences that are this person's."""

    id: str
    occurrences: list[Occurrence] = field(default_factory=list)


def partition(
    person: str, occurrences: Sequence[Occurrence], known: Mapping[str, str]
) -> tuple[list[Part], list[tuple[str, str]]]:
    """The people among the occurrences of one name.

    Args:
        person: the id by name alone, which the first person of the name keeps.
        occurrences: all occurrences of the name, sorted by article.
        known: article -> the id that its occurrence got before and keeps, oldest id first.

    Returns:
        The people that occur, and pairs of ids that may be one person's after all: those without a conflict.
    """
    people = _People(person, known)
    fresh: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        if occurrence.article in known:
            people.part(known[occurrence.article]).occurrences.append(occurrence)
        else:
            fresh[_province(occurrence)].append(occurrence)
    elsewhere = fresh.pop("", [])
    for group in sorted(fresh.values(), key=lambda group: (-len(group), group[0].article)):
        people.place(group)
    people.place_anywhere(elsewhere)
    found = people.found()
    return found, [
        (one.id, other.id) for one, other in combinations(found, 2) if _fit_of(one, other) is not Fit.CONFLICT
    ]


class _People:
    def __init__(self, person: str, known: Mapping[str, str]) -> None:
        self._person = person
        self._parts = {id: Part(id) for id in known.values()}

    def part(self, id: str) -> Part:
        return self._parts[id]

    def found(self) -> list[Part]:
        return [part for part in self._parts.values() if part.occurrences]

    def place(self, group: list[Occurrence]) -> None:
        """Gives occurrences of one province to the first person whose posts allow it, or to a new one."""
        fitting = (part for part in self.found() if _fits(part, group))
        part = next(fitting, None) or self._new(group[0])
        part.occurrences += group

    def place_anywhere(self, group: list[Occurrence]) -> None:
        """Gives occurrences of no one province to the only person of the name, or to who shares a post or body."""
        others, elsewhere = self.found(), None
        for occurrence in group if len(others) > 1 else ():
            sharing = (part for part in others if _share_a_post(part, occurrence))
            part = next(sharing, None) or elsewhere or (elsewhere := self._new(occurrence))
            part.occurrences.append(occurrence)
        if group and len(others) < 2:
            part = others[0] if others else self._new(group[0])
            part.occurrences += group

    def _new(self, first: Occurrence) -> Part:
        """A person of this name; the first takes the name's own id, unless that is another's by now."""
        free = not self._parts or (list(self._parts) == [self._person] and not self.found())
        id = self._person if free else mint("person", self._person, first.article)
        return self._parts.setdefault(id, Part(id))


def _fits(part: Part, group: list[Occurrence]) -> bool:
    return all(_fit(group, other) is Fit.COMPATIBLE for other in _provinces(part))


def _fit_of(one: Part, other: Part) -> Fit:
    """The worst fit of what is seen of two people; uncertain where nothing can be compared."""
    fits = [_fit(group, more) for group in _provinces(one) for more in _provinces(other)]
    return min(fits, default=Fit.UNCERTAIN)


def _provinces(part: Part) -> Iterator[list[Occurrence]]:
    by_province: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in part.occurrences:
        by_province[_province(occurrence)].append(occurrence)
    return (group for province, group in sorted(by_province.items()) if province)


def _province(occurrence: Occurrence) -> str:
    """The two digits of the one province in which the article sees the person in a post; else empty."""
    found = {seat.area[:2] for seat in occurrence.seats if seat.area and not seat.former}
    return found.pop() if len(found) == 1 else ""


def _fit(ones: Sequence[Occurrence], others: Sequence[Occurrence]) -> Fit:
    """Whether the occurrences of two groups, each of one province, can be one person's."""
    if _province(ones[0]) == _province(others[0]):
        return Fit.COMPATIBLE
    stays = any(map(_stays, (*ones, *others)))
    days, more = _days(ones), _days(others)
    if not days or not more:
        return Fit.UNCERTAIN if stays else Fit.COMPATIBLE
    if not stays and _moved(days, more):
        return Fit.COMPATIBLE
    in_turn = days[-1] < more[0] or more[-1] < days[0]
    close = min(abs(day - other) for day in days for other in more) <= MONTH
    if close and not in_turn:
        return Fit.CONFLICT
    return Fit.UNCERTAIN if close or stays or not in_turn else Fit.COMPATIBLE


def _days(occurrences: Sequence[Occurrence]) -> list[date]:
    return sorted({occurrence.day for occurrence in occurrences if occurrence.day})


def _moved(days: Sequence[date], more: Sequence[date]) -> bool:
    """Whether an official was seen often enough in one province before and in the other after the season of moves."""
    before, after = (days, more) if days[0] < more[0] else (more, days)
    if len(days) + len(more) < SEEN or before[-1] - after[0] > LATE or before[-1] > after[-1]:
        return False
    year = after[0].year
    return before[-1] - LATE < date(year, 12, 31) and after[0] >= date(year, 10, 1) - LATE and before[0] < after[0]


def _stays(occurrence: Occurrence) -> bool:
    return any(seat.kind in _staying_kinds() and not seat.former for seat in occurrence.seats)


def _share_a_post(part: Part, occurrence: Occurrence) -> bool:
    mine = {place for seat in occurrence.seats for place in (seat.office, seat.body) if place}
    return any(place in mine for one in part.occurrences for seat in one.seats for place in (seat.office, seat.body))


@cache
def _staying_kinds() -> frozenset[str]:
    return frozenset(row["id"] for row in table("offices") if row["stays"])
