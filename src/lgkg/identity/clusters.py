"""Clusters: ids joined by links, with what must stay apart kept apart, each known by its oldest id.

Links are taken one by one, so that the order says which of two that exclude each other holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Cluster:
    oldest: str
    ids: set[str]
    articles: set[str]
    apart: set[str] = field(default_factory=set)
    known: bool = False


class Clusters:
    """Ids, each at first alone.

    Args:
        articles: id -> the articles it occurs in, in the order of age: the first is the oldest id.
        known: ids that were published before.
        apart: pairs of ids that must not be joined, whatever links say.
    """

    def __init__(
        self, articles: Mapping[str, Iterable[str]], known: Iterable[str], apart: Iterable[tuple[str, str]]
    ) -> None:
        self._age = {id: age for age, id in enumerate(articles)}
        self._of = {id: _Cluster(id, {id}, set(where)) for id, where in articles.items()}
        for id in known:
            if id in self._of:
                self._of[id].known = True
        for a, b in apart:
            if a in self._of:
                self._of[a].apart.add(b)
            if b in self._of:
                self._of[b].apart.add(a)

    def join(self, a: str, b: str, *, decided: bool = False, together: bool = False) -> bool:
        """Joins what two ids are in.

        Args:
            a, b: ids; those that do not occur are passed over.
            decided: whether this was settled before, by a person or by an earlier run. If not, two clusters that were
                both published stay apart.
            together: whether two that occur in one article may be one, too.

        Returns:
            Whether they are joined now.
        """
        if a not in self._of or b not in self._of:
            return False
        one, other = self._of[a], self._of[b]
        if one is other:
            return True
        if one.apart & other.ids:
            return False
        if not decided and ((one.known and other.known) or not (together or one.articles.isdisjoint(other.articles))):
            return False
        self._merge(one, other)
        return True

    def one(self, a: str, b: str) -> bool:
        """Whether two ids are joined."""
        return a in self._of and self._of[a] is self._of.get(b)

    def oldest(self, id: str) -> str:
        """The id by which everything joined with `id` is known."""
        return self._of[id].oldest

    def members(self, id: str) -> tuple[str, ...]:
        """All ids joined with `id`, itself among them, the oldest first."""
        return tuple(sorted(self._of[id].ids, key=self._age.__getitem__))

    def articles(self, id: str) -> frozenset[str]:
        """The articles in which anything joined with `id` occurs."""
        return frozenset(self._of[id].articles)

    def __contains__(self, id: str) -> bool:
        return id in self._of

    def replaced(self) -> dict[str, str]:
        """Each id that is known by another, with that other; sorted."""
        return {id: self._of[id].oldest for id in sorted(self._of) if self._of[id].oldest != id}

    def _merge(self, one: _Cluster, other: _Cluster) -> None:
        large, small = (one, other) if len(one.ids) >= len(other.ids) else (other, one)
        large.oldest = min(one.oldest, other.oldest, key=lambda id: self._age[id])
        large.ids |= small.ids
        large.articles |= small.articles
        large.apart |= small.apart
        large.known |= small.known
        for id in small.ids:
            self._of[id] = large
