"""Where an event took place: the venue as printed, from its name on to where its address or the next clause begins."""

from __future__ import annotations

import re
from typing import Final

from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import EventKind, Span
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.events.listed import LISTED, behind_place
from lgkg.reading.events.reported import Event
from lgkg.reading.events.scene import TELLING, Scene
from lgkg.tables import table

HEADS: Final = "|".join(re.escape(row["th"]) for row in table("venues"))
VISIT: Final = "|".join(phrases("visit"))
# What a place stands behind comes first, the look back after it: so the engine can skip ahead to it.
AT: Final = re.compile(r"ณ(?<![^\s)”\"]ณ) ?(?=[^\s\d])")
AT_PLACE: Final = re.compile(rf"ที่(?:(?<![ก-๎]ที่) ?(?={HEADS})|(?=ห้องประชุม|โรงแรม|หอประชุม|ศาลากลาง)|(?<=จัดขึ้นที่) ?)")
AT_HOUR: Final = re.compile(r"ที่(?:(?<=\d น\.ที่)|(?<=\d น\. ที่)|(?<=\d นที่)|(?<=\d น ที่)) ?(?=[ก-๎])(?!ประชุม|ผ่านมา|จะ|ได้|มี)")
SITES: Final = "|".join(phrases("site"))
OF_ITEM: Final = re.compile(rf"(?=(?:{SITES})[ก-๎])|(?:ที่|ณ) ?(?=(?:{HEADS})[ก-๎])")
FIELD: Final = re.compile(r"(?:ใน|ลง)(?=พื้นที่ ?(?:ตำบล|ต\.|หมู่ที่|หมู่บ้าน|ชุมชน|เทศบาล|อบต))")
WENT_TO: Final = re.compile(rf"(?:ไป|มา)ยัง ?(?={HEADS})")
VISITED: Final = re.compile(rf"(?:{VISIT})(?:{VISIT})? ?(?={HEADS})")
AROUND: Final = re.compile(r"(?<=[ ก-๎])บริเวณ(?=[ก-๎])")
NOT_VENUE: Final = phrases("not_venue")
PEOPLE: Final = phrases("people")
LONGEST_VENUE: Final = 130


def venue_of(doc: Document, scene: Scene, event: Event) -> Span | None:
    """The venue in the paragraph of the event, else (if that is not one of a list) in one of the two behind it."""
    venue = _of_item(doc, event) or _venue_in(doc, scene, event.block, event.start) or _place_gone_to(doc, event)
    if venue is not None or event.rule == LISTED:
        return venue
    for block in doc.behind(event.block.start, 2):
        untold = _untold(doc, block)
        found = _venue_in(doc, scene, untold, untold.start)
        if found:
            return found
    return None


def _of_item(doc: Document, event: Event) -> Span | None:
    """The venue right behind the place that opens an item: `1. จังหวัดเลย วัดศรีสุข อ.เมืองเลย นายชนะ ทองดี … เป็นประธาน…`."""
    at = behind_place(doc, event.block) if event.rule == LISTED else None
    place = OF_ITEM.match(doc.text, at, event.block.end) if at is not None else None
    return Span(place.end(), _venue_end(doc, place.end(), event.block.end)) if place else None


def _untold(doc: Document, block: Span) -> Span:
    """The paragraph up to where somebody's words begin: places they speak of are not the event's."""
    told = next((hit.start for hit in doc.hits_in(block.start, block.end) if cue(hit) in TELLING), block.end)
    return Span(block.start, told)


def _place_gone_to(doc: Document, event: Event) -> Span | None:
    """Where nothing says at which place it was: what was visited, travelled to, or around what it was done.

    `ลงพื้นที่ตรวจเยี่ยมโรงเรียนบ้านหนองบัว`, `เยี่ยมผู้ประสบภัย ในพื้นที่ตำบลหนองบัว`, `เดินทางมายังวิทยาลัยเทคนิคเลย เพื่อเปิดงาน…`,
    `จับกุม… บริเวณริมถนนสาย…`.
    """
    block = event.block
    match = WENT_TO.search(doc.text, block.start, event.start)
    if event.kind is EventKind.VISIT:
        match = VISITED.search(doc.text, event.start, min(block.end, event.end + 40))
        match = match or FIELD.search(doc.text, event.start, min(block.end, event.end + 40))
    elif event.kind is EventKind.OPERATION and match is None:
        match = AROUND.search(doc.text, event.start, block.end)
    return Span(match.end(), _venue_end(doc, match.end(), block.end)) if match else None


def _venue_in(doc: Document, scene: Scene, block: Span, trigger: int) -> Span | None:
    candidates = [m.end() for m in AT.finditer(doc.text, block.start, block.end)]
    candidates += [m.end() for m in AT_HOUR.finditer(doc.text, block.start, min(block.end, trigger))]
    candidates += [m.end() for m in AT_PLACE.finditer(doc.text, block.start, min(block.end, trigger))]
    for start in sorted(candidates):
        if scene.in_name(start):
            continue  # `นายชนะ ณ ลำปาง`
        end = _venue_end(doc, start, block.end)
        place = doc.hit_at(start)
        if place is not None and place.end >= end and is_kind(place, Kind.PROVINCE):
            continue  # `ที่หนองคาย นายชนะ ทองดี ลงพื้นที่…`: only the province
        if end - start >= 4 and not doc.text.startswith(NOT_VENUE, start):
            return Span(start, end)
    return None


def _venue_end(doc: Document, start: int, limit: int) -> int:
    """The end of a venue's name: where its address, a person or the next clause begins."""
    limit = min(limit, start + LONGEST_VENUE)
    text = doc.text
    at = start
    while at < limit:
        if text[at] in '\n,;“”"' or text.startswith(("เวลา", "โดย"), at):
            break
        if at > start and text[at - 1] == " " and _ends_venue(doc, start, at):
            at -= 1
            break
        if at > start + 3 and cue(doc.hit_at(at)) in ("with", "chair", "present", "disclose"):
            break
        at += 1
    return start + len(text[start:at].rstrip())


def _ends_venue(doc: Document, start: int, at: int) -> bool:
    if doc.text.startswith(PEOPLE, at):
        return True
    hit = doc.hit_at(at)
    if hit is None:
        return False
    area = hit.of(Kind.AREA)
    if area is not None:
        is_house = doc.text.startswith("บ้านเลขที่", start)
        return not is_house and (area.id != "blocker" or doc.text.startswith(("บ้าน", "ถนน"), at))
    named = is_kind(hit, Kind.TITLE) and not is_kind(hit, Kind.AREA)
    return named or bool(cue(hit) and cue(hit) != "word") or is_kind(hit, Kind.EVENT)
