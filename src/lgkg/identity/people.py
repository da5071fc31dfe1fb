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
    records = {part.id: portrait(part.id, part.occurrences) for part in parts}
    parts.sort(key=lambda part: (ledger.ages.get(part.id, len(ledger.ages)), -records[part.id].articles, part.id))
    where = {part.id: [one.article for one in part.occurrences] for part in parts}
    apart = kept_apart(ledger, _of_one_name(parts, ledger))
    clusters = Clusters(ages_of(where, ledger, "person"), ledger.ages, apart)
    for row in ledger.decided(Judgement.SAME):
        clusters.join(row.a, row.b, decided=True)
    touched = {part.id for part in parts if changed is None or part.occurrences[0].person in changed}
    links = [link for link in waiting if {link.a, link.b} <= records.keys() and touched.isdisjoint((link.a, link.b))]
    links += linker(records.values(), touched) if touched else []
    joined = join_safe(clusters, links, ledger, safe, certain)
    open_links = undecided([*links, *namesakes], ledger)
    return People(
        ids=_ids(parts, clusters),
        replaced=clusters.replaced(),
        links=tuple(link for link in open_links if not clusters.one(link.a, link.b)),
        within=tuple(link for link in open_links if clusters.one(link.a, link.b)),
        rows=(*_rows(parts, records, ledger), *joined),
    )


def _parted(occurrences: Iterable[Occurrence], ledger: Ledger) -> tuple[list[Part], list[Link]]:
    """The people, homonyms told apart, and the homonyms that may be one."""
    parts, namesakes = [], []
    for person, group in groupby(occurrences, key=attrgetter("person")):
        found, doubts = partition(person, list(group), ledger.people.get(person, {}))
        parts += found
        namesakes += [Link(min(pair), max(pair), MAYBE_ONE, _NAMESAKES) for pair in doubts]
    return parts, namesakes


def _of_one_name(parts: Iterable[Part], ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Pairs of people who bear one name and were told apart, also those who occur no more but may again."""
    by_name = {name: set(articles.values()) for name, articles in ledger.people.items()}
    for part in parts:
        by_name.setdefault(part.occurrences[0].person, set()).add(part.id)
    for ids in by_name.values():
        yield from combinations(sorted(ids), 2)


def _ids(parts: Iterable[Part], clusters: Clusters) -> dict[tuple[str, str], str]:
    return {
        (one.article, one.person): oldest
        for part in parts
        if (oldest := clusters.oldest(part.id)) != part.occurrences[0].person
        for one in part.occurrences
    }


def _rows(parts: Iterable[Part], records: dict[str, PersonRecord], ledger: Ledger) -> Iterator[PersonRow]:
    """Which articles mean whom, as far as the ledger does not tell yet."""
    for part in parts:
        person = part.occurrences[0].person
        known = ledger.people.get(person, {})
        fresh = tuple(sorted(one.article for one in part.occurrences if one.article not in known))
        if fresh:
            yield PersonRow(part.id, records[part.id].name, person, fresh)


_NAMESAKES = ("the same name, in posts that one person hardly holds",)
