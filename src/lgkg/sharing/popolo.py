"""Popolo: the open government data specification (https://www.popoloproject.com/specs/), as one JSON object.

Persons, organizations, posts, memberships and events. A membership has no dates of its own, since those of a term are
not known: the days on which it was seen stand in the notes of its `sources`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from lgkg.sharing.rows import Happening, Source, Term, Thing, happenings, sources, terms, things

if TYPE_CHECKING:
    from lgkg.graph import Graph


def popolo_lines(graph: Graph) -> Iterator[str]:
    """The object, an entry a line."""
    articles = {source.id: source for source in sources(graph)}
    offices = things(graph, "lgkg:Office")
    yield "{"
    yield from _listed("persons", map(_person, things(graph, "lgkg:Person")), first=True)
    yield from _listed("organizations", map(_organization, things(graph, "lgkg:Organization")))
    yield from _listed("posts", map(_post, offices))
    within = {office.id: office.within for office in offices}
    yield from _listed("memberships", (_membership(term, within, articles) for term in terms(graph)))
    yield from _listed("events", (_event(event, articles) for event in happenings(graph)))
    yield "\n}\n"


def _listed(name: str, entries: Iterable[dict[str, Any]], *, first: bool = False) -> Iterator[str]:
    yield f'{"" if first else ","}\n"{name}": ['
    comma = ""
    for entry in entries:
        told = {key: value for key, value in entry.items() if value not in (None, "", [])}
        yield f"{comma}\n{json.dumps(told, ensure_ascii=False)}"
        comma = ","
    yield "\n]"


def _person(thing: Thing) -> dict[str, Any]:
    return {"id": thing.id, "name": thing.name, "other_names": [{"name": other} for other in thing.others]}


def _organization(thing: Thing) -> dict[str, Any]:
    return {**_person(thing), "classification": thing.kind}


def _post(thing: Thing) -> dict[str, Any]:
    return {"id": thing.id, "label": thing.name, "role": thing.kind, "organization_id": thing.within}


def _membership(term: Term, within: dict[str, str], articles: dict[str, Source]) -> dict[str, Any]:
    manner = " ".join(word for word, holds in (("acting", term.acting), ("former", term.former)) if holds)
    return {
        "person_id": term.person,
        "post_id": term.office,
        "organization_id": within.get(term.office, ""),
        "role": manner,
        "sources": _sources(term.articles, articles),
    }


def _event(event: Happening, articles: dict[str, Source]) -> dict[str, Any]:
    return {
        "id": event.id,
        "name": event.name,
        "classification": event.kind,
        "start_date": event.start and event.start.isoformat(),
        "end_date": event.end and event.end.isoformat(),
        "location": event.venue,
        "organization_id": event.organisers[0] if event.organisers else "",
        "attendees": [{"id": person} for person in event.people],
        "sources": _sources(event.articles, articles),
    }


def _sources(ids: Iterable[str], articles: dict[str, Source]) -> list[dict[str, str]]:
    found = (articles[id] for id in ids if id in articles)
    return [{"url": it.url, "note": f"seen {it.issued.isoformat()}" if it.issued else it.id} for it in found]
