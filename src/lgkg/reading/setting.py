"""When and where an event took place, and how many came: what stands around the words that name it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lgkg.domain.gazetteer import Area, gazetteer
from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import Level, Span
from lgkg.reading.bodies import Bodies
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.people import NA_SURNAMES
from lgkg.reading.places import Areas
from lgkg.tables import table
from lgkg.text import DateMention, find_times, parse_count

VENUE_HEADS = tuple(row["th"] for row in table("venues"))
AT = re.compile(r"(?:^|(?<=[\s)”\"]))ณ ?(?=[^\s\d])", re.MULTILINE)
AT_PLACE = re.compile(
    r"(?<![ก-๎])ที่ ?(?=" + "|".join(map(re.escape, VENUE_HEADS)) + r")|ที่(?=ห้องประชุม|โรงแรม|หอประชุม|ศาลากลาง)"
)
TODAY = re.compile(r"วันนี้")
YESTERDAY = re.compile(r"เมื่อวานนี้|เมื่อวานที่ผ่านมา|วานนี้")
COUNT = re.compile(r"(?:จำนวน|รวม|กว่า|ประมาณ|ทั้งสิ้น|ทั้งหมด)[ก-๎ ]{0,14}?(\d[\d,]*) ?(?:คน|ท่าน|รูป/คน)")
NOT_VENUE = phrases("not_venue")
HELD_BY = re.compile(r"(?:จัด|จัดขึ้น|จัดงาน|จัดทำ|ดำเนินการ)โดย ?")
HOLDS = ("จัดขึ้น", "จัดการประชุม", "จัดการสัมมนา", "จัดงาน", "จัดพิธี", "จัดกิจกรรม", "จัดโครงการ", "ได้จัด", "จัดร่วม")
RECENT = 500
"""Days from the page's date beyond which a date tells no reported event: a birth, the founding of an office."""
LONGEST_VENUE = 130


@dataclass(frozen=True, slots=True)
class Setting:
    """Day (and time), last day, venue as printed, province and number of people; None where the text says nothing."""

    start: date | datetime | None
    end: date | None
    venue: str | None
    province: Area | None
    attendee_count: int | None


def setting(
    doc: Document, areas: Areas, block: Span, trigger: int, *, held: bool = False, day_before: date | None = None
) -> Setting:
    """The setting of the event that is named at `trigger` in the paragraph `block`.

    `held` says that the text tells of it as held before, so that its day stands behind it; `day_before` is the day of
    an event told before, which an event with only an hour of its own shares.
    """
    day = None if day_before else _day(doc, block, trigger, held)
    start: date | datetime | None = day_before or (day.start if day else _relative_day(doc, block))
    if start is not None and (hour := _time(doc, block, day)):
        start = datetime.combine(start, hour)
    venue = _venue(doc, block, trigger)
    text = doc.text[venue.start : venue.end].strip() if venue else None
    return Setting(start, day.end if day else None, text, _province(areas, block, venue), _count(doc, block))


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


def _day(doc: Document, block: Span, trigger: int, held: bool) -> DateMention | None:
    """The date nearest before the trigger in its paragraph, else the first one behind it."""
    inside = [d for d in doc.dates if block.start <= d.span.start < block.end and not _is_of_another(doc, d)]
    before = [] if held else [d for d in inside if d.span.start < trigger]
    if before:
        return before[0] if _is_opening(doc, block, before[0]) else before[-1]
    behind = [d for d in inside if d.span.start - trigger < 400]
    return behind[0] if behind else None


def _is_opening(doc: Document, block: Span, day: DateMention) -> bool:
    return day.span.start - block.start < 60


def _is_of_another(doc: Document, day: DateMention) -> bool:
    """Whether a date belongs to a decision, a law or the past, not to an event."""
    if doc.published is not None and abs((day.start - doc.published).days) > RECENT:
        return True
    before = doc.text[max(0, day.span.start - 30) : day.span.start]
    return any(word in before for word in ("มติ", "ประกาศ", "ภายใน", "ตั้งแต่", "จนถึง", "คล้ายวัน"))


def _relative_day(doc: Document, block: Span) -> date | None:
    text = doc.text[block.start : block.end]
    if doc.published is None:
        return None
    if YESTERDAY.search(text):
        today = next((d.start for d in doc.dates if "วันนี้" in doc.text[max(0, d.span.start - 8) : d.span.start]), None)
        return (today or doc.published) - timedelta(days=1)
    return doc.published if TODAY.search(text) else None


def _time(doc: Document, block: Span, day: DateMention | None) -> time | None:
    at = day.span.end if day else block.start
    found = find_times(doc.text[at : min(block.end, at + 60)])
    return found[0].start if found else None


def _venue(doc: Document, block: Span, trigger: int) -> Span | None:
    """The venue in the paragraph of the event, else in one of the two behind it."""
    index = doc.layout.body.index(block)
    for later in (block, *doc.layout.body[index + 1 : index + 3]):
        venue = _venue_in(doc, later, trigger if later == block else later.start)
        if venue is not None:
            return venue
    return None


def _venue_in(doc: Document, block: Span, trigger: int) -> Span | None:
    candidates = [m.end() for m in AT.finditer(doc.text, block.start, block.end)]
    candidates += [m.end() for m in AT_PLACE.finditer(doc.text, block.start, min(block.end, trigger))]
    for start in sorted(candidates):
        if doc.text.startswith(tuple(s.removeprefix("ณ ") for s in NA_SURNAMES), start) and doc.text[start - 2] == "ณ":
            continue
        end = _venue_end(doc, start, block.end)
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
    hit = doc.hit_at(at)
    if hit is None:
        return False
    area = hit.of(Kind.AREA)
    if area is not None:
        is_house = doc.text.startswith("บ้านเลขที่", start)
        return not is_house and (area.id != "blocker" or doc.text.startswith(("บ้าน", "ถนน"), at))
    named = is_kind(hit, Kind.TITLE) and not is_kind(hit, Kind.AREA)
    return named or bool(cue(hit) and cue(hit) != "word") or is_kind(hit, Kind.EVENT)


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
