"""Who took part in an event, and in which role.

Present are the people of the paragraph that reports it: the one who presides or leads, those behind พร้อมด้วย and
โดยมี, and who speaks at it. Not present are those who only disclose it, who assigned somebody else, or who are only
spoken of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import EventKind, Role, Span
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.events import Event
from lgkg.reading.scene import Actor, Scene

SAYING = re.compile(r"(?<=[ \n])ว่า ")
HAVING = re.compile(r"[^\n]{0,40}?(?<![ก-๎])(?:โดย|ซึ่ง)?มี ?")
ITEM = re.compile(r"^(?:\d+[.)]|[-•*])")
FOLLOWING_BLOCKS = 7
LIST_OPENERS = phrases("opens_list")


@dataclass(frozen=True, slots=True)
class Presence:
    """Person number `person` took part in these roles; the passage runs from `start` to `end`."""

    person: int
    roles: tuple[Role, ...]
    start: int
    end: int
    confidence: float
    rule: str


def presences(doc: Document, scene: Scene, event: Event) -> list[Presence]:
    """Everyone who took part in `event`, in the order of the text."""
    if not event.staffed:
        return []
    present = _in_paragraph(doc, scene, event)
    present += _in_following(doc, scene, event, {a.person for a in present})
    chairs = _chairs(doc, scene, event, present)
    speakers = {a.person for a in scene.actors if a.verb in ("speech", "report")} | scene.speakers_by_post
    found = []
    for actor in _once(present):
        roles = _roles(actor, chairs, speakers, event)
        sure = 0.93 if actor.person in chairs or actor.governor == "with" else 0.88
        found.append(Presence(actor.person, roles, actor.start, actor.end, sure, _rule(actor, chairs)))
    return found


def _once(actors: list[Actor]) -> list[Actor]:
    first: dict[int, Actor] = {}
    for actor in actors:
        first.setdefault(actor.person, actor)
    return list(first.values())


def _roles(actor: Actor, chairs: set[int], speakers: set[int], event: Event) -> tuple[Role, ...]:
    roles = []
    if actor.person in chairs:
        roles.append(Role.CHAIR)
    if actor.person in speakers or actor.verb == "report" or event.kind is EventKind.PRESS_CONFERENCE:
        roles.append(Role.SPEAKER)
    return tuple(roles) or (Role.ATTENDEE,)


def _rule(actor: Actor, chairs: set[int]) -> str:
    return "chair-or-leader" if actor.person in chairs else "named-at-event"


def _in_paragraph(doc: Document, scene: Scene, event: Event) -> list[Actor]:
    absent = {a.delegator for a in scene.assignments if event.block.start <= a.at < event.block.end}
    stop = _end_of_report(doc, scene, event)
    found = []
    for actor in scene.within(event.block):
        if actor.start >= stop:
            break
        told_before = actor.tells and actor.end <= event.clause
        if actor.person in absent or actor.outside or (told_before and not _was_there(doc, scene, actor, event)):
            continue
        found.append(actor)
    return found


def _was_there(doc: Document, scene: Scene, actor: Actor, event: Event) -> bool:
    return _opens(doc, actor, event) or scene.speaks_of_himself(actor.end, event.clause)


def _opens(doc: Document, actor: Actor, event: Event) -> bool:
    """Whether one who tells of an event says to have presided over it (`เปิดเผยภายหลังเป็นประธาน…`)."""
    return any(cue(h) == "chair" for h in doc.hits_in(actor.end, min(actor.end + 3, event.start)))


def _end_of_report(doc: Document, scene: Scene, event: Event) -> int:
    """Where the report of the event ends in its paragraph and somebody's words about it begin."""
    ends = [event.block.end]
    saying = SAYING.search(doc.text, event.end, event.block.end)
    if saying:
        ends.append(saying.start())
    ends.extend(a.start for a in scene.within(event.block) if a.start > event.end and a.tells)
    return min(ends)


def _in_following(doc: Document, scene: Scene, event: Event, known: set[int]) -> list[Actor]:
    """People of the paragraphs behind that go on with the list (`โดยมี…`, `ดังนี้` and a name a line), or lectured."""
    index = doc.layout.body.index(event.block)
    found: list[Actor] = []
    listing = doc.text[event.block.start : event.block.end].rstrip().endswith(LIST_OPENERS)
    for block in doc.layout.body[index + 1 : index + 1 + FOLLOWING_BLOCKS]:
        text = doc.text[block.start : block.end]
        numbered = ITEM.match(text) is not None
        item = numbered or is_kind(doc.hit_at(block.start), Kind.TITLE)
        listing = listing and item
        for actor in scene.within(block):
            told_by = numbered and doc.text[: actor.start].rstrip().endswith("โดย")
            lectures = item and (actor.verb == "report" or told_by)
            if lectures:
                actor = replace(actor, verb="report")
            goes_on = (listing or _opens_list(doc, scene, block)) and not actor.outside and not actor.tells
            if (goes_on or lectures) and actor.person not in known:
                found.append(actor)
        listing = listing or text.rstrip().endswith(LIST_OPENERS)
    return found


def _opens_list(doc: Document, scene: Scene, block: Span) -> bool:
    """Whether a paragraph begins by listing more people: `โดยมี…`, `ผู้ลงนามฝ่ายจังหวัด ได้แก่…`."""
    actors = scene.within(block)
    first = actors[0].start if actors else block.end
    if any(cue(h) == "with" for h in doc.hits_in(block.start, min(first, block.start + 50))):
        return True
    return HAVING.fullmatch(doc.text, block.start, first) is not None and any(
        cue(h) in ("present", "welcome") for h in doc.hits_in(first, block.end)
    )


def _chairs(doc: Document, scene: Scene, event: Event, present: list[Actor]) -> set[int]:
    """Who presides: named before a chair cue; else who leads a visit or does what the event is."""
    chairs = set()
    for hit in doc.hits_in(event.block.start, event.block.end):
        if cue(hit) == "chair":
            actor = _before_chair(doc, scene, hit.start, event.block)
            if actor is not None and any(p.person == actor.person for p in present):
                chairs |= {actor.person, *_co_chairs(doc, scene, actor, event.block)}
    if chairs or event.kind is EventKind.PRESS_CONFERENCE:
        return chairs
    leader = _leader(doc, scene, event, present)
    return {leader.person} if leader is not None else set()


def _co_chairs(doc: Document, scene: Scene, chair: Actor, block: Span) -> list[int]:
    """Who stands before the chair, joined by และ alone: `A และ B เป็นประธานร่วม`."""
    before = [a for a in scene.within(block) if a.end < chair.start and a.governor != "with"]
    joined = before and doc.text[before[-1].end : chair.start].strip() == "และ"
    return [before[-1].person] if joined else []


def _before_chair(doc: Document, scene: Scene, at: int, block: Span) -> Actor | None:
    """The one who presides at a chair cue: `A พร้อมด้วย B เป็นประธาน` is A, `โดยมี A เป็นประธาน` is A."""
    before = [a for a in scene.within(block) if a.start < at and not a.outside]
    while before:
        actor = before.pop()
        if actor.governor != "with" and not _in_with_list(doc, before, actor):
            return actor
        opener = _list_opener(doc, scene, actor, block)
        if opener is None:
            return actor
        if doc.text.startswith(("โดยมี", "ซึ่งมี", "โดย มี"), opener):
            return actor
        before = [a for a in before if a.start < opener]
    return None


def _in_with_list(doc: Document, before: list[Actor], actor: Actor) -> bool:
    """Whether the actor stands further down a list that พร้อมด้วย opens."""
    if not before:
        return False
    gap = doc.text[before[-1].end : actor.start]
    return len(gap) <= len(" และ ") and not any(
        cue(h) for h in doc.hits_in(before[-1].end, actor.start) if cue(h) != "join"
    )


def _list_opener(doc: Document, scene: Scene, actor: Actor, block: Span) -> int | None:
    """Where the cue stands that opens the list the actor is in."""
    hits = [h for h in doc.hits_in(block.start, actor.start) if cue(h) == "with"]
    return hits[-1].start if hits else None


def _leader(doc: Document, scene: Scene, event: Event, present: list[Actor]) -> Actor | None:
    """Who leads without being called chair: the first one before the event, unless said to attend or to welcome."""
    before = [a for a in present if a.start < event.clause and a.governor != "with"]
    if not before:
        return None
    attending = any(cue(h) in ("present", "welcome") for h in doc.hits_in(before[0].end, event.start + 1))
    was_sent = any(a.delegate == before[0].person and a.at > before[0].start for a in scene.assignments)
    if attending or (was_sent and _only_attends(doc, event)):
        return None
    return before[0]


def _only_attends(doc: Document, event: Event) -> bool:
    return doc.text[max(0, event.start - 12) : event.start].rstrip().endswith(("เข้าร่วม", "ร่วม", "เข้า"))
