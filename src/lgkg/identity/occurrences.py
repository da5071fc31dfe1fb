"""What an article contributes to the question who is who: its people and events, each with the context it gives them.

An occurrence carries the id that the person has by name alone. Whether that is the id in the graph is decided when all
occurrences are known: homonyms are told apart, near names are joined.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from lgkg.facts import Facts, Meeting, Person, Role, Tenure
from lgkg.identity.identities import Identities
from lgkg.identity.records import EventRecord, Seat


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One person in one article.

    Attributes:
        article: id of the article.
        person: the person's id by name alone.
        name: the name as the article prints it, no honorific.
        given: the given name.
        family: the family name; None where the article gives none.
        honorific: title or rank as printed; empty if none.
        day: the day of the article; None if unknown.
        seats: the posts in which the article sees the person, sorted by office.
    """

    article: str
    person: str
    name: str
    given: str
    family: str | None
    honorific: str
    day: date | None
    seats: tuple[Seat, ...]


def occurrences_of(facts: Facts, ids: Identities) -> tuple[Occurrence, ...]:
    """The people of an article, sorted by id; of two with one id the first that the text names."""
    tenures: dict[int, list[Tenure]] = defaultdict(list)
    for tenure in facts.tenures:
        tenures[id(tenure.person)].append(tenure)
    found: dict[str, Occurrence] = {}
    for person in facts.persons:
        occurrence = _occurrence(facts, person, tenures[id(person)], ids)
        found.setdefault(occurrence.person, occurrence)
    return tuple(found[person] for person in sorted(found))


def events_of(facts: Facts, ids: Identities) -> tuple[EventRecord, ...]:
    """The events of an article, sorted by id."""
    present: dict[int, dict[str, bool]] = defaultdict(dict)
    for one in facts.participations:
        person = ids.person(facts, one.person)
        there = present[id(one.meeting)]
        there[person] = there.get(person, False) or Role.CHAIR in one.roles
    records = {ids.meeting(facts, event): _event(facts, event, present[id(event)], ids) for event in facts.meetings}
    return tuple(records[meeting] for meeting in sorted(records))


def _occurrence(facts: Facts, person: Person, tenures: list[Tenure], ids: Identities) -> Occurrence:
    seats = {seat.office: seat for seat in sorted((_seat(tenure, ids) for tenure in tenures), key=_former_first)}
    return Occurrence(
        article=facts.article.id,
        person=ids.person(facts, person),
        name=person.name,
        given=person.given,
        family=person.family,
        honorific=person.honorific,
        day=facts.article.published or min((one.observed_on for one in tenures if one.observed_on), default=None),
        seats=tuple(seats[office] for office in sorted(seats)),
    )


def _seat(tenure: Tenure, ids: Identities) -> Seat:
    office, day = tenure.office, tenure.observed_on
    body = office.organization
    area = office.jurisdiction or (body.jurisdiction if body else None)
    return Seat(
        office=ids.office(office),
        kind=office.kind,
        body=ids.organization(body) if body else "",
        area=(area.code or "") if area else "",
        first=day,
        last=day,
        former=tenure.former,
    )


def _former_first(seat: Seat) -> tuple[bool, str]:
    """Where an article calls a post both former and present, it counts as present."""
    return (not seat.former, seat.office)


def _event(facts: Facts, event: Meeting, present: dict[str, bool], ids: Identities) -> EventRecord:
    return EventRecord(
        id=ids.meeting(facts, event),
        article=facts.article.id,
        title=event.title,
        kind=event.kind.value,
        day=event.start.date() if isinstance(event.start, datetime) else event.start,
        venue=event.venue or "",
        province=ids.place(event.province) if event.province else "",
        organizer=ids.organization(event.organizer) if event.organizer else "",
        chairs=tuple(sorted(person for person, chairs in present.items() if chairs)),
        people=tuple(sorted(present)),
        about=tuple(sorted({ids.policy(policy) for policy in event.about})),
        time=event.start.time() if isinstance(event.start, datetime) else None,
    )
