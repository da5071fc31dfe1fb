"""The areas of Thailand: provinces, districts and subdistricts, found by name and context.

Names and codes come from `geothai` (official DOPA codes, CC-BY-4.0). Its own search is a linear scan, so names are
indexed here. A name alone often fits many areas (หนองบัว names 28 subdistricts); what settles it is the province or
district that the text names beside it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

import geothai

from lgkg.errors import DataError
from lgkg.tables import table

BANGKOK: Final = "10"
"""The code of Bangkok, whose districts are เขต and subdistricts แขวง."""


@dataclass(frozen=True, slots=True)
class Area:
    """A province (code of 2 digits), district (4) or subdistrict (6).

    `name` is the short official Thai name; the code of a district begins with that of its province. `wikidata` is its
    item there (`Q335221`), of a province; empty of what lies in one.
    """

    code: str
    name: str
    name_en: str
    wikidata: str = ""


class Gazetteer:
    """All areas, indexed by code and by name."""

    def __init__(self) -> None:
        items = {row["code"]: row["item"] for row in table("wikidata", "places")}
        self.provinces = tuple(
            Area(p.code, p.name_th, p.name_en or p.name_th, items.get(p.code, "")) for p in geothai.provinces()
        )
        districts = [d for p in self.provinces for d in geothai.districts(p.code)]
        self.districts = tuple(_area(d.code, d.name_th, d.name_en, "เขต", "Khet ") for d in districts)
        subdistricts = [s for d in self.districts for s in geothai.subdistricts(d.code)]
        self.subdistricts = tuple(_area(s.code, s.name_th, s.name_en, "แขวง", "Khwaeng ") for s in subdistricts)
        self.by_code = {a.code: a for a in (*self.provinces, *self.districts, *self.subdistricts)}
        self._province_by_name = {a.name: a for a in self.provinces}
        self._districts_by_name = _by_name(self.districts)
        self._subdistricts_by_name = _by_name(self.subdistricts)
        self._district_lengths = _lengths(self._districts_by_name)
        self._subdistrict_lengths = _lengths(self._subdistricts_by_name)

    def province(self, name: str) -> Area:
        """The province of this short official name.

        Raises:
            DataError: there is none.
        """
        if name not in self._province_by_name:
            raise DataError(f"{name!r} is not the official short name of a province", where="gazetteer")
        return self._province_by_name[name]

    def districts_named(self, name: str) -> tuple[Area, ...]:
        """The districts of this short name, by code."""
        return self._districts_by_name.get(name, ())

    def subdistricts_named(self, name: str) -> tuple[Area, ...]:
        """The subdistricts of this short name, by code."""
        return self._subdistricts_by_name.get(name, ())

    def district_at(self, text: str, start: int) -> str:
        """The longest name of a district that `text` has at `start`; empty if none."""
        return _name_at(self._districts_by_name, self._district_lengths, text, start)

    def subdistrict_at(self, text: str, start: int) -> str:
        """The longest name of a subdistrict that `text` has at `start`; empty if none."""
        return _name_at(self._subdistricts_by_name, self._subdistrict_lengths, text, start)

    def capital_district(self, province: Area) -> Area:
        """The district of the provincial capital, which texts call just เมือง (`อ.เมือง จ.กระบี่`)."""
        wanted = f"เมือง{province.name}"
        for district in self.districts_named(wanted):
            if district.code.startswith(province.code):
                return district
        return self.by_code[f"{province.code}01"]


def _area(code: str, name: str, name_en: str | None, word: str, word_en: str) -> Area:
    """The area under its short name: Bangkok's come with their word (เขตดุสิต)."""
    if code.startswith(BANGKOK):
        name, name_en = name.removeprefix(word), (name_en or name).removeprefix(word_en)
    return Area(code, name, name_en or name)


def _by_name(areas: tuple[Area, ...]) -> dict[str, tuple[Area, ...]]:
    found: dict[str, list[Area]] = {}
    for area in areas:
        found.setdefault(area.name, []).append(area)
    return {name: tuple(same) for name, same in found.items()}


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long the names are that begin with two letters, the longest first."""
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[:2], set()).add(len(name))
    return {letters: tuple(sorted(lengths, reverse=True)) for letters, lengths in found.items()}


def _name_at(names: Container[str], lengths: dict[str, tuple[int, ...]], text: str, start: int) -> str:
    for length in lengths.get(text[start : start + 2], ()):
        name = text[start : start + length]
        if name in names:
            return name
    return ""


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once."""
    return Gazetteer()
