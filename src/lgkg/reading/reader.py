"""Reads an article: runs the readers in order and gathers what they find into `Facts`."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date, datetime
from operator import attrgetter
from typing import Final

from lgkg.article import Article
from lgkg.domain.gazetteer import Area
from lgkg.facts import Delegation, Facts, Meeting, Office, Participation, Person, Place, Policy, Span
from lgkg.reading.bodies import Bodies
from lgkg.reading.cast import Cast
from lgkg.reading.document import Document
from lgkg.reading.events import Event, Scene, events, organizer, presences, setting
from lgkg.reading.monks import monks
from lgkg.reading.offices import Offices
from lgkg.reading.organizations import Directory
from lgkg.reading.people import Mention, titled
from lgkg.reading.places import Areas
from lgkg.reading.policies import merged, policies
from lgkg.reading.posts import Posts
from lgkg.reading.tenures import holdings

_START: Final = attrgetter("start")


def read(article: Article) -> Facts:
    """What `article` says, with the passage for each fact.

    Title, publication day and URL that the text prints are filled into the article of the result.
    """
    return _Reading(article).facts()


class _Reading:
    """One article while it is read."""

    def __init__(self, article: Article) -> None:
        doc = Document(article)
        found = _mentions(doc)
        doc.set_apart([Span(m.start, m.end) for m in found])
        self.doc = doc
        self.areas = Areas(doc)
        self.bodies = bodies = Bodies(doc, self.areas)
        offices = Offices(doc, self.areas, bodies)
        self.cast = Cast(doc, found)
        self.cast.add_short(offices)
        self.held = holdings(doc, self.cast, offices)
        self.scene = Scene(doc, self.cast, offices, self.held)
        self.directory = Directory(doc, self.areas, bodies, offices)
        self.posts = Posts(doc, self.areas, self.directory, offices, self.held)
        self.policies = policies(doc, sorted(Span(m.start, m.end) for m in bodies.mentions))

    def facts(self) -> Facts:
        """Everything found, tied together."""
        persons = self.cast.persons()
        named = merged(self.doc, self.policies)
        found = self._meetings(named)
        observed = next((_day(m.start) for _, m in found if m.start), None) or self.doc.published
        tenures = self.posts.tenures(persons, observed)
        capacity = {t.person: t.office for t in reversed(tenures) if not t.former}
        participations = [p for e, m in found for p in self._participations(e, m, persons, capacity)]
        return Facts(
            article=self._article(),
            persons=persons,
            offices=self.posts.offices(),
            organizations=self.directory.organizations(),
            places=self.areas.places(),
            policies=named,
            tenures=tenures,
            meetings=tuple(m for _, m in found),
            participations=tuple(participations),
            delegations=tuple(self._delegations(found, persons)),
        )

    def _article(self) -> Article:
        article, layout = self.doc.article, self.doc.layout
        return replace(
            article,
            title=article.title or layout.title,
            published=self.doc.published,
            url=article.url or layout.url,
        )

    def _meetings(self, named: tuple[Policy, ...]) -> list[tuple[Event, Meeting]]:
        """The meetings; what is held beside the main event has its day and place."""
        found: list[tuple[Event, Meeting]] = []
        main: Meeting | None = None
        forms: dict[str, list[int]] = {}
        for number, policy in enumerate(named):
            for form in {policy.label, *policy.variants}:
                forms.setdefault(form, []).append(number)
        for event in events(self.doc, self.scene):
            about = sorted({number for form in self._policy_forms(event) for number in forms.get(form, ())})
            meeting = self._meeting(event, tuple(named[number] for number in about), main)
            main = main or (meeting if event.staffed else None)
            found.append((event, _beside(event, meeting, main) if main else meeting))
        return found

    def _policy_forms(self, event: Event) -> set[str]:
        """The policies named in the paragraph of an event, by their labels and as printed."""
        first, last = (bisect_left(self.policies, at, key=_START) for at in (event.block.start, event.block.end))
        return {form for p in self.policies[first:last] for form in (p.label, self.doc.text[p.start : p.end])}

    def _meeting(self, event: Event, about: tuple[Policy, ...], main: Meeting | None) -> Meeting:
        around = setting(self.doc, self.areas, self.scene, event, _day(main.start) if main and main.start else None)
        holder = organizer(self.doc, self.bodies, event.block)
        return Meeting(
            title=event.title,
            kind=event.kind,
            start=around.start,
            end=around.end,
            venue=around.venue,
            province=self._place(around.province, event.start),
            organizer=self.directory.organization(holder) if holder else None,
            about=about,
            attendee_count=around.attendee_count,
            evidence=self.doc.sentence_evidence(event.start, event.end, event.confidence, event.rule),
        )

    def _place(self, area: Area | None, near: int) -> Place | None:
        return self.areas.place(area, near) if area is not None else None

    def _participations(
        self, event: Event, meeting: Meeting, persons: tuple[Person, ...], capacity: dict[Person, Office]
    ) -> list[Participation]:
        return [
            Participation(
                persons[p.person],
                meeting,
                p.roles,
                capacity.get(persons[p.person]),
                self.doc.sentence_evidence(p.start, p.end, p.confidence, p.rule),
            )
            for p in presences(self.doc, self.scene, event)
        ]

    def _delegations(self, found: list[tuple[Event, Meeting]], persons: tuple[Person, ...]) -> list[Delegation]:
        made: dict[tuple[int, int], Delegation] = {}
        told: dict[Span, list[tuple[Event, Meeting]]] = {}
        for pair in found:
            told.setdefault(self.doc.block_at(pair[0].block.start), []).append(pair)
        for assigned in self.scene.assignments:
            near = told.get(self.doc.block_at(assigned.at), [])
            meeting = next((m for e, m in near if e.block.start <= assigned.at < e.block.end), None)
            if meeting is None and not self.scene.sends_to_event(assigned):
                continue  # told to do something, not to take part
            evidence = self.doc.sentence_evidence(assigned.start, assigned.end, 0.85, "assigned")
            made.setdefault(
                (assigned.delegate, assigned.delegator),
                Delegation(persons[assigned.delegate], persons[assigned.delegator], meeting, evidence),
            )
        return list(made.values())


def _mentions(doc: Document) -> list[Mention]:
    """All mentions of people, in the order of the text, none overlapping."""
    kept: list[Mention] = []
    for mention in sorted([*titled(doc), *monks(doc)], key=_START):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _beside(event: Event, meeting: Meeting, main: Meeting) -> Meeting:
    """A meeting held beside the main one has its day and place."""
    if event.rule == "event-held" and meeting.start is None:
        return replace(meeting, start=main.start, venue=main.venue, province=main.province)
    return meeting


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
