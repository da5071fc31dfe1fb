"""What counts as right, missed, spurious and wrong, kind by kind, and what is told of each mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lgkg.evaluation import Counts, Fault, Kind, Mistake
from lgkg.evaluation.annotations import (
    Annotation,
    Delegation,
    District,
    Meeting,
    Named,
    Office,
    Participant,
    Person,
    Policy,
)
from lgkg.evaluation.comparison import compare
from lgkg.evaluation.graph_facts import ArticleFacts
from lgkg.evaluation.graph_reader import read_facts
from lgkg.evaluation.printed import Printed
from lgkg.facts import EventKind, Facts, PolicyKind, Role
from lgkg.graph import open_graph

SOMMAI, JAINGAM, ADEET = "สมหมาย ทดสอบดี", "ใจงาม ลองเขียน", "อดีต เคยเป็น"
GOVERNOR, DEPUTY = Office("ผู้ว่าราชการจังหวัดระยอง"), Office("รองผู้ว่าราชการจังหวัดระยอง", acting=True)
PRESIDENT = Office("นายกองค์การบริหารส่วนจังหวัดระยอง", ("นายก อบจ.ระยอง",), former=True)
SEMINAR = Meeting(
    "สัมมนาท่าเรือสะอาด",
    (),
    EventKind.SEMINAR,
    date(2022, 10, 3),
    None,
    None,
    "ห้องประชุมพลอย",
    "ระยอง",
    120,
    (
        Participant(SOMMAI, (Role.CHAIR, Role.SPEAKER)),
        Participant(JAINGAM, (Role.ATTENDEE,)),
        Participant(ADEET, (Role.ATTENDEE,)),
    ),
    (Delegation(JAINGAM, SOMMAI),),
)
GOLD = Annotation(
    "harbour",
    (
        Person(SOMMAI, "นาย", (), (GOVERNOR,)),
        Person(JAINGAM, "นางสาว", (), (DEPUTY,)),
        Person(ADEET, "นาย", (), (PRESIDENT,)),
    ),
    (Named("องค์การบริหารส่วนจังหวัดระยอง", ("อบจ.ระยอง",)),),
    ("ระยอง",),
    (),
    (Policy("โครงการท่าเรือสะอาด", kind=PolicyKind.PROJECT),),
    (SEMINAR,),
)
"""What the facts of `harbour` say, and nothing else."""


@pytest.fixture(scope="module")
def said(graph_folder: Path) -> Iterator[ArticleFacts]:
    with open_graph(graph_folder) as graph:
        yield read_facts(graph, ["harbour"])["harbour"]


@pytest.fixture(scope="module")
def printed(harbour: Facts) -> Printed:
    return Printed([harbour.article.text])


def counts(gold: Annotation, said: ArticleFacts) -> dict[Kind, Counts]:
    return dict.fromkeys(Kind, Counts()) | compare(gold, said, Printed()).tally.counts


def changed(gold: Annotation, said: ArticleFacts) -> dict[Kind, Counts]:
    """The counts that are other than those of the full annotation."""
    full = counts(GOLD, said)
    return {kind: it for kind, it in counts(gold, said).items() if it != full[kind]}


def mistakes(gold: Annotation, said: ArticleFacts, printed: Printed, kind: Kind) -> list[Mistake]:
    return [it for it in compare(gold, said, printed).tally.mistakes if it.kind is kind]


def with_meeting(meeting: Meeting) -> Annotation:
    return replace(GOLD, meetings=(meeting,))


def test_an_annotation_that_says_the_same_has_no_mistakes(said: ArticleFacts) -> None:
    compared = compare(GOLD, said, Printed())
    assert compared.tally.mistakes == []
    assert {kind: it.right for kind, it in compared.tally.counts.items()} == {
        **dict.fromkeys(Kind, 1),
        Kind.PERSON: 3,
        Kind.OFFICE: 3,
        Kind.ACTING_FORMER: 3,
        Kind.DISTRICT: 0,
        Kind.PARTICIPANT: 3,
        Kind.PAIRS: 3,
    }


def test_a_missed_fact_is_shown_where_the_article_prints_it(said: ArticleFacts, printed: Printed) -> None:
    gold = replace(GOLD, organisations=(*GOLD.organisations, Named("โรงเรียน", ("ห้องประชุมพลอย",))))
    assert changed(gold, said) == {Kind.ORGANISATION: Counts(right=1, missed=1)}
    (mistake,) = mistakes(gold, said, printed, Kind.ORGANISATION)
    assert (mistake.fault, mistake.annotated, mistake.found) == (Fault.MISSED, "โรงเรียน", "")
    assert "ณ ห้องประชุมพลอย ตามโครงการ" in mistake.passage
    assert (mistake.confidence, mistake.rule) == (None, "")


def test_a_spurious_fact_is_shown_with_its_own_passage_confidence_and_rule(
    said: ArticleFacts, printed: Printed
) -> None:
    gold = replace(GOLD, persons=(*GOLD.persons[:2], Person(ADEET, "นาย", (), (Office("ครู"),))))
    assert changed(gold, said) == {
        Kind.OFFICE: Counts(right=2, missed=1, spurious=1),
        Kind.ACTING_FORMER: Counts(right=2),
    }
    spurious = mistakes(gold, said, printed, Kind.OFFICE)[-1]
    assert (spurious.fault, spurious.annotated) == (Fault.SPURIOUS, "")
    assert spurious.found == f"{ADEET}: {PRESIDENT.label}"
    assert (spurious.passage, spurious.confidence) == ("นายอดีต เคยเป็น อดีตนายก อบจ.ระยอง", 0.7)
    assert spurious.rule == "by-hand"


def test_a_private_person_does_not_count_as_person_participant_or_pair(said: ArticleFacts) -> None:
    gold = replace(GOLD, persons=(*GOLD.persons[:2], Person(ADEET, "นาย", (), ())))
    assert changed(gold, said) == {
        Kind.PERSON: Counts(right=2),
        Kind.OFFICE: Counts(right=2, spurious=1),
        Kind.ACTING_FORMER: Counts(right=2),
        Kind.PARTICIPANT: Counts(right=2),
        Kind.PAIRS: Counts(right=1),
    }


def test_acting_and_former_are_compared_where_the_office_was_found(said: ArticleFacts, printed: Printed) -> None:
    gold = replace(GOLD, persons=(*GOLD.persons[:2], Person(ADEET, "นาย", (), (replace(PRESIDENT, former=False),))))
    assert changed(gold, said) == {Kind.ACTING_FORMER: Counts(right=2, missed=1)}
    (mistake,) = mistakes(gold, said, printed, Kind.ACTING_FORMER)
    assert (mistake.fault, mistake.annotated, mistake.found) == (Fault.WRONG, "in office", "former")
    assert mistake.confidence == 0.7


def test_the_kind_of_a_policy_is_compared_where_the_policy_was_found(said: ArticleFacts) -> None:
    law = replace(GOLD.policies[0], kind=PolicyKind.LAW)
    assert changed(replace(GOLD, policies=(law,)), said) == {Kind.POLICY_KIND: Counts(missed=1)}
    other = Policy("พระราชบัญญัติเทศบาล")
    assert changed(replace(GOLD, policies=(other,)), said) == {
        Kind.POLICY: Counts(missed=1, spurious=1),
        Kind.POLICY_KIND: Counts(),
    }


def test_a_district_counts_once_whatever_its_province(said: ArticleFacts) -> None:
    gold = replace(GOLD, districts=(District("แกลง", "ระยอง"), District("แกลง", None)))
    assert changed(gold, said) == {Kind.DISTRICT: Counts(missed=1)}


def test_day_venue_and_province_of_an_event_are_compared_where_they_are_annotated(
    said: ArticleFacts, printed: Printed
) -> None:
    gold = with_meeting(replace(SEMINAR, date=date(2022, 10, 4), venue="วัดใหม่", province=None))
    assert changed(gold, said) == {
        Kind.MEETING_DATE: Counts(missed=1),
        Kind.MEETING_VENUE: Counts(missed=1),
        Kind.MEETING_PROVINCE: Counts(),
    }
    (mistake,) = mistakes(gold, said, printed, Kind.MEETING_DATE)
    assert (mistake.fault, mistake.annotated, mistake.found) == (Fault.WRONG, "2022-10-04", "2022-10-03")


def test_a_missed_event_takes_its_people_along_but_not_its_day_and_place(said: ArticleFacts) -> None:
    found = counts(GOLD, replace(said, meetings=()))
    assert found[Kind.MEETING] == Counts(missed=1)
    assert (found[Kind.PARTICIPANT], found[Kind.CHAIR], found[Kind.PAIRS]) == (
        Counts(missed=3),
        Counts(missed=1),
        Counts(missed=3),
    )
    assert found[Kind.MEETING_DATE] == found[Kind.MEETING_VENUE] == found[Kind.MEETING_PROVINCE] == Counts()


def test_a_spurious_event_takes_its_people_along(said: ArticleFacts) -> None:
    found = counts(replace(GOLD, meetings=()), said)
    assert (found[Kind.MEETING], found[Kind.PARTICIPANT]) == (Counts(spurious=1), Counts(spurious=3))
    assert (found[Kind.CHAIR], found[Kind.PAIRS]) == (Counts(spurious=1), Counts(spurious=3))
    assert found[Kind.DELEGATION] == Counts(spurious=1)


def test_another_chair_is_one_missed_and_one_spurious(said: ArticleFacts) -> None:
    roles = {SOMMAI: (Role.ATTENDEE,), JAINGAM: (Role.CHAIR,), ADEET: (Role.ATTENDEE,)}
    gold = with_meeting(replace(SEMINAR, participants=tuple(Participant(*it) for it in roles.items())))
    assert changed(gold, said) == {Kind.CHAIR: Counts(missed=1, spurious=1)}


def test_a_spurious_pair_is_as_sure_as_the_less_sure_of_the_two(said: ArticleFacts, printed: Printed) -> None:
    gold = with_meeting(replace(SEMINAR, participants=SEMINAR.participants[:2]))
    assert changed(gold, said) == {
        Kind.PARTICIPANT: Counts(right=2, spurious=1),
        Kind.PAIRS: Counts(right=1, spurious=2),
    }
    mistake = mistakes(gold, said, printed, Kind.PAIRS)[0]
    assert mistake.found == f"{SOMMAI} · {ADEET}"
    assert "และนายอดีต เคยเป็น" in mistake.passage
    assert mistake.confidence == 0.9


def test_a_delegation_is_right_only_in_its_direction(said: ArticleFacts) -> None:
    gold = with_meeting(replace(SEMINAR, delegations=(Delegation(SOMMAI, JAINGAM),)))
    assert changed(gold, said) == {Kind.DELEGATION: Counts(missed=1, spurious=1)}


def test_an_article_of_which_the_graph_says_nothing_is_missed_altogether() -> None:
    compared = compare(GOLD, ArticleFacts(), Printed())
    assert all(it.right == it.spurious == 0 for it in compared.tally.counts.values())
    assert {it.fault for it in compared.tally.mistakes} == {Fault.MISSED}
