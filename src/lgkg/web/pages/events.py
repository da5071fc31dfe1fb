"""Events in lists: when, what, where, and in which role somebody took part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lgkg.graph import Graph
from lgkg.network.batches import asked
from lgkg.store.values import Iri
from lgkg.web.pages.paging import Asked, Paged, paged
from lgkg.web.pages.records import Record, Thing, called, records

ROLES = ("chair", "speaker", "attendee")
DAY = "schema:startDate"


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list.

    Attributes:
        iri: which.
        title: what it is called.
        day: its first day; None if unknown.
        kind: its kind, a concept of `event-kind`; empty if unknown.
        province: where it was.
        roles: those of whom the list is about.
        office: the one in whose capacity that person was there.
        passages: those that say so, or that report the event.
    """

    iri: str
    title: str
    day: date | None
    kind: str
    province: Thing | None
    roles: tuple[str, ...] = ()
    office: Thing | None = None
    passages: tuple[str, ...] = ()


def event_list(graph: Graph, asked: Asked, where: str, **bindings: Iri) -> Paged[EventRow]:
    """The list `events` of a page, newest first; `where` finds `?thing`."""
    found = paged(graph, "events", asked, where, DAY, **bindings)
    return Paged(event_rows(graph, found.rows), found.total, found.page)


def event_rows(graph: Graph, meetings: Sequence[str]) -> list[EventRow]:
    """Events in the order given."""
    said = records(graph, meetings)
    places = called(graph, (place for one in said.values() for place in one.iris("lgkg:province")))
    return [_row(said[iri], places) for iri in meetings if iri in said]


def with_roles(graph: Graph, person: str, rows: Sequence[EventRow]) -> list[EventRow]:
    """The same events with what a person did there and where that is said."""
    found = asked(graph, _PART, (row.iri for row in rows), person=Iri(person))
    offices = called(graph, (str(office) for *_, office in found if office is not None))
    return [_with_role(row, [part for part in found if part[0] == row.iri], offices) for row in rows]


def _with_role(row: EventRow, parts: Iterable[tuple[object, ...]], offices: Mapping[str, Thing]) -> EventRow:
    listed = list(parts)
    roles = {str(role).rpartition("#")[2] for _, role, _, _ in listed}
    held = sorted({str(office) for *_, office in listed if office is not None})
    return replace(
        row,
        roles=tuple(role for role in ROLES if role in roles),
        office=offices[held[0]] if held else None,
        passages=tuple(sorted({str(where) for _, _, where, _ in listed})),
    )


def _row(said: Record, places: Mapping[str, Thing]) -> EventRow:
    provinces = said.iris("lgkg:province")
    return EventRow(
        iri=said.iri,
        title=said.text("rdfs:label"),
        day=said.day(DAY),
        kind=said.concept("lgkg:eventKind"),
        province=places[provinces[0]] if provinces else None,
        passages=said.iris("lgkg:evidence"),
    )


_PART = """
SELECT ?thing ?role ?where ?office {
  VALUES ?thing { THINGS }
  ?x lgkg:meeting ?thing ; lgkg:participant ?person ; lgkg:role ?role ; lgkg:evidence ?where .
  OPTIONAL { ?x lgkg:inCapacityOf ?office }
}
"""
