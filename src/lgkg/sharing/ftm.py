"""FollowTheMoney: the entities of OpenSanctions, Aleph and OpenAleph, made and checked by its own library.

Person, Position, Occupancy, PublicBody, Event, Article, Representation (https://followthemoney.tech/explorer/). An
occupancy has as `date` the first and last day on which it was seen; `startDate` and `endDate` stay empty, since nobody
told them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from lgkg.errors import GraphError
from lgkg.sharing.rows import Happening, Sending, Source, Term, Thing, happenings, sendings, sources, terms, things

if TYPE_CHECKING:
    from followthemoney.proxy import EntityProxy

    from lgkg.graph import Graph

COUNTRY = "th"
_UNFIT = re.compile(r"[^0-9A-Za-z.-]")


def ftm_lines(graph: Graph) -> Iterator[str]:
    """The entities as JSON lines, sorted by kind and id."""
    for entity in ftm_entities(graph):
        yield json.dumps(entity.to_dict(), ensure_ascii=False, sort_keys=True) + "\n"


def ftm_entities(graph: Graph) -> Iterator[EntityProxy]:
    """The entities.

    Raises:
        GraphError: the library is not installed.
    """
    make = _Maker()
    yield from map(make.article, sources(graph))
    yield from map(make.person, things(graph, "lgkg:Person"))
    yield from map(make.body, things(graph, "lgkg:Organization"))
    yield from map(make.position, things(graph, "lgkg:Office"))
    yield from map(make.occupancy, terms(graph))
    yield from map(make.event, happenings(graph))
    yield from map(make.representation, sendings(graph))


class _Maker:
    """Makes entities of one kind each."""

    def __init__(self) -> None:
        try:
            from followthemoney import model
        except ImportError as error:
            raise GraphError(
                "this format is made with followthemoney, which is not installed",
                remedy="Install it with: pip install 'lgkg[ftm]'",
            ) from error
        self._model = model

    def article(self, source: Source) -> EntityProxy:
        told = {"title": source.title, "publishedAt": source.issued, "sourceUrl": source.url}
        return self._made("Article", source.id, **told, publisher=source.publisher)

    def person(self, thing: Thing) -> EntityProxy:
        return self._made("Person", thing.id, name=thing.name, alias=thing.others, country=COUNTRY)

    def body(self, thing: Thing) -> EntityProxy:
        return self._made(
            "PublicBody", thing.id, name=thing.name, alias=thing.others, classification=thing.kind, country=COUNTRY
        )

    def position(self, thing: Thing) -> EntityProxy:
        return self._made(
            "Position",
            thing.id,
            name=thing.name,
            alias=thing.others,
            organization=_key(thing.within),
            subnationalArea=thing.area,
            country=COUNTRY,
        )

    def occupancy(self, term: Term) -> EntityProxy:
        manner = " ".join(word for word, holds in (("acting", term.acting), ("former", term.former)) if holds)
        return self._made(
            "Occupancy",
            f"{term.person}/{term.office}",
            holder=_key(term.person),
            post=_key(term.office),
            date=(term.first, term.last),
            description=f"{manner}; " * bool(manner) + "dates are those on which it was seen",
            proof=map(_key, term.articles),
        )

    def event(self, event: Happening) -> EntityProxy:
        return self._made(
            "Event",
            event.id,
            name=event.name or event.id,
            startDate=event.start,
            endDate=event.end,
            location=event.venue,
            keywords=event.kind,
            organizer=map(_key, event.organisers),
            involved=map(_key, event.people),
            proof=map(_key, event.articles),
        )

    def representation(self, sending: Sending) -> EntityProxy:
        return self._made(
            "Representation",
            f"{sending.delegate}/{sending.delegator}/{sending.event}",
            agent=_key(sending.delegate),
            client=_key(sending.delegator),
            role="attended an event on behalf",
            proof=map(_key, sending.articles),
        )

    def _made(self, schema: str, id: str, **properties: Any) -> EntityProxy:
        entity = self._model.make_entity(schema)
        entity.id = _key(id)
        for name, told in properties.items():
            for value in _several(told):
                entity.add(name, value)
        return entity


def _several(told: Any) -> list[str]:
    values = [told] if isinstance(told, str | date) or told is None else told
    return [value.isoformat() if isinstance(value, date) else str(value) for value in values if value]


def _key(id: str) -> str:
    """An id as FollowTheMoney has them: letters, digits, dots and hyphens."""
    return f"lgkg-{_UNFIT.sub('-', id)}" if id else ""
