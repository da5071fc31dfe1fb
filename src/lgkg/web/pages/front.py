"""What the first page shows beside the counts: the provinces, and the articles published last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from lgkg.graph import Graph, Info
from lgkg.network.model import Name
from lgkg.text import thai_order
from lgkg.web.pages.records import Thing, called

LATEST = 10
"""Articles that the first page lists."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page shows.

    Attributes:
        info: what the graph holds.
        provinces: all provinces in the order of a Thai dictionary, and how many events are known of each.
        latest: the articles published last, and when.
    """

    info: Info
    provinces: list[tuple[Thing, int]]
    latest: list[tuple[Thing, date | None]]


def front(graph: Graph) -> Front:
    """What the first page shows of a graph."""
    counted = {str(place): cast(int, n) for place, n in graph.query(_PROVINCES)}
    named = called(graph, counted)
    latest = [
        (Thing(str(article), Name(str(title or id))), day if isinstance(day, date) else None)
        for article, day, title, id in graph.query(_LATEST)
    ]
    provinces = sorted(((named[place], n) for place, n in counted.items()), key=lambda one: thai_order(one[0].name.th))
    return Front(graph.info(), provinces, latest)


_PROVINCES = """
SELECT ?place (COUNT(DISTINCT ?event) AS ?n) {
  ?place a lgkg:Province
  OPTIONAL { ?event lgkg:province ?place }
} GROUP BY ?place
"""

_LATEST = f"""
SELECT ?article ?day ?title ?id {{
  {{ SELECT ?article ?day {{ ?article a lgkg:Article OPTIONAL {{ ?article dcterms:issued ?day }} }}
     ORDER BY DESC(?day) ?article LIMIT {LATEST} }}
  ?article dcterms:identifier ?id
  OPTIONAL {{ ?article dcterms:title ?title }}
}} ORDER BY DESC(?day) ?article
"""
