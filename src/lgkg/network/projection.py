"""Projects a graph onto its people: two of them are joined by the events that both took part in.

Participations are read in one query and paired here: the same by a self-join in SPARQL takes a thousand times longer.
Passages and offices, which make up most of a graph, are left to `details`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from lgkg.errors import QueryError
from lgkg.graph import Graph
from lgkg.identity.keys import name_key
from lgkg.network.labels import labels, province_names
from lgkg.network.model import Appearance, Event, Name, Network, Node, join
from lgkg.rdf.terms import CONCEPT
from lgkg.store.values import Value

_SUGGESTED = 5
"""How many people with a similar name an error names."""


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
        province: only events in this province, named in Thai or English.
        person: only this person and those who appeared at the same events; the full name, without honorific.

    Raises:
        QueryError: there is no such province, or nobody of that name took part in such an event.
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
    key = name_key(wanted.removeprefix("จังหวัด"))
    for name in province_names(graph).values():
        if key in (name_key(name.th), name_key(name.en)):
            return name
    raise QueryError(f"there is no province {wanted!r}", remedy="Give it in Thai or English, such as ระยอง or Rayong")


def _person(graph: Graph, network: Network, wanted: str) -> str:
    key = name_key(wanted)
    for node in network.nodes:
        if name_key(node.name) == key:
            return node.iri
    for iri, alias in _aliases(graph, network):
        if name_key(alias) == key:
            return iri
    near = [node.name for node in network.nodes if key in name_key(node.name)][:_SUGGESTED]
    raise QueryError(
        f"nobody named {wanted!r} took part in an event here",
        remedy=f"Perhaps you mean {' or '.join(near)}" if near else "Give given and family name, without honorific",
    )


def _aliases(graph: Graph, network: Network) -> Iterable[tuple[str, str]]:
    """Other spellings of names that stand for one person alone."""
    people = {node.iri for node in network.nodes}
    owners: dict[str, set[str]] = defaultdict(set)
    for iri, alias in graph.query(_ALIASES):
        if str(iri) in people:
            owners[str(alias)].add(str(iri))
    return [(min(iris), alias) for alias, iris in sorted(owners.items()) if len(iris) == 1]


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
_ALIASES = "SELECT ?person ?alias { ?person a lgkg:Person ; skos:altLabel ?alias }"
_KINDS = f"SELECT ?kind ?name {{ ?kind skos:inScheme <{CONCEPT}event-kind> ; skos:prefLabel ?name }}"
