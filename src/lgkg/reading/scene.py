"""What people do where they are mentioned: who speaks, who is only spoken of, who assigns whom, who stands in a list.

An appearance is one mention with the posts behind it; its verb is the cue that follows. From these the events, the
participants and the delegations are read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from lgkg.domain.terms import Kind
from lgkg.facts import Span
from lgkg.reading.cast import Cast
from lgkg.reading.document import Document, cue
from lgkg.reading.offices import Offices
from lgkg.reading.tenures import Holding

BESIDE = 6
"""How near, in code points, a cue must stand before a name to govern it."""
ADVERBS = frozenset({"stop", "soft"})


TELLING = frozenset({"speech", "disclose"})
HIMSELF = re.compile(r"(?<![ก-๎])(?:ตน|ผม)(?:เอง)?(?=ได้|พร้อม|และคณะ|นำ|เดินทาง|ลง)")
YESTERDAY = re.compile(r"เมื่อวานนี้|วานนี้")
QUOTES = ("“", '"', "‘")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Assignment:
    """`delegator` had `delegate` do something; the cue stands at `at`."""

    delegate: int
    delegator: int
    at: int
    start: int
    end: int


class Scene:
    """The actors of an article, in the order of the text."""

    def __init__(self, doc: Document, cast: Cast, offices: Offices, held: list[Holding]) -> None:
        self._doc = doc
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
        self.assignments = self._assignments()
        self.speakers_by_post = self._speakers_by_post(offices, held)

    def _actor(self, person: int, start: int, end: int) -> Actor:
        doc = self._doc
        at = end
        while doc.text.startswith(("ฯ", " ", ")", ","), at):
            at += 1
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

    def within(self, block: Span) -> list[Actor]:
        """The actors of a paragraph."""
        return self.actors[bisect_left(self._starts, block.start) : bisect_left(self._starts, block.end)]

    def person_before(self, at: int, block: Span) -> Actor | None:
        """The last actor before `at` in the paragraph."""
        before = [a for a in self.within(block) if a.start < at]
        return before[-1] if before else None

    def agent_before(self, at: int, block: Span) -> int | None:
        """Where the actor ends who carries out what stands at `at`; None if nobody does.

        Nobody does if the last one before only tells of it, is only spoken of, or had somebody unnamed do it.
        """
        actor = self.person_before(at, block)
        if actor is None or actor.outside or actor.verb in ("assign", "plan"):
            return None
        told = [h for h in self._doc.hits_in(block.start, at) if cue(h) in TELLING]
        if not told:
            return None if self._doc.text.startswith(QUOTES, block.start) else actor.end
        if told[-1].start >= actor.end:
            return self._teller_himself(told[-1].end, at)
        dated = any(told[-1].end <= d.span.start < actor.start for d in self._doc.dates)
        return actor.end if dated or actor.governor == "assign" else None

    def speaks_of_himself(self, start: int, at: int) -> bool:
        """Whether somebody tells from `start` on that he himself did what stands at `at`."""
        return self._teller_himself(start, at) is not None

    def _teller_himself(self, start: int, at: int) -> int | None:
        """Where the words begin with which the teller says what he did (`กล่าวว่า เมื่อวานนี้ ตนได้นำคณะลงพื้นที่…`)."""
        himself = HIMSELF.search(self._doc.text, start, at)
        dated = any(start <= d.span.start < at for d in self._doc.dates) or YESTERDAY.search(self._doc.text, start, at)
        return himself.start() if himself and dated and at - himself.end() <= 60 else None

    def _assignments(self) -> list[Assignment]:
        found = []
        for hit in self._doc.of_kind(Kind.CUE):
            kind = cue(hit)
            if kind == "assign":
                found.append(self._assigned(hit.start, hit.end))
            elif kind in ("assigned", "behalf"):
                found.append(self._was_assigned(hit.start, hit.end))
        return [a for a in found if a is not None and a.delegate != a.delegator]

    def _assigned(self, start: int, end: int) -> Assignment | None:
        """`A มอบหมายให้ B`; `… มอบหมายให้ผม`: the one who speaks."""
        sentence = self._block(start)
        before = [a for a in self.within(sentence) if a.end <= start and not a.outside]
        after = self._next(end)
        if not before:
            return None
        delegator = before[-1]
        if after is not None:
            return Assignment(after.person, delegator.person, start, delegator.start, after.end)
        if self._doc.text.startswith(("ผม", "ตน"), self._doc.skip_space(end)):
            speakers = [a for a in before if a.tells and a.person != delegator.person]
            if speakers:
                return Assignment(speakers[-1].person, delegator.person, start, delegator.start, end + 3)
        return None

    def _was_assigned(self, start: int, end: int) -> Assignment | None:
        """`B ได้รับมอบหมายจาก A`."""
        before = [a for a in self.within(self._block(start)) if a.end <= start]
        after = self._next(end)
        if not before or after is None:
            return None
        return Assignment(before[-1].person, after.person, start, before[-1].start, after.end)

    def _next(self, at: int) -> Actor | None:
        """The actor that begins at `at`, or just behind."""
        index = bisect_left(self._starts, at)
        if index < len(self.actors) and self.actors[index].start - at <= BESIDE:
            return self.actors[index]
        return None

    def _block(self, at: int) -> Span:
        return next((b for b in self._doc.blocks if b.start <= at < b.end), Span(at, at))
