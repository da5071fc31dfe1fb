"""Compares who took part in the events of an article, who presided, and who was there together with whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeAlias

from lgkg.evaluation import graph_facts
from lgkg.evaluation.annotations import Annotation, Meeting, Named, Participant
from lgkg.evaluation.graph_facts import NO_GROUNDS, ArticleFacts, Grounds, Participation
from lgkg.evaluation.labels import key, same
from lgkg.evaluation.matching import Matched, one_to_one
from lgkg.evaluation.scores import Kind
from lgkg.evaluation.tally import Tally
from lgkg.facts import Role

_Both: TypeAlias = tuple[str, str]
"""The keys of two names, sorted."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who took part in one event; `sides` are the grounds of each to be there."""

    one: str
    other: str
    sides: tuple[Grounds, Grounds]

    @property
    def grounds(self) -> Grounds:
        """Why they are thought to have been there together."""
        return self.sides[0].together(self.sides[1])

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return f"{self.one} · {self.other}"

    @property
    def forms(self) -> tuple[str, ...]:
        """Whose name tells where it is printed."""
        return self.one, self.other


def compare_presence(tally: Tally, private: frozenset[str], meetings: Matched[Meeting, graph_facts.Meeting]) -> None:
    """For each two events that were paired: the same people, and the same people in the chair.

    Whoever is at an event that is missed is missed, and whoever is at a spurious one is spurious.

    Args:
        tally: where it is entered.
        private: keys of the names of people who do not count.
        meetings: the events of the article.
    """
    sides = [
        *((meeting.participants, event.participations) for meeting, event in meetings.pairs),
        *((meeting.participants, ()) for meeting in meetings.missed),
        *(((), event.participations) for event in meetings.spurious),
    ]
    for participants, participations in sides:
        wanted = [it for it in participants if key(it.name) not in private]
        found = [it for it in _merged(participations) if key(it.person) not in private]
        tally.matched(Kind.PARTICIPANT, _same_people(wanted, found))
        chairs = [it for it in wanted if Role.CHAIR in it.roles], [it for it in found if Role.CHAIR in it.roles]
        tally.matched(Kind.CHAIR, _same_people(*chairs))


def compare_pairs(tally: Tally, annotation: Annotation, facts: ArticleFacts) -> None:
    """Each two people who took part in one event, whichever it is, once an article; who is private does not count."""
    private = annotation.private()
    wanted: dict[_Both, Pair] = {}
    for meeting in annotation.meetings:
        wanted |= _pairs({it.name: NO_GROUNDS for it in meeting.participants}, private)
    found: dict[_Both, Pair] = {}
    for event in facts.meetings:
        found |= _pairs({it.person: it.grounds for it in _merged(event.participations)}, private)
    tally.matched(Kind.PAIRS, _same_keys(wanted, found))


def _same_people(wanted: Iterable[Participant], found: Iterable[Participation]) -> Matched[Named, Participation]:
    return one_to_one([Named(it.name) for it in wanted], found, lambda a, b: same(a.label, b.person))


def _merged(participations: Iterable[Participation]) -> list[Participation]:
    """Each person once, with all roles."""
    found: dict[str, Participation] = {}
    for it in participations:
        first = found.setdefault(it.person, it)
        found[it.person] = replace(first, roles=first.roles | it.roles)
    return [found[person] for person in sorted(found)]


def _pairs(people: Mapping[str, Grounds], private: frozenset[str]) -> dict[_Both, Pair]:
    public = sorted(person for person in people if key(person) not in private)
    return {_both(one, other): Pair(one, other, (people[one], people[other])) for one, other in combinations(public, 2)}


def _both(one: str, other: str) -> _Both:
    first, second = sorted((key(one), key(other)))
    return first, second


def _same_keys(wanted: Mapping[_Both, Pair], found: Mapping[_Both, Pair]) -> Matched[Pair, Pair]:
    return Matched(
        tuple((wanted[both], found[both]) for both in sorted(wanted.keys() & found.keys())),
        tuple(wanted[both] for both in sorted(wanted.keys() - found.keys())),
        tuple(found[both] for both in sorted(found.keys() - wanted.keys())),
    )
