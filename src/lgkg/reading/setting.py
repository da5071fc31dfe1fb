"""When and where an event took place, and how many came: what stands around the words that name it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lgkg.domain.gazetteer import Area, gazetteer
from lgkg.facts import Level, Span
from lgkg.reading.bodies import Bodies
from lgkg.reading.document import Document, belongs_elsewhere, cue
from lgkg.reading.events import Event
from lgkg.reading.places import Areas
from lgkg.reading.scene import Scene
from lgkg.reading.venue import venue_of
from lgkg.text import DateMention, find_times, parse_count

HELD_TODAY = re.compile(r"(?:การจัดงาน|การประชุม|การสัมมนา|การอบรม|การฝึกอบรม|กิจกรรม|พิธี|งาน|การลงนาม)[^\n]{0,80}?วันนี้")
FOLLOWING = 6
"""How many paragraphs behind an event may still tell that it was today."""
WHEN = re.compile(r"เมื่อ(?:วัน|คืน|เช้า)?[ก-๎]{0,12}(?:ที่)?$")
TODAY = re.compile(r"วันนี้")
YESTERDAY = re.compile(r"เมื่อวานนี้|เมื่อวานที่ผ่านมา|วานนี้")
COUNT = re.compile(r"(?:จำนวน|รวม|กว่า|ประมาณ|ทั้งสิ้น|ทั้งหมด)[ก-๎ ]{0,14}?(\d[\d,]*) ?(?:คน|ท่าน|รูป/คน)")
HELD_BY = re.compile(r"(?:จัด|จัดขึ้น|จัดงาน|จัดทำ|ดำเนินการ)โดย ?")
HOLDS = ("จัดขึ้น", "จัดการประชุม", "จัดการสัมมนา", "จัดงาน", "จัดพิธี", "จัดกิจกรรม", "จัดโครงการ", "ได้จัด", "จัดร่วม")
RECENT = 500
"""Days from the page's date beyond which a date tells no reported event: a birth, the founding of an office."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Day (and time), last day, venue as printed, province and number of people; None where the text says nothing."""

    start: date | datetime | None
    end: date | None
    venue: str | None
    province: Area | None
    attendee_count: int | None


def setting(doc: Document, areas: Areas, scene: Scene, event: Event, main_day: date | None) -> Setting:
    """The setting of `event`; `main_day` is the day of the article's main event."""
    day = _own_day(doc, event, main_day)
    start = day.start if day else _shared_day(doc, event, main_day) or _relative_day(doc, event.block)
    moment: date | datetime | None = start
    if start is not None and (hour := _time(doc, event.block, day)):
        moment = datetime.combine(start, hour)
    venue = venue_of(doc, scene, event)
    text = doc.text[venue.start : venue.end].strip() if venue else None
    province = _province(areas, event.block, venue)
    return Setting(moment, day.end if day else None, text, province, _count(doc, event.block))


def _own_day(doc: Document, event: Event, main_day: date | None) -> DateMention | None:
    """The date printed for the event; a later one that has an hour of its own shares the day of the main one."""
    if event.rule == "later-event" and main_day is not None:
        return None
    return _day(doc, event.block, event.start, held=event.rule == "event-held")


def _shared_day(doc: Document, event: Event, main_day: date | None) -> date | None:
    """The day that an event shares with others: a later one with the main one, one of a list with the list."""
    return main_day if event.rule == "later-event" else event.day


def organizer(doc: Document, bodies: Bodies, block: Span) -> str | None:
    """The label of the body that holds the event of a paragraph: `ซึ่งจัดขึ้นโดยสำนักงานจังหวัดระยอง`, `ซึ่งเทศบาล…จัดขึ้น`."""
    for match in HELD_BY.finditer(doc.text, block.start, block.end):
        body = bodies.at(match.end())
        if body is not None:
            return body.label
    for body in bodies.mentions:
        if block.start <= body.start < block.end and doc.text.startswith(HOLDS, doc.skip_space(body.end)):
            return body.label
    return None


def _day(doc: Document, block: Span, trigger: int, *, held: bool) -> DateMention | None:
    """The date nearest before the trigger in its paragraph, else the first one behind it."""
    inside = [d for d in doc.dates_in(block.start, block.end) if not _is_of_another(doc, d)]
    before = [] if held else [d for d in inside if d.span.start < trigger]
    behind = [d for d in inside if 0 <= d.span.start - trigger < 400]
    if before and behind and _is_of_telling(doc, before[-1], trigger) and _placed_behind(doc, behind[0]):
        return behind[0]
    if before:
        return before[0] if _is_opening(doc, block, before[0]) else before[-1]
    return behind[0] if behind else next((d for d in inside if _placed_behind(doc, d)), None)


def _is_of_telling(doc: Document, day: DateMention, trigger: int) -> bool:
    """`(11 ธ.ค. 65) นายชนะ ทองดี เปิดเผย…`: the day of the telling, not of what is told."""
    near = doc.hits_in(day.span.end, min(trigger, day.span.end + 300))
    told = next((hit.end for hit in near if cue(hit) in ("speech", "disclose")), None)
    return told is not None and not find_times(doc.text[told:trigger][:200])


def _placed_behind(doc: Document, day: DateMention) -> bool:
    """`ลงพื้นที่… เมื่อวันที่ 10 ธ.ค. 65`, `จัดพิธี… ในวันที่ 22 กรกฎาคม 2565 ณ โรงแรม…`: the day at the end of what is told."""
    before = doc.text[max(0, day.span.start - 24) : day.span.start].rstrip()
    at_place = doc.text.startswith((" ณ ", " ที่"), day.span.end)
    return WHEN.search(before) is not None or at_place


def _is_opening(doc: Document, block: Span, day: DateMention) -> bool:
    return day.span.start - block.start < 60


def _is_of_another(doc: Document, day: DateMention) -> bool:
    """Whether a date belongs to a decision, a law or the past, not to an event."""
    if doc.published is not None and abs((day.start - doc.published).days) > RECENT:
        return True
    return belongs_elsewhere(doc, day)


def _relative_day(doc: Document, block: Span) -> date | None:
    text = doc.text[block.start : block.end]
    if doc.published is None:
        return None
    if YESTERDAY.search(text):
        today = next((d.start for d in doc.dates if "วันนี้" in doc.text[max(0, d.span.start - 8) : d.span.start]), None)
        return (today or doc.published) - timedelta(days=1)
    later = [b.of(doc.text) for b in doc.behind(block.start, FOLLOWING)]
    return doc.published if TODAY.search(text) or any(HELD_TODAY.search(other) for other in later) else None


def _time(doc: Document, block: Span, day: DateMention | None) -> time | None:
    at = day.span.end if day else block.start
    found = find_times(doc.text[at : min(block.end, at + 60)])
    return found[0].start if found else None


def _province(areas: Areas, block: Span, venue: Span | None) -> Area | None:
    provinces = [m for m in areas.mentions if m.level is Level.PROVINCE and block.start <= m.start < block.end]
    if venue is not None:
        near = [m for m in provinces if venue.start <= m.start <= venue.end + 80]
        provinces = near or provinces
    if provinces:
        return gazetteer().by_code[provinces[0].code or ""]
    named = {m.code for m in areas.mentions if m.level is Level.PROVINCE}
    return areas.main_province if len(named) == 1 else None


def _count(doc: Document, block: Span) -> int | None:
    match = COUNT.search(doc.text, block.start, block.end)
    return parse_count(match.group(1)) if match else None
