"""Things in lists with the number of events that they have to do with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from lgkg.graph import Graph
from lgkg.store.values import Value
from lgkg.web.pages.paging import Asked, Paged, cut
from lgkg.web.pages.records import Thing, called


@dataclass(frozen=True, slots=True)
class Counted:
    """A thing and how many events."""

    thing: Thing
    events: int


def counted(graph: Graph, name: str, asked: Asked, rows: Iterable[tuple[Value | None, ...]]) -> Paged[Counted]:
    """A page of a list, most events first, of rows of a thing and a number."""
    found = sorted(((str(thing), cast(int, n)) for thing, n in rows if thing), key=lambda one: (-one[1], one[0]))
    page = cut(found, name, asked)
    named = called(graph, (thing for thing, _ in page.rows))
    return Paged([Counted(named[thing], n) for thing, n in page.rows], page.total, page.page)
