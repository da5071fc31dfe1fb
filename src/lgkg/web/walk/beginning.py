"""Where a walk begins: at a person, in a province, with a body, or with those who were at most events."""

from __future__ import annotations

from dataclasses import dataclass

from lgkg.errors import QueryError
from lgkg.graph import Graph
from lgkg.network import Filters
from lgkg.network.filters import Scope
from lgkg.network.model import join
from lgkg.questions import Kind, find
from lgkg.store.values import Iri
from lgkg.web.walk.whole import Whole

FIRST = 60
"""People that a walk begins with, in a province, with a body, or in the whole country."""
NEAR = 20
"""Partners that one opening shows."""
_WAYS = {"province": Kind.PROVINCE, "body": Kind.ORGANISATION}


@dataclass(frozen=True, slots=True)
class Beginning:
    """Whom a walk begins with.

    Attributes:
        way: `person`, `province`, `body` or `most`.
        name: of whom or what; empty for `most`.
        people: their IRIs, those with most events first.
        opened: how many partners of the one person are shown too.
    """

    way: str
    name: str
    people: tuple[str, ...]
    opened: int = 0


def beginning(graph: Graph, whole: Whole, way: str, wanted: str) -> Beginning:
    """Whom a walk begins with.

    Args:
        graph: where names are looked up.
        whole: its network.
        way: see `Beginning`.
        wanted: the name, or an address of the person, province or body; of a person the mere id too.

    Raises:
        QueryError: nobody or nothing is called so, or several are, or nobody of it is in the network.
    """
    if way == "most":
        return Beginning(way, "", tuple(node.iri for node in whole.network.nodes[:FIRST]))
    if way == "person":
        return _person(graph, whole, wanted)
    found = find(graph, _WAYS[way], way, wanted)
    filters: Filters = {"province": found} if way == "province" else {"body": found}
    scope = Scope.of(graph, **filters)
    events = [event for event in whole.network.events if scope.holds(event)]
    present = {one.person for event in events for one in event.appearances}
    there = join([node for node in whole.network.nodes if node.iri in present], events)
    if not there.nodes:
        raise QueryError(f"nobody took part in an event of {wanted[:60]!r}", remedy="Begin with somebody else")
    return Beginning(way, _label(graph, found), tuple(node.iri for node in there.nodes[:FIRST]))


def _person(graph: Graph, whole: Whole, wanted: str) -> Beginning:
    iri = f"{graph.manifest.base}person/{wanted}"
    if iri not in whole.node:
        iri = str(find(graph, Kind.PERSON, "person", wanted))
    if iri not in whole.node:
        raise QueryError(f"{wanted[:60]!r} took part in no event", remedy="Begin with somebody else")
    return Beginning("person", whole.node[iri].name, (iri,), NEAR)


def _label(graph: Graph, thing: Iri) -> str:
    names = graph.query("SELECT ?name { ?thing skos:prefLabel ?name } ORDER BY DESC(LANG(?name)) LIMIT 1", thing=thing)
    return next((str(name) for (name,) in names), thing)
