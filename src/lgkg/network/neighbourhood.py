"""Who appeared with one person, read from that person outwards: what a page about somebody needs at once.

`project` reads every participation of the graph, which takes seconds where the graph is large; this reads those of the
person and of the partners shown. The weights are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from lgkg.knowledge_graph import KnowledgeGraph
from lgkg.network.batches import asked
from lgkg.network.model import Appearance, Event, Network, Node, join
from lgkg.store.values import Iri


def partners(graph: KnowledgeGraph, person: str) -> dict[str, int]:
    """All who appeared at the same events as a person (an IRI), and at how many; most events first, then by IRI."""
    found = {str(iri): cast(int, n) for iri, n in graph.query(_PARTNERS, person=Iri(person)) if str(iri) != person}
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def neighbourhood(graph: KnowledgeGraph, nodes: Iterable[Node]) -> Network:
    """The network of these people over the events that two of them took part in, the first of them first.

    Its edges are those of `project` between the same people. Events have no titles, and name only these people.
    """
    listed = tuple(nodes)
    present: dict[str, set[str]] = {}
    for one, meeting in asked(graph, _EVENTS, (node.iri for node in listed)):
        present.setdefault(str(meeting), set()).add(str(one))
    events = [
        Event(meeting, "", appearances=tuple(map(Appearance, sorted(people))))
        for meeting, people in sorted(present.items())
        if len(people) > 1
    ]
    network = join(listed, events)
    return replace(network, nodes=tuple(sorted(network.nodes, key=lambda node: node.iri != listed[0].iri)))


_PARTNERS = """
SELECT ?other (COUNT(DISTINCT ?meeting) AS ?n) {
  ?x lgkg:participant ?person ; lgkg:meeting ?meeting .
  ?y lgkg:meeting ?meeting ; lgkg:participant ?other .
} GROUP BY ?other
"""

_EVENTS = """
SELECT DISTINCT ?thing ?meeting {
  VALUES ?thing { THINGS }
  ?x lgkg:participant ?thing ; lgkg:meeting ?meeting .
}
"""
