"""Finds posts: role, body or area, and whether acting or former.

Posts are a closed grammar: words before (`รักษาราชการแทน`, `อดีต`, `รอง`), the role, then what it takes: a province,
a district, a body, another post (`ที่ปรึกษาปลัดกระทรวงมหาดไทย`). The label is written out (`ปลัด มท.` is
`ปลัดกระทรวงมหาดไทย`). A list in order may name the role once: `นายอำเภอลอง สอง และเมืองแพร่ ตามลำดับ`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Kind
from lgkg.reading.bodies import Bodies
from lgkg.reading.complements import Complement, Complements
from lgkg.reading.document import Document
from lgkg.reading.places import Areas
from lgkg.tables import table

BEFORE: Final = frozenset({"acting", "former", "designate", "capacity"})
TAIL: Final = re.compile(r" ?(?:ฝ่าย[ก-ฮะ-ฺเ-ๅ็-๎]+|เขตตรวจราชการที่ ?\d+(?:[ ,]*(?:และ)? ?\d+)*|เขต \d+|คนที่ ?\d+|ที่ \d+)")
"""What may end a post's name behind its body: the section of a deputy, the inspection region, a number."""
ORDINAL: Final = re.compile(r" ?คนที่ ?\d+")
"""Which of several deputies; behind a post with one seat, which holder in history: `ปลัดกระทรวงมหาดไทย คนที่ 34`."""
IN_ORDER: Final = "ตามลำดับ"
"""Ends a list whose items go one by one to the people named before it."""
LISTED: Final = re.compile(r"(?: ?, ?| )(?:และ ?)?|และ ?")
"""What stands between the items of such a list."""


@dataclass(slots=True)
class OfficeMention:
    """A place in the text that names a post.

    Attributes:
        start: where it begins, words such as `รักษาราชการแทน` included.
        end: where it ends.
        kind: concept of the scheme `office-kind`.
        acting, former: what the words before say.
        post: label, body and area.
        vague: whether the words may also mean no post (`ประธาน` of a ceremony).
        elided: whether only the area or body is printed, the role with one before it in a list.
    """

    start: int
    end: int
    kind: str
    acting: bool
    former: bool
    post: Complement
    vague: bool
    elided: bool = False

    @property
    def label(self) -> str:
        """The post written out, without words such as `รักษาราชการแทน`."""
        return self.post.label


class Offices:
    """The posts that a text names, by where they begin."""

    def __init__(self, doc: Document, areas: Areas, bodies: Bodies) -> None:
        self._doc = doc
        self._areas = areas
        self._complements = Complements(doc, areas, bodies)
        self.mentions: list[OfficeMention] = []
        lists = IN_ORDER in doc.text
        end = 0
        for role in doc.of_kind(Kind.OFFICE):
            if role.start < end:
                continue
            mention = self._read(role)
            if mention is not None:
                self.mentions.extend([mention, *self._elided(mention, role)] if lists else [mention])
                end = self.mentions[-1].end
        self._by_start = {m.start: m for m in self.mentions}
        self._by_end = {m.end: m for m in self.mentions}

    def at(self, start: int) -> OfficeMention | None:
        """The post that begins at `start`."""
        return self._by_start.get(start)

    def ending(self, end: int) -> OfficeMention | None:
        """The post that ends at `end`."""
        return self._by_end.get(end)

    def in_order(self, first: OfficeMention) -> list[OfficeMention]:
        """The posts of the list in order that begins with `first`; empty if none does."""
        found = [first]
        while gap := LISTED.match(self._doc.text, found[-1].end):
            following = self.at(gap.end())
            if following is None:
                break
            found.append(following)
        return found if len(found) > 1 and self._ends_list(found[-1].end) else []

    def _ends_list(self, end: int) -> bool:
        """Whether a list in order ends at `end`, or with the area around all that is listed."""
        around = self._areas.at(self._doc.skip_space(end))
        return self._doc.text.startswith(IN_ORDER, self._doc.skip_space(around.end if around else end))

    def _elided(self, first: OfficeMention, role: Hit) -> list[OfficeMention]:
        """The further posts of a list in order that names their role, `role`, only with `first`."""
        entry = role.of(Kind.OFFICE)
        if entry is None or not first.post.complete:
            return []
        found, end = list[OfficeMention](), first.end
        while gap := LISTED.match(self._doc.text, end):
            post = self._complements.elided(role, entry, gap.end())
            if post is None:
                break
            end = post.end
            found.append(replace(first, start=gap.end(), end=end, post=post, elided=True))
        return found if self._ends_list(end) else []

    def _read(self, role: Hit) -> OfficeMention | None:
        """The post whose role is `role`, with the words before it."""
        entry = role.of(Kind.OFFICE)
        start, flags = self._status(role)
        if entry is None or "designate" in flags or (flags <= {"capacity"} and not self._may_begin(role)):
            return None  # `ว่าที่ผู้ว่าราชการจังหวัด…` does not hold the post yet
        found = self._complements.of(role, entry)
        tail = TAIL.match(self._doc.text, found.end)
        if tail is not None and (found.complete or entry.takes == "none"):
            of_post = "" if entry.id in SINGLE and ORDINAL.fullmatch(tail.group()) else tail.group()
            found = replace(found, end=tail.end(), label=found.label + of_post)
        return OfficeMention(
            start, found.end, entry.id, "acting" in flags, "former" in flags, found, entry.takes in VAGUE
        )

    def _status(self, role: Hit) -> tuple[int, set[str]]:
        """Where the words before a role begin (`อดีต`, `รักษาราชการแทน`), and what they say."""
        start, flags = role.start, set[str]()
        while True:
            before = self._doc.hit_ending(start) or self._doc.hit_ending(start - 1)
            gap = self._doc.text[before.end : start] if before is not None else "-"
            if before is None or before.cue not in BEFORE or gap not in ("", " "):
                return start, flags
            start = before.start
            flags.add(before.cue)

    def _may_begin(self, role: Hit) -> bool:
        """Whether a post can begin here; short words for roles also occur inside others."""
        before = self._doc.hit_ending(role.start)
        if role.end - role.start > 5 or before is not None or role.start == 0:
            return True
        return not ("ก" <= self._doc.text[role.start - 1] <= "๎")


VAGUE: Final = frozenset({"post", "body"})
SINGLE: Final = frozenset(row["id"] for row in table("offices") if row["seat"] == "one")
"""Kinds of post that one person holds at a time; their deputies are kinds of their own."""
