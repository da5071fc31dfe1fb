"""Where names end: Thai prints few spaces, so a name runs on into what follows it.

A run of letters is cut where a term begins that no name goes on with; which terms those are, the table of cues says.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from lgkg.domain.gazetteer import gazetteer
from lgkg.domain.lexicon import Hit
from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.reading.document import Document, cue, is_kind

WORD: Final = re.compile(r"[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]*")
"""A run of Thai letters, vowels and marks that begins like a syllable."""
RUN: Final = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎ฯA-Za-z0-9./-]+")
"""A run of what names of bodies and policies are written with."""
TELLING_CUES: Final = frozenset({"speech", "report", "disclose", "assign", "assigned", "outside"})
PRESENCE_CUES: Final = frozenset({"chair", "with", "present", "welcome", "lead", "behalf"})
STATUS_CUES: Final = frozenset({"capacity", "acting", "former"})
ENDING_CUES: Final = TELLING_CUES | PRESENCE_CUES | STATUS_CUES
"""Cues that end a name even when glued to it."""
NOT_FIRST: Final = frozenset({"clause", "stop", "soft", "join"})
"""Cues with which no name begins behind its head (`คณะทำงานได้…`, `โรงเรียนที่…`)."""
HEAD_POSTS: Final = ("ผู้", "ปลัด", "นาย", "รอง", "เจ้าคณะ", "เจ้าอาวาส")
"""How posts begin that are never the end of a body's name."""
GOES_ON: Final = phrases("body_goes_on")
NUMBERED: Final = ("ที่", "ภาค", "เขต")
"""Ends of names that a number follows over a space (`เจ้าคณะภาค 4`)."""
LATIN_NAME: Final = re.compile(r"[A-Z][A-Za-z&.-]*(?: [A-Z][A-Za-z&.-]*){0,4}")
"""A name in Latin letters: `ICDL Asia`."""
NUMBER_BEHIND: Final = re.compile(r" (?:เขต|ที่) ?\d")
"""What carries a name on over a space: `ศูนย์ป้องกันและบรรเทาสาธารณภัย เขต 5`."""
LONGEST_RUN: Final = 200
"""How many letters without a space are looked at for the end of a name; no name is as long."""
LETTERS: Final = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎]+")


NOT_LOCALITY: Final = (Kind.OFFICE, Kind.BODY, Kind.NAMED_BODY, Kind.TITLE, Kind.EVENT)


def locality_end(doc: Document, start: int) -> int | None:
    """The end of the name of a town or subdistrict at `start`; None if there is none.

    Letters run on into verbs (`เทศบาลนครพิษณุโลกร่วมกับ…`): where a term begins inside the run, the name ends there if
    what stands before is the name of an area, or if the term is one that ends names.
    """
    match = LETTERS.match(doc.text, start, start + LONGEST_RUN)
    if match is None or len(match.group()) < 2:
        return None
    places = gazetteer()
    first = doc.hit_at(start)
    if first is not None and (cue(first) in NOT_FIRST | ENDING_CUES or is_kind(first, *NOT_LOCALITY)):
        return None
    if doc.text.startswith(" ", start - 1) and not places.subdistrict_at(doc.text, start):
        return None
    area = first.of(Kind.AREA) if first is not None else None
    if area is not None and area.id != "blocker":
        return None
    for hit in doc.hits_in(start + 2, match.end()):
        name = doc.text[start : hit.start]
        if is_area_name(name) or cue(hit) in ENDING_CUES or is_kind(hit, Kind.OFFICE):
            return hit.start
    return match.end() if match.end() - start <= 30 else None


def is_area_name(name: str) -> bool:
    places = gazetteer()
    return bool(places.subdistricts_named(name) or places.districts_named(name)) or name in _province_names()


@cache
def _province_names() -> frozenset[str]:
    return frozenset(p.name for p in gazetteer().provinces)


class Bounds(NamedTuple):
    """What ends a free name.

    Attributes:
        stops: cues that do behind its first term.
        ending: cues that do anywhere.
        joined: kinds of term that do behind และ.
    """

    stops: frozenset[str]
    ending: frozenset[str]
    joined: tuple[Kind, ...]


JOINED: Final = (Kind.OFFICE, Kind.TITLE, Kind.NAMED_BODY, Kind.BODY)
OF_BODIES: Final = Bounds(frozenset({"clause", "stop", "plan"}), ENDING_CUES, (*JOINED, Kind.AREA))
OF_POLICIES: Final = Bounds(frozenset({"clause"}), ENDING_CUES - {"outside"}, JOINED)


def free_end(doc: Document, start: int, *, clause_only: bool = False) -> int:
    """The end of a free name whose head ends at `start`: the next space, or the next term that ends a name.

    `clause_only` lets words such as เป็น, มี and ห่วงใย be part of the name, as they are in names of projects.
    """
    at = start
    while True:
        match = RUN.match(doc.text, at, at + LONGEST_RUN)
        if match is None:
            return at if at == start else at - 1
        cut = _cut(doc, at, match.end(), start, OF_POLICIES if clause_only else OF_BODIES)
        if cut is not None:
            return cut
        at = match.end()
        if not _continues(doc, start, at):
            return at
        at += 1


def _cut(doc: Document, at: int, end: int, start: int, bounds: Bounds) -> int | None:
    """Where a term that ends names begins in `at` to `end`."""
    for hit in doc.hits_in(at, end):
        kind = cue(hit)
        if (hit.start > start and kind in bounds.stops) or kind in bounds.ending:
            return hit.start
        if kind == "join" and _is_joined(doc.hit_at(hit.end), bounds):
            return hit.start
        if is_kind(hit, Kind.TITLE) and hit.start > start and doc.text.startswith("นาย", hit.start):
            return hit.start
        if hit.start > start + 2 and _is_long_post(doc, hit):
            return hit.start
    return None


def _is_joined(hit: Hit | None, bounds: Bounds) -> bool:
    """Whether another body or post begins behind และ; a weak term may be a common word (`ศิลปะและ|วัฒนธรรม`)."""
    if bounds is not OF_POLICIES or hit is None:
        return is_kind(hit, *bounds.joined)
    return any(entry is not None and not entry.weak for entry in map(hit.of, bounds.joined))


def _is_long_post(doc: Document, hit: Hit) -> bool:
    """A post glued to a name; ท้องถิ่นจังหวัด and the like also end names of offices (`…การปกครองท้องถิ่นจังหวัด…`)."""
    post = hit.of(Kind.OFFICE)
    if post is None or hit.end - hit.start < 9:
        return False
    return post.takes not in ("province", "district") or doc.text.startswith(HEAD_POSTS, hit.start)


def _continues(doc: Document, start: int, at: int) -> bool:
    """Whether a name goes on over the space at `at`."""
    text = doc.text
    if not text.startswith(" ", at):
        return False
    if text.startswith("ประจำปี", at + 1):
        return False
    if (
        text.startswith(GOES_ON, at + 1)
        or NUMBER_BEHIND.match(text, at)
        or (text.endswith(NUMBERED, 0, at) and text[at + 1 : at + 2].isdigit())
    ):
        return True
    following = doc.hit_at(at + 1)
    area = following.of(Kind.AREA) if following else None
    return area is not None and area.id == "province" and text[start:at].endswith(("จังหวัด", "ระดับจังหวัด"))
