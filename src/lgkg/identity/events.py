"""Tells which events of different articles are one event.

A wrong merge invents acquaintances, a missed one only counts an event twice: so the bar is high, and whatever speaks
plainly against a merge rules it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lgkg.identity.event_evidence import excluded, weighed
from lgkg.identity.event_titles import core
from lgkg.identity.records import EventRecord, Link

SAME_EVENT = 0.85
"""The probability from which two events are taken for one."""

_BLOCK = 64
"""With how many events of its block an event is compared at most."""
_BEGINNING = 8
"""Letters of a title by which events of one day are brought together."""

_Pair = tuple[str, str]


def same_events(
    events: Sequence[EventRecord],
    near: Collection[tuple[str, str]],
    *,
    at_least: float = SAME_EVENT,
) -> list[Link]:
    """Which events of different articles are one.

    Compared are events of one day that share a province, a person, an organiser or the beginning of the title, and
    events of near-duplicate articles, of unknown day too. In a block of more than 64 events, each is compared with the
    64 that come next by title, so that time grows with the number of events. The most probable links come first: one
    that would join, be it through others, two events of one article or two that contradict each other is left out.

    Args:
        events: all events, in any order; ids are unique.
        near: pairs of ids of near-duplicate articles, in any order.
        at_least: the probability from which a pair is told.

    Returns:
        The links, sorted by their ids.
    """
    by_id = {event.id: event for event in events}
    alike = {_sorted(*pair) for pair in near}
    links = []
    for pair in sorted(_candidates(by_id.values(), alike)):
        one, other = by_id[pair[0]], by_id[pair[1]]
        if not excluded(one, other):
            score, reasons = weighed(one, other, _sorted(one.article, other.article) in alike)
            if score >= at_least:
                links.append(Link(*pair, score, reasons))
    return sorted(_consistent(links, by_id), key=lambda link: (link.a, link.b))


def _sorted(one: str, other: str) -> _Pair:
    return (one, other) if one <= other else (other, one)


def _candidates(events: Iterable[EventRecord], near: Collection[_Pair]) -> set[_Pair]:
    blocks: dict[tuple[object, ...], list[EventRecord]] = defaultdict(list)
    articles: dict[str, list[EventRecord]] = defaultdict(list)
    for event in events:
        articles[event.article].append(event)
        for key in _keys(event):
            blocks[event.day, *key].append(event)
    pairs = {pair for block in blocks.values() for pair in _neighbours(block)}
    return pairs | {_sorted(a.id, b.id) for one, other in near for a in articles[one] for b in articles[other]}


def _keys(event: EventRecord) -> set[tuple[str, str]]:
    if event.day is None:
        return set()
    keys = {("person", person) for person in event.people}
    keys |= {("province", event.province), ("organizer", event.organizer), ("title", core(event.title)[:_BEGINNING])}
    return {key for key in keys if key[1]}


def _neighbours(block: list[EventRecord]) -> Iterator[_Pair]:
    ordered = sorted(block, key=lambda event: (core(event.title), event.id))
    for at, event in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + _BLOCK]:
            if other.article != event.article:
                yield _sorted(event.id, other.id)


def _consistent(links: Iterable[Link], events: Mapping[str, EventRecord]) -> Iterator[Link]:
    """The links, the most probable first and among equals by id, that join nothing that is apart."""
    groups = {id: [event] for id, event in events.items()}
    for link in sorted(links, key=lambda link: (-link.score, link.a, link.b)):
        mine, theirs = groups[link.a], groups[link.b]
        if mine is theirs:
            yield link
        elif not any(_apart(one, other) for one in mine for other in theirs):
            mine.extend(theirs)
            groups.update((event.id, mine) for event in theirs)
            yield link


def _apart(one: EventRecord, other: EventRecord) -> bool:
    return one.article == other.article or excluded(one, other)
