"""Reads plans and measures that are named by what stands behind them: a gloss in brackets, years, a season."""

from __future__ import annotations

import re
from typing import Final

from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Entry, Kind
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.policies.names import GLOSS, KINDS, NOT_NAMES, PolicyMention, name_end

NOT_PLANS: Final = ("ที่", "ไทย", "โบราณ", "จะ", "และประสาน", "ระยะสั้น", "ระยะต้น")
NOT_PLAN_NAMES: Final = NOT_PLANS + tuple(word for word in NOT_NAMES if word not in ("ต่อ", "ระยะ"))
"""What stands behind แผน without being the name of a plan: `แผนที่`, `แพทย์แผนไทย`."""
PLANNING: Final = re.compile(r"(?:วาง|แพทย์)$")
"""Before แผน: somebody plans, or medicine."""
YEARLY: Final = r"ประจำปี(?:งบประมาณ)? ?(?:พ\. ?ศ\. ?)?25\d\d(?! ?[-–])"
BUDDHIST: Final = r"(?:(?:ประจำ)?ปี(?:งบประมาณ)? ?|พ\. ?ศ\. ?){1,3}25\d\d ?[-–] ?(?:25)?\d\d"
CHRISTIAN: Final = r"(?:ปี )?ค\.ศ\. ?20\d\d ?[-–] ?20\d\d"
SPAN: Final = re.compile(rf" ?\(?(?:{YEARLY}|{BUDDHIST}|{CHRISTIAN})\)?")
"""The years of a plan: `พ.ศ. 2564 - 2568`, `(ปี 2566 – 2570)`, `ค.ศ. 2021-2025`."""
SEASON: Final = re.compile(
    r" ?(?:(?:ประจำ)?ปี(?:งบประมาณ|การผลิต)? ?|พ\. ?ศ\. ?)?(?:25\d\d|6\d)(?:/\d\d)?(?!\d)(?! ?[-–] ?\d)"
)
"""The year of a measure: `มาตรการสงกรานต์ 2564`, `มาตรการรองรับฤดูฝนปี 66`."""
YEAR_INSIDE: Final = re.compile(r"ปี$")
APPROVED: Final = re.compile(r"(?:เห็นชอบ|อนุมัติ)(?:ใน)?(?:หลักการ)?$")
NOT_APPROVED: Final = tuple(word for word in NOT_NAMES if word != "ให้")
LEAST_APPROVED: Final = 12
POLICIES: Final = (Kind.POLICY, Kind.NAMED_POLICY)
LEAST: Final = 5


def plan(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`แผนรับมือโดรน (Anti Drone)`, `แผนงานระยะ 5 ปี พ.ศ. 2564 - 2568`: a gloss or years make it a name."""
    if doc.text.startswith(NOT_PLAN_NAMES, hit.end) or PLANNING.search(doc.text, max(0, hit.start - 6), hit.start):
        return None
    end = name_end(doc, hit.end)
    if end - hit.end < LEAST or _tells(doc, hit.end, end):
        return None
    span = SPAN.match(doc.text, end)
    national = doc.text.endswith("แห่งชาติ", hit.end + LEAST, end)
    if span is None and not national and GLOSS.search(doc.text, hit.end + LEAST, end) is None:
        return None
    end = span.end() if span is not None else end
    return PolicyMention(hit.start, end, doc.text[hit.start : end], KINDS[head.id], 0.75, "policy-plan")


def seasonal(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`มาตรการสงกรานต์ 2564`: the year makes measures those of one season."""
    if doc.text.startswith(NOT_NAMES, hit.end):
        return None
    end = name_end(doc, hit.end)
    inside = YEAR_INSIDE.search(doc.text, max(hit.end, end - 2), end)
    year = SEASON.match(doc.text, inside.start() if inside is not None else end)
    if end - hit.end < LEAST or year is None or _tells(doc, hit.end, end):
        return None
    return PolicyMention(
        hit.start, year.end(), doc.text[hit.start : year.end()], KINDS[head.id], 0.7, "policy-seasonal"
    )


def approved(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`เห็นชอบมาตรการส่งเสริมการใช้ผ้าไทย`: what the cabinet approved is one of a name."""
    before = APPROVED.search(doc.text, max(0, hit.start - 20), hit.start)
    if before is None or doc.text.startswith(NOT_APPROVED, hit.end):
        return None
    end = name_end(doc, hit.end)
    if end - hit.end < LEAST_APPROVED:
        return None
    return PolicyMention(hit.start, end, doc.text[hit.start : end], KINDS[head.id], 0.7, "policy-approved")


def _tells(doc: Document, start: int, end: int) -> bool:
    """Whether a clause or another policy stands behind the head (`แผนจะเปิดใช้ทางคู่ขนาน (Service Road)`)."""
    return any(cue(hit) in ("clause", "stop") or is_kind(hit, *POLICIES) for hit in doc.hits_in(start, end))
