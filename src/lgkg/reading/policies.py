"""Finds named policies: laws, strategies, projects, policies, agreements.

Well-known ones are a closed list; others begin with a word for their kind (`พระราชบัญญัติ`, `โครงการ`) and go on to
the year, the closing quotation mark or the end of the name. Unnamed ones (`โครงการดังกล่าว`) are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Entry, Kind
from lgkg.facts import Policy, PolicyKind
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.names import free_end
from lgkg.tables import table

KINDS = {
    "law": PolicyKind.LAW,
    "strategy": PolicyKind.STRATEGY,
    "project": PolicyKind.PROJECT,
    "policy": PolicyKind.STATEMENT,
    "agreement": PolicyKind.AGREEMENT,
}
YEAR = re.compile(r"[ ,]*(?:\(ฉบับที่ ?\d+\) ?)?พ\. ?ศ\.? ?(\d{4})")
LAW_WITH_YEAR = re.compile(r"([^\n“”\"]{3,130}?)[ ]*พ\. ?ศ\.? ?(\d{4})")
YEAR_BEHIND = re.compile(r"[^\n“”\"]{0,60}?พ\. ?ศ\.? ?\d{4}")
QUOTED = re.compile(r" ?[“\"‘']([^“”\"\n]{3,120})[”\"’']")
FISCAL_YEAR = re.compile(
    r" ?(?:(?:ประจำ)?(?:ปีงบประมาณ|ปี) ?(?:พ\. ?ศ\.? ?)?\d{4}(?: ?[-–] ?\d{4})?|พ\. ?ศ\.? ?\d{4} ?[-–] ?\d{4}"
    r"|\(พ\. ?ศ\.? ?\d{4} ?[-–] ?\d{4}\))"
)
"""The year of a project or the span of a plan: `ประจำปีงบประมาณ พ.ศ. 2567`, `พ.ศ. 2566-2570`."""
SUBJECT = re.compile(r"[^\n“”\"]{0,70}?(?:เรื่อง|ว่าด้วย) ?")
GOES_ON = re.compile(r" (?:และ ?|เพื่อ(?!ให้)|[-–] ?|(?=[ก-๎]{4,30} และ))")
"""What carries a name on over a space: `ยุทธศาสตร์ป้องกัน และควบคุม…`, `หลักเกณฑ์ วิธีการ และเงื่อนไข…`."""
LONGEST_NAME = 150
NOT_MORE = (Kind.TITLE, Kind.OFFICE, Kind.POLICY, Kind.BODY, Kind.NAMED_BODY)
NAME_START = re.compile(r"[ก-๎A-Z0-9]")
NOT_ENDS = ("นี้", "ดังกล่าว", "ข้างต้น", "นั้น")
NOT_NAMES = tuple(row["th"] for row in table("not_names"))


@dataclass(frozen=True, slots=True)
class PolicyMention:
    """A place in the text that names a policy; `listed` says that its label is that of a well-known one."""

    start: int
    end: int
    label: str
    kind: PolicyKind
    confidence: float
    rule: str
    listed: bool = False


def policies(doc: Document) -> list[PolicyMention]:
    """All mentions of policies, in the order of the text, none overlapping."""
    found: list[PolicyMention] = []
    for hit in doc.of_kind(Kind.POLICY, Kind.NAMED_POLICY):
        if found and hit.start < found[-1].end:
            continue
        mention = _read(doc, hit)
        if mention is not None:
            found.append(mention)
            found.extend(_also_quoted(doc, mention))
    return found


def merged(doc: Document, found: list[PolicyMention]) -> tuple[Policy, ...]:
    """Each policy once, under its longest name; shorter forms of the same are variants."""
    made = []
    for group in _groups(found):
        first = min(group, key=lambda m: m.start)
        best = min(group, key=lambda m: (-len(m.label), m.start))
        printed = (doc.text[m.start : m.end] for m in sorted(group, key=lambda m: m.start))
        variants = tuple(dict.fromkeys(form for form in printed if _key(form) != _key(best.label)))
        evidence = doc.sentence_evidence(first.start, first.end, best.confidence, best.rule)
        made.append(Policy(best.label, best.kind, variants, evidence))
    return tuple(made)


def _groups(found: list[PolicyMention]) -> list[list[PolicyMention]]:
    """The mentions of each policy, in the order of the text.

    Listed ones are one policy by their label; of others, those of a kind whose name begins alike up to the end of the
    shorter, and those with the same words in quotation marks.
    """
    groups: dict[tuple[str, str], list[PolicyMention]] = {}
    longer: dict[PolicyKind, str] = {}
    for mention in sorted(found, key=lambda m: _key(m.label), reverse=True):
        quoted = QUOTED.search(mention.label)
        if mention.listed:
            name = ("listed", mention.label)
        elif quoted is not None:
            name = ("quoted", _key(quoted.group(1)))
        else:
            before = longer.get(mention.kind, "")
            if not before.startswith(_key(mention.label)):
                longer[mention.kind] = _key(mention.label)
            name = (mention.kind, longer[mention.kind])
        groups.setdefault(name, []).append(mention)
    return sorted(groups.values(), key=lambda g: min(m.start for m in g))


def _also_quoted(doc: Document, first: PolicyMention) -> list[PolicyMention]:
    """`โครงการ “…” และ “…”`: the second of one head."""
    if first.rule != "policy-in-quotes":
        return []
    second = re.compile(r" ?และ ?[“\"]([^“”\"\n]{3,120})[”\"]").match(doc.text, first.end)
    if second is None:
        return []
    label = f"{QUOTED.split(first.label)[0]} “{second.group(1)}”"
    return [PolicyMention(second.start(1) - 1, second.end(), label, first.kind, 0.8, first.rule)]


def _key(label: str) -> str:
    return re.sub(r"[\s“”\"'‘’()]+", "", label)


def _read(doc: Document, hit: Hit) -> PolicyMention | None:
    named = hit.of(Kind.NAMED_POLICY)
    if named is not None:
        return _listed(doc, hit, named)
    head = hit.of(Kind.POLICY)
    if head is None or _is_counted(doc, hit):
        return None
    read = {"law": _law, "about": _about, "name": _name, "quoted": _quoted, "long": _name}[head.takes]
    return read(doc, hit, head)


def _listed(doc: Document, hit: Hit, named: Entry) -> PolicyMention | None:
    """A well-known policy; a law keeps the year that the text prints, and weak names need quotation marks."""
    if named.weak and not doc.text.startswith(("“", '"', "‘", "'"), max(0, hit.start - 1)):
        return None
    year = YEAR.match(doc.text, hit.end) if named.id == "law" else None
    if year is not None:
        label = f"{named.label} พ.ศ. {year.group(1)}"
        return PolicyMention(hit.start, year.end(), label, KINDS[named.id], 0.95, "law-with-year", listed=True)
    spanned = FISCAL_YEAR.match(doc.text, hit.end) if named.id != "law" else None
    if spanned is not None:
        label = named.label + " " + spanned.group().strip()
        return PolicyMention(hit.start, spanned.end(), label, KINDS[named.id], 0.9, "policy-listed", listed=True)
    return PolicyMention(hit.start, hit.end, named.label, KINDS[named.id], 0.9, "policy-listed", listed=True)


def _is_counted(doc: Document, hit: Hit) -> bool:
    """`2,765 โครงการ` counts projects, it names none."""
    return bool(re.compile(r"\d ?$").search(doc.text[max(0, hit.start - 2) : hit.start]))


def _law(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`พระราชบัญญัติเทศบาล พ.ศ. 2496`, `พ.ร.บ.การชุมนุมสาธารณะ`."""
    dated = LAW_WITH_YEAR.match(doc.text, hit.end)
    if dated and not any(h.of(Kind.POLICY) for h in doc.hits_in(hit.end, dated.end(1))):
        label = f"{head.label}{dated.group(1).strip()} พ.ศ. {dated.group(2)}"
        return PolicyMention(hit.start, dated.end(), label, KINDS[head.id], 0.95, "law-with-year")
    end = free_end(doc, doc.skip_space(hit.end))
    name = doc.text[hit.end : end].strip()
    if len(name) < 4 or name.startswith(NOT_NAMES):
        return None
    return PolicyMention(hit.start, end, head.label + name, KINDS[head.id], 0.85, "law-named")


def _about(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`ประกาศกระทรวงมหาดไทย เรื่อง การจัดการมูลฝอย (ฉบับที่ 2) พ.ศ. 2565`."""
    subject = SUBJECT.match(doc.text, hit.end)
    if subject is None:
        return None
    end = _name_end(doc, subject.end())
    if end - subject.end() < 4:
        return None
    year = YEAR_BEHIND.match(doc.text, end) if end - subject.end() < 140 else None
    if year is not None:
        end = year.end()
    return PolicyMention(hit.start, end, doc.text[hit.start : end], KINDS[head.id], 0.85, "law-about")


def _name(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    """`โครงการ “บ้านนี้มีรัก ปลูกผักกินเอง”`, `โครงการบ้านพอเพียง ประจำปี 2565`."""
    quoted = _quoted(doc, hit, head)
    if quoted is not None:
        return quoted
    end = _name_end(doc, hit.end)
    name = doc.text[hit.end : end]
    least = 12 if head.takes == "long" else 9
    tail = QUOTED.match(doc.text, end)
    if tail is not None:
        least, end = 0, tail.end()
    if len(name) < least or name.startswith(NOT_NAMES) or cue(doc.hit_at(hit.end)) in ("clause", "stop"):
        return None
    if not name or not NAME_START.match(name.strip()) or name.endswith(NOT_ENDS):
        return None
    year = FISCAL_YEAR.match(doc.text, end)
    if year is not None:
        end = year.end()
    return PolicyMention(hit.start, end, doc.text[hit.start : end], KINDS[head.id], 0.8, "policy-named")


def _name_end(doc: Document, start: int) -> int:
    """The end of a policy's name, which goes on over spaces before และ, เพื่อ and dashes."""
    end = free_end(doc, start, clause_only=True)
    while start < end < start + LONGEST_NAME and (match := GOES_ON.match(doc.text, end)):
        further = free_end(doc, match.end(), clause_only=True)
        if further <= match.end() or is_kind(doc.hit_at(match.end()), *NOT_MORE):
            break
        end = further
    return end


def _quoted(doc: Document, hit: Hit, head: Entry) -> PolicyMention | None:
    quoted = QUOTED.match(doc.text, hit.end)
    if quoted is None:
        return None
    year = FISCAL_YEAR.match(doc.text, quoted.end())
    end = year.end() if year is not None else quoted.end()
    label = doc.text[hit.start : end]
    return PolicyMention(hit.start, end, label, KINDS[head.id], 0.85, "policy-in-quotes")
