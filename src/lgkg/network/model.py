"""The network of people and what it is made of: who appeared at which event, in which office, and who says so.

The words are those of graph theory: a person is a node, two people who took part in one event are joined by an edge,
and the number of such events is its weight. In a network of another kind (see `kinds`) the nodes are offices and bodies
too, and what joins two of them is an event, an assignment or a sighting in office; all three are an `Event`. Nothing
here reads a graph or draws; see `projection`, `details`, `measures` and `picture`.

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
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


class NodeKind(StrEnum):
    """What a node stands for."""

    PERSON = "person"
    OFFICE = "office"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Node:
    """A person; in a network of another kind an office or a body.

    Attributes:
        iri: which person.
        name: the preferred name.
        sightings: the offices the person was seen in, by day; empty until `describe`.
        sector: id of the sector most of these offices belong to (see `sectors`); empty if no office was seen.
        province: the one that most of these offices cover; None if unknown.
    """

    iri: str
    name: str
    sightings: tuple[Sighting, ...] = ()
    sector: str = ""
    province: Name | None = None
    kind: NodeKind = NodeKind.PERSON


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person took part in an event, in some roles (`chair`, `speaker`, `attendee`), as the sources say.

    Roles and sources are empty until `describe`. `person` is the IRI of whatever node took part.
    """

    person: str
    roles: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A reported event and who took part, by person; `sources` report the event itself, empty until `describe`."""

    iri: str
    title: str
    day: date | None = None
    kind: Name | None = None
    province: Name | None = None
    sources: tuple[Source, ...] = ()
    appearances: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """Two people and the events both took part in, by day; `a` comes before `b` in code point order.

    In a directed network the edge goes from `a` to `b`.
    """

    a: str
    b: str
    events: tuple[Event, ...]

    @property
    def weight(self) -> int:
        """The number of events both took part in."""
        return len(self.events)

    @property
    def newman(self) -> float:
        """The same, an event of n people counting 1/(n - 1): what each gives to each other one, large crowds little.

        After M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64, 016132 (2001),
        doi:10.1103/PhysRevE.64.016132, with people at an event for authors of a paper.
        """
        return sum(1 / (len(event.appearances) - 1) for event in self.events)


@dataclass(frozen=True, slots=True, repr=False)
class Network:
    """Who appeared at the same events as whom.

    Attributes:
        nodes: the people, most events with others first.
        edges: the pairs, most events first.
        events: every event with one of these people, by day and IRI.
        total: how many people the network had before it was cut down to these nodes.
        directed: whether edges go from `a` to `b`, and not both ways.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    events: tuple[Event, ...]
    total: int
    directed: bool = False

    def top_pairs(self, n: int) -> tuple[tuple[Node, Node, Edge], ...]:
        """The `n` pairs with the most events in common, most first; equal ones by name."""
        node = {node.iri: node for node in self.nodes}
        return tuple((node[edge.a], node[edge.b], edge) for edge in self.edges[:n])

    def top(self, n: int) -> Network:
        """The first `n` people and the edges between them."""
        return self.among(self.nodes[:n])

    def among(self, nodes: tuple[Node, ...]) -> Network:
        """Only these of the nodes, in this order, the edges between them and their events."""
        kept = {node.iri for node in nodes}
        edges = tuple(edge for edge in self.edges if edge.a in kept and edge.b in kept)
        events = tuple(event for event in self.events if any(one.person in kept for one in event.appearances))
        return replace(self, nodes=nodes, edges=edges, events=events)

    def around(self, person: str, steps: int = 1) -> Network:
        """The ego network of a person (an IRI): first the person, then those who appeared at the same events.

        Args:
            person: which node.
            steps: how far to go: 2 adds those who appeared with these, and so on. Directed edges are walked both ways.

        Raises:
            KeyError: the person is none of these nodes.
        """
        node = {node.iri: node for node in self.nodes}
        reached = {person: node[person]}
        for _ in range(steps):
            inner = set(reached)
            for edge in self.edges:
                if (edge.a in inner) != (edge.b in inner):
                    other = edge.b if edge.a in inner else edge.a
                    reached[other] = node[other]
        network = self.among(tuple(reached.values()))
        return replace(network, total=len(network.nodes))

    def at_least(self, weight: int) -> Network:
        """The edges of at least this weight, and the nodes that have one."""
        edges = tuple(edge for edge in self.edges if edge.weight >= weight)
        joined = {iri for edge in edges for iri in (edge.a, edge.b)}
        network = replace(self, edges=edges).among(tuple(node for node in self.nodes if node.iri in joined))
        return replace(network, total=len(network.nodes))

    def to_networkx(self) -> networkx.Graph:
        """The same as a `networkx.Graph`.

        Nodes are IRIs with `name`, `sector` and `province`; edges have `weight`, `newman` and `events` (IRIs). A
        directed network is a `networkx.DiGraph`.
        """
        import networkx  # it takes a third of a second

        graph = networkx.DiGraph() if self.directed else networkx.Graph()
        for node in self.nodes:
            province = node.province.th if node.province else ""
            graph.add_node(node.iri, name=node.name, sector=node.sector, province=province)
        for edge in self.edges:
            events = [event.iri for event in edge.events]
            graph.add_edge(edge.a, edge.b, weight=edge.weight, newman=edge.newman, events=events)
        return graph

    def __repr__(self) -> str:
        """Its size: all that it holds would be megabytes, which a notebook keeps beside the picture."""
        return f"<Network: {len(self.nodes)} nodes, {len(self.edges)} edges, {len(self.events)} events>"

    def _repr_html_(self) -> str:
        """The picture, where a notebook shows the network; see `notebook`."""
        from lgkg.network.notebook import frame  # which needs this module

        return frame(self)


def join(nodes: Iterable[Node], events: Iterable[Event], *, directed: bool = False) -> Network:
    """The network of these people over these events; people who met nobody stay, as nodes without an edge.

    Args:
        nodes: the people, or whatever takes part.
        events: what joins them; those that took part in it and are none of the nodes are passed over.
        directed: whether edges go from who comes first among those that took part to who comes later.
    """
    named = {node.iri: node for node in nodes}
    ordered = tuple(sorted(events, key=_by_day))
    edges = _edges(ordered, named, directed)
    shared: dict[str, set[str]] = defaultdict(set)
    partners: dict[str, int] = defaultdict(int)
    for edge in edges:
        for person in (edge.a, edge.b):
            shared[person].update(event.iri for event in edge.events)
            partners[person] += 1
    ranked = sorted(named.values(), key=lambda node: (-len(shared[node.iri]), -partners[node.iri], node.name, node.iri))
    return Network(tuple(ranked), edges, ordered, len(ranked), directed)


def _edges(events: Iterable[Event], named: Mapping[str, Node], directed: bool) -> tuple[Edge, ...]:
    met: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        present = [one.person for one in event.appearances if one.person in named]
        for pair in combinations(present if directed else sorted(set(present)), 2):
            met[pair].append(event)
    edges = (Edge(a, b, tuple(shared)) for (a, b), shared in met.items())
    return tuple(sorted(edges, key=lambda edge: (-edge.weight, named[edge.a].name, named[edge.b].name, edge.a, edge.b)))


def _by_day(event: Event) -> tuple[date, str]:
    return event.day or date.min, event.iri
