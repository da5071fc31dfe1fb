"""The network of the whole graph, kept in memory: who is next to whom, and the way from one to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import anyio

from lgkg.graph import Graph
from lgkg.identity import name_key
from lgkg.network import Edge, Network, Node, classified, measures, project
from lgkg.network.model import Event
from lgkg.network.picture import Record, standings
from lgkg.store import Manifest
from lgkg.web.pool import Pool

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
        partners: of each person the partners, most events in common first, each with the number of the edge.
        attended: the numbers of each person's events.
        keys: each person with the key of the name, in the order of the network.
        joined: the same as a graph whose edges have a `cost`; see `way`.
    """

    network: Network
    standing: Mapping[str, Record]
    node: Mapping[str, Node]
    partners: Mapping[str, Mapping[str, int]]
    attended: Mapping[str, list[int]]
    keys: tuple[tuple[str, str], ...]
    joined: networkx.Graph

    @classmethod
    def of(cls, graph: Graph) -> Whole:
        """The network of a graph; takes seconds of a large one."""
        network = classified(graph, project(graph))
        partners: dict[str, dict[str, int]] = {node.iri: {} for node in network.nodes}
        for number, edge in enumerate(network.edges):
            partners[edge.a][edge.b] = partners[edge.b][edge.a] = number
        attended: dict[str, list[int]] = defaultdict(list)
        for number, event in enumerate(network.events):
            for one in event.appearances:
                attended[one.person].append(number)
        keys = tuple((name_key(node.name), node.iri) for node in network.nodes)
        node = {node.iri: node for node in network.nodes}
        return cls(network, standings(measures(network)), node, partners, attended, keys, _joined(network))

    def among(self, people: Iterable[str]) -> Network:
        """These people, the edges between them, and the events of these; all events of who has no edge among them.

        The cost is that of their partners, not of the network.
        """
        shown = list(people)
        kept = set(shown)
        numbers = sorted({edge for one in shown for other, edge in self.partners[one].items() if other in kept})
        edges = tuple(self.network.edges[number] for number in numbers)
        return Network(tuple(self.node[one] for one in shown), edges, self._events(shown, edges), len(self.node))

    def alone(self, person: str) -> Network:
        """One person and all events of theirs."""
        return Network((self.node[person],), (), self._of(self.attended[person]), len(self.node))

    def way(self, start: str, end: str) -> list[str]:
        """The people on the shortest way from one person to another, both included; empty if there is none.

        Shortest is the way over fewest people; of several the one along pairs with many events in common.
        """
        import networkx

        try:
            return [str(one) for one in networkx.dijkstra_path(self.joined, start, end, weight="cost")]
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

    def _events(self, shown: Iterable[str], edges: Iterable[Edge]) -> tuple[Event, ...]:
        joined = {end for edge in edges for end in (edge.a, edge.b)}
        lonely = self._of({number for one in shown if one not in joined for number in self.attended[one]})
        events = {event.iri: event for edge in edges for event in edge.events} | {event.iri: event for event in lonely}
        return tuple(sorted(events.values(), key=lambda event: (event.day.isoformat() if event.day else "", event.iri)))

    def _of(self, numbers: Iterable[int]) -> tuple[Event, ...]:
        return tuple(self.network.events[number] for number in sorted(numbers))


def _joined(network: Network) -> networkx.Graph:
    """A step costs 1, and so little more where few events join that no way of fewer steps ever costs more."""
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(node.iri for node in network.nodes)
    for edge in network.edges:
        graph.add_edge(edge.a, edge.b, cost=1 + 1 / (2 * edge.weight * len(network.nodes)))
    return graph


class Kept:
    """The whole network of the graph that is served now, made when it is first wanted, and anew for another graph.

    Args:
        pool: the graph.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool, self._lock = pool, anyio.Lock()
        self._made: tuple[Manifest, Whole] | None = None

    async def whole(self) -> Whole:
        """The network; who asks while it is being made waits.

        Raises:
            BusyError: nobody can ask the graph now.
            QueryError: it takes too long, or too much memory.
        """
        async with self._lock:
            if self._made is None or self._made[0] != self._pool.manifest:
                self._made = await self._pool.run(lambda graph: (graph.manifest, Whole.of(graph)))
            return self._made[1]
