"""When and where an event took place, and how many came: what stands around the words that name it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from lgkg.domain.gazetteer import Area, gazetteer
from lgkg.facts import Level, Span
from lgkg.reading.bodies import Bodies
from lgkg.reading.document import Document
from lgkg.reading.events.days import days_of
from lgkg.reading.events.reported import Event
from lgkg.reading.events.scene import Scene
from lgkg.reading.events.venue import venue_of
from lgkg.reading.places import Areas
from lgkg.text import find_times, parse_count

COUNT: Final = re.compile(r"(?:จำนวน|รวม|กว่า|ประมาณ|ทั้งสิ้น|ทั้งหมด)[ก-๎ ]{0,14}?(\d[\d,]*) ?(?:คน|ท่าน|รูป/คน)")
HELD_BY: Final = re.compile(r"(?:จัด|จัดขึ้น|จัดงาน|จัดทำ|ดำเนินการ)โดย ?")
HOLDS: Final = ("จัดขึ้น", "จัดการประชุม", "จัดการสัมมนา", "จัดงาน", "จัดพิธี", "จัดกิจกรรม", "จัดโครงการ", "ได้จัด", "จัดร่วม")


@dataclass(slots=True)
class Setting:
    """Day (and time), last day, venue as printed, province and number of people; None where the text says nothing."""

    start: date | datetime | None
    end: date | None
    venue: str | None
    province: Area | None
    attendee_count: int | None


def setting(doc: Document, areas: Areas, scene: Scene, event: Event, main_day: date | None) -> Setting:
    """The setting of `event`; `main_day` is the day of the article's main event."""
    days = days_of(doc, event, main_day)
    moment: date | datetime | None = days.start
    if days.start is not None and (hour := _time(doc, event.block, days.at)):
        moment = datetime.combine(days.start, hour)
    venue = venue_of(doc, scene, event)
    text = doc.text[venue.start : venue.end].strip() if venue else None
    province = _province(areas, event.block, venue)
    return Setting(moment, days.end, text, province, _count(doc, event.block))


def organizer(doc: Document, bodies: Bodies, block: Span) -> str | None:
    """The label of the body that holds the event of a paragraph: `ซึ่งจัดขึ้นโดยสำนักงานจังหวัดระยอง`, `ซึ่งเทศบาล…จัดขึ้น`."""
    for match in HELD_BY.finditer(doc.text, block.start, block.end):
        body = bodies.at(match.end())
        if body is not None:
            return body.label
    for body in bodies.beginning_in(block.start, block.end):
        if doc.text.startswith(HOLDS, doc.skip_space(body.end)):
            return body.label
    return None


def _time(doc: Document, block: Span, at: int) -> time | None:
    found = find_times(doc.text[at : min(block.end, at + 60)])
    return found[0].start if found else None


def _province(areas: Areas, block: Span, venue: Span | None) -> Area | None:
    provinces = [m for m in areas.beginning_in(block.start, block.end) if m.level is Level.PROVINCE]
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
