"""The network of the whole graph, kept in memory: who is next to whom, and the way from one to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from lgkg.graph import Graph
from lgkg.identity import name_key
from lgkg.network import Edge, Network, Node, classified, measures, project
from lgkg.network.model import Event
from lgkg.network.picture import Record, standings

if TYPE_CHECKING:
    import networkx

SUGGESTED = 12
"""People that a search gives at most."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The network of the whole graph, made ready for questions about a few people.

    Attributes:
        network: all people, those with most events first.
        standing: what the card says of each person, as the picture wants it.
        node: each person by IRI.
        rank: the place of each in the network.
        event: each event by IRI, without who took part.
        number: the place of each event in the network.
        partners: of each person the partners, most events in common first, each with the number of the edge.
        attended: the IRIs of each person's events, by day.
        keys: each person with the key of the name, in the order of the network.
        joined: the same as a graph whose edges have a `cost`; see `way`.
    """

    network: Network
    standing: Mapping[str, Record]
    node: Mapping[str, Node]
    rank: Mapping[str, int]
    event: Mapping[str, Event]
    number: Mapping[str, int]
    partners: Mapping[str, Mapping[str, int]]
    attended: Mapping[str, list[str]]
    keys: tuple[tuple[str, str], ...]
    joined: networkx.Graph

    @classmethod
    def of(cls, graph: Graph) -> Whole:
        """The network of a graph; takes seconds of a large one."""
        network = classified(graph, project(graph))
        partners: dict[str, dict[str, int]] = {node.iri: {} for node in network.nodes}
        for place, edge in enumerate(network.edges):
            partners[edge.a][edge.b] = partners[edge.b][edge.a] = place
        attended: dict[str, list[str]] = defaultdict(list)
        for event in network.events:
            for one in event.appearances:
                attended[one.person].append(event.iri)
        keys = tuple((name_key(node.name), node.iri) for node in network.nodes)
        node = {node.iri: node for node in network.nodes}
        rank = {iri: place for place, iri in enumerate(node)}
        number = {event.iri: place for place, event in enumerate(network.events)}
        bare = {event.iri: replace(event, appearances=()) for event in network.events}
        return cls(
            network, standings(measures(network)), node, rank, bare, number, partners, attended, keys, _joined(network)
        )

    def among(self, people: Iterable[str]) -> Network:
        """These people, those with most events first, the edges between them and the events of these.

        Of who has no edge among them all events are there. Events do not say who took part; edges do. The cost is that
        of the partners, not of the network.
        """
        shown = sorted(people, key=self.rank.__getitem__)
        kept = set(shown)
        numbers = sorted({edge for one in shown for other, edge in self.partners[one].items() if other in kept})
        edges = tuple(self.network.edges[number] for number in numbers)
        joined = {end for edge in edges for end in (edge.a, edge.b)}
        events = {event.iri for edge in edges for event in edge.events}
        events.update(event for one in kept - joined for event in self.attended[one])
        return self._network(shown, edges, events)

    def alone(self, person: str) -> Network:
        """One person and the events of theirs, without an edge."""
        return self._network([person], (), self.attended[person])

    def told(self, events: Iterable[str]) -> Network:
        """Events of these IRIs with all who took part, without an edge."""
        found = tuple(self.network.events[self.number[event]] for event in sorted(set(events), key=self._day))
        present = {one.person: None for event in found for one in event.appearances}
        return Network(tuple(self.node[one] for one in present), (), found, len(self.node))

    def way(self, start: str, end: str) -> list[str]:
        """The people on the shortest way from one person to another, both included; empty if there is none.

        Shortest is the way over fewest people; of several the one along pairs with many events in common.
        """
        import networkx

        try:
            _, way = networkx.bidirectional_dijkstra(self.joined, start, end, weight="cost")
            return [str(one) for one in way]
        except networkx.NetworkXNoPath:
            return []

    def called(self, text: str) -> list[Node]:
        """The people whose name begins so, then those whose name has it within, those with most events first."""
        wanted = name_key(text)
        if not wanted:
            return []
        first = [iri for key, iri in self.keys if key.startswith(wanted)]
        within = [iri for key, iri in self.keys if wanted in key]
        return [self.node[iri] for iri in list(dict.fromkeys(first + within))[:SUGGESTED]]

    def _network(self, people: Iterable[str], edges: tuple[Edge, ...], events: Iterable[str]) -> Network:
        happened = tuple(self.event[event] for event in sorted(events, key=self._day))
        return Network(tuple(self.node[one] for one in people), edges, happened, len(self.node))

    def _day(self, event: str) -> tuple[date, str]:
        return self.event[event].day or date.min, event


def _joined(network: Network) -> networkx.Graph:
    """A step costs 1, and so little more where few events join that no way of fewer steps ever costs more."""
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(node.iri for node in network.nodes)
    for edge in network.edges:
        graph.add_edge(edge.a, edge.b, cost=1 + 1 / (2 * edge.weight * len(network.nodes)))
    return graph
