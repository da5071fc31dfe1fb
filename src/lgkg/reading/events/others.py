"""Finds the events that an article reports beside its main one: with an hour of their own, held or signed beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from lgkg.domain.terms import Kind
from lgkg.facts import EventKind, Span
from lgkg.reading.document import Document, belongs_elsewhere
from lgkg.reading.events.carried_out import Event, chaired, event_of, is_planned, main_event, named
from lgkg.reading.events.scene import Scene
from lgkg.reading.events.titles import is_bare, title_end

ORGANISED: Final = re.compile(r"(?:^|[^ก-๎จ]|ได้|มีการ|ร่วมกัน|ร่วม|ฯ)(?:จัด|จัดการ|จัดงาน|จัดให้มีการ|ร่วม(?:กัน)?)(?:การ)?$")
NEAR_PLACE: Final = 160
NEAR_DAY: Final = 40
"""How far, in code points, behind its title an event that nobody is named for has its day."""
ALSO: Final = re.compile(r"(?:และ|พร้อม(?:ทั้ง|กับ)?|โอกาสนี้|จากนั้น) ?(?:ได้)?$")
HELD: Final = ("มีการ", "มีพิธี")
CABINET: Final = re.compile(r"(?:ประชุมคณะรัฐมนตรี|ประชุม ?ครม\. ?(?=\(\d))(?: ?\([^)\n]{2,14}\)|นัดพิเศษ)?")
OWN_HOUR: Final = re.compile(
    r"\d{1,2}[.)] |(?:ต่อมา|จากนั้น|ทั้งนี้|โดย|และ|ในช่วง[ก-๎]+|ช่วง[ก-๎]+|วันเดียวกัน)?[ ,]{0,2}(?:ใน|เมื่อ)?เวลา ?\d{1,2}[.:]\d{2}"
)


def later(doc: Document, scene: Scene, main: Event | None) -> list[Event]:
    """Events of later paragraphs that have a chair and an hour of their own (`ต่อมาเวลา 18.00 น. … เป็นประธานจัดงาน…`)."""
    found = []
    for block in doc.layout.body:
        if main is None or block.start <= main.block.start or not OWN_HOUR.match(doc.text, block.start, block.end):
            continue
        event = main_event(doc, scene, block)
        listed = doc.text[block.start].isdigit() and event is not None and event.rule != "chaired-event"
        if event is not None and not listed and (event.kind is not EventKind.VISIT or _by_another(scene, event, main)):
            found.append(replace(event, rule="later-event", confidence=0.85))
    return found


def _by_another(scene: Scene, event: Event, main: Event) -> bool:
    """Whether a visit is led by somebody else than the main event, so that it is no further stop of one trip."""
    leaders, first = scene.within(event.block), scene.within(main.block)
    return bool(leaders and first) and leaders[0].person != first[0].person and leaders[0].start < event.start


def cabinet(doc: Document, main: Event | None) -> list[Event]:
    """A cabinet meeting of which the text gives the day (`ภายหลังการประชุมคณะรัฐมนตรี วันที่ 18 กันยายน 2566`)."""
    for block in doc.layout.body[:2]:
        for match in CABINET.finditer(doc.text, block.start, block.end):
            near = Span(max(block.start, match.start() - 160), match.end() + 60)
            dated = doc.dates_in(near.start, near.end + 1) or "วันนี้" in near.of(doc.text)
            before = doc.text[max(block.start, match.start() - 12) : match.start()]
            if (
                dated
                and "ก่อน" not in before
                and not (main and main.block == block and main.start <= match.start() < main.end)
            ):
                title = match.group()
                kind = EventKind.MEETING
                return [
                    Event(match.start(), match.end(), title, kind, block, match.start(), "cabinet-meeting", 0.85, False)
                ]
    return []


def beside(doc: Document, scene: Scene, main: Event | None) -> list[Event]:
    """What somebody presided over on a visit: `ตรวจเยี่ยมโครงการ… และเป็นประธานส่งมอบพื้นที่…`."""
    if main is None or main.kind is not EventKind.VISIT:
        return []
    for hit in doc.hits_in(main.end, main.block.end):
        joined = scene.is_chair(hit, main.block) and ALSO.search(doc.text, main.end, hit.start)
        event = chaired(doc, scene, hit, main.block) if joined else None
        if event is not None and event.start > main.end and event.kind not in (EventKind.VISIT, EventKind.OTHER):
            return [replace(event, rule="event-on-visit", confidence=0.8)]
    return []


def organised(doc: Document, scene: Scene) -> Event | None:
    """What was held without anybody named, told with its day or venue: `กระทรวงฯ จัดสัมมนา… ระหว่างวันที่ 15-18 ก.พ. 64`."""
    for block in doc.layout.body:
        for hit in doc.kind_in(block.start, block.end, Kind.EVENT):
            entry = hit.of(Kind.EVENT)
            if entry is None or entry.takes == "1":
                continue
            told = ORGANISED.search(doc.text, max(block.start, hit.start - 24), hit.start)
            event = named(doc, scene, hit, block) if told and not is_planned(doc, hit) else None
            if event is not None and not is_bare(doc, event.start, event.end) and _took_place(doc, event.end, block):
                return replace(event, rule="event-organised", confidence=0.75, staffed=False)
    return None


def _took_place(doc: Document, end: int, block: Span) -> bool:
    """Whether a venue or a day that has come stands right behind a title, or that day opens its paragraph."""
    limit = min(block.end, end + NEAR_PLACE)
    if any(doc.text.find(at, end, limit) >= 0 for at in (" ณ ", " ที่ห้อง", " ที่หอประชุม")):
        return True
    days = (*doc.dates_in(block.start, block.start + NEAR_DAY), *doc.dates_in(end, end + NEAR_DAY))
    return any(doc.published is None or day.start <= doc.published for day in days)


def held(doc: Document, main: Event | None) -> list[Event]:
    """`ได้มีการลงนาม MOU …`, `ได้มีการประชุมครั้งที่ 5/2566 เมื่อวันที่ 15 สิงหาคม 2566`: held beside or before."""
    for block in doc.layout.body:
        for hit in doc.kind_in(block.start, block.end, Kind.EVENT):
            entry = hit.of(Kind.EVENT)
            if entry is None or not doc.text.endswith(HELD, block.start, hit.start):
                continue
            dated = any(not belongs_elsewhere(doc, day) for day in doc.dates_in(hit.end, hit.end + 61))
            signed = entry.id == "signing" and main is not None
            end = title_end(doc, hit.start, block.end)
            if (dated or signed) and end - hit.start >= 8 and not is_planned(doc, hit):
                event = event_of(doc, hit.start, end, block, hit.start, "event-held", 0.75)
                return [replace(event, staffed=False)]
    return []
