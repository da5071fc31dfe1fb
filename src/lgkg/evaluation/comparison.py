"""Compares what the graph says of an article with its annotation, kind by kind.

Names and labels are compared as `labels.same` does. People that the annotation gives no office are private: whether the
graph has them is the choice of whoever publishes it, so where people are counted they are neither right nor missed nor
spurious.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lgkg.evaluation import graph_facts
from lgkg.evaluation.annotations import Annotation, Meeting, Named, Office
from lgkg.evaluation.graph_facts import ArticleFacts
from lgkg.evaluation.labels import key, same
from lgkg.evaluation.matching import (
    Matched,
    is_delegation,
    is_office,
    is_organisation,
    is_policy,
    is_venue,
    one_to_one,
    pair_meetings,
)
from lgkg.evaluation.presence import compare_pairs, compare_presence
from lgkg.evaluation.printed import Printed
from lgkg.evaluation.scores import Kind
from lgkg.evaluation.tally import Tally

Meetings: TypeAlias = Matched[Meeting, graph_facts.Meeting]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing one article: counts and mistakes, and which events were taken for which annotated ones."""

    tally: Tally
    meetings: Meetings


@dataclass(frozen=True, slots=True)
class Holding:
    """An annotated person in an annotated office."""

    person: str
    office: Office

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return f"{self.person}: {self.office.label}"

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of the office, and last the person, since an office is often printed in pieces."""
        return (*self.office.forms, self.person)


def compare(annotation: Annotation, facts: ArticleFacts, printed: Printed) -> Comparison:
    """Compares one article.

    Args:
        annotation: what it should say.
        facts: what the graph says.
        printed: its text, to tell where a missed fact is printed.
    """
    tally = Tally(annotation.id, printed)
    meetings = pair_meetings(annotation.meetings, facts.meetings)
    _compare_people(tally, annotation, facts)
    _compare_offices(tally, annotation, facts)
    _compare_organisations(tally, annotation, facts)
    _compare_places(tally, annotation, facts)
    _compare_policies(tally, annotation, facts)
    _compare_meetings(tally, meetings)
    compare_presence(tally, annotation.private(), meetings)
    _compare_delegations(tally, annotation, facts)
    compare_pairs(tally, annotation, facts)
    return Comparison(tally, meetings)


def _compare_people(tally: Tally, annotation: Annotation, facts: ArticleFacts) -> None:
    """The same name; who is private does not count."""
    private = annotation.private()
    wanted = [Named(person.name) for person in annotation.persons if key(person.name) not in private]
    found = [person for person in facts.persons if key(person.label) not in private]
    outcome = one_to_one(wanted, found, _same_label)
    tally.matched(Kind.PERSON, outcome)


def _compare_offices(tally: Tally, annotation: Annotation, facts: ArticleFacts) -> None:
    """The same person, and `matching.is_office`; where so, whether acting and former are both as annotated."""
    wanted = [Holding(person.name, office) for person in annotation.persons for office in person.offices]
    found = {(it.person, it.office, it.acting, it.former): it for it in reversed(facts.tenures)}
    outcome = one_to_one(wanted, (found[values] for values in sorted(found)), _is_held)
    tally.matched(Kind.OFFICE, outcome)
    for holding, tenure in outcome.pairs:
        right = holding.office.status == tenure.status
        annotated, said = (_in_words(*status) for status in (holding.office.status, tenure.status))
        tally.attribute(Kind.ACTING_FORMER, annotated, [said], right, tenure.grounds)


def _compare_organisations(tally: Tally, annotation: Annotation, facts: ArticleFacts) -> None:
    """`matching.is_organisation`."""
    outcome = one_to_one(annotation.organisations, facts.organisations, lambda a, b: is_organisation(a, b.label))
    tally.matched(Kind.ORGANISATION, outcome)


def _compare_places(tally: Tally, annotation: Annotation, facts: ArticleFacts) -> None:
    """Provinces and districts: the same name; of a district whatever its province is."""
    provinces = one_to_one(map(Named, annotation.provinces), facts.provinces, _same_label)
    tally.matched(Kind.PROVINCE, provinces)
    names = sorted({district.name for district in annotation.districts})
    districts = one_to_one(map(Named, names), facts.districts, _same_label)
    tally.matched(Kind.DISTRICT, districts)


def _compare_policies(tally: Tally, annotation: Annotation, facts: ArticleFacts) -> None:
    """`matching.is_policy`; where so, whether the kind is the same."""
    outcome = one_to_one(annotation.policies, facts.policies, lambda a, b: is_policy(a, b.label))
    tally.matched(Kind.POLICY, outcome)
    for policy, found in outcome.pairs:
        right = policy.kind is found.kind
        tally.attribute(Kind.POLICY_KIND, policy.kind, [found.kind], right, found.grounds)


def _compare_meetings(tally: Tally, meetings: Meetings) -> None:
    """Events as `matching.pair_meetings` pairs them; of those day, venue and province, each where it is annotated.

    Day and province must be the same; for the venue see `matching.is_venue`.
    """
    tally.matched(Kind.MEETING, meetings)
    for meeting, event in meetings.pairs:
        _compare_setting(tally, meeting, event)


def _compare_setting(tally: Tally, meeting: Meeting, event: graph_facts.Meeting) -> None:
    for kind, wanted, labels, is_same in (
        (Kind.MEETING_DATE, str(meeting.date or ""), event.dates, same),
        (Kind.MEETING_VENUE, meeting.venue, event.venues, is_venue),
        (Kind.MEETING_PROVINCE, meeting.province, event.provinces, same),
    ):
        if wanted:
            right = any(is_same(wanted, label) for label in labels)
            tally.attribute(kind, wanted, labels, right, event.grounds)


def _compare_delegations(tally: Tally, annotation: Annotation, facts: ArticleFacts) -> None:
    """The same delegate and the same delegator, each two of them once an article, whatever the event."""
    wanted = {(it.delegate, it.delegator): it for it in annotation.delegations()}
    found = {(it.delegate, it.delegator): it for it in reversed(facts.delegations)}
    outcome = one_to_one(
        [wanted[names] for names in sorted(wanted)], [found[names] for names in sorted(found)], is_delegation
    )
    tally.matched(Kind.DELEGATION, outcome)


def _is_held(holding: Holding, tenure: graph_facts.Tenure) -> bool:
    return same(holding.person, tenure.person) and is_office(holding.office, tenure.office)


def _same_label(wanted: Named, found: graph_facts.Entity) -> bool:
    return same(wanted.label, found.label)


def _in_words(acting: bool, former: bool) -> str:
    return " and ".join(word for word, holds in (("acting", acting), ("former", former)) if holds) or "in office"
