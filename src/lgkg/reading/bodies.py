"""Finds named bodies: ministries, offices, local administrative organisations, committees, schools …

Names of central bodies are a closed list. Others begin with a word for their kind (`คณะกรรมการ`, `เทศบาลตำบล`) and
go on to the next space or the next term that ends a name; bodies of an area go on with the area's name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from lgkg.domain.gazetteer import Area, gazetteer
from lgkg.domain.lexicon import Hit
from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Entry, Kind
from lgkg.facts import Level
from lgkg.reading.document import Document
from lgkg.reading.names import free_end, is_area_name, locality_end
from lgkg.reading.places import AreaMention, Areas
from lgkg.reading.proper_names import NOT_ONE, end_before_run_on, is_proper
from lgkg.text.letters import is_thai

SHORT_HEAD: Final = 4
"""Heads of up to this many letters (กรม, กอง, สภา) also occur inside words, so they need a boundary before them."""
LONGEST_NAME: Final = 160
TO_LEGAL_FORM: Final = re.compile(r"[^\n,;]{0,60}?จำกัด(?: ?\(มหาชน\))?")
WHOLE_COUNTRY: Final = frozenset({"ministry", "cabinet", "parliament"})
"""Kinds of listed bodies that have no branch of an area: what stands behind them is no part of their name."""


NOT_END: Final = phrases("not_end")


@dataclass(slots=True)
class BodyMention:
    """A place in the text that names a body.

    Attributes:
        start, end: the name as printed.
        label: the name written out.
        kind: concept of the scheme `body-kind`.
        area: the area it serves, where its name says so.
        unit: whether it is part of a larger body.
        rule: the rule that found it.
    """

    start: int
    end: int
    label: str
    kind: str
    area: Area | None
    unit: bool
    rule: str


class Bodies:
    """The bodies that a text names, by where they begin."""

    def __init__(self, doc: Document, areas: Areas) -> None:
        self._doc = doc
        self._areas = areas
        self.mentions: list[BodyMention] = []
        end = 0
        for hit in doc.of_kind(Kind.BODY, Kind.NAMED_BODY):
            if hit.start < end:
                continue
            mention = self.read(hit)
            if mention is not None:
                self.mentions.append(mention)
                end = mention.end
        foreign = self._foreign_abbreviations()
        self.mentions = [m for m in self.mentions if doc.text[m.start : m.end] not in foreign]
        self._starts = [m.start for m in self.mentions]
        self._by_start = dict(zip(self._starts, self.mentions, strict=True))

    def _foreign_abbreviations(self) -> set[str]:
        """Short forms that the article explains as something else than the listed body: `โครงการ… (คทช.)`."""
        text = self._doc.text
        named = {(mention.end, mention.label) for mention in self.mentions}
        found = set()
        for mention in self.mentions:
            short = text[mention.start : mention.end]
            bracketed = text[mention.start - 1 : mention.start] == "(" and text.startswith(")", mention.end)
            if bracketed and "." in short and not named & {(mention.start - gap, mention.label) for gap in (1, 2)}:
                found.add(short)
        return found

    def at(self, start: int) -> BodyMention | None:
        """The body whose name begins at `start`."""
        return self._by_start.get(start)

    def beginning_in(self, start: int, end: int) -> list[BodyMention]:
        """The bodies whose names begin in `start` to `end`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def read(self, hit: Hit, *, in_post: bool = False) -> BodyMention | None:
        """The body whose name begins with `hit`; `in_post` says that a post stands just before."""
        named = hit.of(Kind.NAMED_BODY)
        if named is not None:
            return self._named(hit, named, in_post)
        head = hit.of(Kind.BODY)
        if head is None or not (in_post or self._may_begin(hit)) or head.takes == "generic":
            return None
        if head.takes == "in_post" and not in_post:
            return None
        if head.takes == "none":
            return BodyMention(hit.start, hit.end, head.label, head.id, None, False, "body-closed")
        if head.takes == "province":
            return self._provincial(hit, head)
        if head.takes == "locality":
            return self._local(hit, head)
        if head.takes == "faculty":
            return self._faculty(hit, head, in_post=in_post)
        return self._free(hit, head, in_post=in_post)

    def _named(self, hit: Hit, entry: Entry, in_post: bool) -> BodyMention | None:
        if entry.weak and not in_post:
            return None
        if hit.end - hit.start <= SHORT_HEAD + 2 and not in_post and not self._may_begin(hit):
            return None
        area = self._areas.at(hit.end)
        if area is not None and entry.id not in WHOLE_COUNTRY:
            name = self._doc.text[area.start : area.end]
            where = gazetteer().by_code.get(area.code or "")
            if entry.id == "department":
                return self._branch_of(hit.start, entry, area)
            return BodyMention(hit.start, area.end, entry.label + name, entry.id, where, False, "body-listed-of-area")
        return BodyMention(hit.start, hit.end, entry.label, entry.id, None, False, "body-listed")

    def _may_begin(self, hit: Hit) -> bool:
        doc = self._doc
        if hit.start == 0 or not is_thai(doc.text[hit.start - 1]):
            return True
        return hit.end - hit.start > SHORT_HEAD or doc.hit_ending(hit.start) is not None

    def _provincial(self, hit: Hit, head: Entry) -> BodyMention | None:
        start = self._doc.skip_space(hit.end)
        if self._doc.text.startswith("จังหวัด", start):
            start = self._doc.skip_space(start + len("จังหวัด"))
        province = self._doc.hit_at(start)
        entry = province.of(Kind.PROVINCE) if province else None
        if entry is None or province is None:
            return self._elided(hit, head)
        area = gazetteer().by_code[entry.id]
        return BodyMention(hit.start, province.end, head.label + area.name, head.id, area, False, "body-of-province")

    def _elided(self, hit: Hit, head: Entry) -> BodyMention | None:
        """`เหล่ากาชาดจังหวัดฯ`: the province is the one the text is about."""
        if not head.label.endswith("จังหวัด") or not self._doc.text.startswith("ฯ", hit.end):
            return None
        area = self._areas.province_near(hit.start)
        if area is None:
            return None
        return BodyMention(
            hit.start, hit.end + 1, head.label + area.name, head.id, area, False, "body-of-same-province"
        )

    def _local(self, hit: Hit, head: Entry) -> BodyMention | None:
        start = self._doc.skip_space(hit.end)
        end = locality_end(self._doc, start)
        if end is None:
            return None
        name = self._doc.text[start:end]
        if name.endswith(NOT_ONE):
            return None
        if head.id in ("municipality", "bangkok_district_office") and not is_area_name(name):
            return None
        area = self._local_area(head, name, hit.start)
        return BodyMention(hit.start, end, head.label + name, head.id, area, False, "body-of-locality")

    def _local_area(self, head: Entry, name: str, at: int) -> Area | None:
        province = self._areas.province_near(at)
        inside = [
            area
            for area in gazetteer().subdistricts_named(name)
            if province is not None and area.code.startswith(province.code)
        ]
        return inside[0] if len(inside) == 1 and head.id in ("sao", "subdistrict_municipality") else None

    def _branch(self, hit: Hit, head: Entry) -> BodyMention | None:
        """`สำนักงาน ปภ.จังหวัดนครราชสีมา`: the provincial office of a department."""
        start = self._doc.skip_space(hit.end)
        inner = self._doc.hit_at(start)
        entry = inner.of(Kind.NAMED_BODY) if inner is not None else None
        area = self._areas.at(inner.end) if inner is not None else None
        if head.id != "office" or entry is None or entry.id != "department" or area is None:
            return None
        return self._branch_of(hit.start, entry, area)

    def _branch_of(self, start: int, entry: Entry, area: AreaMention) -> BodyMention:
        """A department's office in an area, also where the text says only `ปภ.จังหวัดนครราชสีมา`."""
        name = f"สำนักงาน{entry.label.removeprefix('กรม')}{self._doc.text[area.start : area.end]}"
        where = gazetteer().by_code.get(area.code or "")
        return BodyMention(start, area.end, name, "office", where, False, "body-branch")

    def _faculty(self, hit: Hit, head: Entry, *, in_post: bool) -> BodyMention | None:
        """`คณะวิศวกรรมศาสตร์ จุฬาลงกรณ์มหาวิทยาลัย`: a faculty is told by its university, which is named by itself too."""
        label = self._doc.text[hit.start : hit.end]
        whole = self._doc.hit_at(self._doc.skip_space(hit.end))
        is_another = whole is not None and any(entry.takes == "faculty" for entry in whole.entries)
        university = self.read(whole) if whole is not None and not is_another else None
        if university is not None and university.kind.endswith(("university", "institute")):
            label = f"{label} {university.label}"
        elif not in_post:
            return None
        return BodyMention(hit.start, hit.end, label, head.id, None, False, "body-named")

    def _free(self, hit: Hit, head: Entry, *, in_post: bool) -> BodyMention | None:
        branch = self._branch(hit, head)
        if branch is not None:
            return branch
        text = self._doc.text
        end = self._through_area(hit.end, free_end(self._doc, hit.end))
        end = end_before_run_on(self._doc, head, hit.end, end)
        if head.id == "company":
            end = _company_end(text, end)
        end = hit.end + len(_without_tail(text[hit.end : end].rstrip()))
        if end - hit.start > LONGEST_NAME or not is_proper(self._doc, self._areas, head, hit.end, end, in_post=in_post):
            return None
        name = head.label if "." in text[hit.start : hit.end] else text[hit.start : hit.end]
        label = name + text[hit.end : end]
        return BodyMention(
            hit.start, end, label, head.id, self._area_in(hit.end, end), head.body == "yes", "body-named"
        )

    def _through_area(self, start: int, end: int) -> int:
        """The end of a name cut behind its province: `สำนักงานจัดหางานจังหวัดระนอง|ตามโครงการ…`."""
        for mention in self._areas.beginning_in(start + 1, end):
            inside = mention.end < end and mention.level is Level.PROVINCE
            if inside and self._doc.text.startswith("จังหวัด", mention.start):
                return mention.end
        return end

    def _area_in(self, start: int, end: int) -> Area | None:
        inside = [m for m in self._areas.beginning_in(start, end) if m.end <= end and m.code]
        return gazetteer().by_code[inside[-1].code or ""] if inside else None


def _without_tail(name: str) -> str:
    """A name without words such as และ that it cannot end with."""
    while name.endswith(NOT_END):
        tail = next(word for word in NOT_END if name.endswith(word))
        name = name.removesuffix(tail).rstrip()
    return name


def _company_end(text: str, end: int) -> int:
    """`บริษัท พี ซี เอนเนอร์ยี่ จำกัด (มหาชน)`: through จำกัด, where it stands near."""
    match = TO_LEGAL_FORM.match(text, end)
    return match.end() if match else end
