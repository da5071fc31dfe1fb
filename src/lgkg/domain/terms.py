"""The terms of the domain: every spelling in the tables, with what it stands for.

A term is a string to be found in text; an entry says what it means. One string may mean several things
(`กรุงเทพมหานคร` is a province and a local government), so a term has one or more entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache

from lgkg.domain.gazetteer import gazetteer
from lgkg.domain.phrases import phrases
from lgkg.tables import table, values


class Kind(StrEnum):
    """What a term is."""

    TITLE = auto()
    OFFICE = auto()
    BODY = auto()
    NAMED_BODY = auto()
    PROVINCE = auto()
    AREA = auto()
    POLICY = auto()
    NAMED_POLICY = auto()
    EVENT = auto()
    CUE = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a term stands for.

    Attributes:
        kind: what it is.
        id: the row it comes from: concept id of an office, body or event; kind of a cue; code of a province.
        label: the official Thai form, abbreviations written out.
        takes: what follows it (`takes` of the tables), or a further detail of the kind.
        body: beginning of the name of the body that an office belongs to.
        weak: whether the term counts only with support from what stands around it.
    """

    kind: Kind
    id: str
    label: str
    takes: str = ""
    body: str = ""
    weak: bool = False


@cache
def terms() -> dict[str, tuple[Entry, ...]]:
    """Every term with its entries, in the order of the tables."""
    found: dict[str, list[Entry]] = {}
    for source in (_titles, _offices, _bodies, _named_bodies, _provinces, _areas, _policies, _events, _cues):
        for spelling, entry in source():
            entries = found.setdefault(spelling, [])
            if all(entry.kind != other.kind for other in entries):
                entries.append(entry)
    return {spelling: tuple(entries) for spelling, entries in found.items()}


def _spellings(row: dict[str, str]) -> list[str]:
    return [row["th"], *values(row.get("forms", ""))]


def _titles() -> list[tuple[str, Entry]]:
    return [
        (form.lstrip("~"), Entry(Kind.TITLE, row["group"], row["th"], weak=row["group"] == "weak" or form[0] == "~"))
        for row in table("titles")
        for form in _spellings(row)
    ]


def _offices() -> list[tuple[str, Entry]]:
    ranks = {row["id"]: row["th"] for row in table("office_ranks")}
    found = []
    for row in table("offices"):
        ranked = [("", ""), *((f"{rank}_", ranks[rank]) for rank in values(row["ranks"]))]
        for prefix, word in ranked:
            for form, label in [(f, row["th"]) for f in _spellings(row)] + [(f, f) for f in values(row["also"])]:
                entry = Entry(Kind.OFFICE, prefix + row["id"], word + label, row["takes"], row["body"])
                found.append((word + form, entry))
                if word:
                    found.append((f"{word} {form}", entry))
    return found


def _bodies() -> list[tuple[str, Entry]]:
    found = []
    for row in table("bodies"):
        for form in _spellings(row):
            label = row["th"] if "." in form or form in ("อบจ", "อบต") else form
            found.append((form, Entry(Kind.BODY, row["id"], label, row["takes"], row["unit"])))
    return found


def _named_bodies() -> list[tuple[str, Entry]]:
    found = []
    for row in table("named_bodies"):
        for form in [*_spellings(row), *values(row["abbreviations"])]:
            weak = form.startswith("~")
            found.append((form.lstrip("~"), Entry(Kind.NAMED_BODY, row["kind"], row["th"], weak=weak)))
    return found


def _provinces() -> list[tuple[str, Entry]]:
    places = gazetteer()
    doubtful = phrases("doubtful_province")
    found = [(p.name, Entry(Kind.PROVINCE, p.code, p.name, weak=p.name in doubtful)) for p in places.provinces]
    for row in table("place_nicknames"):
        weak = row["th"].startswith("~")
        province = places.province(row["province"])
        found.append((row["th"].lstrip("~"), Entry(Kind.PROVINCE, province.code, province.name, weak=weak)))
    return found


def _areas() -> list[tuple[str, Entry]]:
    return [
        (form, Entry(Kind.AREA, row["id"], row["th"], weak="." in form))
        for row in table("areas")
        for form in _spellings(row)
    ]


def _policies() -> list[tuple[str, Entry]]:
    heads = [
        (form, Entry(Kind.POLICY, row["kind"], row["th"], row["takes"]))
        for row in table("policy_heads")
        for form in _spellings(row)
    ]
    named = [
        (form.lstrip("~"), Entry(Kind.NAMED_POLICY, row["kind"], row["th"], weak=form[0] == "~"))
        for row in table("named_policies")
        for form in _spellings(row)
    ]
    return heads + named


def _events() -> list[tuple[str, Entry]]:
    return [(row["th"], Entry(Kind.EVENT, row["kind"], row["th"], row["weight"])) for row in table("event_cues")]


def _cues() -> list[tuple[str, Entry]]:
    return [(form, Entry(Kind.CUE, row["kind"], row["th"])) for row in table("cues") for form in _spellings(row)]
