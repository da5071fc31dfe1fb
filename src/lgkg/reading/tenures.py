"""Who holds which post: posts behind a name, before it, and shared by a list of names.

- behind: `นายชนะ อินทรโชติ นายกองค์การบริหารส่วนตำบลบ้านปรก`, joined by และ, or a second one behind an acting cue;
- shared: `นาย ก นาย ข รองผู้ว่าราชการจังหวัดขอนแก่น`: all in the list; a post with one seat, the last;
- in order: `นาย ก และนาย ข นายอำเภอลอง และสอง ตามลำดับ`: each the one of the same rank;
- before: `ปลัดกระทรวงมหาดไทย (นายอนุกูล ปีดแก้ว)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lgkg.domain.phrases import phrases
from lgkg.reading.cast import Appearance, Cast
from lgkg.reading.document import Document, cue
from lgkg.reading.offices import SINGLE, OfficeMention, Offices

NICKNAME: Final = re.compile(r"(?:ฯ| ฯ)?(?:,? ?ร\.น\.)?(?:, ดร\.)?(?: ?\([^()\n]{1,40}\))?(?: ?,)? ?(?:ตำแหน่ง ?)?")
BETWEEN_NAMES: Final = re.compile(r"(?:ฯ)?[ ,]*(?:และ)?[ ]?")
JOINT: Final = re.compile(r" ?และ ?|/")
"""What joins two posts of one person."""
EX_OFFICIO: Final = phrases("ex_officio")
SHORT_FORM: Final = re.compile(r" ?\([^()\n]{1,20}\)")
BEFORE_NAME: Final = re.compile(r" ?[(]? ?")
CONFIDENCES: Final = {
    "post-behind-name": 0.97,
    "post-in-order": 0.9,
    "post-shared-by-list": 0.9,
    "post-before-name": 0.88,
}


@dataclass(slots=True)
class Holding:
    """Person number `person` is seen in `office`; the passage runs from `start` to `end`."""

    person: int
    office: OfficeMention
    start: int
    end: int
    confidence: float
    rule: str


def holdings(doc: Document, cast: Cast, offices: Offices) -> list[Holding]:
    """All holdings, in the order of the text."""
    found: list[Holding] = []
    attached: set[int] = set()
    waiting: list[Appearance] = []
    for appearance in cast.appearances:
        if waiting and not _is_list(doc, waiting[-1], appearance):
            waiting = []
        behind = list(_behind(doc, offices, appearance.mention.end))
        if not behind:
            waiting.append(appearance)
            continue
        ordered = offices.in_order(behind[0]) if waiting else []
        attached.update(o.start for o in (*behind, *ordered))
        found.extend(_in_order([*waiting, appearance], ordered) if ordered else _shared(waiting, appearance, behind))
        waiting = []
    holders = {(h.person, h.start) for h in found}
    for appearance in cast.appearances:
        office = _before(doc, offices, appearance, attached)
        if office is not None and (appearance.person, appearance.mention.start) not in holders:
            found.append(_held(appearance, office, "post-before-name"))
    found.sort(key=lambda h: (h.start, h.office.start))
    return found


def _shared(waiting: list[Appearance], last: Appearance, posts: list[OfficeMention]) -> Iterator[Holding]:
    """The posts behind a list of names are those of the last; the first is that of all if it has seats for them."""
    for office in posts:
        yield _held(last, office, "post-behind-name")
    if not _has_one_seat(posts[0]):
        for other in waiting:
            yield _held(other, posts[0], "post-shared-by-list")


def _has_one_seat(office: OfficeMention) -> bool:
    """Whether one person holds the post at a time; two may have held it (`อดีต`), or the like of it elsewhere."""
    return office.kind in SINGLE and not office.former and (office.post.complete or office.post.area is not None)


def _in_order(people: list[Appearance], posts: list[OfficeMention]) -> Iterator[Holding]:
    """Each of the people and the post of the same rank; if there are not as many, nobody's rank is known."""
    if len(people) != len(posts):
        return
    for person, office in zip(people[:-1], posts[:-1], strict=True):
        yield _held(person, office, "post-in-order")
    yield _held(people[-1], posts[-1], "post-behind-name")


def _held(appearance: Appearance, office: OfficeMention, rule: str) -> Holding:
    start = min(appearance.mention.start, office.start)
    end = max(appearance.mention.end, office.end)
    confidence = CONFIDENCES[rule]
    if not office.post.complete:
        confidence -= 0.15
    return Holding(appearance.person, office, start, end, round(confidence, 2), rule)


def _is_list(doc: Document, one: Appearance, other: Appearance) -> bool:
    between = doc.text[one.mention.end : other.mention.start]
    return BETWEEN_NAMES.fullmatch(between) is not None


def _behind(doc: Document, offices: Offices, end: int) -> Iterator[OfficeMention]:
    """The posts behind a name that ends at `end`."""
    match = NICKNAME.match(doc.text, end)
    office = offices.at(match.end() if match else end)
    while office is not None:
        yield office
        office = _next(doc, offices, office)


def _next(doc: Document, offices: Offices, office: OfficeMention) -> OfficeMention | None:
    """A further post of the same person: joined by และ, introduced as acting, or of the same kind of dignity."""
    end = office.end
    short = SHORT_FORM.match(doc.text, end)
    if short is not None:
        end = short.end()
    joint = JOINT.match(doc.text, end)
    joined = offices.at(joint.end()) if joint is not None else None
    if joint is not None and joined is not None and (joint.group()[0] != " " or _is_ex_officio(office, joined)):
        return joined
    following = offices.at(doc.skip_space(end))
    if following is None:
        return None
    if cue(doc.hit_at(following.start)) in ("acting", "capacity", "former") or _is_minister_too(office, following):
        return following
    both_monastic = "abbot" in office.kind and "abbot" in following.kind
    mission = following.post.body is not None and following.post.body.kind == "mission_group"
    return following if both_monastic or mission else None


def _is_ex_officio(office: OfficeMention, other: OfficeMention) -> bool:
    """Whether the holder of one post has the other by it, so that ` และ` does not begin another person."""
    commands = other.kind != "board_member" and any(word in other.label for word in EX_OFFICIO)
    return commands or _is_minister_too(office, other)


def _is_minister_too(office: OfficeMention, other: OfficeMention) -> bool:
    """`นายกรัฐมนตรี และรัฐมนตรีว่าการกระทรวงกลาโหม`, also without และ."""
    return office.kind.endswith("prime_minister") and other.kind.endswith("minister")


def _before(doc: Document, offices: Offices, appearance: Appearance, attached: set[int]) -> OfficeMention | None:
    """The post that stands just before a name and belongs to nobody else."""
    start = appearance.mention.start
    office = next((o for gap in range(4) if (o := offices.ending(start - gap))), None)
    if office is None or office.start in attached or not (office.post.complete or office.post.area):
        return None
    return office if BEFORE_NAME.fullmatch(doc.text[office.end : start]) else None
