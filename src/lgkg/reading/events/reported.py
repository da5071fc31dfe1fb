"""Finds the events that an article reports.

Most releases report one event, in the first paragraph that has one; a list that goes from place to place reports one an
item; a cabinet meeting with its date, what is said to have been held or signed beside it, and events with an hour of
their own are further ones.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from lgkg.facts import Span
from lgkg.reading.document import Document
from lgkg.reading.events.carried_out import Event, is_planned, main_event, unstaffed_event
from lgkg.reading.events.listed import LISTED, days_of_list, lead_in
from lgkg.reading.events.others import beside, cabinet, held, later, organised
from lgkg.reading.events.scene import Scene
from lgkg.reading.events.titles import is_bare

OPENING: Final = 30
"""How far, in code points, inside its paragraph a day stands that opens it."""

__all__ = ["Event", "events"]


def events(doc: Document, scene: Scene) -> list[Event]:
    """The events of the article, in the order of the text."""
    main = _main(doc, scene)
    if main is None and not scene.items:
        main = organised(doc, scene) or _in_summary(doc, scene)
    found = [main] if main else []
    listed = _listed(doc, scene)
    for event in (*listed, *beside(doc, scene, main), *later(doc, scene, main), *cabinet(doc, main), *held(doc, main)):
        _add(found, event)
    return found


def _add(found: list[Event], event: Event) -> None:
    """Adds an event in its place in the text, if it overlaps none of those found."""
    at = bisect_left(found, event.start, key=lambda other: other.start)
    if not (at and event.start < found[at - 1].end) and not (at < len(found) and found[at].start < event.end):
        found.insert(at, event)


def _main(doc: Document, scene: Scene) -> Event | None:
    """The first event; if its paragraph only sums up, that of the one behind, which opens with the day."""
    told = _told(doc, scene)
    for number, block in enumerate(told):
        event = main_event(doc, scene, block)
        if event is None:
            continue
        behind = told[number + 1] if number + 1 < len(told) and not doc.dates_in(block.start, block.end) else None
        opens = behind is not None and doc.dates_in(behind.start, behind.start + OPENING)
        return (main_event(doc, scene, behind) if behind and opens else None) or event
    return None


def _in_summary(doc: Document, scene: Scene) -> Event | None:
    """The event of a release whose summary alone tells it: `นายชนะ ทองดี … ร่วมพิธีเปิดโรงงาน…` beside a picture."""
    found = next((event for block in doc.layout.headings[1:] if (event := main_event(doc, scene, block))), None)
    return replace(found, rule="event-in-summary", confidence=0.8) if found is not None else None


def _told(doc: Document, scene: Scene) -> list[Span]:
    """The paragraphs, without what the items of a list take of them."""
    opening = [(block, [item.start for item in scene.items_in(block)]) for block in doc.layout.body]
    return [Span(block.start, min([block.end, *starts])) for block, starts in opening if block.start not in starts]


def _listed(doc: Document, scene: Scene) -> list[Event]:
    """The events of a list that goes from place to place (`1. จังหวัดเลย นายชนะ ทองดี … เป็นประธานพิธี…`)."""
    days = days_of_list(doc, scene.items)
    shared = _shared_title(doc, scene)
    found = []
    for item in scene.items:
        event = main_event(doc, scene, item) or unstaffed_event(doc, scene, item)
        event = event or _under_title(doc, scene, item, shared)
        if event is not None:
            sure = 0.85 if event.staffed else 0.75
            found.append(replace(_titled(doc, event, shared), rule=LISTED, confidence=sure, days=days))
    return found


def _shared_title(doc: Document, scene: Scene) -> Event | None:
    """The event that the sentence before a list names for all its items: `หลายจังหวัดได้จัดพิธีสวดมนต์… อาทิ`."""
    lead = lead_in(doc, scene.items) if scene.items else None
    return unstaffed_event(doc, scene, lead) if lead is not None else None


def _under_title(doc: Document, scene: Scene, item: Span, shared: Event | None) -> Event | None:
    """The event of an item that says only who presided, under the title of its list: `… เป็นประธานฝ่ายฆราวาส ร่วมในพิธี`."""
    hit = None
    for chair in doc.hits_in(item.start, item.end):
        if scene.is_chair(chair, item) and scene.person_before(chair.start, item) is not None:
            hit = chair
            break
    if shared is None or hit is None or is_planned(doc, hit):
        return None
    return replace(shared, start=hit.start, end=hit.end, block=item, clause=hit.start, staffed=True)


def _titled(doc: Document, event: Event, shared: Event | None) -> Event:
    """The event of an item under the title of its list, if it says no more than that there was one (`ประกอบพิธี`)."""
    if shared is None or shared.kind is not event.kind or not is_bare(doc, event.start, event.end):
        return event
    return replace(event, title=shared.title)
