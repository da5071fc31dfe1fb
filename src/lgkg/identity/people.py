"""Who is who: from the occurrences of all articles and the ledger to one id a person.

First each name is parted among its homonyms, then people of near names are joined, by what the ledger settled and by
links that are safe. Whatever is new is told as rows for the ledger, so that the next run settles it alike.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, groupby
from math import inf
from operator import attrgetter
from typing import TypeAlias

from lgkg.identity.clusters import Clusters
from lgkg.identity.homonyms import Part, partition
from lgkg.identity.joining import ages_of, join_safe, kept_apart, undecided
from lgkg.identity.ledger import Judgement, JudgementRow, Ledger, PersonRow
from lgkg.identity.occurrences import Occurrence
from lgkg.identity.portrait import portrait
from lgkg.identity.records import Link, PersonRecord

Linker: TypeAlias = Callable[[Collection[PersonRecord], Collection[str]], list[Link]]
"""Finds near names among people, given all of them and the ids of those that are new or changed."""

MAYBE_ONE = 0.5
"""The score of homonyms that may be one person: even."""


@dataclass(frozen=True, slots=True)
class People:
    """Who is who.

    Attributes:
        ids: (article, id by name) -> the person's id, where the two ids differ.
        replaced: an id that is known by another -> that other, sorted.
        links: pairs of people that may be one and wait for a decision, the most probable first.
        within: such pairs that others have made one person already: they wait again when that is undone.
        rows: what is new, for the ledger.
    """

    ids: dict[tuple[str, str], str]
    replaced: dict[str, str]
    links: tuple[Link, ...]
    within: tuple[Link, ...]
    rows: tuple[PersonRow | JudgementRow, ...]


def who_is_who(
    occurrences: Iterable[Occurrence],
    ledger: Ledger,
    linker: Linker,
    safe: float,
    *,
    certain: float = inf,
    changed: Collection[str] | None = None,
    waiting: Iterable[Link] = (),
) -> People:
    """Settles who is who.

    Args:
        occurrences: of all articles, sorted by id and article.
        ledger: what was settled before.
        linker: finds near names.
        safe: the score from which a link joins two people without anybody being asked.
        certain: the score from which it also joins two whom one article names.
        changed: ids by name whose occurrences are new, changed or gone since then; None for all.
        waiting: `links` and `within`, as they were found then.
    """
    parts, namesakes = _parted(occurrences, ledger)
    records = {part.id: part.record for part in parts}
    parts.sort(key=lambda part: (ledger.ages.get(part.id, len(ledger.ages)), -part.record.articles, part.id))
    where = {part.id: part.articles for part in parts}
    apart = kept_apart(ledger, _of_one_name(parts, ledger))
    clusters = Clusters(ages_of(where, ledger, "person"), ledger.ages, apart)
    for row in ledger.decided(Judgement.SAME):
        clusters.join(row.a, row.b, decided=True)
    touched = {part.id for part in parts if changed is None or part.by_name in changed}
    links = [link for link in waiting if {link.a, link.b} <= records.keys() and touched.isdisjoint((link.a, link.b))]
    links += linker(records.values(), touched) if touched else []
    joined = join_safe(clusters, links, ledger, safe, certain)
    open_links = undecided([*links, *namesakes], ledger)
    return People(
        ids=_ids(parts, clusters),
        replaced=clusters.replaced(),
        links=tuple(link for link in open_links if not clusters.one(link.a, link.b)),
        within=tuple(link for link in open_links if clusters.one(link.a, link.b)),
        rows=(*_rows(parts, ledger), *joined),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the people of a name: all that is held of the occurrences, of which there are too many to hold.

    Attributes:
        id: of the person.
        by_name: the id by name alone.
        record: the portrait.
        articles: in which the person occurs.
    """

    id: str
    by_name: str
    record: PersonRecord
    articles: tuple[str, ...]


def _parted(occurrences: Iterable[Occurrence], ledger: Ledger) -> tuple[list[_Part], list[Link]]:
    """The people, homonyms told apart, and the homonyms that may be one."""
    parts: list[_Part] = []
    namesakes: list[Link] = []
    for person, group in groupby(occurrences, key=attrgetter("person")):
        found, doubts = partition(person, list(group), ledger.people.get(person, {}))
        parts += (_part(person, one) for one in found)
        namesakes += [Link(min(pair), max(pair), MAYBE_ONE, _NAMESAKES) for pair in doubts]
    return parts, namesakes


def _part(by_name: str, part: Part) -> _Part:
    articles = tuple(one.article for one in part.occurrences)
    return _Part(part.id, by_name, portrait(part.id, part.occurrences), articles)


def _of_one_name(parts: Iterable[_Part], ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Pairs of people who bear one name and were told apart, also those who occur no more but may again."""
    by_name = {name: set(articles.values()) for name, articles in ledger.people.items()}
    for part in parts:
        by_name.setdefault(part.by_name, set()).add(part.id)
    for ids in by_name.values():
        yield from combinations(sorted(ids), 2)


def _ids(parts: Iterable[_Part], clusters: Clusters) -> dict[tuple[str, str], str]:
    return {
        (article, part.by_name): oldest
        for part in parts
        if (oldest := clusters.oldest(part.id)) != part.by_name
        for article in part.articles
    }


def _rows(parts: Iterable[_Part], ledger: Ledger) -> Iterator[PersonRow]:
    """Which articles mean whom, as far as the ledger does not tell yet."""
    for part in parts:
        known = ledger.people.get(part.by_name, {})
        fresh = tuple(sorted(article for article in part.articles if article not in known))
        if fresh:
            yield PersonRow(part.id, part.record.name, part.by_name, fresh)


_NAMESAKES = ("the same name, in posts that one person hardly holds",)
