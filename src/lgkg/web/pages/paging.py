"""Long lists, a page at a time: the engine sorts and cuts them, so that only what is shown is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from lgkg.graph import Graph
from lgkg.store.values import Term, Value

T = TypeVar("T")

SIZE = 50
"""Rows of a page of a list."""
BRIEF = 8
"""Rows of a list that is not the one asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list of a page is asked for (`?list=events&page=2`); without a name, the page with the beginning of all."""

    list: str = ""
    page: int = 1

    def wants(self, name: str) -> bool:
        """Whether a list is shown, in full or in its beginning."""
        return self.list in ("", name)

    def of(self, name: str) -> tuple[int, int]:
        """Where the rows of a list begin, and how many are wanted."""
        return ((self.page - 1) * SIZE, SIZE) if name == self.list else (0, BRIEF)


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """Rows of a list.

    Attributes:
        rows: those shown.
        total: how many the list has.
        page: number of the page, from 1.
    """

    rows: Sequence[T]
    total: int
    page: int = 1

    @property
    def pages(self) -> int:
        """How many pages of `SIZE` rows the list has."""
        return max(1, -(-self.total // SIZE))


def paged(
    graph: Graph, name: str, asked: Asked, where: str, by: str, brief: int = 1 << 40, /, **bindings: Value | Term
) -> Paged[str]:
    """IRIs of a list, those with the latest value first.

    Args:
        graph: where to read.
        name: the list.
        asked: which list is asked for; of another its beginning is given.
        where: patterns that find `?thing`.
        by: the path from `?thing` to what it is sorted by.
        brief: a list longer than this has no rows unless it is asked for: sorting it would take longer than the rest.
        bindings: other variables of the patterns and what they shall be.
    """
    if not asked.wants(name):
        return Paged([], 0)
    start, size = asked.of(name)
    total = cast(int, graph.query(f"SELECT (COUNT(DISTINCT ?thing) AS ?n) {{ {where} }}", **bindings).rows[0][0])
    if total == 0 or (total > brief and asked.list != name):
        return Paged([], total)
    rows = graph.query(
        f"""SELECT ?thing (MAX(?value) AS ?last) {{ {where} OPTIONAL {{ ?thing {by} ?value }} }}
        GROUP BY ?thing ORDER BY DESC(?last) ?thing LIMIT {size:d} OFFSET {start:d}""",
        **bindings,
    ).rows
    return Paged([str(thing) for thing, _ in rows], total, asked.page if name == asked.list else 1)


def cut(things: Sequence[T], name: str, asked: Asked) -> Paged[T]:
    """A page of a list that is at hand."""
    if not asked.wants(name):
        return Paged([], 0)
    start, size = asked.of(name)
    return Paged(things[start : start + size], len(things), asked.page if name == asked.list else 1)
