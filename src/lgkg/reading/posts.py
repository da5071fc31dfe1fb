"""The posts of an article and who holds them: mentions of one post under several forms gathered into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from lgkg.facts import Office, Person, Tenure
from lgkg.reading.document import Document
from lgkg.reading.offices import OfficeMention, Offices
from lgkg.reading.organizations import Directory, key
from lgkg.reading.places import Areas
from lgkg.reading.tenures import Holding

MOST_POSTS: Final = 40
"""Posts of one person that a further one is compared with; nobody holds as many."""


@dataclass(slots=True)
class _Held:
    """One post of one person while it is gathered."""

    holding: Holding
    forms: list[str] = field(default_factory=list)


class Posts:
    """The posts of an article, by label."""

    def __init__(
        self, doc: Document, areas: Areas, directory: Directory, offices: Offices, held: Sequence[Holding]
    ) -> None:
        self._doc = doc
        self._areas = areas
        self._directory = directory
        self._held = _gathered(doc, held)
        self._offices: dict[str, Office] = {}
        for one in self._held:
            self._add(one.holding.office, one.forms)
        for mention in offices.mentions:
            if mention.post.complete and not mention.vague:
                self._add(mention, [])

    def offices(self) -> tuple[Office, ...]:
        """Every post, held or not, in the order of the text."""
        return tuple(sorted(self._offices.values(), key=lambda o: (o.evidence.span, o.label)))

    def tenures(self, persons: Sequence[Person], observed: date | None) -> tuple[Tenure, ...]:
        """Who is seen in which post on the day `observed`."""
        return tuple(self._tenure(one.holding, persons, observed) for one in self._held)

    def _tenure(self, holding: Holding, persons: Sequence[Person], observed: date | None) -> Tenure:
        mention = holding.office
        office = self._offices[key(mention.label)]
        evidence = self._doc.sentence_evidence(holding.start, holding.end, holding.confidence, holding.rule)
        return Tenure(persons[holding.person], office, mention.acting, mention.former, observed, evidence)

    def _add(self, mention: OfficeMention, forms: Sequence[str]) -> None:
        if key(mention.label) in self._offices:
            return
        post = mention.post
        confidence = 0.95 if post.complete else 0.75
        place = self._areas.place(post.area, mention.start) if post.area else None
        self._offices[key(mention.label)] = Office(
            label=mention.label,
            kind=mention.kind,
            organization=self._directory.organization(post.body_label) if post.body_label else None,
            jurisdiction=place,
            variants=tuple(forms),
            evidence=self._doc.evidence(mention.start, mention.end, confidence, "post"),
        )


def _gathered(doc: Document, held: Sequence[Holding]) -> list[_Held]:
    """One entry a person and post; a shorter or less complete form of the same post is a variant."""
    found: list[_Held] = []
    of_person: dict[int, list[_Held]] = {}
    for holding in held:
        others = of_person.setdefault(holding.person, [])
        same = next((h for h in others[:MOST_POSTS] if _is_same(h.holding, holding)), None)
        if same is None:
            found.append(_Held(holding))
            others.append(found[-1])
            continue
        printed = doc.text[holding.office.start : holding.office.end]
        if _says_more(holding, same.holding):
            same.holding = holding
        if holding.office.elided or key(printed) == key(same.holding.office.label):
            continue
        if printed not in same.forms:
            same.forms.append(printed)
    return found


def _is_same(one: Holding, other: Holding) -> bool:
    a, b = one.office, other.office
    if one.person == other.person and not b.post.complete and key(a.label).startswith(key(b.label)):
        return True
    if one.person != other.person or (a.former, a.acting) != (b.former, b.acting) or a.kind != b.kind:
        return one.person == other.person and key(a.label) == key(b.label) and a.former == b.former
    if key(a.label) == key(b.label) or not a.post.complete or not b.post.complete:
        return True
    if a.kind == "adviser" and a.post.body_label and a.post.body_label == b.post.body_label:
        return True
    return key(a.label).startswith(key(b.label)) or key(b.label).startswith(key(a.label))


def _says_more(one: Holding, other: Holding) -> bool:
    return one.office.post.complete and not other.office.post.complete
