"""Finds posts: role, body or area, and whether acting or former.

Posts are a closed grammar: words before (`รักษาราชการแทน`, `อดีต`, `รอง`), the role, then what it takes: a province,
a district, a body, another post (`ที่ปรึกษาปลัดกระทรวงมหาดไทย`). The label is written out (`ปลัด มท.` is
`ปลัดกระทรวงมหาดไทย`). A list in order may name the role once: `นายอำเภอลอง สอง และเมืองแพร่ ตามลำดับ`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lgkg.domain.gazetteer import BANGKOK, Area, gazetteer
from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Entry, Kind
from lgkg.reading.bodies import Bodies, BodyMention
from lgkg.reading.document import Document
from lgkg.reading.names import LATIN_NAME, NUMBERED, free_end, locality_end
from lgkg.reading.places import Areas
from lgkg.tables import table

BEFORE = frozenset({"acting", "former", "designate", "capacity"})
TAIL = re.compile(r" ?(?:ฝ่าย[ก-ฮะ-ฺเ-ๅ็-๎]+|เขตตรวจราชการที่ ?\d+(?:[ ,]*(?:และ)? ?\d+)*|เขต \d+|คนที่ ?\d+|ที่ \d+)")
"""What may end a post's name behind its body: the section of a deputy, the inspection region, a number."""
ORDINAL = re.compile(r" ?คนที่ ?\d+")
"""Which of several deputies; behind a post with one seat, which holder in history: `ปลัดกระทรวงมหาดไทย คนที่ 34`."""
SECTION = re.compile(r" ?\([^()\n]{2,40}\)")
"""The section of a deputy, between role and body: `รองผู้ว่าการ (บริหาร) การนิคมอุตสาหกรรมแห่งประเทศไทย`."""
NUMBER = re.compile(r" ?\d{1,2}(?!\d)")
"""The number of a region: `เจ้าคณะภาค 16`."""
WIDER = frozenset(
    {"ministry", "department", "permanent_secretariat", "office", "court", "university", "company", "institute"}
    | {"agency", "state_enterprise", "parliament", "independent_body", "public_organization", "pao", "sao"}
    | {"city_municipality", "town_municipality", "subdistrict_municipality"}
)
"""Kinds of body whose name may follow that of their unit (`สำนักการช่าง เทศบาลนครปากเกร็ด`)."""
IN_ORDER = "ตามลำดับ"
"""Ends a list whose items go one by one to the people named before it."""
LISTED = re.compile(r"(?: ?, ?| )(?:และ ?)?|และ ?")
"""What stands between the items of such a list."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
        self._bodies = bodies
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
        if entry is None or entry.takes not in SPREADS or not first.post.complete:
            return []
        found, end = list[OfficeMention](), first.end
        while gap := LISTED.match(self._doc.text, end):
            start = gap.end()
            there = Hit(start, start, role.entries, role.kinds, "")
            post = self._listed(there, entry) if entry.takes == "body" else self._complement(there, entry)
            if not post.complete:
                break
            end = post.end
            found.append(replace(first, start=start, end=end, post=post, elided=True))
        return found if self._ends_list(end) else []

    def _read(self, role: Hit) -> OfficeMention | None:
        """The post whose role is `role`, with the words before it."""
        entry = role.of(Kind.OFFICE)
        start, flags = self._status(role)
        if entry is None or "designate" in flags or (flags <= {"capacity"} and not self._may_begin(role)):
            return None  # `ว่าที่ผู้ว่าราชการจังหวัด…` does not hold the post yet
        found = self._complement(role, entry)
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

    def _complement(self, role: Hit, entry: Entry) -> Complement:
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
        found = self._body(role, entry) if entry.takes == "post" else self._complement(role, entry)
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


APART = frozenset(
    {"director", "manager", "rector", "governor_of_enterprise", "chief_executive", "founder"}
    | {"police_commander", "police_superintendent", "police_inspector"}
)
"""Roles whose body may stand behind a space (`กรรมการผู้จัดการใหญ่ ธนาคารกรุงไทย`)."""
VAGUE = frozenset({"post", "body"})
SPREADS = frozenset({"province", "district", "subdistrict", "locality", "listed", "body"})
"""What a role may take several of in a list; other complements are words that end nowhere for sure."""
RANKS = frozenset(row["id"] for row in table("office_ranks"))
SINGLE = frozenset(row["id"] for row in table("offices") if row["seat"] == "one")
"""Kinds of post that one person holds at a time; their deputies are kinds of their own."""


def _without_rank(kind: str) -> str:
    """The kind of post without the rank before it: `deputy_rector` is a `rector`."""
    rank, _, rest = kind.partition("_")
    return rest if rank in RANKS else kind


def _is_short(word: str) -> bool:
    return "." in word or "ฯ" in word or word == "ปลัด"


def _alone(end: int, entry: Entry) -> Complement:
    """A role without its complement."""
    return Complement(end, entry.label, complete=False)
