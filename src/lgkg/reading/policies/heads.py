"""Reads the policy behind a word for its kind: a free name, one in quotation marks, in Latin letters, with a number."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lgkg.domain.lexicon import Hit
from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Entry, Kind, terms
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.policies.laws import law, law_about, order, regulation
from lgkg.reading.policies.names import (
    FISCAL_YEAR,
    GLOSS,
    KINDS,
    LATIN,
    NOT_NAMES,
    QUOTED,
    PolicyMention,
    begins_name,
    name_end,
    quoted_end,
    squeezed,
    with_year,
)
from lgkg.reading.policies.plans import approved, plan, seasonal

NAME_START: Final = re.compile(r"(?!\d{1,2}[.)])[ก-๎A-Z0-9]")
NOT_ENDS: Final = ("นี้", "ดังกล่าว", "ข้างต้น", "นั้น")
INITIALS: Final = re.compile(r" ?(?:\d{1,2} ?(?:[ก-ฮ]\.?(?![ก-๎])|Rs)|(?!COVID)[A-Z]{2,}[A-Z0-9-]*(?![A-Za-z]))")
"""A name of capitals or of a digit and a letter: `นโยบาย MIND`, `หลัก 3ช`."""
WORDS: Final = re.compile(rf"(?! ?[A-Z][A-Za-z-]*(?![A-Za-z-])(?! [A-Za-z])){LATIN.pattern}")
"""A name of two or more words in Latin letters: `นโยบาย Quick Win`."""
PER_UNIT: Final = re.compile(r" ?(\d{1,3}) [ก-๎.]{2,20} \1 ?(?=[ก-๎])")
"""`นโยบาย 1 อำเภอ 1 ตลาดผลไม้`."""
OPENED: Final = re.compile(r" ?[“\"](?=[ก-๎A-Z0-9])")
MAY_BEGIN: Final = phrases("begins_policy")
NOT_ALONE: Final = phrases("not_policy_alone")
CLOSED: Final = re.compile(r"[^“”\"‘’\n]{6,120}(?=[”\"’])")
MODEL: Final = re.compile(r"[“\"‘]([ก-๎A-Z][^“”\"‘’\n]+)$")
LONGEST_LINE: Final = 400
"""How far back, in code points, a line is searched for the quotation marks before another."""
WORKS: Final = re.compile("(?:" + "|".join(phrases("works")) + ")[ก-๎]{3}")
"""What is built has a short name: `โครงการฝายหัวนา`, `โครงการสะพานสารสิน`."""
LATIN_WORDS: Final = re.compile(r" [A-Z][A-Za-z0-9&'-]* (?=[A-Z][a-z])")
AGREED: Final = re.compile(r" ?\((?:MOU|MoU|M\.O\.U\.|LOI|MOA)\) ?(?:ว่าด้วย|เรื่อง)? ?(?=[ก-๎“\"])")
"""What stands between an agreement and its title: `บันทึกข้อตกลงความร่วมมือ (MOU)| การพัฒนาสวน`."""
LONGEST_MODEL: Final = 40
LEAST: Final = {"short": 4, "name": 9, "long": 12, "yearly": 12}
"""The shortest free name behind a head, in code points."""


def _name(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`โครงการ “บ้านนี้มีรัก ปลูกผักกินเอง”`, `โครงการบ้านพอเพียง ประจำปี 2565`."""
    quoted = (
        _quoted(doc, hit, head)
        or _agreed(doc, hit, head)
        or (_within_quotes(doc, hit, head) if head.id != "project" else None)
    )
    if quoted is not None:
        return quoted
    start = _name_start(doc, hit.end, head)
    end = name_end(doc, start)
    least = LEAST.get(head.takes, 9)
    tail = QUOTED.match(doc.text, end)
    if tail is not None:
        least, end = 0, quoted_end(doc, tail.end())
    elif (head.id == "strategy" and FISCAL_YEAR.match(doc.text, end)) or _is_work(doc, start, head):
        least = 4
    name = doc.text[start:end]
    if len(name) < least or not _is_name(name) or _is_clause(doc, start):
        return None
    return _told(doc, hit.start, with_year(doc, end), name, head, 0.75, "policy-named")


def _is_work(doc: Document, start: int, head: Entry) -> bool:
    """`โครงการฝายหัวนา`: what is built may have a short name."""
    return head.id == "project" and WORKS.match(doc.text, start) is not None


def _yearly(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567`: the year alone names it."""
    end = with_year(doc, hit.end)
    if end == hit.end:
        return _name(doc, hit, head)
    return PolicyMention(hit.start, end, doc.text[hit.start : end], KINDS[head.id], 0.75, "policy-yearly")


def _name_start(doc: Document, at: int, head: Entry) -> int:
    """Where a name begins behind its head that ends at `at`; perhaps behind a space (`โครงการ Health Link`).

    An opening quotation mark that is never closed is passed over, and words in Latin letters may be a body's
    (`โครงการ PEA Go Green`). Behind a space การ… begins no strategy, but the
    next of a list (`แผนงาน ยุทธศาสตร์ การติดตามผล`).
    """
    agreed = AGREED.match(doc.text, at) if head.id == "agreement" else None
    if agreed is not None and _begins_title(doc, agreed.end()):
        at = agreed.end()
    opened = OPENED.match(doc.text, at)
    if opened is not None:
        return opened.end()
    if LATIN_WORDS.match(doc.text, at):
        return at + 1
    if not doc.text.startswith(" ", at) or not begins_name(doc, at + 1):
        return at
    return at if head.id == "strategy" and doc.text.startswith("การ", at + 1) else at + 1


def _begins_title(doc: Document, at: int) -> bool:
    """Whether the title of an agreement can begin at `at`, not the name of a project that it is about."""
    return begins_name(doc, at) and not is_kind(doc.hit_at(at), Kind.NAMED_POLICY)


def _is_clause(doc: Document, at: int) -> bool:
    """Whether a clause begins at `at`; จัด… may begin a name (`โครงการจัดงานวันเด็ก`)."""
    return cue(doc.hit_at(at)) in ("clause", "stop") and not doc.text.startswith("จัด", at)


def _is_name(name: str) -> bool:
    """Whether `name` may be one, not `ต่าง ๆ` or `ก่อสร้าง` alone; `รวม` begins none, but `รวมพลัง` may."""
    if not NAME_START.match(name) or name.endswith(NOT_ENDS) or name.strip() in NOT_ALONE:
        return False
    return not name.startswith(NOT_NAMES) or name.startswith(MAY_BEGIN)


def _quoted(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`นโยบาย “สวนปลอดภัย”`, `“ยุทธการพิทักษ์สวน”`."""
    quoted = QUOTED.match(doc.text, hit.end)
    if quoted is None:
        return _within_quotes(doc, hit, head) if head.id == "project" else None
    end = quoted_end(doc, quoted.end())
    return _told(doc, hit.start, end, quoted.group(1), head, 0.85, "policy-in-quotes")


def _enclosed(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`“ยุทธศาสตร์สวนครัว เพื่อชาวสวน”`; of projects, `_quoted` has looked at that."""
    return _within_quotes(doc, hit, head) if head.id != "project" else None


def _agreed(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`บันทึกข้อตกลง (MOU) ว่าด้วย “ความร่วมมือในสวน”`."""
    agreed = AGREED.match(doc.text, hit.end) if head.id == "agreement" else None
    quoted = QUOTED.match(doc.text, agreed.end()) if agreed is not None else None
    if quoted is None:
        return None
    return _told(doc, hit.start, quoted.end(), quoted.group(1), head, 0.85, "policy-in-quotes")


def _within_quotes(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`“โครงการสร้างเสริมสุขภาพ เพื่อชาวสวน”`: the quotation marks say where the name ends."""
    opened = doc.text[hit.start - 1 : hit.start]
    if opened not in ("“", "‘") and not (opened == '"' and _is_opening(doc.text, hit.start - 1)):
        return None
    closed = CLOSED.match(doc.text, hit.end)
    if closed is None or not _is_name(closed.group().strip()) or _is_clause(doc, hit.end):
        return None
    return _told(doc, hit.start, closed.end(), closed.group(), head, 0.85, "policy-in-quotes")


def _model(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`“ส้มซ่าโมเดล”`, `ลำปางโมเดล`: the word for the kind stands behind the name."""
    province = doc.hit_ending(hit.start)
    quoted = MODEL.search(doc.text, max(0, hit.start - LONGEST_MODEL), hit.start)
    if quoted is not None and doc.text.startswith(("”", '"', "’"), hit.end):
        start = quoted.start(1)
    elif province is not None and is_kind(province, Kind.PROVINCE):
        start = province.start
    else:
        return _coded(doc, hit, head)
    return PolicyMention(start, hit.end, doc.text[start : hit.end], KINDS[head.id], 0.75, "policy-model")


def _is_opening(text: str, at: int) -> bool:
    """Whether the straight quotation mark at `at` opens: an even number stands before it in the line."""
    line = text.rfind("\n", max(0, at - LONGEST_LINE), at) + 1
    return text.count('"', max(line, at - LONGEST_LINE), at) % 2 == 0


def _coded(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`นโยบาย “สวนปลอดภัย”`, `นโยบาย MIND`, `นโยบาย Quick Win`, `นโยบาย 1 อำเภอ 1 ตลาดผลไม้`."""
    if PER_UNIT.match(doc.text, hit.end):
        return _name(doc, hit, head)
    return _latin(doc, hit, head, WORDS) or _initials(doc, hit, head)


def _initials(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`หลัก “ยาไทย”`, `หลัก 3ช (3Rs)`."""
    return _latin(doc, hit, head, INITIALS) or _quoted(doc, hit, head)


def _measure(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`มาตรการ “สวนปลอดภัย”`, `มาตรการ MIND`, `มาตรการสงกรานต์ 2564`, `เห็นชอบมาตรการ…`."""
    return _coded(doc, hit, head) or seasonal(doc, hit, head) or approved(doc, hit, head)


def _latin(doc: Document, hit: Hit, head: Entry, pattern: re.Pattern[str]) -> PolicyMention | None:
    name = pattern.match(doc.text, hit.end)
    if name is None:
        return None
    gloss = GLOSS.match(doc.text, name.end())
    end = gloss.end() if gloss is not None else name.end()
    return _told(doc, hit.start, end, doc.text[hit.start : name.end()], head, 0.7, "policy-coded")


def _told(
    doc: Document, start: int, end: int, name: str, head: Entry, confidence: float, rule: str
) -> PolicyMention | None:
    """The mention of a name behind its head, under its usual label if it is a well-known one."""
    known = _known_as(name, head, quoted=rule == "policy-in-quotes")
    if known is not None:
        return PolicyMention(start, end, known.label, KINDS[known.id], 0.88, "policy-listed")
    return PolicyMention(start, end, doc.text[start:end], KINDS[head.id], confidence, rule)


def _known_as(name: str, head: Entry, *, quoted: bool) -> Entry | None:
    """The well-known policy that `name` names: one of the kind of its head, or any if in quotation marks.

    An agreement named after a policy (`บันทึกข้อตกลง “โคก หนอง นา”`) is another.
    """
    inner = QUOTED.search(name)
    known = _known().get(squeezed(name)) or (_known().get(squeezed(inner.group(1))) if inner is not None else None)
    if known is None or known.id == head.id or (quoted and head.id != "agreement"):
        return known
    return None


@cache
def _known() -> dict[str, Entry]:
    """The well-known policies by their squeezed names."""
    return {
        squeezed(spelling): entry
        for spelling, entries in terms().items()
        for entry in entries
        if entry.kind is Kind.NAMED_POLICY
    }


READERS: Final = {
    "law": law,
    "about": law_about,
    "dated": regulation,
    "order": order,
    "name": _name,
    "long": _name,
    "yearly": _yearly,
    "short": _name,
    "quoted": _quoted,
    "coded": _coded,
    "plan": plan,
    "measure": _measure,
    "initials": _initials,
    "model": _model,
}
"""How a policy is named behind its head, by `takes` of the table of heads."""
