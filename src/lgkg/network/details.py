"""Adds to a network what its people and events are known by: offices, roles, and the passages that say so.

Only the people and events of the network are asked for, so the cost is that of the picture, not of the graph.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, TypeVar

from lgkg.knowledge_graph import KnowledgeGraph
from lgkg.network.batches import Row, asked
from lgkg.network.labels import province_names
from lgkg.network.model import Appearance, Event, Name, Network, Node, Sighting, Source
from lgkg.network.sectors import sector_of
from lgkg.store.values import Value

_ROLES = ("chair", "speaker", "attendee")

_T = TypeVar("_T")


def describe(graph: KnowledgeGraph, network: Network) -> Network:
    """The same network with offices, sectors, roles and sources.

    Args:
        graph: the one that `network` was projected from.
        network: best cut down to what is wanted, with `top` or `around`.
    """
    meetings = [event.iri for event in network.events]
    tenures = asked(graph, _TENURES, (node.iri for node in network.nodes))
    reports = asked(graph, _REPORTS, meetings)
    appearances = asked(graph, _APPEARANCES, meetings)
    offices = _offices(graph, (str(row[3]) for row in tenures))
    sources = _Sources(graph, [*tenures, *reports, *appearances])
    nodes = _with_offices(network.nodes, tenures, offices, sources)
    events = _with_sources(network.events, reports, appearances, sources)
    known = {event.iri: event for event in events}
    edges = (replace(edge, events=tuple(known[event.iri] for event in edge.events)) for edge in network.edges)
    return replace(network, nodes=nodes, edges=tuple(edges), events=events)


def classified(graph: KnowledgeGraph, network: Network) -> Network:
    """The same network with sectors and provinces alone: what people are coloured by, without a passage read.

    Args:
        graph: the one that `network` was projected from.
        network: of any size; an office counts as often as a tenure says so, not as often as articles do.
    """
    tenures = asked(graph, _HELD, (node.iri for node in network.nodes))
    offices = _offices(graph, (str(office) for _, _, office, _ in tenures))
    held: dict[str, list[tuple[bool, _Office]]] = defaultdict(list)
    for person, _, office, former in tenures:
        if found := offices.get(str(office)):
            held[str(person)].append((bool(former), found))
    return replace(network, nodes=tuple(replace(node, **_class(held[node.iri])) for node in network.nodes))


class _Sources:
    """Says where a row is printed: rows have the passage second and the article third."""

    def __init__(self, graph: KnowledgeGraph, rows: Iterable[Row]) -> None:
        found = asked(graph, _ARTICLES, {str(row[2]) for row in rows})
        self._articles = {str(article): (str(name), str(url or "")) for article, name, url in found}

    def of(self, row: Row) -> Source:
        name, url = self._articles[str(row[2])]
        return Source(name, str(row[1]), url)


@dataclass(frozen=True, slots=True)
class _Office:
    label: str
    sector: str
    province: Name | None


def _offices(graph: KnowledgeGraph, wanted: Iterable[str]) -> dict[str, _Office]:
    provinces = province_names(graph)
    return {
        str(office): _Office(str(label), sector_of(_local(kind), _local(body)), provinces.get(str(province)))
        for office, label, kind, body, province in asked(graph, _OFFICES, set(wanted))
    }


def _local(concept: Value | None) -> str:
    """The name of a concept in its scheme: the end of its IRI."""
    return str(concept or "").rpartition("/")[2]


def _with_offices(
    nodes: Iterable[Node], tenures: Iterable[Row], offices: Mapping[str, _Office], sources: _Sources
) -> tuple[Node, ...]:
    held: dict[str, list[tuple[Sighting, _Office]]] = defaultdict(list)
    for row in tenures:
        person, _, _, iri, day, acting, former = row
        if office := offices.get(str(iri)):
            seen = Sighting(
                office.label, day if isinstance(day, date) else None, bool(acting), bool(former), sources.of(row)
            )
            held[str(person)].append((seen, office))
    return tuple(_with_sightings(node, held[node.iri]) for node in nodes)


def _with_sightings(node: Node, held: list[tuple[Sighting, _Office]]) -> Node:
    sightings = tuple(sorted((seen for seen, _ in held), key=_by_day))
    return replace(node, sightings=sightings, **_class((seen.former, office) for seen, office in held))


class _Class(TypedDict):
    sector: str
    province: Name | None


def _class(held: Iterable[tuple[bool, _Office]]) -> _Class:
    """The sector and province of most offices held, each with whether it is a former one; former ones if all are.

    Of as many the first by label count, whichever passage is read first.
    """
    listed = sorted(held, key=lambda one: one[1].label)
    current = [office for former, office in listed if not former] or [office for _, office in listed]
    return {
        "sector": _commonest(office.sector for office in current) or "",
        "province": _commonest(office.province for office in current),
    }


def _commonest(found: Iterable[_T]) -> _T | None:
    """What comes most often, of equals what comes first; None if nothing does."""
    common = Counter(found).most_common(1)
    return common[0][0] if common else None


def _by_day(sighting: Sighting) -> tuple[date, str, Source]:
    return sighting.day or date.min, sighting.office, sighting.source


def _with_sources(
    events: Iterable[Event], reports: Iterable[Row], appearances: Iterable[Row], sources: _Sources
) -> tuple[Event, ...]:
    reported: dict[str, set[Source]] = defaultdict(set)
    for row in reports:
        reported[str(row[0])].add(sources.of(row))
    roles: dict[tuple[str, str], set[str]] = defaultdict(set)
    said: dict[tuple[str, str], set[Source]] = defaultdict(set)
    for row in appearances:
        pair = str(row[0]), str(row[3])
        roles[pair].add(str(row[4]).rpartition("#")[2])
        said[pair].add(sources.of(row))

    def described(event: str, person: str) -> Appearance:
        done = tuple(role for role in _ROLES if role in roles[event, person])
        return Appearance(person, done, tuple(sorted(said[event, person])))

    return tuple(
        replace(
            event,
            sources=tuple(sorted(reported[event.iri])),
            appearances=tuple(described(event.iri, one.person) for one in event.appearances),
        )
        for event in events
    )


_TENURES = """
SELECT ?person ?passage ?article ?office ?day ?acting ?former {
  VALUES ?person { THINGS }
  ?tenure org:member ?person ; lgkg:office ?office ; lgkg:evidence ?where .
  ?where oa:exact ?passage ; oa:hasSource ?article .
  OPTIONAL { ?tenure lgkg:observedOn ?day }
  OPTIONAL { ?tenure lgkg:acting ?acting }
  OPTIONAL { ?tenure lgkg:former ?former }
}
"""

_HELD = """
SELECT ?person ?tenure ?office ?former {
  VALUES ?person { THINGS }
  ?tenure org:member ?person ; lgkg:office ?office .
  OPTIONAL { ?tenure lgkg:former ?former }
}
"""

_REPORTS = """
SELECT ?meeting ?passage ?article {
  VALUES ?meeting { THINGS }
  ?meeting lgkg:evidence ?where .
  ?where oa:exact ?passage ; oa:hasSource ?article .
}
"""

_APPEARANCES = """
SELECT ?meeting ?passage ?article ?person ?role {
  VALUES ?meeting { THINGS }
  ?x lgkg:meeting ?meeting ; lgkg:participant ?person ; lgkg:evidence ?where .
  ?where oa:exact ?passage ; oa:hasSource ?article .
  OPTIONAL { ?x lgkg:role ?role }
}
"""

_OFFICES = """
SELECT ?office ?label ?kind ?body ?province {
  VALUES ?office { THINGS }
  ?office skos:prefLabel ?label .
  OPTIONAL { ?office org:role ?kind }
  OPTIONAL { ?office org:postIn/org:classification ?body }
  OPTIONAL { ?office lgkg:jurisdiction/schema:containedInPlace* ?province . ?province a lgkg:Province }
}
"""

_ARTICLES = """
SELECT ?article ?name ?url {
  VALUES ?article { THINGS }
  ?article dcterms:identifier ?name .
  OPTIONAL { ?article dcterms:source ?url }
}
"""
