"""How far a confidence can be relied on: of the facts that claim so much, how many are right.

Only tenures, events, participations and delegations carry a confidence. Whoever the annotation gives no office is
private, and facts about such people do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from lgkg.evaluation import graph_facts
from lgkg.evaluation.annotations import Annotation, Meeting, Participant
from lgkg.evaluation.graph_facts import ArticleFacts, Grounds
from lgkg.evaluation.labels import key, same
from lgkg.evaluation.matching import Matched, is_delegation, is_office
from lgkg.facts import Role


class Statement(StrEnum):
    """The kinds of fact that carry a confidence, and all of them together."""

    TENURE = "tenure"
    MEETING = "meeting"
    PARTICIPATION = "participation"
    DELEGATION = "delegation"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a fact of the graph is right; `fact` is its IRI."""

    statement: Statement
    fact: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The facts of one kind with a confidence of at least `least`, and below that of the next band up.

    Attributes:
        statement: which kind.
        least: the least confidence; 0 for the last band.
        below: what the confidence is below; None for the first band.
        facts: how many there are.
        right: how many of them are right.
        confidence: the mean of what they claim; 0 if there are none.
    """

    statement: Statement
    least: float
    below: float | None
    facts: int
    right: int
    confidence: float

    @property
    def share(self) -> float:
        """The share that is right; 0 if there are none."""
        return self.right / self.facts if self.facts else 0.0


_BANDS = ((0.9, None), (0.8, 0.9), (0.7, 0.8), (0.0, 0.7))


def calibrate(judgements: Iterable[Judgement]) -> tuple[Band, ...]:
    """The bands of each kind of statement, from the most confident down, and at last those of all."""
    judged = tuple(judgements)
    return tuple(_band(statement, judged, *limits) for statement in Statement for limits in _BANDS)


def _band(statement: Statement, judged: Iterable[Judgement], least: float, below: float | None) -> Band:
    inside = [
        it
        for it in judged
        if statement in (it.statement, Statement.ALL) and least <= it.confidence < (below or float("inf"))
    ]
    mean = sum(it.confidence for it in inside) / len(inside) if inside else 0.0
    return Band(statement, least, below, len(inside), sum(it.right for it in inside), mean)


def judge(
    annotation: Annotation, facts: ArticleFacts, meetings: Matched[Meeting, graph_facts.Meeting]
) -> Iterator[Judgement]:
    """Judges each fact of an article that carries a confidence.

    A tenure is right if the annotation has the person in that office (`matching.is_office`), with the same acting and
    former. An event is right if it was paired to an annotated one. A participation is right if the person took part in
    the annotated event that its event was paired to, and presided there if it says so. A delegation is right if the
    annotation has it.

    Args:
        annotation: of the article.
        facts: what the graph says of it.
        meetings: its events as `matching.pair_meetings` paired them.
    """
    private = annotation.private()
    yield from _once(Statement.TENURE, _tenures(annotation, facts, private))
    yield from _once(Statement.MEETING, _meetings(meetings))
    yield from _once(Statement.PARTICIPATION, _participations(meetings, private))
    yield from _once(Statement.DELEGATION, _delegations(annotation, facts, private))


_Judged: TypeAlias = Iterator[tuple[str, Grounds, bool]]
"""The IRI of a fact, its grounds, whether it is right."""


def _once(statement: Statement, judged: _Judged) -> Iterator[Judgement]:
    """Each fact once: one that the graph tells of under several names is right if it is so under one of them."""
    sure: dict[str, float] = {}
    right: dict[str, bool] = {}
    for fact, grounds, is_right in judged:
        if grounds.confidence is not None:
            sure[fact] = grounds.confidence
            right[fact] = right.get(fact, False) or is_right
    return (Judgement(statement, fact, sure[fact], right[fact]) for fact in sorted(sure))


def _tenures(annotation: Annotation, facts: ArticleFacts, private: frozenset[str]) -> _Judged:
    for tenure in facts.tenures:
        if key(tenure.person) not in private:
            offices = (it for person in annotation.persons if same(person.name, tenure.person) for it in person.offices)
            right = any(is_office(it, tenure.office) and it.status == tenure.status for it in offices)
            yield tenure.fact, tenure.grounds, right


def _meetings(meetings: Matched[Meeting, graph_facts.Meeting]) -> _Judged:
    for _, event in meetings.pairs:
        yield event.fact, event.grounds, True
    for event in meetings.spurious:
        yield event.fact, event.grounds, False


def _participations(meetings: Matched[Meeting, graph_facts.Meeting], private: frozenset[str]) -> _Judged:
    known = [(event, meeting.participants) for meeting, event in meetings.pairs]
    unknown = [(event, ()) for event in meetings.spurious]
    for event, participants in (*known, *unknown):
        for it in event.participations:
            if key(it.person) not in private:
                yield it.fact, it.grounds, any(_took_part(one, it) for one in participants)


def _took_part(participant: Participant, found: graph_facts.Participation) -> bool:
    presides = Role.CHAIR in found.roles
    return same(participant.name, found.person) and (not presides or Role.CHAIR in participant.roles)


def _delegations(annotation: Annotation, facts: ArticleFacts, private: frozenset[str]) -> _Judged:
    for found in facts.delegations:
        if not {key(found.delegate), key(found.delegator)} & private:
            right = any(is_delegation(it, found) for it in annotation.delegations())
            yield found.fact, found.grounds, right
