"""The kinds of network that a graph holds, and what each is made of.

| kind | nodes | what joins two of them |
|---|---|---|
| people | people | an event that both took part in |
| delegations | people | one was sent by the other: an edge from delegate to delegator, as `prov:actedOnBehalfOf` |
| posts | people, offices, bodies | an article saw the person in the office; the office is a post in the body |
| bodies | bodies | an event to which both sent somebody in an office of theirs, or which they organised |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lgkg.knowledge_graph import KnowledgeGraph
from lgkg.network.labels import labels, province_names
from lgkg.network.model import Appearance, Event, Name, Node, NodeKind
from lgkg.rdf.terms import CONCEPT
from lgkg.store.values import Value


class NetworkKind(StrEnum):
    """What a network joins."""

    PEOPLE = "people"
    DELEGATIONS = "delegations"
    POSTS = "posts"
    BODIES = "bodies"


@dataclass(frozen=True, slots=True)
class Relations:
    """What a network is made of, before anything is left out.

    Attributes:
        nodes: all that might take part, by IRI.
        events: what joins them.
        links: what joins them at any time: a post and its body. They count where one of their nodes is there.
        directed: see `Network`.
    """

    nodes: tuple[Node, ...]
    events: tuple[Event, ...]
    links: tuple[Event, ...] = ()
    directed: bool = False


def relations(graph: KnowledgeGraph, kind: NetworkKind) -> Relations:
    """What the network of a kind is made of."""
    return _READERS[kind](graph)


def event_kinds(graph: KnowledgeGraph) -> dict[str, Name]:
    """The names of all kinds of event by IRI."""
    return labels(graph, _KINDS)


def _people(graph: KnowledgeGraph) -> Relations:
    return Relations(_nodes(graph, NodeKind.PERSON), tuple(_meetings(graph, _APPEARANCES)))


def _bodies(graph: KnowledgeGraph) -> Relations:
    return Relations(_nodes(graph, NodeKind.BODY), tuple(_meetings(graph, _SENT)))


def _delegations(graph: KnowledgeGraph) -> Relations:
    """An assignment that several articles report for one event is one."""
    told = {event.iri: event for event in _meetings(graph, _SENDING)}
    found: dict[tuple[str, str, str], Event] = {}
    for iri, delegate, delegator, meeting in sorted(graph.query(_DELEGATIONS), key=str):
        event = told.get(str(meeting)) or Event(str(iri), "")
        pair = tuple(map(Appearance, (str(delegate), str(delegator))))
        assigned = Event(str(iri), event.title, event.day, event.kind, event.province, appearances=pair)
        if delegate != delegator:
            found.setdefault((str(delegate), str(delegator), event.iri), assigned)
    return Relations(_nodes(graph, NodeKind.PERSON), tuple(found.values()), directed=True)


def _posts(graph: KnowledgeGraph) -> Relations:
    offices, provinces = _nodes(graph, NodeKind.OFFICE), province_names(graph)
    name = {office.iri: office.name for office in offices}
    within = {str(office): provinces.get(str(area)) for office, area in sorted(graph.query(_AREAS), key=str)}
    seen = {
        str(tenure): _link(str(tenure), name[str(office)], _day(day), within.get(str(office)), str(person), str(office))
        for tenure, person, office, day in sorted(graph.query(_TENURES), key=str)
    }
    links = (
        _link(str(office), name[str(office)], None, within.get(str(office)), str(office), str(body))
        for office, body in sorted(graph.query(_POSTS), key=str)
    )
    people, bodies = (_nodes(graph, kind) for kind in (NodeKind.PERSON, NodeKind.BODY))
    return Relations(people + offices + bodies, tuple(seen.values()), tuple(links))


def _link(iri: str, title: str, day: date | None, province: Name | None, *ends: str) -> Event:
    return Event(iri, title, day, None, province, appearances=tuple(map(Appearance, ends)))


def _nodes(graph: KnowledgeGraph, kind: NodeKind) -> tuple[Node, ...]:
    found = labels(graph, f"SELECT ?thing ?name {{ ?thing a {_CLASSES[kind]} ; skos:prefLabel ?name }}")
    return tuple(Node(iri, name.th, kind=kind) for iri, name in found.items())


def _meetings(graph: KnowledgeGraph, sparql: str) -> Iterator[Event]:
    """Every event that somebody took part in, as the query says: rows of the event and who."""
    present: dict[str, set[str]] = {}
    for meeting, one in graph.query(sparql):
        present.setdefault(str(meeting), set()).add(str(one))
    kinds, provinces = event_kinds(graph), province_names(graph)
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


_READERS: dict[NetworkKind, Callable[[KnowledgeGraph], Relations]] = {
    NetworkKind.PEOPLE: _people,
    NetworkKind.DELEGATIONS: _delegations,
    NetworkKind.POSTS: _posts,
    NetworkKind.BODIES: _bodies,
}
_CLASSES = {
    NodeKind.PERSON: "lgkg:Person",
    NodeKind.OFFICE: "lgkg:Office",
    NodeKind.BODY: "lgkg:Organization",
}

_APPEARANCES = "SELECT ?meeting ?person { ?x a lgkg:Participation ; lgkg:participant ?person ; lgkg:meeting ?meeting }"

_SENT = """
SELECT ?meeting ?body {
  { ?meeting schema:organizer ?body }
  UNION { ?x lgkg:inCapacityOf/org:postIn ?body ; lgkg:meeting ?meeting }
}
"""

_SENDING = "SELECT ?meeting ?person { ?x lgkg:delegate ?person ; lgkg:meeting ?meeting }"

_DELEGATIONS = """
SELECT ?delegation ?delegate ?delegator ?meeting {
  ?delegation lgkg:delegate ?delegate ; lgkg:delegator ?delegator
  OPTIONAL { ?delegation lgkg:meeting ?meeting }
}
"""

_TENURES = """
SELECT ?tenure ?person ?office ?day {
  ?tenure org:member ?person ; lgkg:office ?office
  OPTIONAL { ?tenure lgkg:observedOn ?day }
}
"""

_POSTS = "SELECT ?office ?body { ?office a lgkg:Office ; org:postIn ?body }"

_AREAS = """
SELECT ?office ?province {
  ?office a lgkg:Office ; lgkg:jurisdiction ?area .
  ?area schema:containedInPlace* ?province . ?province a lgkg:Province
}
"""

_MEETINGS = """
SELECT ?meeting ?title ?day ?kind ?province {
  ?meeting a lgkg:Meeting ; rdfs:label ?title .
  OPTIONAL { ?meeting schema:startDate ?day }
  OPTIONAL { ?meeting lgkg:eventKind ?kind }
  OPTIONAL { ?meeting lgkg:province ?province }
}
"""

_KINDS = f"SELECT ?kind ?name {{ ?kind skos:inScheme <{CONCEPT}event-kind> ; skos:prefLabel ?name }}"
