"""What the page of a place shows: who governs it, its bodies, what lies in it, and the events there by month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from lgkg.graph import Graph
from lgkg.store.values import Iri
from lgkg.text import thai_order
from lgkg.web.pages.events import event_list
from lgkg.web.pages.facts import mention_list
from lgkg.web.pages.paging import Asked, Paged, cut
from lgkg.web.pages.posts import governing, posts_of, with_holders
from lgkg.web.pages.records import Thing, called, record

_HERE = "{ ?thing lgkg:province ?place } UNION { ?thing schema:location ?place }"


@dataclass(frozen=True, slots=True)
class Month:
    """A month and how many events began in it; height is per cent of the fullest."""

    first: date
    events: int
    height: float


def read(graph: Graph, iri: str, asked: Asked) -> dict[str, object]:
    """What the template of a place takes; of lists that are not asked for, their beginnings."""
    said = record(graph, iri)
    posts = posts_of(graph, "lgkg:jurisdiction", iri)
    rulers = governing(posts)
    others = [post for post in posts if post not in rulers]
    return {
        "thing": called(graph, [iri])[iri],
        "about": said,
        "level": next((name for name in said.classes() if name != "Place"), "Place"),
        "within": _around(graph, iri),
        "rulers": with_holders(graph, cut(rulers, "rulers", asked)),
        "posts": with_holders(graph, cut(others, "posts", asked)),
        "bodies": _things(graph, "bodies", asked, _BODIES, iri),
        "areas": _things(graph, "areas", asked, _PARTS, iri),
        "months": months(graph, iri),
        "events": event_list(graph, asked, _HERE, place=Iri(iri)),
        "mentions": mention_list(graph, asked, iri),
    }


def months(graph: Graph, iri: str) -> list[Month]:
    """The months from the first event to the last, those without one too; no more than ten years."""
    counted = {str(month): cast(int, n) for month, n in graph.query(_MONTHS, place=Iri(iri)) if month}
    if not counted:
        return []
    most, (last_year, last_month) = max(counted.values()), _of(max(counted))
    year, month = max(_of(min(counted)), (last_year - 10, last_month))
    shown = []
    while (year, month) <= (last_year, last_month):
        n = counted.get(f"{year:04}-{month:02}", 0)
        shown.append(Month(date(year, month, 1), n, round(100 * n / most, 1)))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return shown


def _of(month: str) -> tuple[int, int]:
    return int(month[:4]), int(month[5:7])


def _around(graph: Graph, iri: str) -> list[Thing]:
    """The areas that a place lies in, the nearest first."""
    found = [(str(area), str(code or "")) for area, code in graph.query(_AROUND, place=Iri(iri))]
    named: Mapping[str, Thing] = called(graph, (area for area, _ in found))
    return [named[area] for area, code in sorted(found, key=lambda one: (-len(one[1]), one))]


def _things(graph: Graph, name: str, asked: Asked, sparql: str, iri: str) -> Paged[Thing]:
    named = called(graph, (str(thing) for (thing,) in graph.query(sparql, place=Iri(iri))))
    return cut(sorted(named.values(), key=lambda one: (thai_order(one.name.th), one.iri)), name, asked)


_AROUND = "SELECT DISTINCT ?area ?code { ?place schema:containedInPlace+ ?area OPTIONAL { ?area lgkg:dopaCode ?code } }"
_PARTS = "SELECT DISTINCT ?part { ?part schema:containedInPlace ?place FILTER NOT EXISTS { ?part a lgkg:Venue } }"
_BODIES = "SELECT DISTINCT ?body { ?body lgkg:jurisdiction ?place ; a lgkg:Organization }"
_MONTHS = f"""
SELECT ?month (COUNT(DISTINCT ?thing) AS ?n) {{
  {_HERE}
  ?thing schema:startDate ?day
  BIND (SUBSTR(STR(?day), 1, 7) AS ?month)
}} GROUP BY ?month
"""
