"""A person as a row: the columns that the model compares, all worked out here so that its SQL needs no Thai.

Arrays hold what may be shared: posts, places, months. Days are counted from 1 January of the year 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from lgkg.identity.linkage.kinds import is_career, is_one_post, ladder, main, services, single, staying
from lgkg.identity.linkage.names import Names, plain
from lgkg.identity.linkage.slips import bones, spelt, telling
from lgkg.identity.records import PersonRecord, Seat
from lgkg.tables import table, values

_MONTH = 31
_PART = re.compile(r"[\s-]+")
_INITIAL = re.compile(r"[เ-ไ]?([ก-ฮ])")
_CUT = re.compile(r"[เ-ไ]?[ก-ฮ]\.")


class Context(NamedTuple):
    """What is compared of a person beside the name.

    Attributes:
        given_known, family_known: whether the lists of names in use have it.
        given_bag, family_bag: the letters, sorted: no swap changes them.
        family_bones: the consonants of the family name.
        initial: the first consonant of the family name; `cut`: nothing but that and a dot is left of it.
        telling: numbers and single letters in the name, but for such an initial.
        gender: m, f, miss or mrs; None if no title tells, or titles differ.
        offices: posts held, each the same for all who hold it.
        posts: kind of post and where.
        kinds: of main posts in which people move from place to place, the kind without rank.
        services: the services of the state to which posts belong.
        home_kinds: of posts whose holders belong to one area, the kind without rank.
        alone: the posts among `offices` that one person holds at a time.
        desks: those among `offices` of officials, of whom there is one or a few deputies: kin do not share them.
        alone_then: `alone` with each month in which the person was there.
        busy: months in which the person was in a main post: nobody is in two at a time.
        busy_at: the same with the post; where no place tells it from others of its kind, with the kind too.
        family_parts: the words of a family name of several.
        bodies, areas, provinces: of all posts; `small_areas`: those areas that are no whole province.
        then: months in which the person was in a post that covers an area.
        seated: whether any post is known; `placed`: whether one of them has an area; `engaged`: is a main one;
            `local`: is of a kind whose holders belong to one area.
        first, last: days between which the person was seen.
    """

    given_known: bool
    family_known: bool
    given_bag: str
    family_bag: str | None
    family_bones: str | None
    initial: str | None
    cut: bool
    telling: str
    gender: str | None
    offices: list[str]
    posts: list[str]
    kinds: list[str]
    services: list[str]
    home_kinds: list[str]
    alone: list[str]
    desks: list[str]
    alone_then: list[str]
    busy: list[str]
    busy_at: list[str]
    family_parts: list[str]
    bodies: list[str]
    areas: list[str]
    small_areas: list[str]
    provinces: list[str]
    then: list[str]
    seated: bool
    placed: bool
    engaged: bool
    local: bool
    first: int | None
    last: int | None


def context(person: PersonRecord, name: Names) -> Context:
    """The context of a person."""
    somewhere = [seat for seat in person.seats if is_one_post(seat)]
    alone = [seat for seat in somewhere if seat.kind in single()]
    taken = [seat for seat in person.seats if seat.kind in main() and not seat.former]
    cut = bool(_CUT.fullmatch(name.family or ""))
    return Context(
        _printed(name.given) in _given_names(),
        _printed(name.family or "") in _family_names(),
        "".join(sorted(name.given)),
        "".join(sorted(name.family)) if name.family else None,
        bones(name.family_spelt) if name.family_spelt else None,
        _initial(name.family),
        cut,
        "" if cut else telling(person.name),
        _gender(person.honorifics),
        _set(seat.office for seat in somewhere),
        _set(f"{seat.kind} {seat.area or seat.body}" for seat in somewhere),
        _set(ladder(seat.kind) for seat in person.seats if is_career(seat)),
        _set(one for seat in person.seats for one in services(seat)),
        _set(ladder(seat.kind) for seat in person.seats if seat.kind in staying()),
        _set(seat.office for seat in alone),
        _set(seat.office for seat in somewhere if is_career(seat) and ladder(seat.kind) in single()),
        _set(f"{seat.office} {month}" for seat in alone if not seat.former for month in _months(seat)),
        _set(str(month) for seat in taken for month in _busy_months(seat)),
        _set(f"{post} {month}" for seat in taken for post in _posts(seat) for month in _busy_months(seat)),
        _family_parts(person.family),
        _set(seat.body for seat in person.seats),
        _set(seat.area for seat in person.seats),
        _set(seat.area for seat in person.seats if len(seat.area) > 2),
        _set(seat.area[:2] for seat in person.seats),
        _set(str(month) for seat in person.seats if seat.area and not seat.former for month in _months(seat)),
        bool(person.seats),
        any(seat.area for seat in person.seats),
        any(seat.kind in main() for seat in person.seats),
        any(seat.kind in staying() for seat in person.seats),
        *_span([person.first, person.last]),
    )


def _posts(seat: Seat) -> tuple[str, ...]:
    """The post as it is told from others: one without body or area may be any of its kind, as members of parliament."""
    return (seat.office,) if seat.area or seat.body else (seat.office, seat.kind)


def _initial(family: str | None) -> str | None:
    found = _INITIAL.match(family or "")
    return found[1] if found else None


def _printed(key: str) -> str:
    """The key of a name as lists of names have it, sara am being one letter."""
    return key.replace("\u0e4d\u0e32", "\u0e33")


def _months(seat: Seat) -> range:
    """The months in which the seat was taken: of a few sightings with what lies around, of a long time those inside."""
    first, last = _span([seat.first, seat.last])
    if first is None or last is None:
        return range(0)
    if last - first > 2 * _MONTH:
        return range(first // _MONTH + 1, last // _MONTH)
    return range((first - _MONTH // 2) // _MONTH, (last + _MONTH // 2) // _MONTH + 1)


def _busy_months(seat: Seat) -> range:
    """The months of the calendar in which the seat was surely taken: whoever moves in October sits in two that autumn.

    Of a long time those inside, of a few sightings those of the sightings; counted from the year 0.
    """
    if seat.first is None or seat.last is None:
        return range(0)
    first, last = (12 * day.year + day.month for day in (seat.first, seat.last))
    return range(first + 1, last) if (seat.last - seat.first).days > 2 * _MONTH else range(first, last + 1)


def _family_parts(family: str | None) -> list[str]:
    parts = [spelt(plain(part)) for part in _PART.split(family or "")]
    return _set(part for part in parts if len(part) > 2)


def _span(days: Iterable[date | None]) -> tuple[int | None, int | None]:
    known = [day.toordinal() for day in days if day]
    return (min(known), max(known)) if known else (None, None)


def _set(parts: Iterable[str]) -> list[str]:
    return sorted({part for part in parts if part})


@lru_cache(maxsize=1 << 12)
def _gender(honorifics: tuple[str, ...]) -> str | None:
    told = {gender for title in honorifics if (gender := _genders().get(title))}
    if len(told) > 1:
        told.discard("f")  # a woman's rank, beside which a title tells whether she is married
    if told == {"miss", "mrs"}:
        return "f"
    return told.pop() if len(told) == 1 else None


@cache
def _genders() -> dict[str, str]:
    forms = [(form, row["gender"]) for row in table("titles") for form in (row["th"], *values(row["forms"]))]
    return {form.lstrip("~"): gender for form, gender in forms if gender}


@cache
def _given_names() -> frozenset[str]:
    from pythainlp.corpus import thai_female_names, thai_male_names

    return thai_male_names() | thai_female_names()


@cache
def _family_names() -> frozenset[str]:
    from pythainlp.corpus import thai_family_names

    return thai_family_names()
