"""Which mentions are one policy: short and long forms, with and without quotation marks."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from operator import attrgetter
from typing import Final

from lgkg.facts import Policy, PolicyKind
from lgkg.reading.document import Document
from lgkg.reading.policies.names import FISCAL_YEAR, QUOTED, PolicyMention, squeezed

ABBREVIATED: Final = re.compile(r"^(?:[ก-๎]+ ?)?(?:[A-Z][A-Z0-9a-z-]{0,4}[A-Z0-9]s?|[ก-ฮ]{1,5}\.[ก-ฮ.]*)$")
"""A name that is an abbreviation, perhaps behind a word for its kind: `SDGs`, `มาตรฐาน GAP`, `ศพก.`."""
HEAD: Final = re.compile("^(?:โครงการ|นโยบาย|มาตรการ|หลักการ|หลัก|แนวทาง|แนวคิด|ยุทธศาสตร์|ปฏิบัติการ|ยุทธการ|แคมเปญ|ระบบ|การ)")
"""A word for a kind, with which a name is written or without."""
ALIKE: Final = 0.8
"""How alike two spellings of one name are."""
_START: Final = attrgetter("start")


def merged(doc: Document, found: list[PolicyMention]) -> tuple[Policy, ...]:
    """Each policy once, under its longest name; shorter forms of the same are variants."""
    made = []
    for group in _groups(found):
        first = group[0]
        best = min(group, key=lambda m: (-len(m.label), m.start))
        printed = [doc.text[m.start : m.end] for m in group]
        label = _own_name(best, printed) or best.label
        variants = tuple(dict.fromkeys(form for form in printed if squeezed(form) != squeezed(label)))
        evidence = doc.sentence_evidence(first.start, first.end, best.confidence, best.rule)
        made.append(Policy(label, best.kind, variants, evidence))
    return tuple(made)


def _own_name(best: PolicyMention, printed: list[str]) -> str:
    """The text's own name of a well-known policy (`บัตรทอง`), if it prints no form of the official label.

    An abbreviation (`SDGs`) has none: it stands for the official label.
    """
    if best.rule != "policy-listed" or best.kind is PolicyKind.LAW or any(_is_form(f, best.label) for f in printed):
        return ""
    return max(printed, key=len)


def _is_form(printed: str, official: str) -> bool:
    """Whether `printed` is a spelling, a part or an abbreviation of `official`, not another name (`Thailand 4.0`)."""
    spelt, full = squeezed(printed).casefold(), squeezed(official).casefold()
    name, label = HEAD.sub("", spelt), HEAD.sub("", full)
    if ABBREVIATED.search(printed) or label in name or (name in label and not name.isascii()):
        return True
    return SequenceMatcher(None, spelt, full, autojunk=False).ratio() >= ALIKE


def _groups(found: list[PolicyMention]) -> list[list[PolicyMention]]:
    """The mentions of each policy, in the order of the text: those whose names begin alike, or quote the same words."""
    groups: dict[str, list[PolicyMention]] = {}
    quoted: dict[str, str] = {}
    longer, local = "", False
    names = {mention.start: _name(mention) for mention in found}
    for mention in sorted(found, key=lambda m: (names[m.start], m.start), reverse=True):
        name = names[mention.start]
        if not longer.startswith(name) or (local and name != longer):
            longer, local = name, mention.rule == "policy-local"
        inner = QUOTED.search(mention.label)
        home = quoted.setdefault(squeezed(inner.group(1)), longer) if inner is not None else longer
        groups.setdefault(home, []).append(mention)
    return sorted((sorted(group, key=_START) for group in _folded(groups)), key=lambda group: group[0].start)


def _name(mention: PolicyMention) -> str:
    """What makes two mentions one policy; the rounds of a project in several years are one."""
    label = mention.label
    if mention.kind is PolicyKind.PROJECT:
        label = FISCAL_YEAR.sub("", label)
    return squeezed(label)


def _folded(groups: dict[str, list[PolicyMention]]) -> list[list[PolicyMention]]:
    """Well-known concepts are put to the policies named after them: `โคก หนอง นา` to `“โคก หนอง นา แห่งความหวัง”`."""
    holders = {home: _named_after(group) for home, group in groups.items()}
    for home in [home for home, group in groups.items() if _is_concept(group[0])]:
        name = squeezed(groups[home][0].label)
        other = next((o for o in groups if o != home and name in holders[o]), None)
        if other is not None:
            groups[other].extend(groups.pop(home))
    return list(groups.values())


def _is_concept(mention: PolicyMention) -> bool:
    return mention.kind is PolicyKind.STATEMENT and mention.rule == "policy-listed"


def _named_after(group: list[PolicyMention]) -> str:
    """The part of a policy's name that a concept may be in: all of a concept's, of others what is in quotes."""
    label = max((m.label for m in group), key=len)
    inner = QUOTED.search(label)
    if _is_concept(group[0]):
        return squeezed(label)
    return squeezed(inner.group(1)) if inner is not None else ""
