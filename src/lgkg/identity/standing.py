"""How things stand between people: what the ledger comes to for those who occur, without asking any linker.

Every join is in the ledger, so this is who is who as the last run settled it; and as it will be settled with rows that
are only being thought of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations

from lgkg.identity.clusters import Clusters
from lgkg.identity.joining import ages_of, kept_apart
from lgkg.identity.ledger import Judgement, Ledger, Row


class Standing:
    """Who is who by a ledger.

    Args:
        ledger: what was settled.
        mentions: the id by name alone of each person and an article that names the person, sorted.
    """

    def __init__(self, ledger: Ledger, mentions: Iterable[tuple[str, str]]) -> None:
        self.ledger, self._mentions = ledger, list(mentions)

    def after(self, *rows: Row) -> Standing:
        """How things would stand with these rows."""
        ledger = Ledger()
        ledger.add(*self.ledger.rows, *rows)
        return Standing(ledger, self._mentions)

    def knows(self, id: str) -> bool:
        """Whether it is the id of somebody who occurs, or one that was joined with another."""
        return id in self._clusters

    def oldest(self, id: str) -> str:
        """The id by which a person is known."""
        return self._clusters.oldest(id)

    def members(self, id: str) -> tuple[str, ...]:
        """All ids of a person, the oldest first."""
        return self._clusters.members(id)

    def articles(self, id: str) -> frozenset[str]:
        """The articles that name a person."""
        return self._clusters.articles(id)

    def named_in(self, id: str, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Ids by name alone -> those of these articles in which a person is named so, both sorted."""
        wanted, mine = set(articles), set(self.members(id))
        found: dict[str, tuple[str, ...]] = {}
        for name, article in self._mentions:
            if article in wanted and self._person(name, article) in mine:
                found[name] = (*found.get(name, ()), article)
        return found

    def of_one_name(self) -> Iterator[tuple[str, str]]:
        """Pairs of ids whose people bear one name and were told apart, also those who occur no more."""
        by_name = {name: set(articles.values()) for name, articles in self.ledger.people.items()}
        for name, article in self._mentions:
            by_name.setdefault(name, set()).add(self._person(name, article))
        for ids in by_name.values():
            yield from combinations(sorted(ids), 2)

    def _person(self, name: str, article: str) -> str:
        return self.ledger.people.get(name, {}).get(article, name)

    @cached_property
    def _clusters(self) -> Clusters:
        where: dict[str, list[str]] = {}
        for name, article in self._mentions:
            where.setdefault(self._person(name, article), []).append(article)
        ages = ages_of(where, self.ledger, "person")
        clusters = Clusters(ages, self.ledger.ages, kept_apart(self.ledger, self.of_one_name()))
        for row in self.ledger.decided(Judgement.SAME):
            clusters.join(row.a, row.b, decided=True)
        return clusters
