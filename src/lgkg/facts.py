"""What one article says: entities, and the facts that tie them together, each with the passage that says so.

Facts are plain frozen records that refer to each other directly: a `Tenure` holds its `Person` and its `Office`.
Names are as the article prints them; who is who across articles is decided later, in `lgkg.identity`.

    >>> Span(0, 4).of("นายก")
    'นายก'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from lgkg.article import Article
from lgkg.text.span import Span as Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact is believed: the passage that states it, how sure the reading is (0-1), the rule that read it."""

    span: Span
    confidence: float
    rule: str


class Level(StrEnum):
    """A level of the territorial administration; the values are class names of the ontology."""

    PROVINCE = "Province"
    DISTRICT = "District"
    SUBDISTRICT = "Subdistrict"


class PolicyKind(StrEnum):
    """The five kinds of policy; the values are class names of the ontology."""

    LAW = "Law"
    STRATEGY = "Strategy"
    PROJECT = "Project"
    STATEMENT = "PolicyStatement"
    AGREEMENT = "Agreement"


class EventKind(StrEnum):
    """Kinds of event; the values are concept names of the scheme `event-kind`."""

    MEETING = "meeting"
    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    TRAINING = "training"
    CEREMONY = "ceremony"
    SIGNING = "signing"
    VISIT = "visit"
    PRESS_CONFERENCE = "press_conference"
    OPERATION = "operation"
    OTHER = "other"


class Role(StrEnum):
    """Roles in an event; the values are local names of the ontology."""

    CHAIR = "chair"
    SPEAKER = "speaker"
    ATTENDEE = "attendee"


@dataclass(frozen=True, slots=True)
class Place:
    """A province, district or subdistrict.

    Attributes:
        level: which of the three.
        name: the short official name, without จังหวัด / อำเภอ / เขต / ตำบล / แขวง.
        code: the official (DOPA) code of 2, 4 or 6 digits; None when the article leaves open which area is meant.
        within: the province (of a district) or district (of a subdistrict), where settled.
        evidence: where the article names it.
    """

    level: Level
    name: str
    code: str | None
    within: Place | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Organization:
    """A specific named body.

    Attributes:
        label: its name with abbreviations written out.
        kind: concept name of the scheme `body-kind` (a row of `data/domain/bodies.csv`), e.g. `pao`, `ministry`.
        jurisdiction: the area of a local administrative organisation or a provincial body, where settled.
        variants: other forms the article prints.
        evidence: where the article names it.
    """

    label: str
    kind: str
    jurisdiction: Place | None
    variants: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Office:
    """A post, with or without a holder.

    Attributes:
        label: role with organisation or area: `รองผู้ว่าราชการจังหวัดระยอง`.
        kind: concept name of the scheme `office-kind` (a row of `data/domain/offices.csv`), e.g. `deputy_governor`.
        organization: the body it is a post in, where settled.
        jurisdiction: the area it covers, where settled.
        variants: other forms the article prints.
        evidence: where the article names it.
    """

    label: str
    kind: str
    organization: Organization | None
    jurisdiction: Place | None
    variants: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Person:
    """A human being named in the article.

    Attributes:
        name: given and family name as printed, single spaces, no honorific.
        given: the given name (the whole name where there is no family name).
        family: the family name; None for monks and for people named by given name only.
        honorific: title or rank as printed (`นาย`, `พลเอก`, `ว่าที่ร้อยตรี`, `รศ.ดร.`); empty if none.
        aliases: shorter forms the article uses for the same person.
        evidence: the first full mention.
    """

    name: str
    given: str
    family: str | None
    honorific: str
    aliases: tuple[str, ...]
    evidence: Evidence

    def __hash__(self) -> int:
        """Of the name alone: people are looked up often, and few of one article share a name."""
        return hash(self.name)


@dataclass(frozen=True, slots=True)
class Policy:
    """A named law, strategy, project, policy or agreement."""

    label: str
    kind: PolicyKind
    variants: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Tenure:
    """The article sees `person` in `office`: an observation on a day, never an interval."""

    person: Person
    office: Office
    acting: bool
    former: bool
    observed_on: date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event the article reports as taking place.

    Attributes:
        title: the shortest stretch that names it.
        kind: what kind of event.
        start: its day, or day and time of day (Thai local time, no zone); None if unknown.
        end: its last day, if it lasts longer than one.
        venue: the place as printed (hall, building, village); None if unknown.
        province: the province the text puts it in.
        organizer: the body that holds it, where stated.
        about: policies it is about.
        attendee_count: number of people stated to attend.
        evidence: the passage that reports it.
    """

    title: str
    kind: EventKind
    start: date | datetime | None
    end: date | None
    venue: str | None
    province: Place | None
    organizer: Organization | None
    about: tuple[Policy, ...]
    attendee_count: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Participation:
    """`person` took part in `meeting`, in one or more roles (in the order of `Role`)."""

    person: Person
    meeting: Meeting
    roles: tuple[Role, ...]
    in_capacity_of: Office | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Delegation:
    """`delegator` assigned `delegate`; to `meeting` if the text names one. The delegator was usually absent."""

    delegate: Person
    delegator: Person
    meeting: Meeting | None
    evidence: Evidence


Entity: TypeAlias = Place | Organization | Office | Person | Policy
Statement: TypeAlias = Tenure | Meeting | Participation | Delegation


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one article says, in the order of the text.

    `article` carries the title, publication day and URL that the text itself prints, where the source gave none.
    Everything a statement refers to is also listed here: each office of a tenure in `offices`, each person in
    `persons`, and so on. Only areas that nothing names but something implies (the province that a district lies in, the
    area of a body) are not in `places`.
    """

    article: Article
    persons: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    policies: tuple[Policy, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    participations: tuple[Participation, ...] = ()
    delegations: tuple[Delegation, ...] = ()

    def statements(self) -> Iterator[Statement]:
        """Tenures, meetings, participations and delegations, in this order."""
        yield from self.tenures
        yield from self.meetings
        yield from self.participations
        yield from self.delegations

    def entities(self) -> Iterator[Entity]:
        """Places, organisations, offices, people and policies, in this order."""
        yield from self.places
        yield from self.organizations
        yield from self.offices
        yield from self.persons
        yield from self.policies
