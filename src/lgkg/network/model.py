"""The network of people and what it is made of: who appeared at which event, in which office, and where that is printed.

The words are those of graph theory: a person is a node, two people who took part in one event are joined by an edge,
and the number of such events is its weight. Nothing here reads a graph or draws; see `projection` and `picture`.

    >>> a, b = Node("urn:a", "ก"), Node("urn:b", "ข")
    >>> opening = Event("urn:e", "พิธีเปิด", appearances=(Appearance("urn:a"), Appearance("urn:b")))
    >>> join((a, b), (opening,)).edges[0].weight
    1
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

import networkx


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a fact is printed: the article's id, its URL if known, and the passage, word for word."""

    article: str
    passage: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """What a thing is called in Thai and in English; the English is empty where the graph has none."""

    th: str
    en: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One article sees a person in an office on a day; never an interval."""

    office: str
    day: date | None
    acting: bool
    former: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Node:
    """A person.

    Attributes:
        iri: which person.
        name: the preferred name.
        sightings: the offices the person was seen in, by day.
        body: kind of body most of these offices are in; None if no office was seen.
        province: the area most of these offices cover, or the one most of the events were in; empty if unknown.
    """

    iri: str
    name: str
    sightings: tuple[Sighting, ...] = ()
    body: Name | None = None
    province: str = ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person took part in an event, in some roles (`chair`, `speaker`, `attendee`), as the sources say."""

    person: str
    roles: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A reported event and who took part, by person; `sources` report the event itself."""

    iri: str
    title: str
    day: date | None = None
    kind: Name | None = None
    province: str = ""
    sources: tuple[Source, ...] = ()
    appearances: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """Two people and the events both took part in, by day; `a` comes before `b` in code point order."""

    a: str
    b: str
    events: tuple[Event, ...]

    @property
    def weight(self) -> int:
        """The number of events both took part in."""
        return len(self.events)


@dataclass(frozen=True, slots=True)
class Network:
    """Who appeared at the same events as whom.

    Attributes:
        nodes: the people, most events with others first.
        edges: the pairs, most events first.
        total: how many people the network had before it was cut down to these nodes.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int

    def events(self) -> tuple[Event, ...]:
        """Every event of an edge once, by day and IRI."""
        return tuple(sorted({event.iri: event for edge in self.edges for event in edge.events}.values(), key=_by_day))

    def top_pairs(self, n: int) -> tuple[tuple[Node, Node, Edge], ...]:
        """The `n` pairs with the most events in common, most first; equal ones by name."""
        node = {node.iri: node for node in self.nodes}
        return tuple((node[edge.a], node[edge.b], edge) for edge in self.edges[:n])

    def top(self, n: int) -> Network:
        """The `n` people with the most events in common with others, and the edges between them."""
        return self._among(self.nodes[:n])

    def around(self, person: str, n: int | None = None) -> Network:
        """The ego network of a person (an IRI): with those who appeared at the same events, at most `n` people in all."""
        partners = [edge.b if edge.a == person else edge.a for edge in self.edges if person in (edge.a, edge.b)]
        near = {person, *partners}
        kept = {person, *(partners if n is None else partners[: max(n - 1, 0)])}
        network = self._among(tuple(node for node in self.nodes if node.iri in kept))
        return replace(network, total=len(near))

    def to_networkx(self) -> networkx.Graph:
        """The same as a `networkx.Graph`: nodes by IRI with `name`, `body`, `province`; edges with `weight`, `events`."""
        graph = networkx.Graph()
        for node in self.nodes:
            graph.add_node(node.iri, name=node.name, body=node.body.th if node.body else "", province=node.province)
        for edge in self.edges:
            graph.add_edge(edge.a, edge.b, weight=edge.weight, events=[event.iri for event in edge.events])
        return graph

    def _among(self, nodes: tuple[Node, ...]) -> Network:
        kept = {node.iri for node in nodes}
        return replace(self, nodes=nodes, edges=tuple(edge for edge in self.edges if {edge.a, edge.b} <= kept))


def join(nodes: Iterable[Node], events: Iterable[Event]) -> Network:
    """The network of these people over these events; people who met nobody stay, as nodes without an edge."""
    named = {node.iri: node for node in nodes}
    edges = _edges(events, named)
    shared: dict[str, set[str]] = defaultdict(set)
    partners: dict[str, int] = defaultdict(int)
    for edge in edges:
        for person in (edge.a, edge.b):
            shared[person].update(event.iri for event in edge.events)
            partners[person] += 1
    ranked = sorted(named.values(), key=lambda node: (-len(shared[node.iri]), -partners[node.iri], node.name, node.iri))
    return Network(tuple(ranked), edges, len(ranked))


def _edges(events: Iterable[Event], named: Mapping[str, Node]) -> tuple[Edge, ...]:
    met: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in sorted(events, key=_by_day):
        present = sorted({appearance.person for appearance in event.appearances} & named.keys())
        for pair in combinations(present, 2):
            met[pair].append(event)
    edges = (Edge(a, b, tuple(shared)) for (a, b), shared in met.items())
    return tuple(sorted(edges, key=lambda edge: (-edge.weight, named[edge.a].name, named[edge.b].name, edge.a, edge.b)))


def _by_day(event: Event) -> tuple[date, str]:
    return event.day or date.min, event.iri
