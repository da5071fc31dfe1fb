"""Finds the events that an article reports: which words name one, and whether it took place.

An event is a word for one (`ประชุม`, `ลงพื้นที่`, `พิธี`) that someone in the text carries out: presides over, leads,
attends, was sent to. Someone who only discloses, plans, or events of the background do not make one. Most releases
report one event, in the first paragraph that has one; a cabinet meeting with its date, what is said to have been held
or signed beside it, and events with an hour of their own are further ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lgkg.domain.lexicon import Hit
from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import EventKind, Span
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.hits import is_thai
from lgkg.reading.scene import Scene

LONGEST_TITLE = 170
AFTERWARDS = re.compile(r"(?:หลัง|ผล|ก่อน|ที่)(?:จาก)?(?:การ)?$")
HELD = re.compile(r"มีการ$|มีพิธี$|จัดให้มีการ$")
CABINET = re.compile(r"ประชุมคณะรัฐมนตรี(?: ?\([^)\n]{2,14}\)|นัดพิเศษ)?")
OWN_HOUR = re.compile(
    r"\d{1,2}[.)] |(?:ต่อมา|จากนั้น|และ|ในช่วง[ก-๎]+|ช่วง[ก-๎]+|วันเดียวกัน)?[ ,]{0,2}(?:ใน)?เวลา ?\d{1,2}[.:]\d{2}"
)
OPENERS = (*phrases("before_title"), " ")


@dataclass(frozen=True, slots=True)
class Event:
    """An event that the text reports.

    Attributes:
        start, end: where its title stands.
        title: the title as printed.
        kind: what kind of event.
        block: the paragraph that reports it.
        clause: where its words begin: the trigger or the chair cue.
        rule, confidence: how it was found and how sure that is.
        staffed: whether the people of the paragraph took part (not so in a cabinet meeting that a spokesman tells of).
    """

    start: int
    end: int
    title: str
    kind: EventKind
    block: Span
    clause: int
    rule: str
    confidence: float
    staffed: bool


def events(doc: Document, scene: Scene) -> list[Event]:
    """The events of the article, in the order of the text."""
    main = next((e for block in doc.layout.body if (e := _main(doc, scene, block))), None)
    found = [main] if main else []
    for event in (*_later(doc, scene, main), *_cabinet(doc, main), *_held(doc, main)):
        if not any(event.start < other.end and other.start < event.end for other in found):
            found.append(event)
    return sorted(found, key=lambda e: e.start)


def _main(doc: Document, scene: Scene, block: Span) -> Event | None:
    """The event that people carry out in this paragraph."""
    for hit in doc.hits_in(block.start, block.end):
        event = None
        if cue(hit) == "chair" and scene.person_before(hit.start, block) is not None:
            event = _chaired(doc, hit, block)
        elif is_kind(hit, Kind.EVENT) and _may_begin(doc, hit) and _takes_place(doc, scene, hit, block):
            event = _named(doc, hit, block)
        if event is not None:
            return event
    return None


def _takes_place(doc: Document, scene: Scene, hit: Hit, block: Span) -> bool:
    return _is_carried_out(doc, scene, hit, block) or _is_attended(doc, scene, hit, block)


def _chaired(doc: Document, hit: Hit, block: Span) -> Event | None:
    """`… เป็นประธานการประชุมหารือแนวทาง…`: the title is what is presided over."""
    start = hit.end
    while doc.text.startswith(OPENERS, start) and not is_kind(doc.hit_at(start), Kind.EVENT):
        start += len(next(o for o in OPENERS if doc.text.startswith(o, start)))
    if is_kind(doc.hit_at(start), Kind.TITLE) or cue(doc.hit_at(start)) in ("with", "join"):
        return None  # another chair, or who came along, stands before the event
    end = _title_end(doc, start, block.end)
    if end - start < 6:
        return _named_before(doc, hit, block)
    return _event(doc, start, end, block, hit.start, "chaired-event", 0.93)


def _named_before(doc: Document, chair: Hit, block: Span) -> Event | None:
    """`…ร่วมประชุมเชิงปฏิบัติการ… โดยมี … เป็นประธานในพิธีเปิด`: the event is named before its chair."""
    before = [h for h in doc.hits_in(block.start, chair.start) if is_kind(h, Kind.EVENT)]
    return _named(doc, before[0], block) if before else None


def _named(doc: Document, hit: Hit, block: Span) -> Event | None:
    end = _title_end(doc, hit.start, block.end)
    if end - hit.start < 6:
        return None
    return _event(doc, hit.start, end, block, hit.start, "event-of-agent", 0.85)


def _event(doc: Document, start: int, end: int, block: Span, clause: int, rule: str, confidence: float) -> Event:
    title = doc.text[start:end].strip(" ,")
    return Event(start, end, title, _kind(doc, start, end), block, clause, rule, confidence, True)


def _kind(doc: Document, start: int, end: int) -> EventKind:
    """The kind of the weightiest word for an event in the title, the first of several."""
    best, kind = 0, EventKind.OTHER
    for hit in doc.hits_in(start, end):
        entry = hit.of(Kind.EVENT)
        if entry is not None and int(entry.takes) > best:
            best, kind = int(entry.takes), EventKind(entry.id)
    return kind


def _title_end(doc: Document, start: int, limit: int) -> int:
    """The end of a title: where people, the place, the purpose or the next clause begin."""
    limit = min(limit, start + LONGEST_TITLE)
    for hit in doc.hits_in(start + 1, limit):
        if _ends_title(doc, hit):
            limit = hit.start
            break
        if is_kind(hit, Kind.TITLE) and doc.text[start : hit.start].rstrip().endswith("กับ"):
            limit = doc.text.rindex("กับ", start, hit.start)
            break
    at = re.compile(r" ณ |\n|//| ที่(?=ห้อง|โรงแรม|ศาลา|หอ|วัด|อาคาร)| เมื่อ| เวลา| ว่า ").search(doc.text, start, limit)
    end = at.start() if at else limit
    return start + len(doc.text[start:end].rstrip(' ,(“"'))


def _ends_title(doc: Document, hit: Hit) -> bool:
    kind = cue(hit)
    if kind in ("with", "present", "welcome", "lead", "speech", "disclose", "assigned", "assign", "chair"):
        return not doc.text.startswith(("ร่วมกับ", "รวมถึง", "รวมทั้ง", "ได้แก่", "อาทิ", "บรรยาย"), hit.start)
    behind_space = doc.text[hit.start - 1] == " "
    person = hit if kind != "clause" else doc.hit_at(doc.skip_space(hit.end))  # also `โดยนายสมชาย ใจดี กล่าวรายงาน`
    if is_kind(person, Kind.TITLE) and not is_kind(person, Kind.AREA) and behind_space:
        return True
    return kind in ("stop", "soft") and behind_space


def _is_carried_out(doc: Document, scene: Scene, hit: Hit, block: Span) -> bool:
    """Whether someone carries out the event of `hit`: not planned, not only told of, not one of the background."""
    entry = hit.of(Kind.EVENT)
    before = doc.text[max(block.start, hit.start - 12) : hit.start]
    if entry is None or AFTERWARDS.search(before) or _is_planned(doc, hit):
        return False
    agent = scene.agent_before(hit.start, block)
    if agent is None:
        return False
    gap = hit.start - agent
    return gap <= {3: 900, 2: 500, 1: 160}[int(entry.takes)]


def _may_begin(doc: Document, hit: Hit) -> bool:
    """Whether a short word for an event is one here and not the end of another (`หน่วยงาน`)."""
    if hit.end - hit.start > 4 or hit.start == 0 or doc.hit_ending(hit.start) is not None:
        return True
    return not is_thai(doc.text[hit.start - 1])


def _is_attended(doc: Document, scene: Scene, hit: Hit, block: Span) -> bool:
    """Whether people are named as present behind the event, though nobody carries it out before it.

    `จังหวัดเลยได้ทำพิธีมอบ… โดยมี นางวราภรณ์ … ร่วมพิธี`, or `ในการประชุมสภา… นายเศรษฐา ทวีสิน … ตอบกระทู้ถาม`.
    """
    entry = hit.of(Kind.EVENT)
    if entry is None or entry.takes != "3" or _is_planned(doc, hit):
        return False
    end = _title_end(doc, hit.start, block.end)
    opener = doc.hit_at(doc.skip_space(end))
    first = next((a for a in scene.within(block) if a.start >= end), None)
    if first is None or scene.person_before(hit.start, block) is not None:
        return False
    listed = cue(opener) == "with" and opener is not None and first.start - opener.end <= 2
    is_present = any(cue(h) in ("present", "welcome") for h in doc.hits_in(first.end, block.end))
    inside = doc.text[: hit.start].endswith(("ในการ", "ใน")) and first.start - end <= 2
    return (listed and is_present) or (inside and _is_dated(doc, block))


def _is_dated(doc: Document, block: Span) -> bool:
    return any(block.start <= d.span.start < block.end for d in doc.dates)


def _is_planned(doc: Document, hit: Hit) -> bool:
    return any(cue(h) == "plan" for h in doc.hits_in(max(0, hit.start - 25), hit.start))


def _later(doc: Document, scene: Scene, main: Event | None) -> list[Event]:
    """Events of later paragraphs that have a chair and an hour of their own (`ต่อมาเวลา 18.00 น. … เป็นประธานจัดงาน…`)."""
    found = []
    for block in doc.layout.body:
        if main is None or block.start <= main.block.start or not OWN_HOUR.match(doc.text, block.start, block.end):
            continue
        event = _main(doc, scene, block)
        listed = doc.text[block.start].isdigit() and event is not None and event.rule != "chaired-event"
        if event is not None and event.kind is not EventKind.VISIT and not listed:
            found.append(replace(event, rule="later-event", confidence=0.85))
    return found


def _cabinet(doc: Document, main: Event | None) -> list[Event]:
    """A cabinet meeting of which the text gives the day (`ภายหลังการประชุมคณะรัฐมนตรี วันที่ 18 กันยายน 2566`)."""
    for block in doc.layout.body[:2]:
        for match in CABINET.finditer(doc.text, block.start, block.end):
            near = Span(max(block.start, match.start() - 160), match.end() + 60)
            dated = any(near.start <= d.span.start <= near.end for d in doc.dates) or "วันนี้" in near.of(doc.text)
            if dated and not (main and main.block == block and main.start <= match.start() < main.end):
                title = match.group()
                kind = EventKind.MEETING
                return [
                    Event(match.start(), match.end(), title, kind, block, match.start(), "cabinet-meeting", 0.85, False)
                ]
    return []


def _held(doc: Document, main: Event | None) -> list[Event]:
    """`ได้มีการลงนาม MOU …`, `ได้มีการประชุมครั้งที่ 5/2566 เมื่อวันที่ 15 สิงหาคม 2566`: held beside or before."""
    for block in doc.layout.body:
        for hit in doc.hits_in(block.start, block.end):
            entry = hit.of(Kind.EVENT)
            if entry is None or not HELD.search(doc.text, max(block.start, hit.start - 14), hit.start):
                continue
            dated = any(0 <= d.span.start - hit.end <= 60 for d in doc.dates)
            signed = entry.id == "signing" and main is not None
            end = _title_end(doc, hit.start, block.end)
            if (dated or signed) and end - hit.start >= 8 and not _is_planned(doc, hit):
                event = _event(doc, hit.start, end, block, hit.start, "event-held", 0.75)
                return [replace(event, staffed=False)]
    return []
