from __future__ import annotations

from dataclasses import replace

import pytest

from lgkg.facts import Evidence, Facts, Level, Office, Organization, Person, Place, Span
from lgkg.identity import EqualNames

IDS = EqualNames()
SEEN = Evidence(Span(0, 1), 1.0, "by-hand")
RAYONG = Place(Level.PROVINCE, "ระยอง", "21", None, SEEN)
CHALOEM = [Place(Level.DISTRICT, "เฉลิมพระเกียรติ", code, None, SEEN) for code in ("3032", "8023")]


def body(label: str, kind: str = "office", area: Place | None = None) -> Organization:
    return Organization(label, kind, area, (), SEEN)


def office(label: str, kind: str, area: Place | None = None, of: Organization | None = None) -> Office:
    return Office(label, kind, of, area, (), SEEN)


def person(name: str) -> Person:
    given, _, family = name.partition(" ")
    return Person(name, given, family or None, "", (), SEEN)


def test_one_name_in_two_articles_is_one_person(harbour: Facts, flood: Facts) -> None:
    assert IDS.person(harbour, harbour.persons[0]) == IDS.person(flood, flood.persons[0])


def test_two_names_are_two_persons(harbour: Facts) -> None:
    assert len({IDS.person(harbour, one) for one in harbour.persons}) == 3


def test_a_lone_given_name_is_nobody_beyond_its_article(harbour: Facts, flood: Facts) -> None:
    assert IDS.person(harbour, person("สมชาย")) != IDS.person(flood, person("สมชาย"))


def test_a_monk_without_family_name_is_one_person_everywhere(harbour: Facts, flood: Facts) -> None:
    assert IDS.person(harbour, person("พระครูทดสอบธรรม")) == IDS.person(flood, person("พระครูทดสอบธรรม"))


def test_an_area_has_its_code_as_id() -> None:
    assert IDS.place(RAYONG) == "place/21"


def test_an_area_left_open_is_not_one_of_the_areas_of_its_name() -> None:
    left_open = replace(CHALOEM[0], code=None)
    assert IDS.place(left_open) not in {IDS.place(place) for place in CHALOEM}
    assert IDS.place(left_open) != IDS.place(replace(left_open, within=RAYONG))


def test_the_post_of_an_area_has_role_and_code_as_id() -> None:
    assert IDS.office(office("ผู้ว่าราชการจังหวัดระยอง", "governor", RAYONG)) == "office/governor.21"


def test_posts_of_one_name_in_two_areas_are_two_posts() -> None:
    one, other = (IDS.office(office("นายอำเภอเฉลิมพระเกียรติ", "district_chief", area)) for area in CHALOEM)
    assert one != other


def test_two_posts_of_a_generic_kind_in_one_area_are_two_posts() -> None:
    works = office("ผู้อำนวยการกองช่าง", "director", RAYONG)
    money = office("ผู้อำนวยการกองคลัง", "director", RAYONG)
    assert IDS.office(works) != IDS.office(money)


def test_a_post_takes_its_area_from_its_body() -> None:
    pao = body("องค์การบริหารส่วนจังหวัดระยอง", "pao", RAYONG)
    held = office("นายกองค์การบริหารส่วนจังหวัดระยอง", "pao_president", None, pao)
    assert IDS.office(held) == "office/pao_president.21"


def test_the_pao_of_a_province_has_its_code_as_id() -> None:
    assert IDS.organization(body("อบจ.ระยอง", "pao", RAYONG)) == "org/pao.21"


def test_bodies_of_one_name_in_two_districts_are_two_bodies() -> None:
    one, other = (IDS.organization(body("สำนักงานเกษตรอำเภอเฉลิมพระเกียรติ", area=area)) for area in CHALOEM)
    assert one != other


def test_a_body_whose_name_tells_its_province_is_one_whether_or_not_the_area_was_settled() -> None:
    settled, unsettled = body("สำนักงานจังหวัดระยอง", area=RAYONG), body("สำนักงานจังหวัดระยอง")
    assert IDS.organization(settled) == IDS.organization(unsettled)


@pytest.mark.parametrize("years", [("2550", "2560")])
def test_laws_of_two_years_are_two_laws(flood: Facts, years: tuple[str, str]) -> None:
    one, other = (replace(flood.policies[0], label=f"พระราชบัญญัติทดสอบ พ.ศ. {year}") for year in years)
    assert IDS.policy(one) != IDS.policy(other)


def test_the_same_event_in_another_article_is_another_meeting_for_now(harbour: Facts, flood: Facts) -> None:
    assert IDS.meeting(harbour, harbour.meetings[0]) != IDS.meeting(flood, harbour.meetings[0])


def test_ids_are_ascii_whatever_the_text(hostile: Facts) -> None:
    made = [
        IDS.article(hostile.article.id),
        IDS.person(hostile, hostile.persons[0]),
        IDS.office(hostile.offices[0]),
        IDS.organization(hostile.organizations[0]),
        IDS.policy(hostile.policies[0]),
        IDS.meeting(hostile, hostile.meetings[0]),
        IDS.venue(hostile.meetings[0]),
    ]
    assert all(id.isascii() and " " not in id and len(id) < 60 for id in made)
