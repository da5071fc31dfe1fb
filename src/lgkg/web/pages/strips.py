"""Time strips: on which days somebody was seen in a post, drawn on one axis for all strips of a page.

News gives observations, not terms: a strip shows the days, joins those near each other, and leaves a gap a gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lgkg.web.pages.records import Thing

NEAR = 92
"""Days between two sightings that a line joins: a quarter of a year, over which a silent press says little."""
_STEPS = 400
"""How many places along a strip a dot may have: dots at one place are one."""
_EDGE = 1.2
"""Per cent of the width left free at both ends, so that dots are whole."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Some articles see a person in an office on one day.

    Attributes:
        of: the office of a person's strip; the person of an office's.
        day: when; None if unknown.
        acting: whether they say it is an acting post.
        former: whether they call it a former one.
        articles: how many times.
    """

    of: str
    day: date | None
    acting: bool
    former: bool
    articles: int


@dataclass(frozen=True, slots=True)
class Axis:
    """The time that the strips of a page cover: places are per cent of the width.

    Attributes:
        first: its first day.
        last: its last day.
        years: first days of years and their places.
    """

    first: date
    last: date
    years: tuple[tuple[date, float], ...]

    def place(self, day: date) -> float:
        """Where a day is."""
        whole = max(1, (self.last - self.first).days)
        return round(_EDGE + (100 - 2 * _EDGE) * (day - self.first).days / whole, 2)


@dataclass(frozen=True, slots=True)
class Strip:
    """The sightings of a person in an office, in one manner.

    Attributes:
        of: the office, or the person.
        first: first day on which the person was seen in it, which is not when the term began; None if unknown.
        last: last such day.
        sightings: how many.
        acting: whether this is the strip of acting sightings.
        former: whether it is that of sightings which call the post a former one.
        dots: places of days.
        lines: beginnings and ends of stretches in which no gap is longer than `NEAR` days.
        gaps: those of the gaps between them.
    """

    of: Thing
    first: date | None
    last: date | None
    sightings: int
    acting: bool
    former: bool
    dots: tuple[float, ...]
    lines: tuple[tuple[float, float], ...]
    gaps: tuple[tuple[float, float], ...]


def axis(sightings: Iterable[Sighting]) -> Axis | None:
    """The time from the first day seen to the last; None if no day is known."""
    days = [one.day for one in sightings if one.day]
    if not days:
        return None
    drawn = Axis(min(days), max(days), ())
    turns = [date(year, 1, 1) for year in range(drawn.first.year + 1, drawn.last.year + 1)]
    return Axis(drawn.first, drawn.last, tuple((turn, drawn.place(turn)) for turn in turns))


def strips(sightings: Sequence[Sighting], named: dict[str, Thing]) -> list[Strip]:
    """A strip for each office (or person) and manner, the one seen last first."""
    along = axis(sightings)
    grouped: dict[tuple[str, bool, bool], list[Sighting]] = {}
    for one in sightings:
        grouped.setdefault((one.of, one.acting, one.former), []).append(one)
    drawn = [_strip(named[of], seen, along) for (of, _, _), seen in grouped.items()]
    return sorted(drawn, key=_latest_first)


def _latest_first(strip: Strip) -> tuple[int, int, str, bool, bool]:
    last = strip.last or date.min
    return -last.toordinal(), -strip.sightings, strip.of.iri, strip.acting, strip.former


def _strip(of: Thing, seen: Sequence[Sighting], along: Axis | None) -> Strip:
    days = sorted({one.day for one in seen if one.day})
    near = [(one, other) for one, other in pairwise(days) if (other - one).days <= NEAR]
    far = [(one, other) for one, other in pairwise(days) if (other - one).days > NEAR]
    return Strip(
        of=of,
        first=min(days, default=None),
        last=max(days, default=None),
        sightings=sum(one.articles for one in seen),
        acting=seen[0].acting,
        former=seen[0].former,
        dots=tuple(_thinned(along.place(day) for day in days)) if along else (),
        lines=tuple(_joined((along.place(a), along.place(b)) for a, b in near)) if along else (),
        gaps=tuple((along.place(a), along.place(b)) for a, b in far) if along else (),
    )


def _thinned(places: Iterable[float]) -> list[float]:
    steps: dict[int, float] = {}
    for place in places:
        steps.setdefault(round(place * _STEPS / 100), place)
    return list(steps.values())


def _joined(stretches: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches that touch, as one."""
    found: list[tuple[float, float]] = []
    for start, end in stretches:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
