"""The forms under which an article may print what it names: `นายสมชาย ใจดี`, `สมชาย`, `จ.ระยอง`.

A form that is short enough to be part of another word (the district คง, a given name of three letters) counts only
behind the word that goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lgkg.facts import Level, Meeting, Office, Organization, Person, Place, Policy
from lgkg.markup.ids import Named
from lgkg.tables import table, values
from lgkg.text import normalise

SHORTEST = 3
"""The fewest letters of any form."""

SHORTEST_ALONE = 4
"""The fewest letters of a person's name without honorific, and of a province's without `จังหวัด`."""


def forms(thing: Named, printed: str) -> frozenset[str]:
    """Every form of a name, in normal spelling.

    Args:
        thing: what is named.
        printed: what the text prints where it is named.
    """
    spelled = (normalise(form).text for form in _forms(thing, normalise(printed).text))
    return frozenset(form for form in spelled if len(form) >= SHORTEST)


def is_other(thing: Named, form: str, before: str) -> bool:
    """Whether the letters `before` a form make it the name of something else: `รอง` of a post, `ถนน` of a province."""
    match thing:
        case Office():
            return before.endswith(_ranks())
        case Place():
            return form == thing.name and before.endswith(_blockers())
        case _:
            return False


def _forms(thing: Named, printed: str) -> Iterator[str]:
    match thing:
        case Person():
            yield from _of_person(thing)
        case Place():
            yield from _of_place(thing, printed)
        case Office() | Organization() | Policy():
            yield from (thing.label, *thing.variants)
        case Meeting():
            yield thing.title


def _of_person(person: Person) -> Iterator[str]:
    for name in (person.name, *person.aliases):
        for form in (name, f"{name}ฯ"):
            if person.honorific:
                yield from (f"{person.honorific}{form}", f"{person.honorific} {form}")
            if len(name) >= SHORTEST_ALONE:
                yield form


def _of_place(place: Place, printed: str) -> Iterator[str]:
    for word in _area_words()[place.level]:
        yield from (f"{word}{place.name}", f"{word} {place.name}")
    if place.level is Level.PROVINCE:
        if len(place.name) >= SHORTEST_ALONE:
            yield place.name
        if place.name not in printed:
            yield printed  # a nickname: `โคราช`


@cache
def _area_words() -> dict[Level, tuple[str, ...]]:
    words = {row["id"]: (row["th"], *values(row["forms"])) for row in table("areas")}
    return {level: words[level.name.lower()] for level in Level}


@cache
def _blockers() -> tuple[str, ...]:
    return next((row["th"], *values(row["forms"])) for row in table("areas") if row["id"] == "blocker")


@cache
def _ranks() -> tuple[str, ...]:
    return tuple(row["th"] for row in table("office_ranks"))
