"""What the page of a person shows: names, posts over time, events, partners, and every fact with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from lgkg.curation.profile import printed
from lgkg.graph import Graph
from lgkg.network import Node, neighbourhood, partners
from lgkg.network.batches import asked as rows_of
from lgkg.store.values import Iri
from lgkg.web.pages.counts import Counted
from lgkg.web.pages.events import event_list, with_roles
from lgkg.web.pages.facts import fact_list, mention_list
from lgkg.web.pages.paging import Asked, Paged, cut
from lgkg.web.pages.picture import picture
from lgkg.web.pages.records import Thing, called, record
from lgkg.web.pages.strips import Sighting, Strip, axis, strips

DRAWN = 12
"""Partners that the picture shows: as many as can be read on a small sheet."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Somebody else seen in an office of one seat, and the days between which both were seen in it."""

    other: Thing
    since: date
    until: date


def read(graph: Graph, iri: str, asked: Asked) -> dict[str, object]:
    """What the template of a person takes; of lists that are not asked for, their beginnings."""
    sightings = _sightings(graph, iri) if asked.wants("posts") else []
    posts = strips(sightings, called(graph, (one.of for one in sightings)))
    events = event_list(graph, asked, "?x lgkg:participant ?person ; lgkg:meeting ?thing .", person=Iri(iri))
    shown, drawn = _partners(graph, iri, asked)
    return {
        "thing": called(graph, [iri])[iri],
        "about": record(graph, iri),
        "names": printed(graph, "foaf:name", Iri(iri)),
        "honorifics": printed(graph, "lgkg:honorific", Iri(iri)),
        "posts": cut(posts, "posts", asked),
        "axis": axis(sightings),
        "meanwhile": _meanwhile(graph, iri, cut(posts, "posts", asked).rows),
        "events": Paged(with_roles(graph, iri, events.rows), events.total, events.page),
        "partners": shown,
        "picture": drawn,
        "facts": fact_list(graph, asked, _STATEMENTS, person=Iri(iri)),
        "mentions": mention_list(graph, asked, iri),
        "merged": sorted(str(old) for (old,) in graph.query(_MERGED, person=Iri(iri))),
    }


def _sightings(graph: Graph, iri: str) -> list[Sighting]:
    return [
        Sighting(str(office), day if isinstance(day, date) else None, bool(acting), bool(former), cast(int, n))
        for office, day, acting, former, n in graph.query(_SIGHTINGS, person=Iri(iri))
    ]


def _partners(graph: Graph, iri: str, asked: Asked) -> tuple[Paged[Counted], object]:
    found = partners(graph, iri) if asked.wants("partners") else {}
    page = cut(list(found), "partners", asked)
    first = list(found)[:DRAWN] if not asked.list else []
    named = called(graph, [*page.rows, *first, iri])
    nodes = [Node(one, named[one].name.th) for one in (iri, *first)]
    rows = [Counted(named[one], found[one]) for one in page.rows]
    return Paged(rows, page.total, page.page), picture(neighbourhood(graph, nodes)) if first else None


def _meanwhile(graph: Graph, iri: str, posts: Sequence[Strip]) -> dict[str, list[Meanwhile]]:
    """Office -> who else was seen in it between the person's first and last day there, where it has one seat."""
    held = {strip.of.iri: strip for strip in posts if strip.first and not (strip.acting or strip.former)}
    found = [row for row in rows_of(graph, _OTHERS, held) if row[1] != iri]
    named = called(graph, (str(row[1]) for row in found))
    told: dict[str, list[Meanwhile]] = {}
    for office, other, first, last in found:
        strip = held[str(office)]
        since, until = max(cast(date, first), strip.first or date.max), min(cast(date, last), strip.last or date.min)
        if since <= until:
            told.setdefault(str(office), []).append(Meanwhile(named[str(other)], since, until))
    return {office: sorted(ones, key=_latest_first) for office, ones in told.items()}


def _latest_first(one: Meanwhile) -> tuple[int, str]:
    return -one.until.toordinal(), one.other.iri


_SIGHTINGS = """
SELECT ?office ?day ?acting ?former (COUNT(?it) AS ?n) {
  ?it org:member ?person ; lgkg:office ?office .
  OPTIONAL { ?it lgkg:observedOn ?day }
  OPTIONAL { ?it lgkg:acting ?acting }
  OPTIONAL { ?it lgkg:former ?former }
} GROUP BY ?office ?day ?acting ?former
"""

_OTHERS = """
SELECT ?thing ?other (MIN(?day) AS ?first) (MAX(?day) AS ?last) {
  VALUES ?thing { THINGS }
  ?thing org:role ?kind .
  ?kind lgkg:singleSeat true .
  FILTER (EXISTS { ?kind lgkg:solePost true } || EXISTS { ?thing org:postIn|lgkg:jurisdiction ?where })
  ?it lgkg:office ?thing ; org:member ?other ; lgkg:observedOn ?day .
  MINUS { ?it lgkg:acting true }
  MINUS { ?it lgkg:former true }
} GROUP BY ?thing ?other
"""
"""Who was seen in offices of which one person at a time holds one, as in the question `two-holders-at-once`."""

_STATEMENTS = """
{ ?thing org:member ?person } UNION { ?thing lgkg:participant ?person }
UNION { ?thing lgkg:delegate ?person } UNION { ?thing lgkg:delegator ?person }
"""

_MERGED = "SELECT ?old { ?old dcterms:isReplacedBy+ ?person }"
