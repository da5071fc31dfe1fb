"""Reads laws: acts, decrees, regulations, announcements, orders, by year, number, subject or name alone."""

from __future__ import annotations

import re
from typing import Final

from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Entry, Kind
from lgkg.facts import PolicyKind
from lgkg.reading.document import Document, cue
from lgkg.reading.names import free_end
from lgkg.reading.policies.names import KINDS, NOT_NAMES, PolicyMention, name_end

YEAR: Final = re.compile(r"[ ,]*(?:\(ฉบับที่ ?\d+\) ?)?พ\. ?ศ\.? ?(\d{4})")
DRAFT_YEAR: Final = re.compile(r" ?(?:(\(ฉบับที่ ?(?:[.…]{1,6}|\d{1,2})\)) ?)?พ\. ?ศ\. ?(\.{2,6}|…{1,3})(?![.…\d])")
"""The year of a draft: `(ฉบับที่ ..) พ.ศ. ....`."""
DRAFT: Final = re.compile(r"ร่าง ?$")
LAW_WITH_YEAR: Final = re.compile(
    r"((?:(?! (?:ซึ่ง|โดย|ได้|ที่|จะ|เมื่อ|มี|ว่า(?!ด้วย)))[^\n“”\"]){3,130}?)[ ]*พ\. ?ศ\. ?(\d{4}|[.…]{1,6})(?!\d)"
)
YEAR_BEHIND: Final = re.compile(r"[^\n“”\"]{0,60}?พ\. ?ศ\.? ?(?:\d{4}|[.…]{1,6})")
SUBJECT: Final = re.compile(r"[^\n“”\"]{0,70}?(?:(?<!\d )เรื่อง|ว่าด้วย) ?")
ORDER: Final = re.compile(
    r"[^\n“”\"0-9]{0,100}? ?ที่ ?[0-9.…]{1,6} ?/ ?\d{2,4}(?!\d)"
    r"((?: ?(?:ลงวันที่|สั่ง ?ณ ?วันที่) ?[0-9.…]{1,3} ?[ก-๎.]{3,10} ?(?:พ\.ศ\. ?)?\d{2,4})? ?เรื่อง ?)?"
)
"""The number of an order, with its subject: `คำสั่งกระทรวงมหาดไทย ที่ 12/2565 เรื่อง …`."""
NOT_LAWS: Final = ("ดังกล่าว", "นี้", "ที่เกี่ยวข้อง", "ฉบับ", "กำลัง", "ใช้บังคับ", "มีผล")


def listed_law(doc: Document, hit: Hit, named: Entry) -> PolicyMention | None:
    """`พ.ร.บ.โรงงาน พ.ศ. 2535`; letters glued to it up to a year make it another law (`พ.ร.บ.โรงงานชุมชน พ.ศ. 2570`)."""
    draft = _listed_draft(doc, hit, named)
    if draft is not None:
        return draft
    year = YEAR.match(doc.text, hit.end)
    if year is not None:
        label = f"{named.label} พ.ศ. {year.group(1)}"
        return PolicyMention(hit.start, year.end(), label, KINDS[named.id], 0.95, "law-with-year")
    if doc.text[hit.end : hit.end + 1] not in ("", " ", "\n"):
        longer = _dated(doc, hit.start, hit.end, named.label, KINDS[named.id])
        if longer is not None:
            return longer
    return PolicyMention(hit.start, hit.end, named.label, KINDS[named.id], 0.9, "policy-listed")


def _listed_draft(doc: Document, hit: Hit, named: Entry) -> PolicyMention | None:
    """`ร่าง พ.ร.บ.โรงงาน (ฉบับที่ ..) พ.ศ. ....`: a draft is another law than the act that it amends."""
    word = DRAFT.search(doc.text, max(0, hit.start - 6), hit.start)
    year = DRAFT_YEAR.match(doc.text, hit.end)
    if year is None:
        return None
    number = f" {year.group(1)}" if year.group(1) else ""
    label = f"{'ร่าง' if word else ''}{named.label}{number} พ.ศ. {year.group(2)}"
    start = word.start() if word is not None else hit.start
    return PolicyMention(start, year.end(), label, KINDS[named.id], 0.88, "law-draft")


def law(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`พระราชบัญญัติเทศบาล พ.ศ. 2496`, `พ.ร.บ.การชุมนุมสาธารณะ`."""
    if doc.text.startswith(NOT_LAWS, hit.end):
        return None
    dated = _dated(doc, hit.start, hit.end, head.label, KINDS[head.id])
    if dated is not None:
        return dated
    end = free_end(doc, doc.skip_space(hit.end))
    name = doc.text[hit.end : end].strip()
    if len(name) < 4 or name.startswith(NOT_NAMES):
        return None
    return PolicyMention(hit.start, end, head.label + name, KINDS[head.id], 0.85, "law-named")


def _dated(doc: Document, start: int, at: int, label: str, kind: PolicyKind) -> PolicyMention | None:
    """A law whose name begins with `label` and goes on from `at` to a year; drafts print dots for it."""
    dated = LAW_WITH_YEAR.match(doc.text, at)
    if dated is None or any(_is_legal(hit) for hit in doc.hits_in(at, dated.end(1))):
        return None
    whole = f"{label}{dated.group(1).strip()} พ.ศ. {dated.group(2)}"
    return PolicyMention(start, dated.end(), whole, kind, 0.95, "law-with-year")


def _is_legal(hit: Hit) -> bool:
    """Whether another law or a plan begins with `hit`; the bare word แผน may be part of a law's name."""
    head = hit.of(Kind.POLICY) or hit.of(Kind.NAMED_POLICY)
    return head is not None and head.id in ("law", "strategy") and head.takes != "plan"


def law_about(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`ประกาศกระทรวงมหาดไทย เรื่อง การจัดการมูลฝอย (ฉบับที่ 2) พ.ศ. 2565`."""
    subject = SUBJECT.match(doc.text, hit.end)
    if subject is None or any(cue(h) in ("clause", "stop") for h in doc.hits_in(hit.end, subject.end())):
        return None
    end = name_end(doc, subject.end())
    if end - subject.end() < 4:
        return None
    year = YEAR_BEHIND.match(doc.text, end) if end - subject.end() < 140 else None
    if year is not None:
        end = year.end()
    return PolicyMention(hit.start, end, doc.text[hit.start : end], KINDS[head.id], 0.85, "law-about")


def order(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`คำสั่งนายกรัฐมนตรี ที่ 21/2564 เรื่อง จัดตั้งศูนย์ผลไม้`, `คำสั่งหัวหน้าคณะรักษาความสงบแห่งชาติที่ 36/2559`."""
    number = ORDER.match(doc.text, hit.end)
    if number is None:
        return law_about(doc, hit, head)
    if any(cue(h) in ("clause", "stop") for h in doc.hits_in(hit.end, number.end())):
        return None
    end = name_end(doc, number.end()) if number.group(1) else number.end()
    return PolicyMention(hit.start, end, doc.text[hit.start : end], KINDS[head.id], 0.85, "law-order")


def regulation(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`กฎกระทรวงกำหนดมาตรฐานสวน พ.ศ. 2564`, `กฎกระทรวง ว่าด้วยการขนส่งผลไม้สด`."""
    if doc.text.startswith((" ว่าด้วย", " เรื่อง"), hit.end):
        return law_about(doc, hit, head)
    return _dated(doc, hit.start, hit.end, head.label, KINDS[head.id]) or law_about(doc, hit, head)
