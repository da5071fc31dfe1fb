"""What a name that somebody types may stand for, before any graph is asked: with and without what precedes it.

>>> [reading.name for reading in readings(Kind.PERSON, "ผศ.ดร.สมหมาย ทดสอบดี")]
['ผศ.ดร.สมหมาย ทดสอบดี', 'สมหมาย ทดสอบดี']
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from lgkg.facts import Level
from lgkg.questions.header import Kind
from lgkg.tables import table, values

_CLASSES = {
    Kind.PERSON: ("Person",),
    Kind.OFFICE: ("Office",),
    Kind.ORGANISATION: ("Organization",),
    Kind.POLICY: ("Policy",),
    Kind.ARTICLE: ("Article",),
    Kind.PROVINCE: (Level.PROVINCE,),
    Kind.PLACE: tuple(Level),
}
"""The classes of the ontology that a kind may be of; the first that has the name is meant."""

_LEVELS = {"province": Level.PROVINCE, "district": Level.DISTRICT, "subdistrict": Level.SUBDISTRICT}


class Reading(NamedTuple):
    """A name, and the class of what it would name: `lgkg:Person`."""

    name: str
    of_class: str


def classes(kind: Kind) -> tuple[str, ...]:
    """The classes that things of a kind are of, as prefixed names."""
    return tuple(f"lgkg:{name}" for name in _CLASSES[kind])


def readings(kind: Kind, name: str) -> tuple[Reading, ...]:
    """All that a name may stand for, the likeliest first."""
    name = " ".join(name.split())
    found = [Reading(name, of_class) for of_class in classes(kind)]
    match kind:
        case Kind.PERSON:
            found.append(Reading(_without_titles(name), found[0].of_class))
        case Kind.OFFICE | Kind.ORGANISATION:
            found += [Reading(full, found[0].of_class) for full in _written_out(kind, name)]
        case Kind.PLACE | Kind.PROVINCE:
            found += [reading for reading in _areas(name) if reading.of_class in classes(kind)]
    return tuple(dict.fromkeys(found))


def _without_titles(name: str) -> str:
    while title := next((title for title in _titles() if name.startswith(title) and name != title), ""):
        name = name.removeprefix(title).lstrip()
    return name


def _written_out(kind: Kind, name: str) -> list[str]:
    """The name with the abbreviation that it begins with written out: `ผวจ.ระยอง`, `อบจ. ระยอง`."""
    forms = [form for form in _abbreviations(kind) if name.startswith(form)]
    return [_abbreviations(kind)[form] + name.removeprefix(form).lstrip() for form in forms]


def _areas(name: str) -> list[Reading]:
    """The area behind a word for its level, in Thai or English, and the province of a nickname."""
    found = []
    for word, english, level in _area_words():
        if name.startswith(word):
            found.append(Reading(name.removeprefix(word).lstrip(), f"lgkg:{level}"))
        if name.casefold().endswith(f" {english}"):
            found.append(Reading(name[: -len(english)].rstrip(), f"lgkg:{level}"))
    if name in _nicknames():
        found.append(Reading(_nicknames()[name], f"lgkg:{Level.PROVINCE}"))
    return [reading for reading in found if reading.name]


@cache
def _titles() -> tuple[str, ...]:
    found = {form.lstrip("~") for row in table("titles") for form in (row["th"], *values(row["forms"]))}
    return tuple(sorted(found, key=lambda title: (-len(title), title)))


@cache
def _abbreviations(kind: Kind) -> dict[str, str]:
    rows = table("offices" if kind is Kind.OFFICE else "bodies")
    found = {form.lstrip("~"): row["th"] for row in rows for form in values(row["forms"])}
    return {form: found[form] for form in sorted(found, key=lambda form: (-len(form), form))}


@cache
def _area_words() -> tuple[tuple[str, str, Level], ...]:
    rows = [row for row in table("areas") if row["id"] in _LEVELS]
    return tuple((form, row["en"], _LEVELS[row["id"]]) for row in rows for form in (row["th"], *values(row["forms"])))


@cache
def _nicknames() -> dict[str, str]:
    return {row["th"].lstrip("~"): row["province"] for row in table("place_nicknames")}
