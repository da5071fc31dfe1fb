"""What the page of an office shows: who was seen in it and when, and the events at which it was represented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import cast

from lgkg.graph import Graph
from lgkg.store.values import Iri
from lgkg.web.pages.events import event_list
from lgkg.web.pages.facts import fact_list, mention_list
from lgkg.web.pages.paging import Asked, cut
from lgkg.web.pages.records import Record, Thing, called, record
from lgkg.web.pages.strips import Sighting, Strip, axis, strips


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two people who were seen in an office of one seat at the same time, and the days between which both were."""

    one: Thing
    other: Thing
    since: date
    until: date


def read(graph: Graph, iri: str, asked: Asked) -> dict[str, object]:
    """What the template of an office takes; of lists that are not asked for, their beginnings."""
    said = record(graph, iri)
    sightings = _sightings(graph, iri) if asked.wants("holders") else []
    holders = strips(sightings, called(graph, (one.of for one in sightings)))
    single = _has_one_seat(graph, said)
    return {
        "thing": called(graph, [iri])[iri],
        "about": said,
        "kind": said.concept("org:role"),
        "within": called(graph, [*said.iris("org:postIn"), *said.iris("lgkg:jurisdiction")]),
        "single": single,
        "holders": cut(holders, "holders", asked),
        "axis": axis(sightings),
        "overlaps": overlaps(holders) if single else [],
        "events": event_list(graph, asked, "?x lgkg:inCapacityOf ?office ; lgkg:meeting ?thing .", office=Iri(iri)),
        "facts": fact_list(graph, asked, "?thing lgkg:office ?office .", office=Iri(iri)),
        "mentions": mention_list(graph, asked, iri),
    }


def overlaps(holders: Sequence[Strip]) -> list[Overlap]:
    """Pairs of holders whose days overlap, acting and former ones left out; the latest first."""
    seen = [strip for strip in holders if strip.first and strip.last and not (strip.acting or strip.former)]
    pairs = [
        (a, b, max(_day(a.first), _day(b.first)), min(_day(a.last), _day(b.last))) for a, b in combinations(seen, 2)
    ]
    found = [Overlap(a.of, b.of, since, until) for a, b, since, until in pairs if since <= until and a.of != b.of]
    return sorted(found, key=lambda pair: (-pair.until.toordinal(), pair.one.iri, pair.other.iri))


def _day(day: date | None) -> date:
    assert day is not None
    return day


def _sightings(graph: Graph, iri: str) -> list[Sighting]:
    return [
        Sighting(str(person), day if isinstance(day, date) else None, bool(acting), bool(former), cast(int, n))
        for person, day, acting, former, n in graph.query(_SIGHTINGS, office=Iri(iri))
    ]


def _has_one_seat(graph: Graph, office: Record) -> bool:
    """Whether one person at a time holds it: its kind says so, and it is of one body, area or of the whole country."""
    kinds = office.iris("org:role")
    kind = record(graph, kinds[0]) if kinds else None
    whole = bool(office.iris("org:postIn") or office.iris("lgkg:jurisdiction"))
    return kind is not None and bool(kind.first("lgkg:singleSeat")) and (whole or bool(kind.first("lgkg:solePost")))


_SIGHTINGS = """
SELECT ?person ?day ?acting ?former (COUNT(?it) AS ?n) {
  ?it lgkg:office ?office ; org:member ?person .
  OPTIONAL { ?it lgkg:observedOn ?day }
  OPTIONAL { ?it lgkg:acting ?acting }
  OPTIONAL { ?it lgkg:former ?former }
} GROUP BY ?person ?day ?acting ?former
"""
