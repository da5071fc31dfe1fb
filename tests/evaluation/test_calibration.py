"""A confidence is measured by the share of facts that are right, per band and kind of fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lgkg.evaluation import Statement, graph_facts
from lgkg.evaluation.annotations import Annotation, Delegation, Meeting, Office, Participant, Person
from lgkg.evaluation.calibration import Judgement, calibrate, judge
from lgkg.evaluation.graph_facts import ArticleFacts, Grounds, Participation, Tenure
from lgkg.evaluation.matching import pair_meetings
from lgkg.facts import EventKind, Role

GOVERNOR = Office("ผู้ว่าราชการจังหวัดระยอง", ("ผวจ.ระยอง",))
MEETING = Meeting(
    "ประชุมเตรียมรับน้ำท่วม",
    (),
    EventKind.MEETING,
    date(2022, 11, 5),
    *(None, None, None, None, None),
    (Participant("ก", (Role.CHAIR,)), Participant("ข", (Role.ATTENDEE,))),
    (Delegation("ข", "ก"),),
)
GOLD = Annotation(
    "a",
    (Person("ก", "", (), (GOVERNOR,)), Person("ข", "", (), (Office("ครู"),)), Person("ค", "", (), ())),
    meetings=(MEETING,),
)
SURE = Grounds("ก", 0.95, "rule")


def tenure(person: str, office: str, *, acting: bool = False, fact: str = "t", sure: Grounds = SURE) -> ArticleFacts:
    return ArticleFacts(tenures=(Tenure(fact, person, office, acting, False, sure),))


def meeting(*people: str, role: str = "attendee", title: str = MEETING.title) -> ArticleFacts:
    present = tuple(Participation(name, name, frozenset([role]), SURE) for name in people)
    none: frozenset[str] = frozenset()
    return ArticleFacts(meetings=(graph_facts.Meeting("m", frozenset([title]), none, none, none, present, SURE),))


def delegation(delegate: str, delegator: str) -> ArticleFacts:
    return ArticleFacts(delegations=(graph_facts.Delegation("d", delegate, delegator, SURE),))


def judged(facts: ArticleFacts) -> dict[str, bool]:
    """Which facts are judged, and whether they are right."""
    return {it.fact: it.right for it in judge(GOLD, facts, pair_meetings(GOLD.meetings, facts.meetings))}


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        (tenure("ก", "ผวจ. ระยอง"), True),
        (tenure("ก", "ผู้ว่าราชการจังหวัด"), True),
        (tenure("ก", "ผวจ.ระยอง", acting=True), False),
        (tenure("ข", "ผวจ.ระยอง"), False),
        (tenure("ง", "ครู"), False),
        (delegation("ข", "ก"), True),
        (delegation("ก", "ข"), False),
        (meeting(), True),
        (meeting(title="xyz"), False),
    ],
)
def test_a_fact_is_right_if_the_annotation_has_it(facts: ArticleFacts, right: bool) -> None:
    assert list(judged(facts).values()) == [right]


def test_a_participation_is_right_at_the_event_that_is_annotated() -> None:
    assert judged(meeting("ก", "ข", "ง")) == {"m": True, "ก": True, "ข": True, "ง": False}
    assert judged(meeting("ก", title="xyz")) == {"m": False, "ก": False}


def test_whoever_is_said_to_preside_must_preside() -> None:
    assert judged(meeting("ก", "ข", role="chair")) == {"m": True, "ก": True, "ข": False}


def test_facts_about_private_people_do_not_count() -> None:
    assert judged(tenure("ค", "ครู")) == judged(delegation("ค", "ก")) == judged(delegation("ก", "ค")) == {}
    assert judged(meeting("ค")) == {"m": True}


def test_a_fact_without_a_confidence_does_not_count() -> None:
    assert judged(tenure("ก", "ผวจ.ระยอง", sure=Grounds("ก"))) == {}


def test_a_fact_that_is_told_under_two_names_counts_once() -> None:
    right, wrong = tenure("ก", "ผวจ.ระยอง"), tenure("ก ข", "ผวจ.ระยอง")
    assert judged(replace(right, tenures=right.tenures + wrong.tenures)) == {"t": True}


def test_bands_count_what_is_right_from_the_most_confident_down() -> None:
    kinds = (Statement.TENURE, Statement.TENURE, Statement.TENURE, Statement.MEETING)
    told = zip(kinds, (0.9, 0.95, 0.89, 0.3), (True, False, True, False), strict=True)
    bands = calibrate(Judgement(kind, str(sure), sure, right) for kind, sure, right in told)
    found = {(band.statement, band.least): (band.facts, band.right, band.share) for band in bands if band.facts}
    assert found == {
        (Statement.TENURE, 0.9): (2, 1, 0.5),
        (Statement.TENURE, 0.8): (1, 1, 1.0),
        (Statement.MEETING, 0.0): (1, 0, 0.0),
        (Statement.ALL, 0.9): (2, 1, 0.5),
        (Statement.ALL, 0.8): (1, 1, 1.0),
        (Statement.ALL, 0.0): (1, 0, 0.0),
    }
    assert [(band.least, band.below) for band in bands[:4]] == [(0.9, None), (0.8, 0.9), (0.7, 0.8), (0.0, 0.7)]
    assert bands[0].confidence == pytest.approx(0.925)
