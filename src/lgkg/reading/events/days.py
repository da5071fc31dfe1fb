"""On which day an event took place: the one printed for it, one told from the day of the statement, one of its list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from lgkg.facts import Span
from lgkg.reading.document import Document, belongs_elsewhere, cue
from lgkg.reading.events.listed import LISTED, day_of_telling
from lgkg.reading.events.reported import Event
from lgkg.text import DateMention, find_times

GATHERING: Final = r"(?:การจัดงาน|การประชุม|การสัมมนา|การอบรม|การฝึกอบรม|กิจกรรม|พิธี|งาน|การลงนาม)"
HELD_TODAY: Final = re.compile(GATHERING + r"[^\n]{0,80}?วันนี้")
HELD_ON: Final = re.compile(GATHERING + r"[^\n]{0,60}(?:จัด|จัดขึ้น|มีขึ้น) ?(?:เมื่อ|ใน)?(?:วันที่)? ?$")
FOLLOWING: Final = 6
"""How many paragraphs behind an event may still tell on which day it was."""
GOES_ON: Final = re.compile(r"(?:(?:ใน)?โอกาสนี้|ในการนี้|จากนั้น|ต่อมา) |(?:และ|โดย|ทั้งนี้ )?(?:ใน|เมื่อ)?เวลา ?\d")
OPENING: Final = 30
"""How far, in code points, inside its paragraph a day stands that opens it."""
WHEN: Final = re.compile(r"เมื่อ(?:วัน|คืน|เช้า)?[ก-๎]{0,12}(?:ที่)?$")
TODAY: Final = re.compile(r"วันนี้")
YESTERDAY: Final = re.compile(r"เมื่อวานนี้|เมื่อวานที่ผ่านมา|วานนี้")
RECENT: Final = 500
"""Days from the page's date beyond which a date tells no reported event: a birth, the founding of an office."""
ONE_DAY: Final = timedelta(days=1)


@dataclass(slots=True)
class Days:
    """First and last day of an event, and behind which place in the text its hour may stand."""

    start: date | None
    end: date | None
    at: int


def days_of(doc: Document, event: Event, main_day: date | None) -> Days:
    """The days of `event`; a later one with an hour of its own shares `main_day`, that of the main event."""
    at = event.block.start
    if event.rule == "later-event" and main_day is not None:
        return Days(main_day, None, at)
    printed = _printed(doc, event.block, event.start, held=event.rule == "event-held")
    told = _told(doc, event, printed)
    if told is not None:
        return Days(told, None, at)
    if printed is not None:
        return Days(printed.start, printed.end, printed.span.end)
    return Days(*event.days, at) if event.days else _from_elsewhere(doc, event)


def _from_elsewhere(doc: Document, event: Event) -> Days:
    """The day of an event that has none before it: today or yesterday, or what a paragraph behind tells."""
    block = event.block
    relative = _relative(doc, block)
    if relative is None and event.rule != "event-held":  # which has the day of the main event
        relative = _of_paragraph_before(doc, block)
    behind = [] if event.rule == LISTED else list(doc.behind(block.start, FOLLOWING))
    printed = None if relative else _held_on(doc, behind)
    if printed is not None:
        return Days(printed.start, printed.end, printed.span.end)
    if relative is None and any(HELD_TODAY.search(doc.text, later.start, later.end) for later in behind):
        relative = doc.published
    return Days(relative, None, block.start)


def _of_paragraph_before(doc: Document, block: Span) -> date | None:
    """The day that opens the paragraph which this one goes on with: `โอกาสนี้ นายชนะ ทองดี …`, `และในเวลา 16.50 น. …`."""
    if not GOES_ON.match(doc.text, block.start):
        return None
    before = [b for b in doc.layout.body if b.start < block.start]
    for earlier in reversed(before):
        for found in doc.dates_in(earlier.start, earlier.start + OPENING):
            return None if _is_of_another(doc, found) else found.start
    return None


def _held_on(doc: Document, blocks: list[Span]) -> DateMention | None:
    """The day in `ทั้งนี้ พิธีลงนามดังกล่าวจัดขึ้นเมื่อวันที่ 29 ธันวาคม 2563`."""
    days = [day for block in blocks for day in doc.dates_in(block.start, block.end) if not _is_of_another(doc, day)]
    past = [day for day in days if doc.published is None or day.start <= doc.published]
    return next((d for d in past if HELD_ON.search(doc.text, max(0, d.span.start - 120), d.span.start)), None)


def _told(doc: Document, event: Event, printed: DateMention | None) -> date | None:
    """The day told from that of the statement: `เมื่อวันที่ 25 มี.ค. 66 นายชนะ ทองดี เปิดเผยว่า เมื่อวานนี้ ได้ลงพื้นที่…`.

    `วันนี้` before an event counts more than a date that the text goes on to behind it.
    """
    is_before = printed is not None and printed.span.start < event.start
    since = printed.span.end if printed is not None and is_before else event.block.start
    if YESTERDAY.search(doc.text, since, event.start):
        day = printed.start if printed is not None and is_before else day_of_telling(doc)
        return day - ONE_DAY if day is not None else None
    if printed is None or is_before or _placed_behind(doc, printed):
        return None
    return day_of_telling(doc) if TODAY.search(doc.text, since, event.start) else None


def _printed(doc: Document, block: Span, trigger: int, *, held: bool) -> DateMention | None:
    """The date nearest before the trigger in its paragraph, else the first one behind it."""
    inside = _come(doc, [d for d in doc.dates_in(block.start, block.end) if not _is_of_another(doc, d)])
    before = [] if held else [d for d in inside if d.span.start < trigger]
    behind = [d for d in inside if 0 <= d.span.start - trigger < 400]
    if before and behind and _is_of_telling(doc, before[-1], trigger) and _placed_behind(doc, behind[0]):
        return behind[0]
    if before:
        return before[0] if _is_opening(doc, block, before[0]) else before[-1]
    return behind[0] if behind else next((d for d in inside if _placed_behind(doc, d)), None)


def _come(doc: Document, days: list[DateMention]) -> list[DateMention]:
    """The days that have come, if any has: `เตรียมการประชุมผู้นำ วันที่ 14-19 พ.ย. 65 … ในวันที่ 2 พ.ย. 65 ณ ห้องประชุม…`."""
    come = [day for day in days if doc.published is None or day.start <= doc.published]
    return come or days


def _is_of_telling(doc: Document, day: DateMention, trigger: int) -> bool:
    """`(11 ธ.ค. 65) นายชนะ ทองดี เปิดเผย…`: the day of the telling, not of what is told."""
    near = doc.hits_in(day.span.end, min(trigger, day.span.end + 300))
    told = next((hit.end for hit in near if cue(hit) in ("speech", "disclose")), None)
    return told is not None and not find_times(doc.text[told:trigger][:200])


def _placed_behind(doc: Document, day: DateMention) -> bool:
    """`ลงพื้นที่… เมื่อวันที่ 10 ธ.ค. 65`, `จัดพิธี… ในวันที่ 22 กรกฎาคม 2565 ณ โรงแรม…`: the day at the end of what is told."""
    before = doc.text[max(0, day.span.start - 24) : day.span.start].rstrip()
    at_place = doc.text.startswith((" ณ ", " ที่", "\n"), day.span.end)
    return WHEN.search(before) is not None or at_place


def _is_opening(doc: Document, block: Span, day: DateMention) -> bool:
    return day.span.start - block.start < 60


def _is_of_another(doc: Document, day: DateMention) -> bool:
    """Whether a date belongs to a decision, a law or the past, not to an event."""
    if doc.published is not None and abs((day.start - doc.published).days) > RECENT:
        return True
    return belongs_elsewhere(doc, day)


def _relative(doc: Document, block: Span) -> date | None:
    """The day of a paragraph that says `เมื่อวานนี้` or `วันนี้`."""
    if doc.published is None:
        return None
    if YESTERDAY.search(doc.text, block.start, block.end):
        today = next((d.start for d in doc.dates if "วันนี้" in doc.text[max(0, d.span.start - 8) : d.span.start]), None)
        return (today or doc.published) - ONE_DAY
    return doc.published if TODAY.search(doc.text, block.start, block.end) else None
