"""Whether what stands behind a word for a body names one: `โรงเรียนบ้านดอน` does, `โรงเรียนทั่วประเทศ` names none.

Many words for bodies are common nouns (`ศูนย์`, `กองทุน`, `บริษัท`). What follows such a word counts as a name only with
a mark of a name: an area, a number, quotation marks, a legal form, or the body's short form in brackets.
"""

from __future__ import annotations

import re
from typing import Final

from lgkg.domain.gazetteer import gazetteer
from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Entry, Kind
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.names import NOT_FIRST, is_area_name
from lgkg.reading.places import Areas
from lgkg.reading.words import is_word
from lgkg.text.letters import is_thai

NOT_BODY: Final = phrases("not_body")
NOT_ONE: Final = phrases("not_one")
NAMES_BODY: Final = phrases("names_body")
BEHIND_AREA: Final = phrases("behind_area")
RUN_ON_WORDS: Final = phrases("run_on")
GENERIC_COMMITTEES: Final = frozenset(phrases("generic_committee"))
WITH_PURPOSE: Final = frozenset({"foundation", "association", "fund"})
INSTITUTIONS: Final = frozenset(
    {"hospital", "subdistrict_hospital", "school", "college", "university", "police_station", "prison", "court"}
)
COMMON_KINDS: Final = frozenset(
    {"hospital", "school", "company", "centre", "institute", "council", "cooperative", "university"}
)
"""Kinds whose words are common nouns too, so that what follows may be no name."""
SHORT_FORM: Final = re.compile(r" ?\((?:[ก-ฮ]{1,5}\.){1,3}[ก-ฮ]{0,5}\.?\)| ?\([A-Z][A-Za-z&. ]{1,12}\)")
NUMBERED: Final = re.compile(r"(?:ที่|เขต|ภาค) ?\d{1,4}$")
QUOTED: Final = ("“", '"', "‘", "'")
WITH_LAW_FORM: Final = re.compile(r"จำกัด|\(มหาชน\)|[A-Za-z]{3}")
SHORTEST_AREA: Final = 5
"""Shorter names of areas, in letters, are also ends of words."""
SHORTEST_WORD: Final = 5
"""Shorter words, in letters, are also ends of names."""
BEFORE_AREA: Final = ("บ้าน", "วัด", "เมือง")
"""Words for village, temple and town that names put before that of an area: `โรงเรียนบ้านแม่สอด`."""
RUN_ON: Final = re.compile(r"[ก-ฮะ-ฺเ-๎]{2,20}")


def is_proper(doc: Document, areas: Areas, head: Entry, start: int, end: int, *, in_post: bool = False) -> bool:
    """Whether the text from `start` to `end` behind the word `head` makes a name with it.

    `in_post` says that a post stands just before, which is mark enough (`ผู้อำนวยการศูนย์วิจัยข้าว`).
    """
    name = doc.text[start:end].strip()
    numbered = name.isdigit() and head.label.endswith("ที่")
    if (len(name.rstrip("ฯ.")) < 3 and not numbered) or (name.endswith("ฯ") and len(name) < 8):
        return False
    if name.startswith("/") or name.endswith(NOT_ONE) or _begins_no_name(doc, head, start):
        return False
    if head.id == "committee" and name in GENERIC_COMMITTEES:
        return False
    if name.endswith(("จังหวัด", "อำเภอ", "ตำบล")) and head.id != "committee":
        return False
    if head.id in COMMON_KINDS and (name.startswith(NOT_BODY) or _is_common(doc, start, end)):
        return False
    return in_post or head.takes != "marked" or _is_marked(doc, areas, head, start, end)


def _begins_no_name(doc: Document, head: Entry, start: int) -> bool:
    """Whether a word follows with which no name begins; a foundation may be one for a purpose (`มูลนิธิเพื่อผู้บริโภค`)."""
    purpose = head.id in WITH_PURPOSE and doc.text.startswith("เพื่อ", start)
    return not purpose and cue(doc.hit_at(start)) in NOT_FIRST


def _is_common(doc: Document, start: int, end: int) -> bool:
    """Whether an ordinary word follows (`โรงเรียนแพทย์`), and no name of an area."""
    return is_word(doc.text[start:end].strip()) and not _area_end(doc, start)


def _is_marked(doc: Document, areas: Areas, head: Entry, start: int, end: int) -> bool:
    text = doc.text
    name = text[start:end]
    if head.id == "company":
        return WITH_LAW_FORM.search(name) is not None
    if name.lstrip().startswith(QUOTED) or any(word in name for word in NAMES_BODY):
        return True
    if NUMBERED.search(name) or SHORT_FORM.match(text, end) or _area_end(doc, start):
        return True
    if any(is_kind(hit, Kind.BODY, Kind.NAMED_BODY) for hit in doc.hits_in(start, end)) or _ends_with_area(name):
        return True
    return any(m.end <= end for m in areas.beginning_in(start, end))


def _ends_with_area(name: str) -> bool:
    """Whether a name of some length ends with that of an area: `กลุ่มแปรรูปปลากุเลาปากบางตาวา`."""
    return any(is_area_name(name[at:]) for at in range(max(0, len(name) - 20), len(name) - SHORTEST_AREA + 1))


def _area_end(doc: Document, start: int) -> int | None:
    """The end of the name of a province, district or subdistrict at `start`, `บ้าน` or `วัด` before it passed over."""
    hit = doc.hit_at(start)
    if hit is not None and is_kind(hit, Kind.PROVINCE):
        return hit.end
    for word in ("", *BEFORE_AREA):
        if not doc.text.startswith(word, start):
            continue
        at = start + len(word)
        name = gazetteer().district_at(doc.text, at) or gazetteer().subdistrict_at(doc.text, at)
        if len(name) > 2 and name not in BEFORE_AREA:
            return at + len(name)
    return None


def end_before_run_on(doc: Document, head: Entry, start: int, end: int) -> int:
    """The end of a name that goes on into a word that is none of it: `สภ.ปลายพระยา|ดำเนินคดี`, `โรงพยาบาลระยอง|เรื่อง`.

    Names of institutions are short and hold no word such as เพื่อ; those of committees and offices may.
    """
    if head.id in INSTITUTIONS:
        cut = min((at for word in RUN_ON_WORDS if (at := doc.text.find(word, start + 2, end)) >= 0), default=end)
        cut = min([cut, *(hit.start for hit in doc.hits_in(start + 2, end) if is_kind(hit, Kind.EVENT))])
        end = start + len(doc.text[start:cut].rstrip())
    area_end = _area_end(doc, start)
    if area_end is None or not area_end < end or not is_thai(doc.text[area_end]):
        return end
    rest = RUN_ON.match(doc.text, area_end)
    if rest is None or rest.group().startswith(BEHIND_AREA):
        return end
    is_none = len(rest.group()) >= SHORTEST_WORD and is_word(rest.group())
    return area_end if cue(doc.hit_at(area_end)) or is_none else end
