"""What of a network is wanted: the same filters for its measures, exports and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from lgkg.errors import QueryError
from lgkg.knowledge_graph import KnowledgeGraph
from lgkg.network.kinds import event_kinds
from lgkg.network.labels import province_names
from lgkg.network.model import Event, Name, Network
from lgkg.questions import Kind, find
from lgkg.store.values import Iri


class Filters(TypedDict, total=False):
    """Filters by name; each may be left out.

    Attributes:
        since: only events from this day; events of unknown day are then left out.
        until: only events to this day; likewise.
        province: only events in this province, by any of its names: ระยอง, จังหวัดระยอง, Rayong.
        body: only events that this body organised or sent somebody to in an office of its own; by any name.
        event_kind: only events of this kind, in Thai or English: พิธี, ceremony.
        max_people: only events with at most so many people named: leaves out crowds, in which not all meet.
        min_weight: only pairs with at least so many events, and who is in one.
        person: only this person and those who appeared at the same events; by any name, or a part of it that no other
            person has.
        steps: how far from this person; 2 adds those who appeared with the partners, and so on.
    """

    since: date | None
    until: date | None
    province: str | None
    body: str | None
    event_kind: str | None
    max_people: int | None
    min_weight: int | None
    person: str | None
    steps: int | None


@dataclass(frozen=True, slots=True)
class Scope:
    """Filters whose names have been found in the graph."""

    since: date | None
    until: date | None
    province: Name | None
    of_kind: frozenset[str] | None
    of_body: frozenset[str] | None
    max_people: int | None
    min_weight: int
    named: str | None
    person: str | None
    steps: int

    @classmethod
    def of(
        cls,
        graph: KnowledgeGraph,
        *,
        since: date | None = None,
        until: date | None = None,
        province: str | None = None,
        body: str | None = None,
        event_kind: str | None = None,
        max_people: int | None = None,
        min_weight: int | None = None,
        person: str | None = None,
        steps: int | None = None,
    ) -> Scope:
        """The filters for a graph.

        Raises:
            QueryError: there is no such province, body, kind of event or person, a number is too small, or the time
                ends before it begins.
        """
        if since and until and until < since:
            raise QueryError(f"no day is both from {since} and to {until}", remedy="Let since be the earlier day")
        if steps is not None and not person:
            raise QueryError("steps are counted from a person, and none is given", remedy="Give a person too")
        return cls(
            since,
            until,
            province_names(graph)[find(graph, Kind.PROVINCE, "province", province)] if province else None,
            _of_kind(graph, event_kind) if event_kind else None,
            _of_body(graph, body) if body else None,
            _number("max_people", max_people, 2),
            _number("min_weight", min_weight, 1) or 1,
            person,
            find(graph, Kind.PERSON, "person", person) if person else None,
            _number("steps", steps, 1) or 1,
        )

    def holds(self, event: Event) -> bool:
        """Whether an event is wanted."""
        return (
            (self.province is None or event.province == self.province)
            and (self.of_kind is None or event.iri in self.of_kind)
            and (self.of_body is None or event.iri in self.of_body)
            and (self.max_people is None or len(event.appearances) <= self.max_people)
            and self._in_time(event.day)
        )

    def narrowed(self, network: Network) -> Network:
        """The network of wanted events, cut down to the wanted pairs and people.

        Raises:
            QueryError: the person is not in it.
        """
        if self.min_weight > 1:
            network = network.at_least(self.min_weight)
        if self.person is None:
            return network
        if all(node.iri != self.person for node in network.nodes):
            remedy = "Give other days or another province, or name somebody else"
            raise QueryError(f"{self.named!r} took part in no event here", remedy=remedy)
        return network.around(self.person, self.steps)

    def _in_time(self, day: date | None) -> bool:
        if not day:
            return not (self.since or self.until)
        return (self.since or date.min) <= day <= (self.until or date.max)


def _of_kind(graph: KnowledgeGraph, wanted: str) -> frozenset[str]:
    known = event_kinds(graph)
    for iri, name in known.items():
        if wanted.strip().casefold() in (iri.rpartition("/")[2], name.th, name.en.casefold()):
            return _things(graph, _OF_KIND, kind=Iri(iri))
    kinds = ", ".join(sorted(name.en for name in known.values()))
    raise QueryError(f"there is no kind of event {wanted[:60]!r}", remedy=f"Give one of: {kinds}; or its Thai name")


def _of_body(graph: KnowledgeGraph, wanted: str) -> frozenset[str]:
    return _things(graph, _OF_BODY, body=find(graph, Kind.ORGANISATION, "body", wanted))


def _things(graph: KnowledgeGraph, sparql: str, **bindings: Iri) -> frozenset[str]:
    return frozenset(str(thing) for (thing,) in graph.query(sparql, **bindings))


def _number(name: str, value: int | None, least: int) -> int | None:
    if value is not None and value < least:
        raise QueryError(f"{value} is too small for {name}", remedy=f"Give {least} or more")
    return value


_OF_KIND = """
SELECT DISTINCT ?thing {
  { ?thing lgkg:eventKind ?kind }
  UNION { ?meeting lgkg:eventKind ?kind . ?thing lgkg:delegate ?y ; lgkg:meeting ?meeting }
}
"""
"""The events of a kind, and the delegations to them; an event that several articles tell of may be of several kinds."""

_OF_BODY = """
SELECT DISTINCT ?thing {
  { ?thing schema:organizer ?body }
  UNION { ?post org:postIn ?body . ?x lgkg:inCapacityOf ?post ; lgkg:meeting ?thing }
  UNION { ?post org:postIn ?body . ?thing lgkg:office ?post }
  UNION {
    ?post org:postIn ?body . ?x lgkg:inCapacityOf ?post ; lgkg:meeting ?meeting .
    ?thing lgkg:delegate ?y ; lgkg:meeting ?meeting
  }
}
"""
"""The events, tenures and delegations that a body has to do with."""
