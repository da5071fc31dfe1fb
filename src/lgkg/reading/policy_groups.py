"""Which mentions are one policy: short and long forms, with and without quotation marks."""

from __future__ import annotations

from lgkg.facts import Policy, PolicyKind
from lgkg.reading.document import Document
from lgkg.reading.policy_names import FISCAL_YEAR, QUOTED, PolicyMention, squeezed


def merged(doc: Document, found: list[PolicyMention]) -> tuple[Policy, ...]:
    """Each policy once, under its longest name; shorter forms of the same are variants."""
    made = []
    for group in _groups(found):
        first = min(group, key=lambda m: m.start)
        best = min(group, key=lambda m: (-len(m.label), m.start))
        printed = (doc.text[m.start : m.end] for m in sorted(group, key=lambda m: m.start))
        variants = tuple(dict.fromkeys(form for form in printed if squeezed(form) != squeezed(best.label)))
        evidence = doc.sentence_evidence(first.start, first.end, best.confidence, best.rule)
        made.append(Policy(best.label, best.kind, variants, evidence))
    return tuple(made)


def _groups(found: list[PolicyMention]) -> list[list[PolicyMention]]:
    """The mentions of each policy, in the order of the text: those whose names begin alike, or quote the same words."""
    groups: dict[str, list[PolicyMention]] = {}
    quoted: dict[str, str] = {}
    longer = ""
    for mention in sorted(found, key=lambda m: (_name(m), m.start), reverse=True):
        name = _name(mention)
        if not longer.startswith(name):
            longer = name
        inner = QUOTED.search(mention.label)
        home = quoted.setdefault(squeezed(inner.group(1)), longer) if inner is not None else longer
        groups.setdefault(home, []).append(mention)
    return sorted(_folded(groups), key=lambda g: min(m.start for m in g))


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
