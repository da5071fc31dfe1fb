"""The organisations of an article, each once: named alone, in posts, or implied by posts (นายกเทศมนตรี… → เทศบาล…)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lgkg.domain.gazetteer import Area
from lgkg.domain.terms import Kind, terms
from lgkg.facts import Organization, Place
from lgkg.reading.bodies import Bodies
from lgkg.reading.document import Document
from lgkg.reading.offices import Offices
from lgkg.reading.places import Areas
from lgkg.tables import table

NOT_IN_KEY: Final = re.compile(r"[\s“”\"'‘’]+")
HEADS: Final = sorted(((row["th"], row["id"]) for row in table("bodies")), key=lambda h: -len(h[0]))


@dataclass(slots=True)
class _Entry:
    """One organisation while it is gathered."""

    label: str
    kind: str
    area: Area | None
    start: int
    end: int
    forms: list[str]
    confidence: float
    rule: str


class Directory:
    """The organisations of an article by the key of their label."""

    def __init__(self, doc: Document, areas: Areas, bodies: Bodies, offices: Offices) -> None:
        self._doc = doc
        self._areas = areas
        self._entries: dict[str, _Entry] = {}
        for mention in bodies.mentions:
            sure = 0.97 if mention.rule == "body-listed" else 0.9 if mention.area else 0.8
            self._add(mention.label, mention.kind, mention.area, mention.start, mention.end, sure, mention.rule)
        for office in offices.mentions:
            post = office.post
            if post.body is not None:
                body = post.body
                self._add(body.label, body.kind, body.area, body.start, body.end, 0.9, "body-in-post")
            elif post.body_label:
                kind = kind_of(post.body_label)
                self._add(post.body_label, kind, post.area, office.start, office.end, 0.9, "body-of-post")
        self._fold_short_forms()
        self._made = {key: self._made_of(e) for key, e in self._entries.items()}

    def organization(self, label: str) -> Organization | None:
        """The organisation of this label, if the article names it."""
        return self._made.get(key(label))

    def organizations(self) -> tuple[Organization, ...]:
        """All of them, in the order of the text."""
        order = sorted(self._entries, key=lambda k: (self._entries[k].start, k))
        return tuple(self._made[k] for k in order)

    def _add(self, label: str, kind: str, area: Area | None, start: int, end: int, sure: float, rule: str) -> None:
        printed = self._doc.text[start:end]
        entry = self._entries.get(key(label))
        if entry is None:
            entry = self._entries[key(label)] = _Entry(label, kind, area, start, end, [], sure, rule)
        entry.area = entry.area or area
        if rule != "body-of-post" and key(printed) != key(label) and printed not in entry.forms:
            entry.forms.append(printed)

    def _fold_short_forms(self) -> None:
        """`คณะกรรมการขับเคลื่อนฯ` is a form of the one body whose name begins so."""
        keys = sorted(self._entries)
        for short in [k for k, e in self._entries.items() if e.label.endswith("ฯ")]:
            stem = short.rstrip("ฯ")
            begin = bisect_left(keys, stem)  # keys that begin alike stand together; three are enough to see two others
            whole = [k for k in keys[begin : begin + 3] if k != short and k.startswith(stem)]
            if len(whole) == 1:
                self._entries[whole[0]].forms.append(self._entries.pop(short).label)
                del keys[bisect_left(keys, short)]

    def _made_of(self, entry: _Entry) -> Organization:
        evidence = self._doc.evidence(entry.start, entry.end, entry.confidence, entry.rule)
        place: Place | None = self._areas.place(entry.area, entry.start) if entry.area else None
        return Organization(entry.label, entry.kind, place, tuple(entry.forms), evidence)


def kind_of(label: str) -> str:
    """The kind of a body by its name: as listed, else by the word it begins with."""
    for entry in terms().get(label, ()):
        if entry.kind is Kind.NAMED_BODY:
            return entry.id
    return next((kind for head, kind in HEADS if label.startswith(head)), "agency")


@lru_cache(maxsize=1 << 14)
def key(label: str) -> str:
    """What makes two labels one body: letters without spaces and quotation marks."""
    return NOT_IN_KEY.sub("", label)
