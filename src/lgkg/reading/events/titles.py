"""What an event is called: where the words that name it begin and end, and what kind of event they tell."""

from __future__ import annotations

import re
from typing import Final

from lgkg.domain.lexicon import Hit
from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import EventKind
from lgkg.reading.document import Document, cue, is_kind

LONGEST_TITLE: Final = 170
ENDS: Final = re.compile(  # a place, a time, what is said, what came of it
    r"[ \n/วพ](?:(?<= )(?:ณ |ที่(?=ห้อง|โรงแรม|ศาลา|หอ|วัด|อาคาร)|เมื่อ|เวลา|(?:ใน)?วันนี้"
    r"|หลัง(?:ได้|จาก)|จึง|ซึ่ง|ก่อน|จัดขึ้น|(?:โดย)?จากการ|พบ(?=ผู้|คน|ยา|ว่า|ความ|สาร))"
    r"|(?<=\n)|(?<=/)/|(?<=ว)(?<!ผู้ว)่า |(?<=พ)บ(?=ผู้|คน|ยา|ว่า|ความ|สาร))"
)
QUOTED: Final = re.compile(r"[“\"][^“”\"\n]{2,120}[”\"]")
LEFT_OVER: Final = re.compile(r"(?:โดย|อีกด้วย| (?:และ|ก่อน|พร้อม|ซึ่ง|ร่วมกับ|ขึ้น))$")
UNDER_NAME: Final = "ภายใต้ชื่อ"
CEREMONY: Final = "พิธี"
GENERAL: Final = phrases("any_event")
OPENERS: Final = (*phrases("before_title"), " ")


def title_start(doc: Document, chair: Hit) -> int:
    """Where the title begins behind `เป็นประธานเปิดการ…`; the ceremony in `ประธานในพิธี…` belongs to it."""
    if doc.text.endswith(CEREMONY, chair.start, chair.end):
        return chair.end - len(CEREMONY)
    start = chair.end
    while doc.text.startswith(OPENERS, start) and not is_kind(doc.hit_at(start), Kind.EVENT):
        start += len(next(o for o in OPENERS if doc.text.startswith(o, start)))
    return start


def title_end(doc: Document, start: int, limit: int) -> int:
    """The end of a title: where people, the place, the purpose or the next clause begin."""
    limit = min(limit, start + LONGEST_TITLE)
    quoted = QUOTED.search(doc.text, start, limit)
    inside = quoted.span() if quoted else (limit, limit)
    for hit in doc.hits_in(start + 1, limit):
        if inside[0] < hit.start < inside[1]:
            continue
        if _ends_title(doc, hit):
            limit = hit.start
            break
        if is_kind(hit, Kind.TITLE) and doc.text[start : hit.start].rstrip().endswith("กับ"):
            limit = doc.text.rindex("กับ", start, hit.start)
            break
    at = ENDS.search(doc.text, start, limit)
    if at and inside[0] < at.start() < inside[1]:
        at = ENDS.search(doc.text, inside[1], limit)
    end = at.start() if at else _word_end(doc, start, limit)
    return start + len(LEFT_OVER.sub("", doc.text[start:end].rstrip(' ,(“"')).rstrip(' ,(“"'))


def _word_end(doc: Document, start: int, limit: int) -> int:
    """`limit`, or the last space before it where it cuts a long title off."""
    space = doc.text.rfind(" ", start + 1, limit) if limit - start >= LONGEST_TITLE else -1
    return space if space > 0 else limit


def _ends_title(doc: Document, hit: Hit) -> bool:
    kind = cue(hit)
    if kind in ("with", "present", "welcome", "lead", "speech", "disclose", "assigned", "assign", "chair"):
        return not doc.text.startswith(("ร่วมกับ", "รวมถึง", "รวมทั้ง", "ได้แก่", "อาทิ", "บรรยาย"), hit.start)
    behind_space = doc.text[hit.start - 1] == " "
    person = hit if kind != "clause" else doc.hit_at(doc.skip_space(hit.end))  # also `โดยนายสมชาย ใจดี กล่าวรายงาน`
    if is_kind(person, Kind.TITLE) and not is_kind(person, Kind.AREA) and behind_space:
        return True
    return kind in ("stop", "soft") and behind_space and not doc.text.startswith(UNDER_NAME, hit.start)


def event_kind(doc: Document, start: int, end: int) -> EventKind:
    """The kind of the weightiest word for an event in the title, the first of several."""
    best, kind = 0, EventKind.OTHER
    for hit in doc.kind_in(start, end, Kind.EVENT):
        entry = hit.of(Kind.EVENT)
        if entry is not None and int(entry.takes) > best:
            best, kind = int(entry.takes), EventKind(entry.id)
    return kind


def is_bare(doc: Document, start: int, end: int) -> bool:
    """Whether a title only says that there was an event, not which: `เปิดงาน`, `ประกอบพิธี`, `จับกุม`; not `พิธีมอบบ้าน`."""
    told = general = 0
    while start < end:
        hit = doc.hit_at(start)
        word = next((w for w in (*GENERAL, *OPENERS, "ฯ") if doc.text.startswith(w, start)), None)
        if word is not None:
            start, general = start + len(word), general + (word in GENERAL)
        elif hit is not None and is_kind(hit, Kind.EVENT):
            start, told = hit.end, told + 1
        else:
            return False
    return told == 0 or (told == 1 and not general)
