"""Finds the event that people carry out in a paragraph: preside over, lead, attend, were sent to.

A word for an event (`ประชุม`, `ลงพื้นที่`, `พิธี`) makes one only if somebody named does it there. Who only discloses, what is
planned, and events of the background make none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from lgkg.domain.lexicon import Hit
from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import EventKind, Span
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.events.scene import Scene
from lgkg.reading.events.titles import LONGEST_TITLE, event_kind, is_bare, title_end, title_start
from lgkg.text.letters import is_thai

AFTERWARDS: Final = re.compile(r"(?:หลัง|ผล|ก่อน|ที่|ขณะ)(?:จาก)?(?:การ)?$")
WILL: Final = re.compile(r"(?<![ก-๎])(?:ซึ่ง|ที่)?จะ(?:ได้|ไป|มา)?(?:เข้าร่วม|เข้า|ร่วม|มี)?(?:การ)?$")
INTERVIEW: Final = re.compile(r"ให้สัมภาษณ์ ?(?:ว่า|ถึง)")
PRESS_AT: Final = re.compile(r"เวลา ?\d|(?<= )ณ [ก-๎]|ที่(?:ทำเนียบ|รัฐสภา|กระทรวง|กรม|สำนักงาน|ศูนย์|โรง|ศาลา|ห้อง|อาคาร|ตึก)")
QUOTES: Final = ('"', "”")
ACTED: Final = re.compile(r"(?:ได้|จึง|ร่วมกัน)(?:ดำเนินการ|ร่วมกัน|ร่วม)?(?:จัด|เปิด|ทำ|ประกอบ)?(?:การ|ให้มี)?$")
HALLS: Final = phrases("hall")
WITH: Final = "กับ"
REFERRING: Final = ("ภายหลัง", "หลัง", "ระหว่าง", "ขณะ", "ในโอกาส", "ดังกล่าว", "นี้", "ในครั้งนี้", "ครั้งนี้", "ในวันนี้")
NAMED_BEFORE: Final = 900
"""How far, in code points, before its chair or a bare word an event is named in full."""
TOMORROW: Final = "วันพรุ่งนี้"


@dataclass(slots=True)
class Event:
    """An event that the text reports.

    Attributes:
        start, end: where its title stands.
        title: the title as printed.
        kind: what kind of event.
        block: the paragraph that reports it.
        clause: where its words begin: the trigger or the chair cue.
        rule, confidence: how it was found and how sure that is.
        days: first and last day that it shares with the others of a list, if they have one.
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
    days: tuple[date, date | None] | None = None


def main_event(doc: Document, scene: Scene, block: Span) -> Event | None:
    """The event that people carry out in this paragraph."""
    for hit in doc.hits_in(block.start, _end_of_report(doc, block)):
        event = None
        if scene.is_chair(hit, block) and scene.person_before(hit.start, block) is not None:
            event = chaired(doc, scene, hit, block)
        elif Kind.EVENT in hit.kinds and _may_begin(doc, scene, hit, block) and _takes_place(doc, scene, hit, block):
            event = _named_best(doc, scene, hit, block)
        if event is not None:
            return event
    return None


def _end_of_report(doc: Document, block: Span) -> int:
    """Where an interview begins that is only how something was said (`ให้สัมภาษณ์ว่า`): it has no hour and no place."""
    interview = INTERVIEW.search(doc.text, block.start, block.end)
    if interview is None or PRESS_AT.search(doc.text, block.start, block.end):
        return block.end
    return interview.start()


def _named_best(doc: Document, scene: Scene, hit: Hit, block: Span) -> Event | None:
    """The event of `hit` by its full name: `จัดกิจกรรม “ปันรัก” … โดยมี นางใจ แสงดี … ร่วมกิจกรรม`."""
    event = named(doc, scene, hit, block)
    if event is None or event.kind is EventKind.OPERATION or not is_bare(doc, event.start, event.end):
        return event
    return _named_before(doc, scene, hit, block) or event


def unstaffed_event(doc: Document, scene: Scene, block: Span) -> Event | None:
    """The event of a paragraph that names nobody who took part: `จังหวัดตรัง คณะทำงานฯ ลงพื้นที่สุ่มตรวจ…`."""
    for hit in doc.kind_in(block.start, block.end, Kind.EVENT):
        entry = hit.of(Kind.EVENT)
        if entry is None or entry.takes == "1" or not _may_begin(doc, scene, hit, block) or _is_past(doc, hit):
            continue
        event = named(doc, scene, hit, block)
        if event is not None and (event.kind is EventKind.OPERATION or not is_bare(doc, event.start, event.end)):
            return replace(event, staffed=False)
    return None


def _takes_place(doc: Document, scene: Scene, hit: Hit, block: Span) -> bool:
    return _is_carried_out(doc, scene, hit, block) or _is_attended(doc, scene, hit, block)


def chaired(doc: Document, scene: Scene, hit: Hit, block: Span) -> Event | None:
    """`… เป็นประธานการประชุมหารือแนวทาง…`: the title is what is presided over."""
    if is_planned(doc, hit):
        return None
    start = title_start(doc, hit)
    if is_kind(doc.hit_at(start), Kind.TITLE) or cue(doc.hit_at(start)) in ("with", "join", "lead"):
        return None  # another chair, or who came along, stands before the event
    end = title_end(doc, start, block.end)
    if (end - start < 6 or is_bare(doc, start, end)) and (better := _named_before(doc, scene, hit, block)):
        return better
    return None if end - start < 6 else event_of(doc, start, end, block, hit.start, "chaired-event", 0.93)


def _named_before(doc: Document, scene: Scene, chair: Hit, block: Span) -> Event | None:
    """`…ร่วมประชุมเชิงปฏิบัติการ… โดยมี … เป็นประธานในพิธีเปิด`: the event is named before its chair."""
    near = doc.kind_in(max(block.start, chair.start - NAMED_BEFORE), chair.start, Kind.EVENT)
    for hit in near:
        entry = hit.of(Kind.EVENT)
        if entry and entry.takes != "1" and _may_begin(doc, scene, hit, block) and not _is_past(doc, hit):
            event = named(doc, scene, hit, block)
            if event and not is_bare(doc, event.start, event.end):
                return event
    return None


def _is_past(doc: Document, hit: Hit) -> bool:
    return AFTERWARDS.search(doc.text, max(0, hit.start - 12), hit.start) is not None or is_planned(doc, hit)


def named(doc: Document, scene: Scene, hit: Hit, block: Span) -> Event | None:
    """The event whose name begins with `hit`; None if the words are too few or only refer to one (`กิจกรรมดังกล่าว`)."""
    end = title_end(doc, hit.start, block.end)
    if event_kind(doc, hit.start, end) in (EventKind.OPERATION, EventKind.MEETING):
        end = _with_whom(doc, scene, end)
    if end - hit.start < 6 or doc.text.startswith(REFERRING, hit.end):
        return None
    return event_of(doc, hit.start, end, block, hit.start, "event-of-agent", 0.85)


def _with_whom(doc: Document, scene: Scene, end: int) -> int:
    """The end of a title with the one met: `จับกุม นายดำ ใจร้าย`, `หารือกับนายชนะ ทองดี`."""
    at = doc.skip_space(end)
    met = at + len(WITH) if doc.text.startswith(WITH, at) else at
    actor = scene.starting_at(doc.skip_space(met))
    return actor.end if actor is not None else end


def event_of(doc: Document, start: int, end: int, block: Span, clause: int, rule: str, confidence: float) -> Event:
    title = doc.text[start:end].strip(" ,")
    return Event(start, end, title, event_kind(doc, start, end), block, clause, rule, confidence, True)


def _is_carried_out(doc: Document, scene: Scene, hit: Hit, block: Span) -> bool:
    """Whether someone carries out the event of `hit`: not planned, not only told of, not one of the background."""
    entry = hit.of(Kind.EVENT)
    if entry is None or is_planned(doc, hit):
        return False
    if _is_told_after(doc, scene, hit, block):
        return True
    if AFTERWARDS.search(doc.text, max(block.start, hit.start - 12), hit.start):
        return False
    agent = scene.agent_before(hit.start, block)
    if agent is None:
        return False
    gap = hit.start - agent
    return gap <= {3: 900, 2: 500, 1: 160}[int(entry.takes)]


def _is_told_after(doc: Document, scene: Scene, hit: Hit, block: Span) -> bool:
    """`นายชนะ ทองดี … เปิดเผยภายหลังตรวจเยี่ยมชาวสวน…`; of a cabinet meeting a spokesman tells who was not there."""
    actor = scene.person_before(hit.start, block)
    in_cabinet = doc.text.startswith(("ประชุมคณะรัฐมนตรี", "ประชุม ครม"), hit.start)
    return actor is not None and not in_cabinet and scene.tells_after(actor, hit.start)


def _may_begin(doc: Document, scene: Scene, hit: Hit, block: Span) -> bool:
    """Whether a word for an event is one here and not a part of a post (`หัวหน้างาน`) or of a word (`หน่วยงาน`)."""
    actor = scene.person_before(hit.start, block)
    if actor is not None and hit.start < actor.end:
        return False
    if is_kind(doc.hit_ending(hit.start), Kind.BODY) or doc.text.endswith(HALLS, 0, hit.start):
        return False  # `ศูนย์ฝึกอบรม…`, `ห้องประชุม…`
    if hit.end - hit.start > 4 or hit.start == 0 or doc.hit_ending(hit.start) is not None:
        return True
    return not is_thai(doc.text[hit.start - 1])


def _is_attended(doc: Document, scene: Scene, hit: Hit, block: Span) -> bool:
    """Whether people are named as present behind the event, though nobody carries it out before it.

    `จังหวัดเลยได้ทำพิธีมอบ… โดยมี นางวราภรณ์ … ร่วมพิธี`, also where somebody tells of it;
    `ในการประชุมสภา… นายเศรษฐา ทวีสิน … ตอบกระทู้ถาม`.
    """
    entry = hit.of(Kind.EVENT)
    if entry is None or entry.takes == "1" or is_planned(doc, hit):
        return False
    teller = scene.person_before(hit.start, block)
    if teller is not None and not teller.tells:
        return False
    end = title_end(doc, hit.start, block.end)
    opener = doc.hit_at(doc.skip_space(end + doc.text.startswith(QUOTES, end)))
    first = next(iter(scene.within(Span(end, block.end))), None)
    if first is None or (teller is not None and not ACTED.search(doc.text, teller.end, hit.start)):
        return False
    listed = cue(opener) == "with" and opener is not None and first.start - opener.end <= 2
    is_present = any(cue(h) in ("present", "welcome") for h in doc.hits_in(first.end, block.end))
    if entry.takes != "3" or teller is not None:
        return listed and is_present
    inside = doc.text.endswith(("ในการ", "ใน"), 0, hit.start) and first.start - end <= 2
    return (listed and is_present) or (inside and _is_dated(doc, block))


def _is_dated(doc: Document, block: Span) -> bool:
    return bool(doc.dates_in(block.start, block.end))


def is_planned(doc: Document, hit: Hit) -> bool:
    """`มีกำหนดเป็นประธานการประชุม…`, `จะเข้าร่วมประชุม…`, `ประชุมคณะกรรมการ… ในวันพรุ่งนี้`."""
    if any(cue(h) == "plan" for h in doc.hits_in(max(0, hit.start - 25), hit.start)):
        return True
    before = doc.text[max(0, hit.start - 14) : hit.start]
    return WILL.search(before) is not None or TOMORROW in doc.text[hit.end : hit.end + LONGEST_TITLE].split("\n")[0]
