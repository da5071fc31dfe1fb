"""What differs between two graphs: articles, people, events and statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TypeVar

from lgkg.curation.quads import Line, Quads
from lgkg.curation.statements import KINDS, Said, Statement, events_in, in_words, said

_T = TypeVar("_T")

LISTED = 20
"""How many of each kind are listed unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Some things of a kind: how many, and the first of them."""

    count: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs; each listing is in words, `person/5n3v… สมชาย ใจดี`.

    Attributes:
        articles: what happened -> articles: `added`, `removed`, `changed` (in text, title, day or source).
        people: likewise `added`, `removed`, `merged`, `split`, `renamed`.
        events: likewise `added`, `removed`.
        added: statements that only the new graph makes, by kind: `tenure`, `participation`, `delegation`, `meeting`.
        gone: likewise those that only the old graph makes.
    """

    articles: dict[str, Listing]
    people: dict[str, Listing]
    events: dict[str, Listing]
    added: dict[str, Listing]
    gone: dict[str, Listing]

    @property
    def nothing(self) -> bool:
        """Whether the graphs say the same."""
        parts = (self.articles, self.people, self.events, self.added, self.gone)
        return not any(listing.count for part in parts for listing in part.values())


def diff(old: str | PathLike[str], new: str | PathLike[str], limit: int = LISTED) -> Difference:
    """Compares two graphs.

    A person who has another id in the new graph, because of a merge or a split, is compared under one: that changes no
    statement. Memory holds an article of each graph, and the ids of their people and events.

    Args:
        old, new: the folders of the graphs.
        limit: how many of each kind to list.

    Raises:
        GraphError: one is missing, is no graph, or is damaged.
    """
    return _Comparison(Quads(Path(old)), Quads(Path(new)), limit).made()


@dataclass(slots=True)
class _Tally:
    """Counts things by kind, and keeps the first."""

    limit: int
    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, list[str]] = field(default_factory=dict)

    def add(self, kind: str, told: str, times: int = 1) -> None:
        self.counts[kind] += times
        kept = self.first.setdefault(kind, [])
        if len(kept) < self.limit:
            kept.append(told)

    def listings(self, *kinds: str) -> dict[str, Listing]:
        return {kind: Listing(self.counts[kind], tuple(self.first.get(kind, ()))) for kind in kinds}


class _Comparison:
    def __init__(self, old: Quads, new: Quads, limit: int) -> None:
        self._old, self._new = old, new
        self._articles, self._people, self._events, self._added, self._gone = (_Tally(limit) for _ in range(5))
        self._one = _Joined()
        self._known_as: dict[str, str] = {}
        self._kept: set[str] = set()
        self._before: dict[str, str] = {}
        self._now: dict[str, str] = {}

    def made(self) -> Difference:
        for id, was, now in _side_by_side(_people(self._old), _people(self._new)):
            self._compare_person(id, was or _Person(), now or _Person())
        self._known_as = self._one.roots()
        for article, before, after in _side_by_side(self._old.articles(), self._new.articles()):
            self._compare_article(article, before or [], after or [])
        self._compare_events("added", self._now, self._before)
        self._compare_events("removed", self._before, self._now)
        return Difference(
            self._articles.listings("added", "removed", "changed"),
            self._people.listings("added", "removed", "merged", "split", "renamed"),
            self._events.listings("added", "removed"),
            self._added.listings(*KINDS),
            self._gone.listings(*KINDS),
        )

    def _compare_person(self, id: str, was: _Person, now: _Person) -> None:
        for other in filter(None, (was.known_as, now.known_as)):
            self._one.join(f"<{id}>", f"<{other}>")
        if was.name and now.name and was.name != now.name:
            self._people.add("renamed", f"{id} {was.name} → {now.name}")
        elif now.known_as and was.name:
            self._people.add("merged", f"{id} {was.name} → {now.known_as}")
        elif was.known_as and now.name:
            self._people.add("split", f"{id} {now.name} ← {was.known_as}")
        elif now.name and not was.name:
            self._people.add("added", f"{id} {now.name}")
        elif was.name and not now.name:
            self._people.add("removed", f"{id} {was.name}")

    def _compare_article(self, article: str, before: list[Line], now: list[Line]) -> None:
        if before == now:
            self._kept |= events_in(now)
            return
        old, new = (said(article, lines, self._known_as) for lines in (before, now))
        if old.about != new.about:
            what = "changed" if before and now else "added" if now else "removed"
            self._articles.add(what, new.id or old.id)
        self._before |= old.events
        self._now |= new.events
        _count(self._added, new, new.statements - old.statements)
        _count(self._gone, old, old.statements - new.statements)

    def _compare_events(self, what: str, here: dict[str, str], there: dict[str, str]) -> None:
        for event in sorted(here.keys() - there.keys() - self._kept):
            self._events.add(what, f"{event} {here[event]}")


@dataclass(frozen=True, slots=True)
class _Person:
    """A person in one graph: by name, or known by another id, or not there."""

    name: str = ""
    known_as: str = ""


def _people(quads: Quads) -> Iterator[tuple[str, _Person]]:
    return ((id, _Person(name, known_as)) for id, name, known_as in quads.people())


class _Joined:
    """Terms that are one person's in either graph."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def join(self, a: str, b: str) -> None:
        one, other = self._root(a), self._root(b)
        if one != other:
            self._up[max(one, other)] = min(one, other)

    def roots(self) -> dict[str, str]:
        """Each term that is known by another -> that other."""
        return {term: self._root(term) for term in self._up}

    def _root(self, term: str) -> str:
        while term in self._up:
            term = self._up[term]
        return term


def _count(tally: _Tally, by: Said, statements: Counter[Statement]) -> None:
    for statement in sorted(statements):
        tally.add(statement[0], f"{by.id}: {in_words(statement, by.labels)}", statements[statement])


def _side_by_side(
    olds: Iterator[tuple[str, _T]], news: Iterator[tuple[str, _T]]
) -> Iterator[tuple[str, _T | None, _T | None]]:
    """What two streams, both sorted by key, have under each key; None where one has nothing."""
    old, new = next(olds, None), next(news, None)
    while old or new:
        key = min(found[0] for found in (old, new) if found)
        before = old[1] if old and old[0] == key else None
        now = new[1] if new and new[0] == key else None
        yield key, before, now
        old = next(olds, None) if before is not None else old
        new = next(news, None) if now is not None else new
