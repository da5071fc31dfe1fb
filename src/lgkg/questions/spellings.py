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
    found = [Reading(name, it) for it in classes(kind)]
    if kind is Kind.PERSON:
        found += [Reading(bare, it) for it in classes(kind) if (bare := _without_titles(name)) != name]
    if kind in (Kind.PLACE, Kind.PROVINCE):
        found += [reading for reading in _areas(name) if reading.of_class in classes(kind)]
    return tuple(found)


def _without_titles(name: str) -> str:
    while title := next((title for title in _titles() if name.startswith(title) and name != title), ""):
        name = name.removeprefix(title).lstrip()
    return name


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
def _area_words() -> tuple[tuple[str, str, Level], ...]:
    rows = [row for row in table("areas") if row["id"] in _LEVELS]
    return tuple((form, row["en"], _LEVELS[row["id"]]) for row in rows for form in (row["th"], *values(row["forms"])))


@cache
def _nicknames() -> dict[str, str]:
    return {row["th"].lstrip("~"): row["province"] for row in table("place_nicknames")}
