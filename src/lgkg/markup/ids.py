"""Gives every fact of an article its id: `person-1`, `tenure-2`. Statements have the ids they have in a graph."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias, TypeVar

from lgkg.facts import Entity, Facts, Meeting, Statement

Fact: TypeAlias = Entity | Statement
Named: TypeAlias = Entity | Meeting

_T = TypeVar("_T")


class Kind(StrEnum):
    """What a name in the text is the name of, in the order in which they are shown."""

    PERSON = "person"
    OFFICE = "office"
    ORGANIZATION = "organization"
    PLACE = "place"
    POLICY = "policy"
    MEETING = "meeting"


class Ids:
    """The ids of the facts of an article.

    Attributes:
        named: each thing that has a name, by its id: people first, meetings last.
        stated: each statement, meetings too, by its id.
    """

    def __init__(self, facts: Facts) -> None:
        self.named: dict[str, tuple[Kind, Named]] = {}
        self.stated: dict[str, Statement] = {}
        self._ids: dict[Fact, str] = {}
        for kind, things in _things(facts):
            for id, thing in _numbered(kind, things):
                self.named[id] = kind, thing
                self._ids.setdefault(thing, id)
        for name, statements in _statements(facts):
            for id, statement in _numbered(name, statements):
                self.stated[id] = statement
                self._ids.setdefault(statement, id)

    def of(self, fact: Fact) -> str:
        """The id of a fact; empty if the article does not list it, as an area that is only implied."""
        return self._ids.get(fact, "")


def _things(facts: Facts) -> Iterator[tuple[Kind, tuple[Named, ...]]]:
    yield Kind.PERSON, facts.persons
    yield Kind.OFFICE, facts.offices
    yield Kind.ORGANIZATION, facts.organizations
    yield Kind.PLACE, facts.places
    yield Kind.POLICY, facts.policies
    yield Kind.MEETING, facts.meetings


def _statements(facts: Facts) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    yield "tenure", facts.tenures
    yield "meeting", facts.meetings
    yield "participation", facts.participations
    yield "delegation", facts.delegations


def _numbered(name: str, things: tuple[_T, ...]) -> Iterator[tuple[str, _T]]:
    return ((f"{name}-{number}", thing) for number, thing in enumerate(things, 1))
