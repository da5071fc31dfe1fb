"""Who took part in an event, and in which role.

Present are the people of the paragraph that reports it: the one who presides or leads, those behind พร้อมด้วย and
โดยมี, and who speaks at it. Not present are those who only disclose it, who assigned somebody else, or who are only
spoken of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import EventKind, Role, Span
from lgkg.reading.document import Document, cue, is_kind
from lgkg.reading.events.listed import LISTED
from lgkg.reading.events.reported import Event
from lgkg.reading.events.scene import Actor, Scene

SAYING: Final = re.compile(r"(?<=[ \n])ว่า ")
SANGHA: Final = "สงฆ์"
JOINING: Final = re.compile(r"(?P<comes>เข้าร่วม|ร่วมเป็น(?:เกียรติ|สักขีพยาน)|เข้า(?=พบ|เยี่ยม))|(?<![ก-๎])(?:ได้)?ร่วม(?!กับ|มือ)")
TOGETHER: Final = re.compile(r"(?:ร่วม)?กับ ?")
HAVING: Final = re.compile(r"[^\n]{0,40}?(?<![ก-๎])(?:โดย|ซึ่ง)?มี ?")
ITEM: Final = re.compile(r"^(?:\d+[.)]|[-•*])")
HONOURED: Final = re.compile(r"(?:พระชนมายุ|พระชนมพรรษา|พระชันษา)(?: \d{1,3} (?:รอบ|ปี|พรรษา))? ?(?:ของ)?$")
GIVES: Final = re.compile(r" ?(?:ทรง|โปรด|ได้|เมตตา|มีพระ[ก-๎]{3,10}){0,4}(?:ประทาน|พระราชทาน)(?!ปริญญา)")
FURTHEST_CHAIR: Final = 4_000
"""Letters before a chair cue among which the one who presides is looked for: more than any list of names takes."""
FOLLOWING_BLOCKS: Final = 7
NEXT_SPEAKER: Final = phrases("next_speaker")
LIST_OPENERS: Final = phrases("opens_list")


@dataclass(slots=True)
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
    speakers = (scene.speakers & {a.person for a in present}) | _signers(doc, scene, event, present)
    found = []
    for actor in _once(present):
        roles = _roles(actor, chairs, speakers, event)
        rule, sure = _how_sure(actor, chairs, event)
        found.append(Presence(actor.person, roles, actor.start, actor.end, sure, rule))
    return found


def _once(actors: list[Actor]) -> list[Actor]:
    first: dict[int, Actor] = {}
    for actor in actors:
        first.setdefault(actor.person, actor)
    return list(first.values())


def _roles(actor: Actor, chairs: set[int], speakers: frozenset[int], event: Event) -> tuple[Role, ...]:
    roles = []
    if actor.person in chairs:
        roles.append(Role.CHAIR)
    if actor.person in speakers or actor.verb == "report" or event.kind is EventKind.PRESS_CONFERENCE:
        roles.append(Role.SPEAKER)
    return tuple(roles) or (Role.ATTENDEE,)


def _how_sure(actor: Actor, chairs: set[int], event: Event) -> tuple[str, float]:
    """The rule by which somebody took part, and the confidence."""
    if actor.person in chairs:
        return "chair-or-leader", 0.93
    if actor.start >= event.block.end and actor.verb in ("speech", "report"):
        return "speaks-next", 0.85
    return "named-at-event", 0.93 if actor.governor == "with" else 0.88


def _signers(doc: Document, scene: Scene, event: Event, present: list[Actor]) -> set[int]:
    """Who signs speaks at the event: `นายชนะ ทองดี … ลงนามในสมุดแสดงความเสียใจ`."""
    if event.kind is not EventKind.SIGNING:
        return set()
    return {leader.person for leader in _leaders(doc, scene, event, present)}


def _in_paragraph(doc: Document, scene: Scene, event: Event) -> list[Actor]:
    absent = {a.delegator for a in scene.assignments if event.block.start <= a.at < event.block.end}
    stop = _end_of_report(doc, scene, event)
    himself = scene.himself_before(event.clause, event.block) or 0
    found = []
    for actor in scene.within(event.block):
        if actor.start >= stop:
            break
        if actor.person not in absent and not _is_elsewhere(doc, scene, actor, event, himself):
            found.append(actor)
    return found


def _is_elsewhere(doc: Document, scene: Scene, actor: Actor, event: Event, himself: int) -> bool:
    """Who is only spoken of, honoured, arrested, or told of the event without having been there.

    `himself` is where the teller begins to say what he did himself: whom he names before that is only spoken of.
    """
    if event.kind is EventKind.OPERATION and event.start < actor.start < event.end:
        return True  # who was arrested
    if actor.end <= himself and not actor.tells:
        return True
    told_before = actor.tells and actor.end <= event.clause
    return actor.outside or _is_honoured(doc, actor) or (told_before and not _was_there(doc, scene, actor, event))


def _is_honoured(doc: Document, actor: Actor) -> bool:
    """Who is only honoured at an event, or gave something for it: `ฉลองพระชนมายุ 8 รอบ สมเด็จพระ…`, `… ประทานผ้าไตร`."""
    honoured = HONOURED.search(doc.text, max(0, actor.start - 40), actor.start)
    return honoured is not None or GIVES.match(doc.text, actor.end) is not None


def _was_there(doc: Document, scene: Scene, actor: Actor, event: Event) -> bool:
    himself = scene.speaks_of_himself(actor.end, event.clause) or scene.tells_after(actor, event.clause)
    return himself or _opens(doc, actor, event)


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
    found: list[Actor] = []
    in_turn = False
    listing = doc.text[event.block.start : event.block.end].rstrip().endswith(LIST_OPENERS)
    for block in doc.behind(event.block.start, FOLLOWING_BLOCKS):
        if event.rule == LISTED or scene.items_in(block):
            break
        text = doc.text[block.start : block.end]
        numbered = ITEM.match(text) is not None
        item = numbered or is_kind(doc.hit_at(block.start), Kind.TITLE)
        listing = listing and item
        for actor in scene.within(block):
            told_by = numbered and doc.text[block.start : actor.start].rstrip().endswith("โดย")
            lectures = item and (actor.verb == "report" or told_by)
            if lectures:
                actor = replace(actor, verb="report")
            goes_on = (listing or _opens_list(doc, scene, block)) and not actor.outside and not actor.tells
            speaks = _speaks_next(doc, scene, actor, block) or (in_turn and _speaks_first(doc, scene, actor, block))
            if (goes_on or lectures or speaks) and actor.person not in known:
                found.append(actor)
        in_turn = _speaks_there(scene, block, known | {a.person for a in found})
        listing = listing or text.rstrip().endswith(LIST_OPENERS)
    return found


def _speaks_there(scene: Scene, block: Span, known: set[int]) -> bool:
    """Whether who took part opens a paragraph with what he said, so that who opens the next one spoke after him."""
    first = scene.within(block)[:1]
    return any(actor.verb in ("speech", "report") and actor.person in known for actor in first)


def _speaks_next(doc: Document, scene: Scene, actor: Actor, block: Span) -> bool:
    """`ด้าน นายชนะ ทองดี … กล่าวว่า`, `จากนั้น นางใจ แสงดี … กล่าวรายงาน…`: named here first, so heard at the event."""
    opens = doc.text[block.start : actor.start].strip() in NEXT_SPEAKER
    return opens and _says_for_the_first_time(scene, actor)


def _speaks_first(doc: Document, scene: Scene, actor: Actor, block: Span) -> bool:
    """Who opens a paragraph, not named before: `นางใจ แสงดี … กล่าวว่า` behind what the chair of the meeting said."""
    return doc.skip_space(block.start) >= actor.start and _says_for_the_first_time(scene, actor)


def _says_for_the_first_time(scene: Scene, actor: Actor) -> bool:
    return scene.first_of(actor.person).start == actor.start and actor.verb in ("speech", "report")


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
    of_laymen = False
    for hit in doc.hits_in(event.block.start, event.block.end):
        if scene.is_chair(hit, event.block):
            actor = _before_chair(doc, scene, hit.start, event.block)
            if actor is not None and any(p.person == actor.person for p in present):
                chairs |= {actor.person, *_co_chairs(doc, scene, actor, event.block)}
                chairs.update(_chairs_with(doc, scene, hit.end))
                of_laymen = of_laymen or SANGHA not in doc.text[hit.start : hit.end]
    if of_laymen or event.kind in (EventKind.PRESS_CONFERENCE, EventKind.SIGNING):
        return chairs
    return chairs | {leader.person for leader in _leaders(doc, scene, event, present)}


def _reach(block: Span, at: int) -> Span:
    """What is looked at before `at` for who presides there: with a bound, chairs in a row are read in linear time."""
    return Span(max(block.start, at - FURTHEST_CHAIR), at)


def _co_chairs(doc: Document, scene: Scene, chair: Actor, block: Span) -> list[int]:
    """Who stands before the chair, joined by และ alone: `A และ B เป็นประธานร่วม`."""
    before = [a for a in scene.within(_reach(block, chair.start)) if a.end < chair.start and a.governor != "with"]
    joined = before and doc.text[before[-1].end : chair.start].strip() == "และ"
    return [before[-1].person] if joined else []


def _chairs_with(doc: Document, scene: Scene, at: int) -> list[int]:
    """Who is named right behind `เป็นประธานร่วมกับ`."""
    behind = TOGETHER.match(doc.text, at)
    actor = scene.starting_at(behind.end()) if behind else None
    return [actor.person] if actor is not None else []


def _before_chair(doc: Document, scene: Scene, at: int, block: Span) -> Actor | None:
    """The one who presides at a chair cue: `A พร้อมด้วย B เป็นประธาน` is A, `โดยมี A เป็นประธาน` is A."""
    before = [a for a in scene.within(_reach(block, at)) if not a.outside]
    while before:
        actor = before.pop()
        if actor.governor != "with" and not _in_with_list(doc, before, actor):
            return actor
        opener = _list_opener(doc, scene, actor, block)
        if opener is None:
            return actor
        if doc.text.startswith(("โดยมี", "ซึ่งมี", "โดย มี"), opener) or _presided_before(doc, scene, opener, at, block):
            return actor
        before = [a for a in before if a.start < opener]
    return None


def _presided_before(doc: Document, scene: Scene, opener: int, at: int, block: Span) -> bool:
    """Whether who leads a list has a chair cue already: `A เป็นประธานฝ่ายสงฆ์ พร้อมด้วย B … C เป็นประธานฝ่ายฆราวาส`."""
    chairs = [hit for hit in doc.hits_in(_reach(block, at).start, at) if scene.is_chair(hit, block)]
    return bool(chairs) and chairs[-1].end <= opener <= chairs[-1].end + 1


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


def _leaders(doc: Document, scene: Scene, event: Event, present: list[Actor]) -> list[Actor]:
    """Who leads without being called chair: the first one before the event, unless said to attend or to welcome.

    Who brings others leads also what they join in: `นายชนะ ทองดี พร้อมด้วยข้าราชการ ร่วมทำบุญตักบาตร`, and so do two who stand
    together before them: `นายชนะ ทองดี นางใจ แสงดี นำหัวหน้าส่วนราชการ ร่วมพิธี…`.
    """
    before = [a for a in present if a.start < event.clause and a.governor != "with"]
    if not before:
        return []
    first = before[0]
    cues = {cue(h) for h in doc.hits_in(first.end, event.start + 1)}
    was_sent = any(a.delegate == first.person and a.at > first.start for a in scene.assignments)
    joins: re.Match[str] | None = JOINING.search(doc.text, max(first.end, event.start - 24), event.start + 12)
    if len(before) > 1 and before[1].verb == "lead" and not scene.cues_between(first.end, before[1].start):
        return before[:2]
    if first.verb in ("with", "lead") and "welcome" not in cues and not (joins and joins["comes"]):
        return [first]
    return [] if joins or cues & {"present", "welcome"} or (was_sent and joins) else [first]
