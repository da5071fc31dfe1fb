"""What the page of an event shows: when and where, who took part and who was sent, and the articles that tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from lgkg.graph import Graph
from lgkg.network.model import Name
from lgkg.store.values import Iri
from lgkg.web.pages.events import ROLES
from lgkg.web.pages.facts import Quote, fact_list, quotes
from lgkg.web.pages.paging import Asked, cut
from lgkg.web.pages.records import Record, Thing, called, record, records


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part: in which roles, in the capacity of which office, and where that is said."""

    person: Thing
    roles: tuple[str, ...]
    office: Thing | None
    passages: tuple[str, ...]


def read(graph: Graph, iri: str, asked: Asked) -> dict[str, object]:
    """What the template of an event takes."""
    said = records(graph, [iri]).get(iri) or record(graph, iri)
    told = quotes(graph, said.iris("lgkg:evidence"))
    links = ("schema:location", "lgkg:province", "schema:organizer", "schema:about")
    return {
        "thing": Thing(iri, Name(said.text("rdfs:label"))),
        "about": said,
        "kind": said.concept("lgkg:eventKind"),
        "start": _start(said),
        "end": said.day("schema:endDate"),
        "linked": called(graph, (thing for link in links for thing in said.iris(link))),
        "participants": cut(_participants(graph, iri), "participants", asked),
        "delegations": fact_list(
            graph, Asked("facts"), "?thing a lgkg:Delegation ; lgkg:meeting ?event .", event=Iri(iri)
        ).rows,
        "told": sorted(told.values(), key=_by_article),
    }


def _start(said: Record) -> date | None:
    """The first day, with the time of day if that is known."""
    day, clock = said.day("schema:startDate"), said.first("lgkg:startTime")
    return datetime.combine(day, clock) if day and isinstance(clock, time) else day


def _by_article(quote: Quote) -> tuple[date, str, str]:
    return quote.issued or date.max, quote.article.iri, quote.iri


def _participants(graph: Graph, iri: str) -> list[Participant]:
    """Who took part, those who chaired first, then those who spoke; in each, by name."""
    roles: dict[str, set[str]] = {}
    offices: dict[str, set[str]] = {}
    passages: dict[str, set[str]] = {}
    for person, role, office, where in graph.query(_PARTICIPANTS, event=Iri(iri)):
        roles.setdefault(str(person), set()).add(str(role).rpartition("#")[2])
        passages.setdefault(str(person), set()).add(str(where))
        offices.setdefault(str(person), set()).update([str(office)] if office is not None else [])
    named = called(graph, [*roles, *(office for held in offices.values() for office in held)])
    found = [
        Participant(
            named[person],
            tuple(role for role in ROLES if role in done),
            named[min(offices[person])] if offices[person] else None,
            tuple(sorted(passages[person])),
        )
        for person, done in roles.items()
    ]
    return sorted(found, key=_leading_first)


def _leading_first(one: Participant) -> tuple[int, str, str]:
    return min(map(ROLES.index, one.roles), default=len(ROLES)), one.person.name.th, one.person.iri


_PARTICIPANTS = """
SELECT ?person ?role ?office ?where {
  ?x lgkg:meeting ?event ; lgkg:participant ?person ; lgkg:evidence ?where .
  OPTIONAL { ?x lgkg:role ?role }
  OPTIONAL { ?x lgkg:inCapacityOf ?office }
}
"""
