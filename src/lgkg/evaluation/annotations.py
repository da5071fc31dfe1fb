"""Annotations: what a careful reader finds in an article, written down to measure a graph by.

One JSON file an article, all in one folder; those of the sample articles in `data/samples/annotations` show the form:

    {"id": "a01",
     "persons": [{"name": "สมชาย ใจดี", "title": "นาย", "aliases": ["สมชาย"],
                  "offices": [{"label": "ผู้ว่าราชการจังหวัดระยอง", "variants": ["ผวจ.ระยอง"],
                               "acting": false, "former": false}]}],
     "organisations": [{"label": "กระทรวงมหาดไทย", "variants": ["มท."]}],
     "provinces": ["ระยอง"],
     "districts": [{"name": "แกลง", "province": "ระยอง"}],
     "policies": [{"label": "พระราชบัญญัติเทศบาล พ.ศ. 2496", "kind": "law", "variants": []}],
     "meetings": [{"title": "ประชุมคณะกรรมการจังหวัด", "title_variants": [], "kind": "meeting",
                   "date": "2024-01-26", "end_date": null, "start_time": "09:30", "venue": "ศาลากลางจังหวัดระยอง",
                   "province": "ระยอง", "attendee_count": null,
                   "participants": [{"name": "สมชาย ใจดี", "roles": ["chair", "speaker"]}],
                   "delegations": []}]}

Every key must be there; a list may be empty, and what an article leaves open is null. Further keys are passed over.
People without an office are private: whoever publishes a graph decides about them, so they are not counted.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lgkg.evaluation.fields import Fields
from lgkg.evaluation.labels import key
from lgkg.facts import EventKind, PolicyKind, Role

POLICY_KINDS: Final[Mapping[str, PolicyKind]] = {
    "law": PolicyKind.LAW,
    "strategy": PolicyKind.STRATEGY,
    "project": PolicyKind.PROJECT,
    "policy": PolicyKind.STATEMENT,
    "agreement": PolicyKind.AGREEMENT,
}
"""What an annotation calls a kind of policy -> the kind."""
_EVENT_KINDS = {kind.value: kind for kind in EventKind}
_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class Named:
    """Something known by its label, as written out in full, or by the variants that the article prints."""

    label: str
    variants: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return self.label

    @property
    def forms(self) -> tuple[str, ...]:
        """All it may be called."""
        return (self.label, *self.variants)


@dataclass(frozen=True, slots=True)
class Office(Named):
    """A post that somebody holds, acts in, or formerly held."""

    acting: bool = False
    former: bool = False

    @property
    def status(self) -> tuple[bool, bool]:
        """Acting, former."""
        return self.acting, self.former


@dataclass(frozen=True, slots=True)
class Person:
    """A person: `name` without honorific, `title` the honorific as printed."""

    name: str
    title: str
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class District:
    """A district, and its province where the article settles it."""

    name: str
    province: str | None


@dataclass(frozen=True, slots=True)
class Policy(Named):
    """A named law, strategy, project, policy or agreement."""

    kind: PolicyKind = PolicyKind.STATEMENT


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who took part in an event."""

    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Delegation:
    """`delegator` assigned `delegate`."""

    delegate: str
    delegator: str

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return f"{self.delegator} → {self.delegate}"

    @property
    def forms(self) -> tuple[str, ...]:
        """Whose name says where it is printed."""
        return self.delegate, self.delegator


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event that the article reports as taking place; None where it leaves something open."""

    title: str
    title_variants: tuple[str, ...]
    kind: EventKind
    date: datetime.date | None
    end_date: datetime.date | None
    start_time: datetime.time | None
    venue: str | None
    province: str | None
    attendee_count: int | None
    participants: tuple[Participant, ...]
    delegations: tuple[Delegation, ...]

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return self.title

    @property
    def forms(self) -> tuple[str, ...]:
        """All it may be called."""
        return (self.title, *self.title_variants)


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that an annotator found in one article, named by its id."""

    id: str
    persons: tuple[Person, ...] = ()
    organisations: tuple[Named, ...] = ()
    provinces: tuple[str, ...] = ()
    districts: tuple[District, ...] = ()
    policies: tuple[Policy, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    def private(self) -> frozenset[str]:
        """The keys of the names of people without an office, who are not counted."""
        return frozenset(key(person.name) for person in self.persons if not person.offices)

    def delegations(self) -> tuple[Delegation, ...]:
        """Those of all its events."""
        return tuple(delegation for meeting in self.meetings for delegation in meeting.delegations)


def annotation(fields: Fields) -> Annotation:
    """The annotation in a JSON object.

    Raises:
        InputError: a key is missing or holds something else than it should, a kind or a role is not known, or somebody
            who takes part or is sent is not among the persons.
    """
    persons = tuple(_person(it) for it in fields.records("persons"))
    return Annotation(
        fields.article_id("id"),
        persons,
        tuple(Named(it.text("label"), it.texts("variants")) for it in fields.records("organisations")),
        fields.texts("provinces"),
        tuple(District(it.text("name"), it.text_or_none("province")) for it in fields.records("districts")),
        tuple(_policy(it) for it in fields.records("policies")),
        tuple(_meeting(it, frozenset(person.name for person in persons)) for it in fields.records("meetings")),
    )


def _person(fields: Fields) -> Person:
    offices = tuple(_office(it) for it in fields.records("offices"))
    return Person(fields.text("name"), fields.text("title", blank=True), fields.texts("aliases"), offices)


def _office(fields: Fields) -> Office:
    return Office(fields.text("label"), fields.texts("variants"), fields.flag("acting"), fields.flag("former"))


def _policy(fields: Fields) -> Policy:
    return Policy(fields.text("label"), fields.texts("variants"), fields.one_of("kind", POLICY_KINDS))


def _meeting(fields: Fields, people: frozenset[str]) -> Meeting:
    return Meeting(
        fields.text("title"),
        fields.texts("title_variants"),
        fields.one_of("kind", _EVENT_KINDS),
        fields.day("date"),
        fields.day("end_date"),
        fields.clock("start_time"),
        fields.text_or_none("venue"),
        fields.text_or_none("province"),
        fields.number_or_none("attendee_count"),
        tuple(Participant(_known(it, "name", people), _roles(it)) for it in fields.records("participants")),
        tuple(_delegation(it, people) for it in fields.records("delegations")),
    )


def _delegation(fields: Fields, people: frozenset[str]) -> Delegation:
    return Delegation(_known(fields, "delegate", people), _known(fields, "delegator", people))


def _roles(fields: Fields) -> tuple[Role, ...]:
    roles = fields.some_of("roles", _ROLES)
    if not roles:
        raise fields.error("`roles` is empty", f"Give one or more of: {', '.join(_ROLES)}")
    return roles


def _known(fields: Fields, name: str, people: frozenset[str]) -> str:
    person = fields.text(name)
    if person not in people:
        raise fields.error(
            f"{person!r} is not among the `persons`", "Add this person there, or write the name as there"
        )
    return person
