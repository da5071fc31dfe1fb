"""Weighs what two reports of events say: for their being one event, against it, or ruling it out.

The weights stand in `data/identity/event_evidence.csv`; their sum, as log odds, is a probability.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import exp

from lgkg.identity.event_titles import common, core, meets_once, numbers, similarity
from lgkg.identity.keys import name_key
from lgkg.identity.records import EventRecord
from lgkg.tables import table, values

_TELLING = 10
"""Letters of a title, boilerplate left out, below which it tells nothing: the name of a district, say."""
_LONG = 30
"""Letters from which a title that two articles share is hardly that of another event."""
_TITLE_SAME, _TITLE_ALIKE, _TITLE_UNLIKE = 0.8, 0.6, 0.35
_VENUE_SAME, _VENUE_NEAR, _VENUE_OTHER = 0.75, 0.6, 0.3
_SOON, _LATER = 30, 60
"""Minutes up to which two times of day are the same, and from which they are of two events."""
_MEETING, _VISIT, _OPEN_KIND = "meeting", "visit", "other"
_MANY = 3


def excluded(one: EventRecord, other: EventRecord) -> bool:
    """Whether the two cannot be one event.

    They are not if they stand in one article, begin on different days or an hour apart, are in different provinces or
    at venues that share nothing, are of kinds that exclude each other, bear different numbers of a series, or are each
    chaired by others. What is unknown rules nothing out.
    """
    return (
        one.article == other.article
        or bool(one.day and other.day and one.day != other.day)
        or _minutes_apart(one, other) >= _LATER
        or bool(one.province and other.province and one.province != other.province)
        or frozenset((one.kind, other.kind)) in _exclusive()
        or _of_different_numbers(one, other)
        or bool(one.chairs and other.chairs and not set(one.chairs) & set(other.chairs))
        or bool(one.venue and other.venue and _venues(one, other) < _VENUE_OTHER)
    )


def weighed(one: EventRecord, other: EventRecord, near: bool) -> tuple[float, tuple[str, ...]]:
    """The probability that the two are one event, and the reasons, the weightiest first.

    Args:
        one: an event.
        other: another, not `excluded`.
        near: whether their articles are near-duplicates.
    """
    found = sorted(set(_evidence(one, other, near)), key=lambda name: (-abs(_weights()[name][0]), name))
    total = sum(_weights()[name][0] for name in found)
    return 1 / (1 + exp(-total)), tuple(_weights()[name][1] for name in found)


def _evidence(one: EventRecord, other: EventRecord, near: bool) -> Iterator[str]:
    yield "same_day"
    if near:
        yield "near_duplicate"
    yield from _titles(one, other)
    yield from _people(one, other)
    yield from _place(one, other)
    if one.organizer and one.organizer == other.organizer:
        yield "organizer"
    if set(one.about) & set(other.about):
        yield "about"
    if one.kind == other.kind:
        yield "kind_same"
    elif _OPEN_KIND not in (one.kind, other.kind):
        yield "kind_other"


def _titles(one: EventRecord, other: EventRecord) -> Iterator[str]:
    mine, theirs = core(one.title), core(other.title)
    shorter = min(len(mine), len(theirs))
    if shorter < _TELLING:
        return
    alike = similarity(mine, theirs)
    if alike >= _TITLE_SAME:
        yield "title_same"
        if one.kind == other.kind == _MEETING and meets_once(mine) and meets_once(theirs):
            yield "meets_once"
        if shorter >= _LONG and not common(mine):
            yield "title_long"
    elif alike >= _TITLE_ALIKE:
        yield "title_alike"
    elif alike < _TITLE_UNLIKE:
        yield "title_unlike"


def _people(one: EventRecord, other: EventRecord) -> Iterator[str]:
    chairs = set(one.chairs) & set(other.chairs)
    if chairs:
        yield "chair"
    others = len((set(one.people) & set(other.people)) - chairs)
    if others:
        yield "people_many" if others >= _MANY else "people"


def _place(one: EventRecord, other: EventRecord) -> Iterator[str]:
    if one.province and one.province == other.province:
        yield "province"
    soon = _minutes_apart(one, other) <= _SOON if one.time and other.time else False
    if soon:
        yield "time"
    venues = _venues(one, other) if one.venue and other.venue else None
    if venues is not None and venues >= _VENUE_SAME:
        yield "venue_same"
    elif venues is not None and venues < _VENUE_NEAR:
        yield "venue_unlike"
    if one.kind == other.kind == _VISIT and not soon and (venues is None or venues < _VENUE_SAME):
        yield "one_of_several_stops"


def _venues(one: EventRecord, other: EventRecord) -> float:
    return similarity(name_key(one.venue), name_key(other.venue))


def _of_different_numbers(one: EventRecord, other: EventRecord) -> bool:
    mine, theirs = numbers(one.title), numbers(other.title)
    return any(not mine[word] & theirs[word] for word in mine.keys() & theirs.keys())


def _minutes_apart(one: EventRecord, other: EventRecord) -> int:
    """0 if a time is unknown."""
    if one.time is None or other.time is None:
        return 0
    return abs(one.time.hour * 60 + one.time.minute - other.time.hour * 60 - other.time.minute)


@cache
def _weights() -> dict[str, tuple[float, str]]:
    return {row["id"]: (float(row["weight"]), row["en"]) for row in table("event_evidence", "identity")}


@cache
def _exclusive() -> frozenset[frozenset[str]]:
    rows = table("event_kinds", "identity")
    return frozenset(frozenset((row["id"], kind)) for row in rows for kind in values(row["excludes"]))
