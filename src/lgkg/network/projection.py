"""Projects a graph onto its people: two of them are joined by the events that both took part in.

Participations are read in one query and paired here: the same by a self-join in SPARQL takes a thousand times longer.
Passages and offices, which make up most of a graph, are left to `details`. Networks of other kinds are read in the same
way; see `kinds`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

from lgkg.errors import QueryError
from lgkg.knowledge_graph import KnowledgeGraph
from lgkg.network.filters import Filters, Scope
from lgkg.network.kinds import NetworkKind, relations
from lgkg.network.model import Event, Network, join


def project(graph: KnowledgeGraph, kind: NetworkKind | str = NetworkKind.PEOPLE, **filters: Unpack[Filters]) -> Network:
    """Who appeared at the same events as whom: everyone reported at an event, and for each pair the events of both.

    The weight of an edge is the number of these events. Titles, days, kinds and provinces are there; roles, offices
    and passages are added by `describe`.

    Args:
        graph: where to read.
        kind: `people`, or another kind of network: `delegations`, `posts`, `bodies`; see `kinds`.
        filters: what of it is wanted; see `Filters`.

    Raises:
        QueryError: there is no such kind, province, body or person, there are several, or the person took part in no
            such event.
    """
    found = relations(graph, _kind(kind))
    scope = Scope.of(graph, **filters)
    events = [event for event in found.events if scope.holds(event)]
    seen = _present(events)
    events += [link for link in found.links if _present([link]) & seen]
    present = _present(events)
    nodes = [node for node in found.nodes if node.iri in present]
    return scope.narrowed(join(nodes, events, directed=found.directed))


def _present(events: Iterable[Event]) -> set[str]:
    return {one.person for event in events for one in event.appearances}


def _kind(kind: NetworkKind | str) -> NetworkKind:
    try:
        return NetworkKind(kind)
    except ValueError:
        kinds = ", ".join(NetworkKind)
        raise QueryError(f"there is no network of {kind!r}", remedy=f"Give one of: {kinds}") from None
