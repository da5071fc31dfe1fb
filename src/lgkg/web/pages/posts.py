"""Posts in lists: each with whoever was seen in it last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from lgkg.graph import Graph
from lgkg.network.batches import asked
from lgkg.store.values import Iri
from lgkg.tables import table, values
from lgkg.text import thai_order
from lgkg.web.pages.paging import Paged
from lgkg.web.pages.records import Thing, called


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post and its latest holder.

    Attributes:
        office: the post.
        kind: its kind, a concept of `office-kind`.
        holder: who was seen in it last, acting or not; None if nobody was.
        day: when; None if no day is known.
        acting: whether acting.
    """

    office: Thing
    kind: str
    holder: Thing | None = None
    day: date | None = None
    acting: bool = False


def posts_of(graph: Graph, property: str, thing: str) -> list[PostRow]:
    """The posts in a body (`org:postIn`) or an area (`lgkg:jurisdiction`), heads first, then by name; no holders."""
    kinds = {
        str(office): str(kind).rpartition("/")[2] for office, kind in graph.query(_POSTS[property], thing=Iri(thing))
    }
    named = called(graph, kinds)
    rows = (PostRow(named[office], kind) for office, kind in kinds.items())
    return sorted(rows, key=lambda row: (_place(row.kind), thai_order(row.office.name.th), row.office.iri))


def with_holders(graph: Graph, posts: Paged[PostRow]) -> Paged[PostRow]:
    """The same page of posts, each with whoever was seen in it last."""
    last: dict[str, tuple[str, str, bool]] = {}
    for office, person, acting, day in asked(graph, _HOLDERS, (post.office.iri for post in posts.rows)):
        seen = (str(day), str(person), bool(acting))
        last[str(office)] = max(seen, last.get(str(office), seen))
    named = called(graph, (person for _, person, _ in last.values()))
    return Paged([_held(post, last.get(post.office.iri), named) for post in posts.rows], posts.total, posts.page)


def _held(post: PostRow, seen: tuple[str, str, bool] | None, named: dict[str, Thing]) -> PostRow:
    if seen is None:
        return post
    day, person, acting = seen
    return replace(post, holder=named[person], day=date.fromisoformat(day) if day else None, acting=acting)


def governing(rows: Iterable[PostRow]) -> list[PostRow]:
    """Those who govern an area: the governor, elected heads, and the deputies of both."""
    return [row for row in rows if row.kind in _governing_kinds()]


@cache
def _governing_kinds() -> frozenset[str]:
    """Kinds of post that the table of offices calls the main one of somebody elected, and the governor's."""
    heads = [row for row in table("offices") if row["id"] == "governor" or (row["stays"] and row["main"])]
    return frozenset(kind for row in heads for kind in (row["id"], *(f"{r}_{row['id']}" for r in values(row["ranks"]))))


@cache
def _order() -> dict[str, int]:
    """Kinds in the order of the table, which goes from the prime minister down."""
    return {row["id"]: number for number, row in enumerate(table("offices"))}


def _place(kind: str) -> tuple[int, int]:
    """Where a kind stands; a deputy's (`deputy_governor`) behind its head's."""
    if kind in _order():
        return _order()[kind], 0
    return _order().get(kind.partition("_")[2], len(_order())), 1


_POSTS = {
    property: f"SELECT ?office ?kind {{ ?office {property} ?thing ; a lgkg:Office ; org:role ?kind }}"
    for property in ("org:postIn", "lgkg:jurisdiction")
}

_HOLDERS = """
SELECT ?thing ?person ?acting (MAX(COALESCE(STR(?day), "")) AS ?last) {
  VALUES ?thing { THINGS }
  ?it lgkg:office ?thing ; org:member ?person .
  OPTIONAL { ?it lgkg:observedOn ?day }
  OPTIONAL { ?it lgkg:acting ?acting }
  MINUS { ?it lgkg:former true }
} GROUP BY ?thing ?person ?acting
"""
"""Days are compared as texts, since MAX does not pass over a sighting without a day."""
