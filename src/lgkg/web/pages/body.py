"""What the page of a body shows: its posts and who holds them, the events it held or sent somebody to, and policies."""

from __future__ import annotations

from lgkg.graph import Graph
from lgkg.store.values import Iri
from lgkg.web.pages.counts import counted
from lgkg.web.pages.events import event_list, event_rows
from lgkg.web.pages.facts import mention_list
from lgkg.web.pages.paging import Asked, Paged, cut, paged
from lgkg.web.pages.posts import posts_of, with_holders
from lgkg.web.pages.records import called, record

_WENT = "?x lgkg:inCapacityOf ?office ; lgkg:meeting ?thing . ?office org:postIn ?body ."


def read(graph: Graph, iri: str, asked: Asked) -> dict[str, object]:
    """What the template of a body takes; of lists that are not asked for, their beginnings."""
    said = record(graph, iri)
    held = paged(graph, "held", asked, "?thing schema:organizer ?body .", "schema:startDate", body=Iri(iri))
    return {
        "thing": called(graph, [iri])[iri],
        "about": said,
        "kind": said.concept("org:classification"),
        "within": called(graph, said.iris("lgkg:jurisdiction")),
        "posts": with_holders(graph, cut(posts_of(graph, "org:postIn", iri), "posts", asked)),
        "held": Paged(event_rows(graph, held.rows), held.total, held.page),
        "events": event_list(graph, asked, _WENT, body=Iri(iri)),
        "policies": counted(graph, "policies", asked, graph.query(_POLICIES, body=Iri(iri))),
        "mentions": mention_list(graph, asked, iri),
    }


_POLICIES = """
SELECT ?policy (COUNT(DISTINCT ?meeting) AS ?n) {
  { ?meeting schema:organizer ?body ; schema:about ?policy }
  UNION {
    ?office org:postIn ?body . ?x lgkg:inCapacityOf ?office ; lgkg:meeting ?meeting .
    ?meeting schema:about ?policy
  }
} GROUP BY ?policy
"""
