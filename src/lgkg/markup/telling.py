"""Tells the facts of an article in words: sections of entries, ready for a terminal or a page.

Names come from the article and are as hostile as it is; whoever shows them makes them harmless.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lgkg.facts import (
    Delegation,
    Entity,
    Evidence,
    Facts,
    Meeting,
    Office,
    Organization,
    Participation,
    Person,
    Place,
    Policy,
    Tenure,
)
from lgkg.markup.ids import Ids, Kind
from lgkg.markup.words import Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of text, and the id of the fact it names; the id is empty for what is no fact of its own."""

    text: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A detail of a fact: what it is, and its values."""

    label: str
    values: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in words.

    Attributes:
        fact: its id.
        kind: the kind of thing it is about.
        label: what it says of the entry it is part of (`office`, `chair, speaker`); empty for one that stands alone.
        head: what it is called.
        notes: short words on what it is.
        evidence: why it is believed.
        details: what else there is to say, statements among it.
    """

    fact: str
    kind: Kind
    label: str
    head: Phrase
    notes: tuple[str, ...]
    evidence: Evidence
    details: tuple[Line | Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one kind: the id of the section, what it is called, and its entries."""

    id: str
    title: str
    kind: Kind
    entries: tuple[Entry, ...]


def told(facts: Facts, language: str) -> tuple[Section, ...]:
    """The facts in words, in sections that are not empty.

    Args:
        facts: what was found.
        language: `th` or `en`.
    """
    return tuple(section for section in _Teller(facts, language).sections() if section.entries)


class _Teller:
    def __init__(self, facts: Facts, language: str) -> None:
        self._facts, self._ids, self._word = facts, Ids(facts), Words(language)

    def sections(self) -> Iterator[Section]:
        facts = self._facts
        yield self._section("persons", Kind.PERSON, map(self._person, facts.persons))
        yield self._section("offices", Kind.OFFICE, map(self._office, facts.offices))
        yield self._section("organizations", Kind.ORGANIZATION, map(self._organization, facts.organizations))
        yield self._section("places", Kind.PLACE, map(self._place, facts.places))
        yield self._section("policies", Kind.POLICY, map(self._policy, facts.policies))
        yield self._section("meetings", Kind.MEETING, map(self._meeting, facts.meetings))
        yield self._section("delegations", Kind.PERSON, map(self._delegation, facts.delegations))

    def _section(self, id: str, kind: Kind, entries: Iterable[Entry]) -> Section:
        return Section(id, self._word(id), kind, tuple(entries))

    def _person(self, person: Person) -> Entry:
        head = Phrase(_full_name(person, self._facts.article.text), self._ids.of(person))
        took_part = (part for part in self._facts.participations if part.person == person)
        details: tuple[Line | Entry, ...] = (
            self._line("aliases", map(Phrase, person.aliases)),
            *(self._tenure(tenure) for tenure in self._facts.tenures if tenure.person == person),
            *(Line(self._roles(part), (self._named(part.meeting),)) for part in took_part),
        )
        return Entry(head.fact, Kind.PERSON, "", head, (), person.evidence, _said(details))

    def _tenure(self, tenure: Tenure) -> Entry:
        states = (("acting", tenure.acting), ("former", tenure.former))
        notes = [self._word(state) for state, is_so in states if is_so]
        if tenure.observed_on:
            notes.append(self._word("observed", day=self._word.moment(tenure.observed_on)))
        head = self._named(tenure.office)
        id, label = self._ids.of(tenure), self._word("holds")
        return Entry(id, Kind.OFFICE, label, head, tuple(notes), tenure.evidence)

    def _office(self, office: Office) -> Entry:
        holders = (self._holder(tenure) for tenure in self._facts.tenures if tenure.office == office)
        lines = (
            self._line("variants", map(Phrase, office.variants)),
            self._line("held-by", holders),
            self._line("body", self._maybe(office.organization)),
            self._line("area", self._maybe(office.jurisdiction)),
        )
        kind = self._word.concept("office-kind", office.kind)
        return self._entry(Kind.OFFICE, office, (kind,), lines)

    def _holder(self, tenure: Tenure) -> Phrase:
        person = self._named(tenure.person)
        state = "held-by-acting" if tenure.acting else "held-by-former" if tenure.former else ""
        return Phrase(self._word(state, name=person.text), person.fact) if state else person

    def _organization(self, body: Organization) -> Entry:
        lines = (
            self._line("variants", map(Phrase, body.variants)),
            self._line("area", self._maybe(body.jurisdiction)),
        )
        kind = self._word.concept("body-kind", body.kind)
        return self._entry(Kind.ORGANIZATION, body, (kind,), lines)

    def _place(self, place: Place) -> Entry:
        lines = (
            self._line("within", self._maybe(place.within)),
            self._line("code", [Phrase(place.code)] if place.code else []),
        )
        return self._entry(Kind.PLACE, place, (self._word(place.level),), lines)

    def _policy(self, policy: Policy) -> Entry:
        about = (self._named(meeting) for meeting in self._facts.meetings if policy in meeting.about)
        lines = (self._line("variants", map(Phrase, policy.variants)), self._line("meetings", about))
        return self._entry(Kind.POLICY, policy, (self._word(policy.kind),), lines)

    def _meeting(self, meeting: Meeting) -> Entry:
        count = meeting.attendee_count
        details: tuple[Line | Entry, ...] = (
            self._line("when", [Phrase(self._word.moment(meeting.start))] if meeting.start else []),
            self._line("until", [Phrase(self._word.moment(meeting.end))] if meeting.end else []),
            self._line("venue", [Phrase(meeting.venue)] if meeting.venue else []),
            self._line("province", self._maybe(meeting.province)),
            self._line("organizer", self._maybe(meeting.organizer)),
            self._line("about", map(self._named, meeting.about)),
            self._line("count", [] if count is None else [Phrase(self._word("people", n=f"{count:,}"))]),
            *(self._participation(part) for part in self._facts.participations if part.meeting == meeting),
        )
        kind = self._word.concept("event-kind", meeting.kind)
        return self._entry(Kind.MEETING, meeting, (kind,), details)

    def _participation(self, part: Participation) -> Entry:
        notes = (part.in_capacity_of.label,) if part.in_capacity_of else ()
        head, roles = self._named(part.person), self._roles(part)
        return Entry(self._ids.of(part), Kind.PERSON, roles, head, notes, part.evidence)

    def _roles(self, part: Participation) -> str:
        return ", ".join(map(self._word, part.roles))

    def _delegation(self, sent: Delegation) -> Entry:
        lines = (
            self._line("sent-by", [self._named(sent.delegator)]),
            self._line("sent-to", [self._named(sent.meeting)] if sent.meeting else []),
        )
        head = self._named(sent.delegate)
        return Entry(self._ids.of(sent), Kind.PERSON, "", head, (), sent.evidence, _said(lines))

    def _entry(
        self,
        kind: Kind,
        thing: Entity | Meeting,
        notes: tuple[str, ...],
        details: Iterable[Line | Entry],
    ) -> Entry:
        head = self._named(thing)
        return Entry(head.fact, kind, "", head, notes, thing.evidence, _said(details))

    def _line(self, key: str, values: Iterable[Phrase]) -> Line:
        return Line(self._word(key), tuple(values))

    def _maybe(self, thing: Entity | None) -> tuple[Phrase, ...]:
        return (self._named(thing),) if thing else ()

    def _named(self, thing: Entity | Meeting) -> Phrase:
        return Phrase(_name(thing), self._ids.of(thing))


def _name(thing: Entity | Meeting) -> str:
    match thing:
        case Person() | Place():
            return thing.name
        case Meeting():
            return thing.title
        case _:
            return thing.label


def _full_name(person: Person, text: str) -> str:
    """The name with its honorific, joined as the article joins them."""
    printed = " ".join(person.evidence.span.of(text).split())
    glued = f"{person.honorific}{person.name}"
    return printed if _letters(printed) == _letters(glued) else f"{person.honorific} {person.name}".strip()


def _letters(text: str) -> str:
    return "".join(text.split())


def _said(details: Iterable[Line | Entry]) -> tuple[Line | Entry, ...]:
    """Without the lines that have nothing to say."""
    return tuple(detail for detail in details if isinstance(detail, Entry) or detail.values)
