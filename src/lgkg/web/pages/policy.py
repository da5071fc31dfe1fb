"""What the page of a policy shows: its kind and names, the events about it, and who was at these."""

from __future__ import annotations

from lgkg.graph import Graph
from lgkg.store.values import Iri
from lgkg.web.pages.counts import counted
from lgkg.web.pages.events import event_list
from lgkg.web.pages.facts import mention_list
from lgkg.web.pages.paging import Asked
from lgkg.web.pages.records import called, record


def read(graph: Graph, iri: str, asked: Asked) -> dict[str, object]:
    """What the template of a policy takes; of lists that are not asked for, their beginnings."""
    said = record(graph, iri)
    return {
        "thing": called(graph, [iri])[iri],
        "about": said,
        "kind": next((name for name in said.classes() if name != "Policy"), ""),
        "events": event_list(graph, asked, "?thing schema:about ?policy .", policy=Iri(iri)),
        "people": counted(graph, "people", asked, graph.query(_PEOPLE, policy=Iri(iri))),
        "bodies": counted(graph, "bodies", asked, graph.query(_BODIES, policy=Iri(iri))),
        "mentions": mention_list(graph, asked, iri),
    }


_PEOPLE = """
SELECT ?person (COUNT(DISTINCT ?meeting) AS ?n) {
  ?meeting schema:about ?policy . ?x lgkg:meeting ?meeting ; lgkg:participant ?person
} GROUP BY ?person
"""

_BODIES = """
SELECT ?body (COUNT(DISTINCT ?meeting) AS ?n) {
  { ?meeting schema:about ?policy ; schema:organizer ?body }
  UNION {
    ?meeting schema:about ?policy . ?x lgkg:meeting ?meeting ; lgkg:inCapacityOf ?office .
    ?office org:postIn ?body
  }
} GROUP BY ?body
"""
