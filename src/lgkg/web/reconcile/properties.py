"""Properties of entities: what they are connected with and how they are told of, as evidence and as columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from lgkg.identity import name_key
from lgkg.web.search import Index, Kind, Thing

Cell: TypeAlias = dict[str, Any]
"""A value as the data extension has it: `{"str": …}`, `{"int": …}`, `{"date": …}`, or `{"id": …, "name": …}`."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property.

    Attributes:
        id: its id.
        kinds: kinds of things that may have it.
        link: the link by which other things are its values; None where the values are texts, numbers or days.
        type: the type of the things that are its values.
        value: gives the values that are no things.
    """

    id: str
    kinds: frozenset[Kind]
    link: str | None = None
    type: str | None = None
    value: Callable[[Thing], list[Cell]] | None = None

    def things(self, thing: Thing, index: Index) -> list[Thing]:
        """The things that are the values of a thing's property."""
        linked = [index.thing(iri) for iri in thing.links.get(self.link or "", ())]
        return [one for one in linked if one and (self.type in (None, "Place") or one.of_class == self.type)]

    def texts(self, thing: Thing) -> list[str]:
        """The values of a thing's property that are no things, as texts."""
        return [str(text) for cell in (self.value(thing) if self.value else ()) for text in cell.values()]


def agrees(prop: Property, thing: Thing, values: list[str], index: Index, base: str) -> bool | None:
    """Whether a thing has one of the values that are given for a property; None where nothing is known of it.

    A value is an id, or a name: of a thing the whole name, or what stands for it (`ผวจ.ระยอง`, `จังหวัดระยอง`).
    """
    if prop.link:
        own = prop.things(thing, index)
        given = {iri for value in values for iri in (base + value, value, *(one.iri for one in index.called(value)))}
        return any(one.iri in given for one in own) if own else None
    keys = {name_key(text) for text in prop.texts(thing)}
    return any(name_key(value) in keys for value in values) if keys else None


def _day(at: int) -> Callable[[Thing], list[Cell]]:
    return lambda thing: [{"date": f"{thing.seen[at].isoformat()}T00:00:00Z"}] if thing.seen else []


def _other_names(thing: Thing) -> list[Cell]:
    return [{"str": name} for name in thing.names[1:] if name not in thing.english]


_ALL = frozenset(Kind)
_SEATED = frozenset((Kind.PERSON, Kind.OFFICE, Kind.ORGANIZATION, Kind.PLACE, Kind.MEETING))
PROPERTIES = {
    found.id: found
    for found in (
        Property("office", frozenset((Kind.PERSON,)), "office", "Office"),
        Property("body", frozenset((Kind.PERSON, Kind.OFFICE)), "body", "Organization"),
        Property("province", _SEATED, "place", "Province"),
        Property("place", _SEATED, "place", "Place"),
        Property("english_name", _ALL, value=lambda thing: [{"str": name} for name in thing.english]),
        Property("other_name", _ALL, value=_other_names),
        Property("articles", _ALL, value=lambda thing: [{"int": thing.articles}]),
        Property("first_seen", _ALL, value=_day(0)),
        Property("last_seen", _ALL, value=_day(1)),
    )
}
"""By id; each is called `property_ID` in `words.json`."""
