"""Which event is which: the same event in several articles gets one id, settled like that of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import TypeAlias

from lgkg.identity.clusters import Clusters
from lgkg.identity.joining import ages_of, join_safe, kept_apart
from lgkg.identity.ledger import EventsRow, Judgement, JudgementRow, Ledger
from lgkg.identity.records import EventRecord, Link

Matcher: TypeAlias = Callable[[Sequence[EventRecord]], list[Link]]
"""Finds events of different articles that may be one."""


@dataclass(frozen=True, slots=True)
class Events:
    """Which event is which.

    Attributes:
        ids: (article, id in the article alone) -> the event's id, where the two differ.
        replaced: an id that is known by another -> that other, sorted.
        rows: what is new, for the ledger.
    """

    ids: dict[tuple[str, str], str]
    replaced: dict[str, str]
    rows: tuple[EventsRow | JudgementRow, ...]


def which_is_which(events: Iterable[EventRecord], ledger: Ledger, matcher: Matcher, safe: float) -> Events:
    """Settles which events are one.

    Args:
        events: of all articles, sorted by article and id, with the final ids of people.
        ledger: what was settled before.
        matcher: finds events that may be one.
        safe: the score from which a link joins two events.
    """
    records = list(events)
    article = {record.id: record.article for record in records}
    where = {id: (article[id],) for id in article}
    clusters = Clusters(ages_of(where, ledger, "meeting"), ledger.ages, kept_apart(ledger))
    for row in ledger.decided(Judgement.SAME):
        clusters.join(row.a, row.b, decided=True)
    joined = join_safe(clusters, matcher(records), ledger, safe)
    oldest = {(record.article, record.id): clusters.oldest(record.id) for record in records}
    return Events(
        ids={(where, id): other for (where, id), other in oldest.items() if id != other},
        replaced=clusters.replaced(),
        rows=(*_rows(records, ledger), *joined),
    )


def with_people(event: EventRecord, ids: Mapping[tuple[str, str], str]) -> EventRecord:
    """The event with the people who took part by their final ids, given what `who_is_who` settled."""
    chairs = {ids.get((event.article, person), person) for person in event.chairs}
    people = {ids.get((event.article, person), person) for person in event.people}
    return replace(event, chairs=tuple(sorted(chairs)), people=tuple(sorted(people)))


def _rows(records: Iterable[EventRecord], ledger: Ledger) -> Iterator[EventsRow]:
    for article, group in groupby(records, key=attrgetter("article")):
        fresh = tuple(record.id for record in group if record.id not in ledger.ages)
        if fresh:
            yield EventsRow(article, fresh)
