"""What posts take behind their role: a province, a district, a body, words glued on, or another post.

The label of the post is written out with it (`ปลัด มท.` is `ปลัดกระทรวงมหาดไทย`), and with the larger bodies behind a
unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from lgkg.domain.gazetteer import BANGKOK, Area, gazetteer
from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Entry, Kind
from lgkg.reading.bodies import Bodies, BodyMention
from lgkg.reading.document import Document
from lgkg.reading.names import LATIN_NAME, NUMBERED, free_end, locality_end
from lgkg.reading.places import Areas
from lgkg.tables import table

SECTION: Final = re.compile(r" ?\([^()\n]{2,40}\)")
"""The section of a deputy, between role and body: `รองผู้ว่าการ (บริหาร) การนิคมอุตสาหกรรมแห่งประเทศไทย`."""
NUMBER: Final = re.compile(r" ?\d{1,2}(?!\d)")
"""The number of a region: `เจ้าคณะภาค 16`."""
WIDER: Final = frozenset(
    {"ministry", "department", "permanent_secretariat", "office", "court", "university", "company", "institute"}
    | {"agency", "state_enterprise", "parliament", "independent_body", "public_organization", "pao", "sao"}
    | {"city_municipality", "town_municipality", "subdistrict_municipality"}
)
"""Kinds of body whose name may follow that of their unit (`สำนักการช่าง เทศบาลนครปากเกร็ด`)."""
SPREADS: Final = frozenset({"province", "district", "subdistrict", "locality", "listed", "body"})
"""What a role may take several of in a list; other complements are words that end nowhere for sure."""


@dataclass(slots=True)
class Complement:
    """What a role takes.

    Attributes:
        end: where it ends.
        label: the whole post, written out.
        body: the body as printed, where it is.
        body_label: the body's name, also where the post only implies it (นายกเทศมนตรีตำบล… → เทศบาลตำบล…).
        area: the area the post covers.
        complete: whether the text says which body or area is meant; `ผู้ว่าฯ` alone does not.
    """

    end: int
    label: str
    body: BodyMention | None = None
    body_label: str = ""
    area: Area | None = None
    complete: bool = True


class Complements:
    """Reads what the roles of a text take."""

    def __init__(self, doc: Document, areas: Areas, bodies: Bodies) -> None:
        self._doc = doc
        self._areas = areas
        self._bodies = bodies

    def elided(self, role: Hit, entry: Entry, start: int) -> Complement | None:
        """What a role named before takes at `start`, as one more of a list; None if that is not what stands there."""
        if entry.takes not in SPREADS:
            return None
        there = Hit(start, start, role.entries, role.kinds, "")
        found = self._listed(there, entry) if entry.takes == "body" else self.of(there, entry)
        return found if found.complete else None

    def of(self, role: Hit, entry: Entry) -> Complement:
        """What the post `role`, read as `entry`, takes."""
        if entry.takes == "none":
            area = gazetteer().by_code[BANGKOK] if "bangkok" in entry.id else None
            return Complement(role.end, entry.label, None, entry.body, area)
        read = {
            "province": self._province,
            "district": self._district,
            "subdistrict": self._subdistrict,
            "locality": self._locality,
            "listed": self._listed,
            "body": self._body,
            "post": self._post,
            "free": self._free,
        }[entry.takes]
        return read(role, entry)

    def _province(self, role: Hit, entry: Entry) -> Complement:
        doc = self._doc
        start = doc.skip_space(role.end)
        for word in ("จังหวัด", "จ."):
            if doc.text.startswith(word, start):
                start = doc.skip_space(start + len(word))
        hit = doc.hit_at(start)
        province = hit.of(Kind.PROVINCE) if hit else None
        if province is not None and hit is not None:
            area = gazetteer().by_code[province.id]
            body = entry.body + area.name if entry.body else ""
            return Complement(hit.end, entry.label + area.name, None, body, area)
        end = role.end + (1 if doc.text.startswith("ฯ", role.end) else 0)
        return self._implied(end, entry)

    def _implied(self, end: int, entry: Entry) -> Complement:
        """A provincial post without its province has that of the text around it."""
        near = None if self._doc.text.startswith("ทุก", self._doc.skip_space(end)) else self._areas.province_before(end)
        if near is not None and near.code == BANGKOK:
            near = self._areas.main_province if self._areas.main_province != near else None
        if near is None:
            return _alone(end, entry)
        body = entry.body + near.name if entry.body else ""
        return Complement(end, entry.label + near.name, None, body, near, False)

    def _district(self, role: Hit, entry: Entry) -> Complement:
        mention = self._areas.behind(role)
        if mention is None:
            end = role.end + (1 if self._doc.text.startswith("ฯ", role.end) else 0)
            return _alone(end, entry)
        area = gazetteer().by_code.get(mention.code or "")
        return Complement(mention.end, entry.label + mention.name, None, "", area)

    def _subdistrict(self, role: Hit, entry: Entry) -> Complement:
        mention = self._areas.behind(role)
        if mention is None:
            return _alone(role.end, entry)
        area = gazetteer().by_code.get(mention.code or "")
        word = "" if entry.label.endswith("ตำบล") else "ตำบล"
        end = mention.end
        return Complement(end, f"{entry.label}{word}{mention.name}", None, "", area)

    def _locality(self, role: Hit, entry: Entry) -> Complement:
        start = self._doc.skip_space(role.end)
        if self._doc.text.startswith(("จังหวัด", "จ."), start):
            return self._province(role, entry)
        end = locality_end(self._doc, start)
        if end is None:
            return _alone(role.end, entry)
        name = self._doc.text[start:end]
        body = entry.body + name if entry.body else ""
        return Complement(end, entry.label + name, None, body)

    def _listed(self, role: Hit, entry: Entry) -> Complement:
        text = self._doc.text
        apart = _without_rank(entry.id) in APART
        section = SECTION.match(text, role.end) if apart else None
        start = self._doc.skip_space(section.end() if section else role.end)
        hit = self._doc.hit_at(start)
        body = self._bodies.at(start) or (self._bodies.read(hit, in_post=True) if hit else None)
        if body is None:
            foreign = LATIN_NAME.match(text, start) if apart and start > role.end else None
            return Complement(foreign.end(), f"{entry.label} {foreign.group()}") if foreign else _alone(role.end, entry)
        by_list = entry.takes == "listed" and hit is not None and Kind.NAMED_BODY in hit.kinds
        near = by_list or apart or _is_short(text[role.start : role.end]) or _is_short(text[start : body.end])
        if start > role.end and not near:
            return _alone(role.end, entry)
        if body.kind == "section" and _without_rank(entry.id) != entry.id:  # `รองอธิการบดีฝ่ายวางแผน`: a task, no body
            return self._widened(Complement(body.end, entry.label + body.label))
        found = Complement(body.end, entry.label + body.label, body, body.label, body.area)
        return self._widened(found) if body.unit else found

    def _body(self, role: Hit, entry: Entry) -> Complement:
        found = self._listed(role, entry)
        return found if found.complete else self._glued(role, entry)

    def _widened(self, found: Complement) -> Complement:
        """The post with the larger bodies named behind its unit (`แผนกบริการฝึกอบรม สถาบันรับรองมาตรฐานไอเอสโอ`)."""
        while wider := self._wider(found.end):
            body = found.body
            if body is not None and body.kind == "section":
                body = replace(body, end=wider.end, label=f"{body.label} {wider.label}", area=body.area or wider.area)
            found = replace(found, end=wider.end, label=f"{found.label} {wider.label}", body=body)
        return replace(found, body_label=found.body.label) if found.body else found

    def _wider(self, end: int) -> BodyMention | None:
        """The larger body named behind a unit."""
        start = self._doc.skip_space(end)
        body = self._bodies.at(start)
        if body is None:
            hit = self._doc.hit_at(start)
            body = self._bodies.read(hit, in_post=True) if hit else None
        return body if body is not None and start > end and (body.unit or body.kind in WIDER) else None

    def _glued(self, role: Hit, entry: Entry) -> Complement:
        """A role whose complement is glued to it but begins with no known body (`หัวหน้ากลุ่มงาน…`)."""
        end = free_end(self._doc, role.end)
        rest = self._doc.text[role.end : end]
        if not 3 <= len(rest) <= 100 or rest.startswith((" ", "ฯ", ".")):
            return _alone(role.end, entry)
        return self._widened(Complement(end, entry.label + rest))

    def _post(self, role: Hit, entry: Entry) -> Complement:
        """A post of another post, which may be one of a third: `ที่ปรึกษาเลขานุการรัฐมนตรีว่าการ…`."""
        label = ""
        while entry.takes == "post":
            hit = self._doc.hit_at(self._doc.skip_space(role.end))
            inner = hit.of(Kind.OFFICE) if hit is not None else None
            if hit is None or inner is None:
                break
            label += entry.label
            role, entry = hit, inner
        found = self._body(role, entry) if entry.takes == "post" else self.of(role, entry)
        return replace(found, label=label + found.label)

    def _free(self, role: Hit, entry: Entry) -> Complement:
        start = role.end
        end = free_end(self._doc, start)
        rest = self._doc.text[start:end]
        number = NUMBER.match(self._doc.text, start)
        if number is not None and self._doc.text.endswith(NUMBERED, 0, start):
            return Complement(number.end(), entry.label + number.group())
        if len(rest.strip()) < 2:
            wider = self._wider(role.end)
            if wider is not None:
                return Complement(wider.end, f"{entry.label} {wider.label}", wider, wider.label, wider.area)
            return _alone(role.end, entry)
        body = entry.body + rest if entry.body else ""
        label = entry.label + rest
        if wider := self._wider(end):
            label, end = f"{label} {wider.label}", wider.end
        return Complement(end, label, None, body)


APART: Final = frozenset(
    {"director", "manager", "rector", "governor_of_enterprise", "chief_executive", "founder"}
    | {"police_commander", "police_superintendent", "police_inspector"}
)
"""Roles whose body may stand behind a space (`กรรมการผู้จัดการใหญ่ ธนาคารกรุงไทย`)."""
RANKS: Final = frozenset(row["id"] for row in table("office_ranks"))


def _without_rank(kind: str) -> str:
    """The kind of post without the rank before it: `deputy_rector` is a `rector`."""
    rank, _, rest = kind.partition("_")
    return rest if rank in RANKS else kind


def _is_short(word: str) -> bool:
    return "." in word or "ฯ" in word or word == "ปลัด"


def _alone(end: int, entry: Entry) -> Complement:
    """A role without its complement."""
    return Complement(end, entry.label, complete=False)
