"""Finds the paragraphs of a report that goes from place to place, each an event of its own.

`… หลายจังหวัดได้จัดพิธี… อาทิ` and then, one a paragraph, `1. จังหวัดเลย ที่วัดศรีสุข นายชนะ ทองดี … เป็นประธานพิธี…`: a number
or a dash, a province or a district, and what was done there by whom. The paragraph before them leads in: it may name
the event that they share, and it gives their day if it says that all this was today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import Span
from lgkg.reading.document import Document, belongs_elsewhere, cue, is_kind
from lgkg.text import DateMention

PLACES: Final = ("จังหวัด", "จ.", "อำเภอ", "อ.", "กรุงเทพ")
BEFORE: Final = r"(?:(?P<mark>(?<![\d.,/])\d{1,2} ?[.)]|(?<![^\n ])[-–•*·]) ?)?(?P<at>(?:พื้นที่|ที่) ?)?"
OPENING: Final = re.compile(rf"{BEFORE}(?={'|'.join(map(re.escape, PLACES))})")
BEFORE_PLACE: Final = re.compile(rf"{BEFORE}$")
LONGEST_BEFORE: Final = 14
LAST_BEFORE: Final = " .)-–•*·่"
"""The last letters of what may stand before a place that opens an item (so of ที่)."""
DISTRICT: Final = re.compile(r"[ก-๎]{2,30}(?= )")
PLACED: Final = re.compile(r" {1,3}(?:ที่|ณ )")
LINK: Final = re.compile(r" ?(?:เช่นเดียวกับ|เช่นเดียวกัน|รวมถึง|ส่วน|ขณะ|และ|เช่น|อาทิ|ดังนี้|ได้แก่) ?:?$")
LISTED: Final = "listed-event"
"""The rule of events that are found so."""
FEWEST: Final = 2
"""Fewest items that make a list: a single paragraph may open with a place by chance."""
TODAY: Final = phrases("today")
STATEMENT: Final = 40
"""How far, in code points, inside its paragraph the day of a statement stands."""


def listed_places(doc: Document) -> list[Span]:
    """The stretches that tell, place by place, what was done there; empty if there is no such list."""
    found = []
    for block in doc.layout.body:
        starts = [m.start() for m in _openings(doc, block) if _opens_item(doc, m, block)]
        found += [Span(start, _without_link(doc, end)) for start, end in pairwise([*starts, block.end])]
    return found if len(found) >= FEWEST else []


def _openings(doc: Document, block: Span) -> Iterator[re.Match[str]]:
    """What stands before each place of a paragraph that may open an item: a number, a dash, ที่, or nothing at its head.

    Places are few and the optional words before them many, so the places are looked for first.
    """
    for at in (hit.start for hit in doc.kind_in(block.start, block.end, Kind.AREA, Kind.PROVINCE)):
        begins = at == block.start or doc.text[at - 1] in LAST_BEFORE
        if begins and doc.text.startswith(PLACES, at):
            opening = BEFORE_PLACE.search(doc.text, max(block.start, at - LONGEST_BEFORE), at)
            if opening is not None:
                yield opening


def _opens_item(doc: Document, opening: re.Match[str], block: Span) -> bool:
    """Whether a place opens an item: behind a number or a dash, else if a venue or a person follows.

    `1. จังหวัดเลย …`, `- อำเภอพร้าว …`, `จังหวัดเลย ที่วัดศรีสุข …`; inside a paragraph also `และที่จังหวัดเลย นายชนะ ทองดี …`.
    """
    end = _place_end(doc, opening.end())
    begins = opening.start() == block.start
    if end is None or not (begins or opening["mark"] or opening["at"]):
        return False
    behind = doc.hit_at(doc.skip_space(end))
    is_person = doc.text.startswith(" ", end) and is_kind(behind, Kind.TITLE) and not is_kind(behind, Kind.AREA)
    placed = is_person or PLACED.match(doc.text, end, block.end) is not None
    return placed or (begins and opening["mark"] is not None)


def _without_link(doc: Document, end: int) -> int:
    """The end of an item without the word that links the next one (`… เช่นเดียวกับ` ที่จังหวัดเลย)."""
    link = LINK.search(doc.text, max(0, end - 24), end)
    return link.start() if link else end


def _place_end(doc: Document, at: int) -> int | None:
    """The end of `จังหวัดเลย`, `จ.เลย`, `กรุงเทพมหานคร` or `อำเภอพร้าว` that begins at `at`."""
    hit = doc.hit_at(at)
    area = hit.of(Kind.AREA) if hit is not None else None
    if hit is None or area is None or area.id not in ("province", "district"):
        return hit.end if hit is not None and is_kind(hit, Kind.PROVINCE) else None
    name = doc.hit_at(doc.skip_space(hit.end))
    if name is not None and is_kind(name, Kind.PROVINCE):
        return name.end
    district = DISTRICT.match(doc.text, hit.end)
    return district.end() if district and area.id == "district" else None


def behind_place(doc: Document, item: Span) -> int | None:
    """Where an item goes on behind the place that opens it: `1. จังหวัดเลย` ที่วัดศรีสุข…."""
    opening = OPENING.match(doc.text, item.start, item.end)
    end = _place_end(doc, opening.end()) if opening else None
    return doc.skip_space(end) if end is not None else None


def lead_in(doc: Document, items: list[Span]) -> Span | None:
    """The sentence before the list: `ซึ่งในวันนี้หลายจังหวัดได้จัดพิธีสวดมนต์ อาทิ`."""
    before = [block for block in doc.layout.body if block.start < items[0].start]
    if not before:
        return None
    end = min(before[-1].end, items[0].start)
    sentence = doc.sentence_at(max(before[-1].start, end - 1))
    return Span(max(sentence.start, before[-1].start), _without_link(doc, end))


def days_of_list(doc: Document, items: list[Span]) -> tuple[date, date | None] | None:
    """First and last day of the events of a list: what is told nearest before it.

    `ซึ่งในวันนี้หลายจังหวัดได้จัดพิธี… อาทิ`, or `ในห้วงวันที่ 13-14 มกราคม 2566 มีจังหวัดประกอบพิธี… ได้แก่`; not the day of the telling
    in `เมื่อวันที่ 15 ม.ค. 66 นายชนะ ทองดี เปิดเผยว่า…`.
    """
    lead = lead_in(doc, items) if items else None
    if lead is None:
        return None
    said = [hit.end for hit in doc.hits_in(lead.start, lead.end) if cue(hit) in ("speech", "disclose")]
    days = [d for d in doc.dates_in(said[-1] if said else lead.start, lead.end) if _may_date_list(doc, d)]
    today = max(doc.text.rfind(word, lead.start, lead.end) for word in TODAY)
    if days and days[-1].span.start > today:
        return days[-1].start, days[-1].end
    told = day_of_telling(doc) if today >= 0 else None
    return (told, None) if told is not None else None


def _may_date_list(doc: Document, day: DateMention) -> bool:
    has_come = doc.published is None or day.start <= doc.published
    return has_come and not belongs_elsewhere(doc, day)


def day_of_telling(doc: Document) -> date | None:
    """The day that `วันนี้` counts from: of the statement (`เมื่อวันที่ 15 ม.ค. 66 นายชนะ ทองดี เปิดเผยว่า`), else of the page."""
    starts = [block.start for block in doc.layout.body[:2]]
    told = [day.start for start in starts for day in doc.dates_in(start, start + STATEMENT)]
    return told[0] if told else doc.published
