"""Projects a graph onto its people: two of them are joined by the events that both took part in.

Participations are read in one query and paired here: the same by a self-join in SPARQL takes a thousand times longer.
Passages and offices, which make up most of a graph, are left to `details`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from lgkg.errors import QueryError
from lgkg.graph import Graph
from lgkg.network.labels import labels, province_names
from lgkg.network.model import Appearance, Event, Name, Network, Node, join
from lgkg.questions import Kind, find
from lgkg.rdf.terms import CONCEPT
from lgkg.store.values import Value


def project(
    graph: Graph,
    *,
    since: date | None = None,
    until: date | None = None,
    province: str | None = None,
    person: str | None = None,
) -> Network:
    """Who appeared at the same events as whom: everyone reported at an event, and for each pair the events of both.

    The weight of an edge is the number of these events. Titles, days, kinds and provinces are there; roles, offices
    and passages are added by `describe`.

    Args:
        graph: where to read.
        since: only events from this day; events of unknown day are then left out.
        until: only events to this day; likewise.
        province: only events in this province, by any of its names: ระยอง, จังหวัดระยอง, Rayong.
        person: only this person and those who appeared at the same events; by any name, or a part of it that no other
            person has.

    Raises:
        QueryError: there is no such province or person, there are several, or the person took part in no such event.
    """
    scope = _Scope(since, until, _province(graph, province) if province else None)
    events = [event for event in _events(graph) if scope.holds(event)]
    present = {one.person for event in events for one in event.appearances}
    names = labels(graph, _PEOPLE)
    network = join((Node(iri, names[iri].th) for iri in sorted(present & names.keys())), events)
    return network.around(_person(graph, network, person)) if person else network


@dataclass(frozen=True, slots=True)
class _Scope:
    since: date | None
    until: date | None
    province: Name | None

    def holds(self, event: Event) -> bool:
        if self.province and event.province != self.province:
            return False
        if not event.day:
            return not (self.since or self.until)
        return (self.since or date.min) <= event.day <= (self.until or date.max)


def _events(graph: Graph) -> Iterator[Event]:
    """Every event that somebody took part in."""
    present: dict[str, set[str]] = defaultdict(set)
    for meeting, person in graph.query(_APPEARANCES):
        present[str(meeting)].add(str(person))
    kinds, provinces = labels(graph, _KINDS), province_names(graph)
    seen: set[str] = set()
    for meeting, title, day, kind, province in sorted(graph.query(_MEETINGS), key=str):
        if (iri := str(meeting)) in present and iri not in seen:
            seen.add(iri)
            people = tuple(map(Appearance, sorted(present[iri])))
            place = provinces.get(str(province))
            yield Event(iri, str(title), _day(day), kinds.get(str(kind)), place, appearances=people)


def _day(value: Value | None) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _province(graph: Graph, wanted: str) -> Name:
    return province_names(graph)[find(graph, Kind.PROVINCE, "province", wanted)]


def _person(graph: Graph, network: Network, wanted: str) -> str:
    person = find(graph, Kind.PERSON, "person", wanted)
    if any(node.iri == person for node in network.nodes):
        return person
    raise QueryError(
        f"{wanted!r} took part in no event here", remedy="Give other days or another province, or name somebody else"
    )


_APPEARANCES = "SELECT ?meeting ?person { ?x a lgkg:Participation ; lgkg:participant ?person ; lgkg:meeting ?meeting }"

_MEETINGS = """
SELECT ?meeting ?title ?day ?kind ?province {
  ?meeting a lgkg:Meeting ; rdfs:label ?title .
  OPTIONAL { ?meeting schema:startDate ?day }
  OPTIONAL { ?meeting lgkg:eventKind ?kind }
  OPTIONAL { ?meeting lgkg:province ?province }
}
"""

_PEOPLE = "SELECT ?person ?name { ?person a lgkg:Person ; skos:prefLabel ?name }"
_KINDS = f"SELECT ?kind ?name {{ ?kind skos:inScheme <{CONCEPT}event-kind> ; skos:prefLabel ?name }}"
