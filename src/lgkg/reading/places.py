"""Finds provinces, districts and subdistricts, and settles which of the areas of one name is meant.

A province counts wherever it is named, also inside a post, a body or a venue (`ศาลากลางจังหวัดพิษณุโลก`); a district or
subdistrict only behind its word (`อำเภอ`, `อ.`, `ตำบล` …). A name that fits several areas is settled by the province or
district beside it, else by the province the article names most; if that does not settle it, its code stays open.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from lgkg.domain.gazetteer import BANGKOK, Area, gazetteer
from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Kind
from lgkg.facts import Level, Place
from lgkg.reading.document import Document, cue, is_kind
from lgkg.text.letters import is_thai

BESIDE: Final = 60
"""How far, in code points, a province may stand from the district that it settles."""
_START: Final = attrgetter("start")


class AreaMention(NamedTuple):
    """A place in the text that names an area: `start` to `end` is the name with the word before it."""

    start: int
    end: int
    level: Level
    name: str
    code: str | None


class Areas:
    """The areas an article names, each settled as far as the article settles it."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._provinces = sorted(_provinces(doc), key=_START)
        self._province_starts = [m.start for m in self._provinces]
        self.main_province = _most_named(self._provinces)
        lower = _lower(doc)
        districts = [self._settled(m) for m in lower if m.level is Level.DISTRICT]
        self._districts = [m for m in districts if m is not None]
        self._district_starts = [m.start for m in self._districts]
        self._district_codes = {m.code for m in self._districts if m.code}
        subdistricts = [self._settled_subdistrict(m) for m in lower if m.level is Level.SUBDISTRICT]
        self.mentions = sorted([*self._provinces, *self._districts, *subdistricts], key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self.mentions]
        self._by_start = {m.start: m for m in self.mentions}
        self._by_code = {m.code: m for m in reversed(self.mentions)}
        self._placed: dict[AreaMention, Place] = {}

    def at(self, start: int) -> AreaMention | None:
        """The area whose mention begins at `start`."""
        return self._by_start.get(start)

    def behind(self, hit: Hit) -> AreaMention | None:
        """The district or subdistrict whose name `hit` announces."""
        mention = _lower_at(self._doc, hit)
        if mention is None:
            return None
        return self._settled(mention) if mention.level is Level.DISTRICT else self._settled_subdistrict(mention)

    def beginning_in(self, start: int, end: int) -> list[AreaMention]:
        """The areas whose mentions begin in `start` to `end`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def province_near(self, at: int) -> Area | None:
        """The province that governs `at`: named just behind, else just before, else the article's main one."""
        index = bisect_left(self._province_starts, at)
        for behind in self._provinces[index : index + 1]:
            if behind.start - at <= BESIDE and "\n" not in self._doc.text[at : behind.start]:
                return gazetteer().by_code[behind.code or ""]
        if index and self._provinces[index - 1].start >= at - 4 * BESIDE:
            return gazetteer().by_code[self._provinces[index - 1].code or ""]
        return self.main_province

    def province_before(self, at: int) -> Area | None:
        """The last province named before `at` in its paragraph, else the one that governs `at`."""
        index = bisect_left(self._province_starts, at)
        if index and self._provinces[index - 1].start > self._doc.text.rfind("\n", 0, at):
            return gazetteer().by_code[self._provinces[index - 1].code or ""]
        return self.province_near(at)

    def places(self) -> tuple[Place, ...]:
        """Each area once, at its first mention, with the areas above it."""
        found: dict[tuple[Level, str, str | None], Place] = {}
        for mention in self.mentions:
            key = (mention.level, mention.name, mention.code)
            if key not in found:
                found[key] = self._place(mention)
        settled = {(p.level, p.name) for p in found.values() if p.code}
        return tuple(p for p in found.values() if p.code or (p.level, p.name) not in settled)

    def place(self, area: Area, near: int) -> Place:
        """The place of an area that the text implies at `near` (the province of a post, say)."""
        mention = self._by_code.get(area.code)
        return self._place(mention or AreaMention(near, near, _level(area), area.name, area.code))

    def _place(self, mention: AreaMention) -> Place:
        place = self._placed.get(mention)
        if place is None:
            evidence = self._doc.evidence(mention.start, mention.end, 0.97 if mention.code else 0.7, "area-named")
            place = Place(mention.level, mention.name, mention.code, self._within(mention), evidence)
            self._placed[mention] = place
        return place

    def _within(self, mention: AreaMention) -> Place | None:
        if mention.code is None or mention.level is Level.PROVINCE:
            return None
        above = gazetteer().by_code[mention.code[:-2]]
        return self.place(above, mention.start)

    def _settled(self, mention: AreaMention) -> AreaMention | None:
        places = gazetteer()
        province = self.province_near(mention.end)
        if mention.name == "เมือง":
            if province is None or province.code == BANGKOK:
                return None
            capital = places.capital_district(province)
            return AreaMention(mention.start, mention.end, mention.level, capital.name, capital.code)
        candidates = places.districts_named(mention.name)
        return _choose(mention, candidates, [province, self.main_province])

    def _settled_subdistrict(self, mention: AreaMention) -> AreaMention:
        candidates = gazetteer().subdistricts_named(mention.name)
        index = bisect_left(self._district_starts, mention.end)
        near = [d.code for d in self._districts[index : index + 1] if d.code and d.start - mention.end <= BESIDE]
        inside = [c for c in candidates if c.code[:4] in near]
        if inside:
            return _choose(mention, tuple(inside), [])
        named = tuple(c for c in candidates if c.code[:4] in self._district_codes)
        return _choose(mention, named or candidates, [self.province_near(mention.end), self.main_province])


def _choose(mention: AreaMention, candidates: Sequence[Area], provinces: Sequence[Area | None]) -> AreaMention:
    """The mention with the code of the only candidate, or of the only one in the first province that has one."""
    code = candidates[0].code if len(candidates) == 1 else None
    for province in provinces:
        inside = [c for c in candidates if province and c.code.startswith(province.code)]
        if len(inside) == 1:
            code = inside[0].code
            break
    return AreaMention(mention.start, mention.end, mention.level, mention.name, code)


def _level(area: Area) -> Level:
    return {2: Level.PROVINCE, 4: Level.DISTRICT}.get(len(area.code), Level.SUBDISTRICT)


def _most_named(provinces: Sequence[AreaMention]) -> Area | None:
    counts = Counter(m.code for m in provinces if m.code)
    if not counts:
        return None
    code = min(counts, key=lambda c: (-counts[c], c))
    return gazetteer().by_code[code]


LOWER_TAKES: Final = {"district": Level.DISTRICT, "subdistrict": Level.SUBDISTRICT, "locality": Level.SUBDISTRICT}


def _lower(doc: Document) -> list[AreaMention]:
    """Districts and subdistricts behind their words, as named; which are meant is not yet settled."""
    hits = doc.of_kind(Kind.AREA, Kind.OFFICE, Kind.BODY)
    return [mention for hit in hits if (mention := _lower_at(doc, hit)) is not None]


def _announced(hit: Hit) -> Level | None:
    """The level of the area whose name the hit announces."""
    area = hit.of(Kind.AREA)
    if area is not None:
        return {"province": Level.PROVINCE, "district": Level.DISTRICT, "subdistrict": Level.SUBDISTRICT}.get(area.id)
    office = hit.of(Kind.OFFICE) or hit.of(Kind.BODY)
    if office is None or office.takes == "locality":
        return None
    return LOWER_TAKES.get(office.takes)


def _lower_at(doc: Document, hit: Hit) -> AreaMention | None:
    """The district or subdistrict that the hit announces, its code open."""
    level = _announced(hit)
    if level is None or level is Level.PROVINCE:
        return None
    start = doc.skip_space(hit.end)
    for word in ("ตำบล", "ต.", "อำเภอ", "อ."):
        if is_kind(hit, Kind.OFFICE) and doc.text.startswith(word, start):
            start = doc.skip_space(start + len(word))
    places = gazetteer()
    if level is Level.SUBDISTRICT:
        name = places.subdistrict_at(doc.text, start)
    else:
        name = places.district_at(doc.text, start)
        bangkok = doc.text.startswith("เขต", hit.start)
        if bangkok and not any(a.code.startswith(BANGKOK) for a in places.districts_named(name)):
            return None
        if len(name) <= len("เมือง") and doc.text.startswith("เมือง", start) and not _goes_on(doc, start + 5):
            name = "เมือง"
    if not name or (len(name) == 2 and _goes_on(doc, start + 2)):
        return None
    if cue(doc.hit_at(start)) == "join" and not doc.text.startswith((" อำเภอ", " อ."), start + len(name)):
        return None  # `ตำบล และหมู่บ้าน`, though there is a subdistrict และ
    return AreaMention(hit.start, start + len(name), level, name, None)


def _goes_on(doc: Document, at: int) -> bool:
    """Whether letters go on at `at` without a new term beginning there."""
    return at < len(doc.text) and is_thai(doc.text[at]) and doc.hit_at(at) is None


def _provinces(doc: Document) -> list[AreaMention]:
    found, doubtful = [], []
    localities = _locality_starts(doc)
    for hit in doc.of_kind(Kind.PROVINCE):
        entry = hit.of(Kind.PROVINCE)
        if entry is None or hit.start in localities:
            continue
        before = doc.hit_ending(hit.start) or doc.hit_ending(hit.start - 1)
        announced = before is not None and _announces_province(before)
        mention = AreaMention(hit.start, hit.end, Level.PROVINCE, entry.label, entry.id)
        if announced:
            found.append(AreaMention(before.start if before else hit.start, hit.end, *_what(mention)))
        elif _is_blocked(before, hit):
            continue
        elif entry.weak or _inside_word(doc, hit):
            doubtful.append(mention)
        else:
            found.append(mention)
    sure = sorted((m.start, m.end) for m in found)
    for mention in doubtful:
        if _in_list(doc, mention, sure):
            found.append(mention)
            insort(sure, (mention.start, mention.end))
    return found + [_bangkok(hit) for hit in doc.of_kind(Kind.OFFICE) if any("bangkok" in e.id for e in hit.entries)]


def _bangkok(hit: Hit) -> AreaMention:
    """Bangkok, named inside a post (`ผู้ว่าราชการกรุงเทพมหานคร`)."""
    return AreaMention(hit.start, hit.end, Level.PROVINCE, gazetteer().by_code[BANGKOK].name, BANGKOK)


def _what(mention: AreaMention) -> tuple[Level, str, str | None]:
    return mention.level, mention.name, mention.code


def _announces_province(hit: Hit) -> bool:
    area = hit.of(Kind.AREA)
    if area is not None and area.id == "province":
        return True
    return any(e.takes == "province" for e in hit.entries if e.kind in (Kind.OFFICE, Kind.BODY))


def _is_blocked(before: Hit | None, hit: Hit) -> bool:
    """Whether the province's name belongs to a road, a river, a temple."""
    area = before.of(Kind.AREA) if before is not None and before.end == hit.start else None
    return area is not None and area.id in ("blocker", "subdistrict")


def _inside_word(doc: Document, hit: Hit) -> bool:
    """Whether letters that are no term go on behind it (`กรุงเทพพาณิชย์`)."""
    return _goes_on(doc, hit.end)


def _locality_starts(doc: Document) -> set[int]:
    """Where names of towns and subdistricts begin, which may be those of provinces too (`อบต.สระแก้ว`)."""
    starts: set[int] = set()
    for hit in doc.of_kind(Kind.AREA, Kind.OFFICE, Kind.BODY):
        area = hit.of(Kind.AREA)
        small = area is not None and area.id == "subdistrict"
        local = any(
            e.takes in ("locality", "subdistrict") and e.id not in _TOWNS
            for e in hit.entries
            if e.kind in (Kind.OFFICE, Kind.BODY)
        )
        if small or local:
            starts.update((hit.end, doc.skip_space(hit.end)))
    return starts


_TOWNS: Final = frozenset(
    {"city_municipality", "town_municipality", "city_mayor", "town_mayor", "deputy_city_mayor", "deputy_town_mayor"}
)
"""Towns that mostly bear their province's name: นครพิษณุโลก lies in พิษณุโลก."""


_GAPS: Final = frozenset({" ", ", ", " และ", " และ ", ",", "และ", " กับ", "/", "-", " - "})
"""What stands between the provinces of a list."""


def _in_list(doc: Document, mention: AreaMention, sure: Sequence[tuple[int, int]]) -> bool:
    """Whether a province that is sure stands beside a doubtful one, in a list; `sure` is sorted."""
    first = bisect_left(sure, (mention.start - BESIDE + 1,))
    last = bisect_left(sure, (mention.start + BESIDE,))
    text = doc.text
    return any(
        text[end : mention.start] in _GAPS or text[mention.end : start] in _GAPS for start, end in sure[first:last]
    )
