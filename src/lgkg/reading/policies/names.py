"""Where names of policies end.

Such a name may hold what no name of a body holds (`โครงการคนสวนมีสุข`) and go on over spaces: before และ, a gloss in
brackets, a Latin word, a number that belongs to it. It ends before what the text goes on to say about the policy
(`แผนพัฒนาสวน|ให้แก่ชาวสวน`), which the table of phrases lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import PolicyKind
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.names import free_end
from lgkg.tables import table

KINDS: Final = {
    "law": PolicyKind.LAW,
    "strategy": PolicyKind.STRATEGY,
    "project": PolicyKind.PROJECT,
    "policy": PolicyKind.STATEMENT,
    "agreement": PolicyKind.AGREEMENT,
}
NOT_NAMES: Final = tuple(row["th"] for row in table("not_names"))
QUOTED: Final = re.compile(r" ?(?:[“\"‘']|(?<= )”)([^“”\"\n]{3,120})[”\"’']")
FISCAL_YEAR: Final = re.compile(
    r" ?(?:(?:ประจำ)?(?:ปีงบประมาณ|ปี) ?(?:พ\. ?ศ\.? ?)?\d{4}(?: ?[-–] ?\d{4})?|พ\. ?ศ\.? ?\d{4} ?[-–] ?\d{4}"
    r"|\(พ\. ?ศ\.? ?\d{4} ?[-–] ?\d{4}\)|พ\. ?ศ\.? ?25\d\d)"
)
"""The year of a project or the span of a plan: `ประจำปีงบประมาณ พ.ศ. 2567`, `พ.ศ. 2566-2570`."""
VERBS: Final = "|".join(phrases("not_policy_goes_on"))
GOES_ON: Final = re.compile(rf" (?:และ ?|[-–] ?)(?!\d{{1,2}}[).]|{VERBS})| (?=แบบ[ก-๎]|อย่างยั่งยืน)")
"""What carries a name on over a space: `ยุทธศาสตร์ป้องกัน และควบคุม…`, `โครงการอำเภอสะอาด แบบบูรณาการ`."""
PURPOSE: Final = re.compile(r" (?=เพื่อการ[ก-๎])")
"""`โครงการพัฒนาหมู่บ้าน OTOP เพื่อการท่องเที่ยว`; เพื่อ with a verb tells what a project is for."""
BEHIND_QUOTES: Final = re.compile(r" ?(?=(?:แบบ|ระดับ)[ก-๎])")
"""What carries a name on behind quotation marks: `โครงการ “บำบัดทุกข์ บำรุงสุข” แบบบูรณาการ`."""
LISTED: Final = re.compile(r" (?:[ก-๎]{4,30} ){1,3}และ ?(?=[ก-๎])| (?=[ก-๎]{4,8}และ[ก-๎]{4})")
"""`โครงการรักธรรมชาติ สิ่งแวดล้อม วัฒนธรรม และความเป็นไทย`, `… ด้านศาสนา ศิลปะและวัฒนธรรม`: a list inside a name."""
SUBJECT: Final = re.compile(r" (?:เพื่อ|(?=การ|หลักสูตร))")
"""What carries on the names that begin with a gathering: `โครงการประชุมเชิงปฏิบัติการ เพื่อเพิ่มประสิทธิภาพ…`."""
GLOSS: Final = re.compile(r" ?\((?:[A-Za-z][A-Za-z0-9 .,:;&'/–-]{1,70}|[ก-๎][ก-๎. ]{1,30})\)")
"""A Latin or short form in brackets: `แผนบริการสุขภาพ (Service Plan)`, `โครงการจัดที่ดิน (คทช.)`."""
LATIN: Final = re.compile(
    r" ?[A-Z][A-Za-z0-9&'-]*(?:(?<=\d)\.\d)?(?: [A-Za-z&][A-Za-z0-9&'-]*){0,7}(?: \d(?:\.\d)?(?![\d,]))?"
)
"""Words in Latin letters that belong to a name: `โครงการบ้านห่วงใยจากใจ GLO`."""
NUMBERED: Final = re.compile(
    r" ?(?:ฉบับที่|ระยะที่|เฟส|รุ่นที่|หมายเลข|ระยะ) ?\d{1,4}(?: ปี(?! ?\d))?(?!\d)| ?\d{1,2}\.0| \d{2,3} พรรษา"
)
"""The number of a plan or a phase: `แผนพัฒนาจังหวัด ฉบับที่ 2`, `แผนแม่บท ระยะ 20 ปี`, `เทคโนโลยีเกษตร 4.0`."""
NUMBER: Final = re.compile(r" ?\d{1,4}(?: ปี(?! ?\d))?(?![\d,])")
"""The number behind `ทางหลวงหมายเลข`, `ระยะ` and the like at the end of a run."""
ASKS_NUMBER: Final = ("หมายเลข", "ระยะ", "ฉบับที่", "โควิด", "ระยะที่", "รุ่นที่", "ประจำ", "ครบ")
COUNTED: Final = re.compile(r" ?\d{1,3} [ก-๎.]{2,20} \d{1,3} ?(?=[ก-๎])")
"""`โครงการ 1 ตำบล 1 สวนสมุนไพร`."""
NAMED_BY_WORK: Final = ("แผน", "โครงการ")
NOMINAL: Final = re.compile(f"^({'|'.join(NAMED_BY_WORK)})การ")
"""`แผนการพัฒนาสวน` is `แผนพัฒนาสวน`."""
ENDS: Final = re.compile("|".join(sorted(map(re.escape, phrases("policy_ends")), key=len, reverse=True)))
DANGLING: Final = re.compile("(?:" + "|".join(phrases("not_policy_end")) + ")$")
"""Words that end no name: `แผนแม่บทด้านการบริหารของ`."""
SOUNDS: Final = str.maketrans("ศษณฎฏญ", "สสนดตย", " \t\n“”\"'‘’()ฯ")
"""Letters of one sound, and what is left out."""
LONGEST_TERM: Final = 40
ROYAL: Final = phrases("royal_goes_on")
NOT_MORE: Final = (Kind.TITLE, Kind.OFFICE, Kind.POLICY, Kind.BODY, Kind.NAMED_BODY)
LONGEST_NAME: Final = 150


@dataclass(slots=True)
class PolicyMention:
    """A place in the text that names a policy."""

    start: int
    end: int
    label: str
    kind: PolicyKind
    confidence: float
    rule: str


def name_end(doc: Document, start: int) -> int:
    """The end of the free name of a policy that begins at `start`; `start` if none does."""
    end = _run_end(doc, start)
    while start <= end < start + LONGEST_NAME:
        further = _further(doc, start, end)
        if further <= end:
            break
        end = further
    return _trimmed(doc, start, end)


def _trimmed(doc: Document, start: int, end: int) -> int:
    """`end` without words that end no name, if no name in quotation marks follows."""
    if QUOTED.match(doc.text, end):
        return end
    dangling = DANGLING.search(doc.text, max(start, end - LONGEST_TERM), end)
    return dangling.start() if dangling is not None else end


def quoted_end(doc: Document, end: int) -> int:
    """The end of a name whose closing quotation mark ends at `end`."""
    more = BEHIND_QUOTES.match(doc.text, end)
    return with_year(doc, _run_end(doc, more.end()) if more is not None else end)


def with_year(doc: Document, end: int) -> int:
    """The end of a name with the fiscal year behind it."""
    year = FISCAL_YEAR.match(doc.text, end)
    return year.end() if year is not None else end


def begins_name(doc: Document, at: int) -> bool:
    """Whether a name can begin at `at`, behind a space: not with a post, a body or the next clause."""
    first = doc.hit_at(at)
    return not is_kind(first, *NOT_MORE, Kind.AREA) and (cue(first) in ("", "word"))


def _run_end(doc: Document, start: int) -> int:
    """The end of the letters without a space, cut before what is said about the policy.

    A term with a space in it is not cut in two (`โครงการจังหวัดบำบัดทุกข์ บำรุงสุข`).
    """
    lead = COUNTED.match(doc.text, start) or LATIN.match(doc.text, start)
    end = free_end(doc, lead.end() if lead is not None else start, clause_only=True)
    cut = ENDS.search(doc.text, start + 1, end)
    if cut is not None:
        return cut.start()
    near = doc.hits_in(max(start, end - LONGEST_TERM), end)
    return next((hit.end for hit in near if hit.end > end and (cue(hit) == "word" or hit.of(Kind.NAMED_POLICY))), end)


def _further(doc: Document, start: int, end: int) -> int:
    """The end of the next part of the name behind a space; `end` if there is none."""
    for pattern in (GLOSS, NUMBERED, LATIN):
        match = pattern.match(doc.text, end)
        if match is not None:
            return match.end()
    if doc.text.endswith(ASKS_NUMBER, start, end) and (number := NUMBER.match(doc.text, end)):
        return number.end()
    at = _carried(doc, start, end)
    further = _run_end(doc, at) if at > end else end
    return further if further > at else end


def _carried(doc: Document, start: int, end: int) -> int:
    """Where a name that stops at `end` goes on; `end` if it does not."""
    text = doc.text
    more = GOES_ON.match(text, end)
    if more is not None:
        return more.end() if begins_name(doc, more.end()) else end
    if PURPOSE.match(text, end) or _is_list(doc, end):
        return end + 1
    subject = SUBJECT.match(text, end) if is_kind(doc.hit_ending(end), Kind.EVENT) else None
    if subject is not None:
        return subject.end()
    if COUNTED.match(text, end):
        return end + 1
    return end + 1 if _is_royal(text, start, end) else end


def _is_list(doc: Document, at: int) -> bool:
    """Whether a list of names goes on at `at`: none of its parts is a clause (`… เริ่มแล้ว และโครงการ…`)."""
    listed = LISTED.match(doc.text, at)
    if listed is None or not (begins_name(doc, at + 1) and begins_name(doc, listed.end())):
        return False
    return all(cue(hit) not in ("clause", "stop") for hit in doc.hits_in(at, listed.end()))


def _is_royal(text: str, start: int, end: int) -> bool:
    """`…แด่สมเด็จพระเจ้าลูกเธอ เจ้าฟ้าพัชรกิติยาภา`: names of the royal family go on over spaces."""
    return text.startswith(" ", end) and text.startswith(ROYAL, end + 1) and "สมเด็จ" in text[start:end]


@lru_cache(maxsize=1 << 14)
def squeezed(label: str) -> str:
    """What makes two labels one name: letters without spaces, quotation marks, brackets, ฯ, and การ behind the head.

    Letters of one sound are often taken for each other (`ราศีไศล` for `ราษีไศล`, `ทฤษฏี` for `ทฤษฎี`).
    """
    key = label.translate(SOUNDS)
    return NOMINAL.sub(r"\1", key) if key.startswith(NAMED_BY_WORK) else key
