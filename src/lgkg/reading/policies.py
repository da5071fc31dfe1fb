"""Finds named policies: laws, strategies, projects, policies, agreements.

Well-known ones are a closed list; others begin with a word for their kind (`พระราชบัญญัติ`, `โครงการ`) and go on to
the year, the closing quotation mark or the end of the name. Unnamed ones (`โครงการดังกล่าว`) are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Entry, Kind, terms
from lgkg.facts import PolicyKind, Span
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.policy_laws import law, law_about, listed_law, order, regulation
from lgkg.reading.policy_names import (
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
from lgkg.reading.policy_plans import plan, seasonal

NAME_START = re.compile(r"(?!\d{1,2}[.)])[ก-๎A-Z0-9]")
NOT_ENDS = ("นี้", "ดังกล่าว", "ข้างต้น", "นั้น")
INITIALS = re.compile(r" ?(?:\d ?(?:[ก-ฮ]\.?(?![ก-๎])|Rs)|(?!COVID)[A-Z]{2,}[A-Z0-9-]*(?![A-Za-z]))")
"""A name of capitals or of a digit and a letter: `นโยบาย MIND`, `หลัก 3ช`."""
WORDS = re.compile(rf"(?! ?[A-Z][A-Za-z-]*(?![A-Za-z-])(?! [A-Za-z])){LATIN.pattern}")
"""A name of two or more words in Latin letters: `นโยบาย Quick Win`."""
OF_OFFICE = re.compile(r"(?:นัก|กอง|สำนัก|กลุ่ม|ฝ่าย|ศูนย์|สถาบัน|คณะกรรมการ|กลุ่มงาน)(?:บริหาร|พัฒนา|ติดตาม|ขับเคลื่อน)?$")
"""Before a word for a plan, begins the name of an office: `สำนักบริหารยุทธศาสตร์กลุ่มจังหวัด`."""
OPENED = re.compile(r" ?[“\"](?=[ก-๎A-Z0-9])")
COUNT = re.compile(r"(?<!25\d)\d ?$")
CLOSED = re.compile(r"[^“”\"‘’\n]{6,120}(?=[”\"’])")
LONGEST_MODEL = 40
MODEL = re.compile(r"[“\"‘]([ก-๎A-Z][^“”\"‘’\n]+)$")
LONGEST_LINE = 400
"""How far back, in code points, a line is searched for the quotation marks before another."""
LEAST = {"short": 4, "name": 9, "long": 12, "yearly": 12}
"""The shortest free name behind a head, in code points."""


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
    second = re.compile(r" ?และ ?[“\"]([^“”\"\n]{3,120})[”\"]").match(doc.text, first.end)
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
    spanned = FISCAL_YEAR.match(doc.text, hit.end)
    end = spanned.end() if spanned is not None else hit.end
    label = named.label + " " + spanned.group().strip() if spanned is not None else named.label
    return PolicyMention(hit.start, end, label, KINDS[named.id], 0.88, "policy-listed")


def _is_supported(doc: Document, hit: Hit) -> bool:
    """Whether a weak name stands in quotation marks or behind a word for its kind."""
    before = doc.hit_ending(hit.start) or doc.hit_ending(hit.start - 1)
    return doc.text.startswith(("“", '"', "‘", "'"), max(0, hit.start - 1)) or is_kind(before, Kind.POLICY)


def _is_counted(doc: Document, hit: Hit) -> bool:
    """`2,765 โครงการ` counts projects, it names none; `ปี 2565 แผน…` counts none."""
    return COUNT.search(doc.text, max(0, hit.start - 6), hit.start) is not None


def _is_of_office(doc: Document, hit: Hit) -> bool:
    """`สำนักบริหารยุทธศาสตร์กลุ่มจังหวัด`: the word for a plan is part of the name of an office."""
    return OF_OFFICE.search(doc.text, max(0, hit.start - LONGEST_MODEL), hit.start) is not None


def _name(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`โครงการ “บ้านนี้มีรัก ปลูกผักกินเอง”`, `โครงการบ้านพอเพียง ประจำปี 2565`."""
    quoted = _quoted(doc, hit, head) or (_within_quotes(doc, hit, head) if head.id != "project" else None)
    if quoted is not None:
        return quoted
    start = _name_start(doc, hit.end, head)
    end = name_end(doc, start)
    least = LEAST[head.takes]
    tail = QUOTED.match(doc.text, end)
    if tail is not None:
        least, end = 0, quoted_end(doc, tail.end())
    elif head.id == "strategy" and FISCAL_YEAR.match(doc.text, end):
        least = 4
    name = doc.text[start:end]
    if len(name) < least or not _is_name(name) or _is_clause(doc, start):
        return None
    return _told(doc, hit.start, with_year(doc, end), name, head, 0.75, "policy-named")


def _yearly(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567`: the year alone names it."""
    end = with_year(doc, hit.end)
    if end == hit.end:
        return _name(doc, hit, head)
    return PolicyMention(hit.start, end, doc.text[hit.start : end], KINDS[head.id], 0.75, "policy-yearly")


def _name_start(doc: Document, at: int, head: Entry) -> int:
    """Where a name begins behind its head that ends at `at`; perhaps behind a space (`โครงการ Health Link`).

    An opening quotation mark that is never closed is passed over. Behind a space การ… begins no strategy, but the
    next of a list (`แผนงาน ยุทธศาสตร์ การติดตามผล`).
    """
    opened = OPENED.match(doc.text, at)
    if opened is not None:
        return opened.end()
    if not doc.text.startswith(" ", at) or not begins_name(doc, at + 1):
        return at
    return at if head.id == "strategy" and doc.text.startswith("การ", at + 1) else at + 1


def _is_clause(doc: Document, at: int) -> bool:
    """Whether a clause begins at `at`; จัด… may begin a name (`โครงการจัดงานวันเด็ก`)."""
    return cue(doc.hit_at(at)) in ("clause", "stop") and not doc.text.startswith("จัด", at)


def _is_name(name: str) -> bool:
    return bool(NAME_START.match(name)) and not name.startswith(NOT_NAMES) and not name.endswith(NOT_ENDS)


def _quoted(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`นโยบาย “สวนปลอดภัย”`, `“ยุทธการพิทักษ์สวน”`."""
    quoted = QUOTED.match(doc.text, hit.end)
    if quoted is None:
        return _within_quotes(doc, hit, head) if head.id == "project" else None
    end = quoted_end(doc, quoted.end())
    return _told(doc, hit.start, end, quoted.group(1), head, 0.85, "policy-in-quotes")


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
    """`นโยบาย “สวนปลอดภัย”`, `นโยบาย MIND`, `นโยบาย Quick Win`."""
    return _latin(doc, hit, head, WORDS) or _initials(doc, hit, head)


def _initials(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`หลัก “ยาไทย”`, `หลัก 3ช (3Rs)`."""
    return _latin(doc, hit, head, INITIALS) or _quoted(doc, hit, head)


def _measure(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`มาตรการ “สวนปลอดภัย”`, `มาตรการ MIND`, `มาตรการสงกรานต์ 2564`."""
    return _coded(doc, hit, head) or seasonal(doc, hit, head)


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


READERS = {
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
