"""What people do where they are mentioned: who speaks, who is only spoken of, who assigns whom, who stands in a list.

An appearance is one mention with the posts behind it; its verb is the cue that follows. From these the events, the
participants and the delegations are read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lgkg.domain.lexicon import Hit
from lgkg.domain.terms import Kind
from lgkg.facts import Span
from lgkg.reading.cast import Cast
from lgkg.reading.document import Document, belongs_elsewhere, cue, is_kind
from lgkg.reading.events.listed import listed_places
from lgkg.reading.offices import Offices
from lgkg.reading.tenures import Holding
from lgkg.text.letters import Spellings

BESIDE: Final = 6
"""How near, in code points, a cue must stand before a name to govern it."""
ADVERBS: Final = frozenset({"stop", "soft"})
TELLING: Final = frozenset({"speech", "disclose"})
SELVES: Final = ("ตน", "ผม", "ดิฉัน")
SPELLINGS: Final = Spellings(SELVES)
HIMSELF: Final = re.compile(rf"(?:(?<![ก-๎])|(?<=วันนี้))(?:{'|'.join(SELVES)})(?:เอง)?(?=จึง|ได้|พร้อม|และคณะ|นำ|เดินทาง|ลง)")
BEFORE_TOLD: Final = 60
"""Longest way, in code points, from one who tells to what he comes from."""
SENT_TO: Final = 60
"""How far, in code points, behind the one who is sent the event stands."""
AFTER: Final = re.compile(
    r"(?:กล่าว|เผย|แถลง|สัมภาษณ์)(?:ว่า)?(?:(?:ภาย)?หลัง|ในโอกาส|ระหว่าง|ขณะ)(?:จาก)?(?:ที่)?(?:ได้)?(?:นำคณะ|เดินทาง|เข้าร่วม|เข้า|ร่วม)?(?:การ)?$"
)
BESIDE_POST: Final = ("ฯ", " ", ")", ",")
ABBREVIATION: Final = re.compile(r"\([^()\n]{2,24}\)")
PLACED: Final = re.compile(
    r"(?:ก่อน|ระหว่าง)การประชุม|เวลา ?\d|(?:ใน|เมื่อ|ว่า |ช่วง[ก-๎]{2,4})วันนี้ |เมื่อวานนี้ |(?<= )ณ [ก-ฮเแโใไ]"
)
DATED: Final = re.compile(r"วานนี้|วันนี้")
QUOTES: Final = ("“", '"', "‘")


@dataclass(slots=True)
class Actor:
    """One appearance of a person.

    Attributes:
        start, end: the mention with the posts behind it.
        person: number of the person.
        verb: kind of the cue behind; empty if none.
        governor: kind of the cue just before; empty if none.
    """

    start: int
    end: int
    person: int
    verb: str
    governor: str

    @property
    def tells(self) -> bool:
        """Whether the person says something here."""
        return self.verb in TELLING

    @property
    def outside(self) -> bool:
        """Whether the person is only spoken of (`ภายใต้การนำของ พลเอก …`)."""
        return self.governor == "outside"


def _who_come_together(nearest: list[Actor]) -> list[Actor]:
    """The first of `nearest`, and behind it in the list the one who brings him: `A พร้อมด้วย B`."""
    brought = len(nearest) > 1 and nearest[0].governor == "with" and nearest[1].verb == "with"
    return nearest[1::-1] if brought else nearest[:1]


@dataclass(slots=True)
class Assignment:
    """`delegator` had `delegate` do something; the cue stands at `at`."""

    delegate: int
    delegator: int
    at: int
    start: int
    end: int


class Scene:
    """The actors of an article, in the order of the text; `speakers` are the persons who say something."""

    def __init__(self, doc: Document, cast: Cast, offices: Offices, held: list[Holding]) -> None:
        self._doc = doc
        self._spoken: list[int] | None = None
        ends: dict[tuple[int, int], int] = {}
        for holding in held:
            if holding.rule == "post-behind-name":
                key = (holding.person, holding.start)
                ends[key] = max(ends.get(key, 0), holding.end)
        self.actors = [
            self._actor(a.person, a.mention.start, ends.get((a.person, a.mention.start), a.mention.end))
            for a in cast.appearances
        ]
        self._starts = [a.start for a in self.actors]
        self._names = [a.mention.end for a in cast.appearances]
        self._firsts = {a.person: a for a in reversed(self.actors)}
        self._telling = [hit for hit in doc.hits if hit.cue in TELLING]
        self._telling_starts = [hit.start for hit in self._telling]
        self.items = listed_places(doc)
        self.assignments = self._assignments()
        by_post = self._speakers_by_post(offices, held)
        self.speakers = frozenset(a.person for a in self.actors if a.verb in ("speech", "report")) | by_post

    def _actor(self, person: int, start: int, end: int) -> Actor:
        doc = self._doc
        at = end
        while doc.text.startswith(BESIDE_POST, at):
            at += 1
        abbreviation = ABBREVIATION.match(doc.text, at)  # `เลขาธิการ… (สปสช.) กล่าวว่า`
        at = doc.skip_space(abbreviation.end()) if abbreviation else at
        hit = doc.hit_at(at)
        while cue(hit) in ADVERBS and hit is not None:
            at = doc.skip_space(hit.end)
            hit = doc.hit_at(at)
        return Actor(start, end, person, cue(hit), self._governor(start))

    def _governor(self, start: int) -> str:
        for back in range(3):
            hit = self._doc.hit_ending(start - back)
            if cue(hit):
                return cue(hit)
        return ""

    def _speakers_by_post(self, offices: Offices, held: list[Holding]) -> set[int]:
        """Who speaks under his post alone (`ผู้ว่าราชการจังหวัดสมุทรสงคราม กล่าวว่า`): its only holder in the article."""
        holders: dict[str, set[int]] = {}
        for holding in held:
            holders.setdefault(holding.office.label, set()).add(holding.person)
        attached = {h.office.start for h in held}
        found: set[int] = set()
        for office in offices.mentions:
            same = holders.get(office.label, set())
            verb = self._doc.hit_at(self._doc.skip_space(office.end))
            if office.start not in attached and len(same) == 1 and cue(verb) == "speech":
                found |= same
        return found

    def is_chair(self, hit: Hit, block: Span) -> bool:
        """Whether `hit` tells a chair: `เป็นประธาน…`, or `ประธานพิธี` right behind the one who presides."""
        if hit.cue != "presider":
            return hit.cue == "chair"
        actor = self.person_before(hit.start, block)
        return actor is not None and 0 <= hit.start - actor.end <= 1

    def within(self, block: Span) -> list[Actor]:
        """The actors of a paragraph."""
        return self.actors[bisect_left(self._starts, block.start) : bisect_left(self._starts, block.end)]

    def items_in(self, block: Span) -> list[Span]:
        """The items of a list that begin in a paragraph."""
        first, last = (bisect_left(self.items, (at, at)) for at in (block.start, block.end))
        return self.items[first:last]

    def cues_between(self, start: int, end: int) -> bool:
        """Whether any cue stands between `start` and `end`."""
        return any(cue(hit) for hit in self._doc.hits_in(start, end))

    def in_name(self, at: int) -> bool:
        """Whether `at` lies inside the mention of a person."""
        index = bisect_left(self._starts, at) - 1
        return index >= 0 and at < self._names[index]

    def starting_at(self, at: int) -> Actor | None:
        """The actor whose mention begins at `at`."""
        index = bisect_left(self._starts, at)
        return self.actors[index] if index < len(self.actors) and self._starts[index] == at else None

    def first_of(self, person: int) -> Actor:
        """The first appearance of a person."""
        return self._firsts[person]

    def person_before(self, at: int, block: Span) -> Actor | None:
        """The last actor before `at` in the paragraph."""
        index = bisect_left(self._starts, at) - 1
        return self.actors[index] if index >= 0 and self._starts[index] >= block.start else None

    def agent_before(self, at: int, block: Span) -> int | None:
        """Where the actor ends who carries out what stands at `at`; None if nobody does.

        Nobody does if the last one before only tells of it, is only spoken of, or had somebody unnamed do it.
        """
        actor = self.person_before(at, block)
        if actor is None or actor.outside or actor.verb in ("assign", "plan"):
            return None
        told = self._told_before(at, block)
        if told is None:
            return None if self._doc.text.startswith(QUOTES, block.start) else actor.end
        himself = self._teller_himself(told.end, at)
        if told.start >= actor.end or (himself is not None and himself >= actor.end):
            return himself
        if self._is_placed(told.end, actor.start) or self._was_sent(actor):
            return actor.end
        return None

    def _told_before(self, at: int, block: Span) -> Hit | None:
        """The last cue before `at` in the paragraph that somebody tells something."""
        index = bisect_left(self._telling_starts, at) - 1
        return self._telling[index] if index >= 0 and self._telling[index].start >= block.start else None

    def _is_placed(self, start: int, end: int) -> bool:
        """Whether a day, an hour or a place stands there (`เปิดเผยว่า เวลา 15.30 น. ณ ทำเนียบรัฐบาล นาย…`)."""
        if any(not belongs_elsewhere(self._doc, day) for day in self._doc.dates_in(start, end)):
            return True
        place = PLACED.search(self._doc.text, start, end)
        if place is None:
            return False
        near = place.start() - start <= SENT_TO or (place.group() == "เมื่อวานนี้ " and end - place.end() <= SENT_TO)
        return near or self._names_event(start, place.start())

    def _names_event(self, start: int, end: int) -> bool:
        events = (hit.of(Kind.EVENT) for hit in self._doc.kind_in(start, end, Kind.EVENT))
        return any(event is not None and event.takes != "1" for event in events)

    def _was_sent(self, actor: Actor) -> bool:
        """Whether the actor was sent to do it; who is only ordered to (`สั่งการให้นาย…`) has not done it yet."""
        sent = self._doc.text[max(0, actor.start - 12) : actor.start]
        return actor.governor == "assign" and "สั่งการ" not in sent

    def tells_after(self, actor: Actor, at: int) -> bool:
        """Whether somebody tells of what stands at `at` right after it: `เปิดเผยภายหลังตรวจเยี่ยม…`, `กล่าวหลังการประชุม…`."""
        start = max(actor.end, at - BEFORE_TOLD)
        return at - actor.end <= 2 * BEFORE_TOLD and AFTER.search(self._doc.text, start, at) is not None

    def speaks_of_himself(self, start: int, at: int) -> bool:
        """Whether somebody tells from `start` on that he himself did what stands at `at`."""
        return self._teller_himself(start, at) is not None

    def _teller_himself(self, start: int, at: int) -> int | None:
        """Where the words begin with which the teller says what he did (`กล่าวว่า เมื่อวานนี้ ตนได้นำคณะลงพื้นที่…`)."""
        selves = self._selves()
        index = bisect_left(selves, start)
        himself = HIMSELF.match(self._doc.text, selves[index], at) if index < len(selves) else None
        if himself is None or at - himself.end() > BEFORE_TOLD:
            return None
        near = max(start, himself.start() - BEFORE_TOLD)
        dated = bool(self._doc.dates_in(start, at)) or DATED.search(self._doc.text, near, at)
        return himself.start() if dated else None

    def _selves(self) -> list[int]:
        """Where somebody speaks of himself."""
        if self._spoken is None:
            named = (start for _, start, _ in SPELLINGS.matches(self._doc.letters))
            self._spoken = [start for start in named if HIMSELF.match(self._doc.text, start)]
        return self._spoken

    def himself_before(self, at: int, block: Span) -> int | None:
        """Where the teller begins to say of himself that he did what stands at `at` (`ในวันนี้ตนจึงลงพื้นที่…`)."""
        told = self._told_before(at, block)
        return self._teller_himself(told.end, at) if told is not None else None

    def sends_to_event(self, assigned: Assignment) -> bool:
        """Whether somebody is sent to an event, or as somebody, not told to see to something.

        `มอบหมายให้ผมเป็นผู้แทน ลงพื้นที่…`, `มอบหมายให้นายชนะ ทองดี เป็นหัวหน้าคณะ`.
        """
        if self._doc.text.startswith("เป็น", self._doc.skip_space(assigned.end)):
            return True
        if self._doc.text.endswith("มา", 0, assigned.at):
            return True  # `วันนี้มาเป็นตัวแทนของนายชนะ ทองดี`
        ordered = self._doc.text.startswith(("สั่งการ", "ได้สั่งการ"), assigned.at)
        sent = self._doc.hits_in(assigned.end - 1, assigned.end + SENT_TO)
        return not ordered and any(is_kind(hit, Kind.EVENT) or cue(hit) == "chair" for hit in sent)

    def _assignments(self) -> list[Assignment]:
        found: list[Assignment | None] = []
        for hit in self._doc.of_kind(Kind.CUE):
            kind = cue(hit)
            if kind == "assign":
                found.extend(self._assigned(hit.start, hit.end))
            elif kind in ("assigned", "behalf"):
                found.append(self._was_assigned(hit.start, hit.end))
        return [a for a in found if a is not None and a.delegate != a.delegator]

    def _assigned(self, start: int, end: int) -> list[Assignment]:
        """`A มอบหมายให้ B`, `A พร้อมด้วย B มอบหมายให้ C`; `… มอบหมายให้ผม`: the one who speaks."""
        nearest = list(islice((a for a in self._back_from(start) if not a.outside), 2))
        if not nearest:
            return []
        after = self._next(end)
        if after is not None:
            return [Assignment(after.person, a.person, start, a.start, after.end) for a in _who_come_together(nearest)]
        by_himself = self._assigned_himself(nearest[0], start, end)
        return [by_himself] if by_himself is not None else []

    def _assigned_himself(self, delegator: Actor, start: int, end: int) -> Assignment | None:
        if self._doc.text.startswith(("ผม", "ตน"), self._doc.skip_space(end)):
            speaker = next(
                (a for a in self._back_from(start) if a.tells and not a.outside and a.person != delegator.person), None
            )
            if speaker is not None:
                return Assignment(speaker.person, delegator.person, start, delegator.start, end + 3)
        return None

    def _was_assigned(self, start: int, end: int) -> Assignment | None:
        """`B ได้รับมอบหมายจาก A`."""
        before, after = next(self._back_from(start), None), self._next(end)
        if before is None or after is None:
            return None
        return Assignment(before.person, after.person, start, before.start, after.end)

    def _next(self, at: int) -> Actor | None:
        """The actor that begins at `at`, or just behind."""
        index = bisect_left(self._starts, at)
        if index < len(self.actors) and self.actors[index].start - at <= BESIDE:
            return self.actors[index]
        return None

    def _back_from(self, at: int) -> Iterator[Actor]:
        """The actors before `at` in its paragraph, the nearest first."""
        block = self._doc.block_at(at)
        for index in range(bisect_left(self._starts, at) - 1, bisect_left(self._starts, block.start) - 1, -1):
            if self.actors[index].end <= at:
                yield self.actors[index]
