"""Finds named policies: laws, strategies, projects, policies, agreements.

Well-known ones are a closed list; others begin with a word for their kind (`พระราชบัญญัติ`, `โครงการ`) and go on to
the year, the closing quotation mark or the end of the name. Unnamed ones (`โครงการดังกล่าว`) are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Entry, Kind
from lgkg.facts import PolicyKind, Span
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.names import is_area_name
from lgkg.reading.policies.heads import READERS
from lgkg.reading.policies.laws import listed_law
from lgkg.reading.policies.names import FISCAL_YEAR, KINDS, QUOTED, PolicyMention

OF_OFFICE: Final = re.compile(r"(?:นัก|กอง|สำนัก|กลุ่ม|ฝ่าย|ศูนย์|สถาบัน|คณะกรรมการ|กลุ่มงาน)(?:บริหาร|พัฒนา|ติดตาม|ขับเคลื่อน)?$")
"""Before a word for a plan, begins the name of an office: `สำนักบริหารยุทธศาสตร์กลุ่มจังหวัด`."""
COUNT: Final = re.compile(r"(?<!25\d)\d ?$")
AND_QUOTED: Final = re.compile(r" ?และ ?[“\"]([^“”\"\n]{3,120})[”\"]")
FARTHEST: Final = 40
"""How far back, in code points, the name of an office is looked for."""
LOCAL: Final = re.compile(r"[ก-๎]{3,20}?(?:ตำบล|อำเภอ|จังหวัด)([ก-๎]{2,25})(?![ก-๎])(?=( ?(?:อ\.|จ\.|อำเภอ|จังหวัด))?)")
"""The area that makes a well-known project another one: `โครงการยกระดับแปลงใหญ่|ลำไยตำบลชมภู`."""


def policies(doc: Document, inside: Sequence[Span] = ()) -> list[PolicyMention]:
    """All mentions of policies, in the order of the text, none overlapping, none that is part of a name in `inside`."""
    found: list[PolicyMention] = []
    for hit in doc.of_kind(Kind.POLICY, Kind.NAMED_POLICY):
        if found and hit.start < found[-1].end:
            continue
        mention = _read(doc, hit)
        if mention is not None and not _is_part(mention, inside) and not (found and mention.start < found[-1].end):
            found.append(mention)
            found.extend(_also_quoted(doc, mention))
    return found


def _is_part(mention: PolicyMention, names: Sequence[Span]) -> bool:
    """`สำนักบริหารยุทธศาสตร์กลุ่มจังหวัด` names an office, no strategy."""
    at = bisect_right(names, mention.start, key=lambda span: span.start) - 1
    return at >= 0 and mention.kind is not PolicyKind.PROJECT and mention.end <= names[at].end


def _also_quoted(doc: Document, first: PolicyMention) -> list[PolicyMention]:
    """`โครงการ “…” และ “…”`: the second of one head."""
    if first.rule != "policy-in-quotes":
        return []
    second = AND_QUOTED.match(doc.text, first.end)
    if second is None:
        return []
    label = f"{QUOTED.split(first.label)[0]} “{second.group(1)}”"
    return [PolicyMention(second.start(1) - 1, second.end(), label, first.kind, 0.8, first.rule)]


def _read(doc: Document, hit: Hit) -> PolicyMention | None:
    named = hit.of(Kind.NAMED_POLICY)
    if named is not None:
        return _listed(doc, hit, named)
    head = hit.of(Kind.POLICY)
    if head is None or _is_counted(doc, hit) or (head.id != "project" and _is_of_office(doc, hit)):
        return None
    return READERS[head.takes](doc, hit, head)


def _listed(doc: Document, hit: Hit, named: Entry) -> PolicyMention | None:
    """A well-known policy; a law keeps the year that the text prints, and weak names need quotation marks or a head."""
    if named.weak and not _is_supported(doc, hit):
        return None
    if named.id == "law":
        return listed_law(doc, hit, named)
    local = _local(doc, hit, named)
    if local is not None:
        return local
    spanned = FISCAL_YEAR.match(doc.text, hit.end)
    end = spanned.end() if spanned is not None else hit.end
    label = named.label + " " + spanned.group().strip() if spanned is not None else named.label
    return PolicyMention(hit.start, end, label, KINDS[named.id], 0.88, "policy-listed")


def _local(doc: Document, hit: Hit, named: Entry) -> PolicyMention | None:
    """`โครงการยกระดับแปลงใหญ่ลำไยตำบลชมภู`: a well-known project for one crop of one area is another one."""
    further = LOCAL.match(doc.text, hit.end) if doc.text.startswith("โครงการ", hit.start) else None
    if (
        further is None
        or not (further.group(2) or is_area_name(further.group(1)))
        or cue(doc.hit_at(hit.end)) not in ("", "word")
    ):
        return None
    end = further.end()
    return PolicyMention(hit.start, end, doc.text[hit.start : end], KINDS[named.id], 0.8, "policy-local")


def _is_supported(doc: Document, hit: Hit) -> bool:
    """Whether a weak name stands in quotation marks or behind a word for its kind."""
    before = doc.hit_ending(hit.start) or doc.hit_ending(hit.start - 1)
    return doc.text.startswith(("“", '"', "‘", "'"), max(0, hit.start - 1)) or is_kind(before, Kind.POLICY)


def _is_counted(doc: Document, hit: Hit) -> bool:
    """`2,765 โครงการ` counts projects, it names none; `ปี 2565 แผน…` counts none."""
    return COUNT.search(doc.text, max(0, hit.start - 6), hit.start) is not None


def _is_of_office(doc: Document, hit: Hit) -> bool:
    """`สำนักบริหารยุทธศาสตร์กลุ่มจังหวัด`: the word for a plan is part of the name of an office."""
    return OF_OFFICE.search(doc.text, max(0, hit.start - FARTHEST), hit.start) is not None
