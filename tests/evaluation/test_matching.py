"""Each found fact stands for one annotated fact at most, as many as can be matched are, and events find their like."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from lgkg.evaluation import graph_facts, one_to_one
from lgkg.evaluation.annotations import Meeting, Named, Office, Participant, Policy
from lgkg.evaluation.graph_facts import NO_GROUNDS, Participation
from lgkg.evaluation.matching import is_office, is_organisation, is_policy, is_venue, likeness, pair_meetings
from lgkg.facts import EventKind, Role

NUMBERS = st.lists(st.integers(0, 5), max_size=4)
SEMINAR, RAID = "สัมมนาท่าเรือสะอาด", "ตรวจค้นร้านสุรา"


def near(one: int, other: int) -> bool:
    return abs(one - other) <= 1


def noted(title: str, *people: str, day: date | None = None, venue: str | None = None) -> Meeting:
    participants = tuple(Participant(name, (Role.ATTENDEE,)) for name in people)
    return Meeting(title, (), EventKind.OTHER, day, None, None, venue, None, None, participants, ())


def seen(title: str, *people: str, day: str = "", venue: str = "") -> graph_facts.Meeting:
    present = tuple(Participation(name, name, frozenset({"attendee"}), NO_GROUNDS) for name in people)
    days, venues = (frozenset(filter(None, [value])) for value in (day, venue))
    return graph_facts.Meeting(title, frozenset([title]), days, venues, frozenset(), present, NO_GROUNDS)


def test_a_found_fact_stands_for_one_annotated_fact_only() -> None:
    matched = one_to_one([1, 1], [1], near)
    assert (matched.pairs, matched.missed, matched.spurious) == (((1, 1),), (1,), ())


def test_an_annotated_fact_moves_on_to_another_found_one_where_that_lets_both_be_matched() -> None:
    assert one_to_one([1, 0], [0, 2], near).pairs == ((1, 2), (0, 0))


def test_what_comes_first_is_taken_where_it_costs_nothing() -> None:
    assert one_to_one([1, 1], [1, 2], near).pairs == ((1, 1), (1, 2))


@given(NUMBERS, NUMBERS)
def test_everything_is_matched_missed_or_spurious_and_only_what_matches_is_matched(
    wanted: list[int], found: list[int]
) -> None:
    matched = one_to_one(wanted, found, near)
    assert sorted([*(one for one, _ in matched.pairs), *matched.missed]) == sorted(wanted)
    assert sorted([*(other for _, other in matched.pairs), *matched.spurious]) == sorted(found)
    assert all(near(one, other) for one, other in matched.pairs)


@given(NUMBERS, NUMBERS)
def test_no_other_choice_matches_more(wanted: list[int], found: list[int]) -> None:
    padded = [*found, *[99] * len(wanted)]
    most = max(
        sum(near(one, other) for one, other in zip(wanted, order, strict=False))
        for order in set(permutations(padded, len(wanted)))
    )
    assert len(one_to_one(wanted, found, near).pairs) == most


def test_thousands_of_equal_facts_are_matched_without_deep_recursion() -> None:
    assert len(one_to_one([1] * 1500, [1] * 1500, near).pairs) == 1500


def test_an_office_may_be_named_by_a_variant_or_its_beginning() -> None:
    office = Office("ผู้ว่าราชการจังหวัดระยอง", ("ผวจ.ระยอง",))
    assert is_office(office, "ผวจ. ระยอง")
    assert is_office(office, "ผู้ว่าราชการจังหวัด")
    assert not is_office(office, "รองผู้ว่าราชการจังหวัดระยอง")


def test_an_organisation_needs_more_of_its_name_than_an_office() -> None:
    assert is_organisation(Named("กรมส่งเสริมการปกครองท้องถิ่น"), "กรมส่งเสริมการปกครองท้องถิ่")
    assert not is_organisation(Named("กรมส่งเสริมการปกครองท้องถิ่น"), "กรมส่งเสริมการปกครอง")


def test_a_policy_and_a_venue_need_only_be_much_alike() -> None:
    assert is_policy(Policy("พระราชบัญญัติเทศบาล พ.ศ. 2496"), "พระราชบัญญัติเทศบาล พ.ศ.2498")
    assert not is_policy(Policy("พระราชบัญญัติเทศบาล พ.ศ. 2496"), "พระราชบัญญัติสภาตำบล")
    assert is_venue("ห้องประชุมพลอย ชั้น 4 ศาลากลาง", "ห้องประชุมพลอย ชั้น 4")
    assert not is_venue("ห้องประชุมพลอย ชั้น 4 ศาลากลาง", "วัดใหม่")


def test_title_venue_people_and_day_speak_for_an_event() -> None:
    meeting = noted(SEMINAR, "ก", "ข", day=date(2022, 10, 3), venue="ศาลากลาง")
    assert likeness(meeting, seen(SEMINAR)) == 1.0
    assert likeness(meeting, seen(SEMINAR, "ก", day="2022-10-03", venue="ศาลากลาง")) == 1 + 0.5 + 0.25 + 0.5


def test_an_event_under_another_title_is_known_by_its_people_and_day() -> None:
    meeting = noted(SEMINAR, "ก", "ข", day=date(2022, 10, 3))
    assert pair_meetings([meeting], [seen("xyz", "ก", "ข", day="2022-10-03")]).pairs
    assert not pair_meetings([meeting], [seen("xyz", "ก", "ข", day="2022-10-04")]).pairs


def test_the_event_with_more_people_chooses_first() -> None:
    small, large = noted(SEMINAR), noted(SEMINAR, "ก", "ข")
    only = seen(SEMINAR, "ก", "ข")
    matched = pair_meetings([small, large], [only])
    assert (matched.pairs, matched.missed) == (((large, only),), (small,))


def test_each_event_takes_the_one_most_like_it() -> None:
    raid, seminar = seen(RAID), seen(SEMINAR)
    matched = pair_meetings([noted(SEMINAR), noted(RAID)], [raid, seminar, seen("xyz")])
    assert [found for _, found in matched.pairs] == [seminar, raid]
    assert [event.shown for event in matched.spurious] == ["xyz"]
