"""Single traits of names and posts, and what they make of a pair."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgkg.identity.linkage import SAFE
from lgkg.identity.records import Link, PersonRecord

Person = Callable[..., PersonRecord]
Compare = Callable[[PersonRecord, PersonRecord], Link | None]

GOVERNOR, DEPUTY = "governor@21", "deputy_governor@21"
MAYOR, COUNCIL = "sao_president@210101@อบต.ตะพง", "sao_councillor@210101@อบต.ตะพง"
TERM = ("2021-12-01", "2024-11-30")


@pytest.mark.parametrize("printed", ["ดร.ยุทธนา เพียรพิจิตร", "ว่าที่ร.ต.ยุทธนา เพียรพิจิตร", "นายยุทธนา เพียรพิจิตร"])
def test_a_title_glued_to_the_name_is_no_part_of_it(person: Person, compare: Compare, printed: str) -> None:
    link = compare(person(printed, GOVERNOR), person("ยุทธนา เพียรพิจิตร", GOVERNOR))
    assert link and link.score >= SAFE


def test_a_by_name_before_the_name_is_no_part_of_it(person: Person, compare: Compare) -> None:
    link = compare(person("เสี่ยหนู อนุพงษ์ ชัยประสิทธิ์กุล", MAYOR), person("อนุพงษ์ ชัยประสิทธิ์กุล", MAYOR))
    assert link and link.score >= SAFE


def test_a_family_name_cut_short_merges_in_a_post_of_one_person_at_one_time_only(
    person: Person, compare: Compare
) -> None:
    whole, cut = (
        person("ธรรมนูญ แก้วคำปา", GOVERNOR, days=TERM),
        person("ธรรมนูญ แก้วคำ", GOVERNOR, days=("2022-05-01",) * 2),
    )
    earlier = compare(whole, person("ธรรมนูญ แก้วคำ", GOVERNOR, days=("2019-05-01", "2021-09-30")))
    link = compare(whole, cut)
    assert link and link.score >= SAFE
    assert earlier is None or earlier.score < SAFE


def test_a_monk_is_one_with_and_without_the_letters_for_meditation(person: Person, compare: Compare) -> None:
    with_it, without = (person(f"พระเทพสุวรรณเมธี{end}", "abbot@57@วัดพระแก้ว") for end in (" วิ.", ""))
    link = compare(with_it, person("พระเทพสุวัณเมธี", "abbot@57@วัดพระแก้ว"))
    assert link and link.score >= SAFE
    assert compare(with_it, without)


def test_whoever_moves_within_a_fortnight_is_not_in_two_posts_at_one_time(person: Person, compare: Compare) -> None:
    before = person("ขวัญชัย ชโลธรพิเศษ", DEPUTY, days=("2023-09-28", "2023-09-28"))
    link = compare(before, person("ขวัญชัย ชโลธรพิเศศ", "deputy_governor@50", days=("2023-10-05", "2023-10-05")))
    assert link and link.score >= SAFE


def test_a_governor_rises_to_inspector_of_the_ministry_of_the_interior_and_of_no_other(
    person: Person, compare: Compare
) -> None:
    before = person("พีรพงศ์ หมื่นผ่อง", GOVERNOR, days=("2019-10-04", "2021-09-27"))
    interior, other = (
        person("พีระพงศ์ หมื่นผ่อง", f"inspector_general@@{ministry}", days=("2021-10-06", "2023-09-18"))
        for ministry in ("กระทรวงมหาดไทย", "กระทรวงแรงงาน")
    )
    here, elsewhere = compare(before, interior), compare(before, other)
    assert here and here.score >= SAFE
    assert elsewhere is None or elsewhere.score < SAFE


def test_who_stands_in_for_another_of_the_service_is_one_if_the_name_is_rare(person: Person, compare: Compare) -> None:
    clerk = person("เมธา จันทราภานนท์", "provincial_clerk@21", title="นาย", days=TERM)
    link = compare(clerk, person("เมธา จันทราภานันท์", DEPUTY, title="นาย", days=("2023-06-11", "2023-06-11")))
    assert link and link.score >= SAFE
    assert "seen for a few days in two posts of one province at one time" in link.reasons


def test_a_rare_name_with_a_slip_merges_where_one_side_holds_no_main_post_and_no_place_tells(
    person: Person, compare: Compare
) -> None:
    rector = person("สาธิต เกียรติศักดิ์โสภณ", "rector@@มหาวิทยาลัยนเรศวร", days=TERM)
    chair, headman = (
        person("สาธิต เกียรติศักดิโสภณ", post) for post in ("chairperson@@ที่ประชุมอธิการบดี", "village_headman@210101")
    )
    link, local = compare(rector, chair), compare(rector, headman)
    assert link and link.score >= SAFE
    assert local is None or local.score < SAFE


@pytest.mark.parametrize("kind", ["village_headman", "sao_president", "sao_councillor"])
def test_near_names_in_one_kind_of_post_at_home_in_two_places_are_left_to_a_person(
    person: Person, compare: Compare, kind: str
) -> None:
    here, there = (
        person("เฉลียว มั่นคง", f"{kind}@610601"),
        person("เฉลียว มันคง", f"{kind}@610704", days=("2022-01-05",) * 2),
    )
    link = compare(here, there)
    assert link is None or link.score < SAFE


@pytest.mark.parametrize(("a", "b"), [("ชาลี", "ชาลา"), ("ปิยนุช", "ปิยนาถ"), ("สุนิสา", "สุนิศร")])
def test_near_given_names_of_one_family_in_one_village_are_two(
    person: Person, compare: Compare, a: str, b: str
) -> None:
    long, brief = person(f"{a} แสงเพชรงาม", COUNCIL, days=TERM), person(f"{b} แสงเพชรงาม", COUNCIL)
    link = compare(long, brief)
    assert link is None or link.score < SAFE


def test_members_of_parliament_of_near_names_at_one_time_are_left_to_a_person(person: Person, compare: Compare) -> None:
    a, b = (person(f"สุรศักดิ์ {family}", "mp@@", days=TERM) for family in ("ชัยเดช", "ชัยเดชา"))
    link = compare(a, b)
    assert link is None or link.score < SAFE


@pytest.mark.parametrize("cut", ["ม.", "เม."])
def test_a_family_name_cut_to_its_first_letter_merges_in_the_same_post(
    person: Person, compare: Compare, cut: str
) -> None:
    whole = person("บวรนันท์ เมธาชัยกุล", GOVERNOR, title="นาย")
    link, other = (compare(whole, person(f"บวรนันท์ {end}", GOVERNOR, title="นาย")) for end in (cut, "ส."))
    assert link and link.score >= SAFE
    assert "family name cut to its letter" in link.reasons
    assert other is None or other.score < SAFE


def test_two_family_names_cut_to_one_letter_merge_no_people_without_a_post_in_common(
    person: Person, compare: Compare
) -> None:
    link = compare(person("สมชาย ก.", GOVERNOR), person("สมชาย ก.", "school_director@5006@โรงเรียนช้าง"))
    assert link is None or link.score < SAFE


def test_a_long_family_name_with_other_vowels_is_a_slip_in_one_post(person: Person, compare: Compare) -> None:
    a, b = (person(f"อภิวิชญ์ {family}", DEPUTY, title="นาย") for family in ("ชวลิตกุล", "เชาวลิตกุล"))
    link = compare(a, b)
    assert link and link.score >= SAFE
    assert "long family names that differ in vowels" in link.reasons


@pytest.mark.parametrize(("title", "merged"), [("นาย", True), ("นาง", False)])
def test_another_given_name_in_a_post_of_one_person_at_one_time_is_a_change_of_name(
    person: Person, compare: Compare, title: str, merged: bool
) -> None:
    before = person("บุญมา ภูผาลาดเจริญชัย", GOVERNOR, title="นาย", days=("2021-10-04", "2023-02-10"))
    after = person("ธนภัทร ภูผาลาดเจริญชัย", GOVERNOR, title=title, days=("2022-08-01", "2023-09-25"))
    link = compare(before, after)
    assert bool(link and link.score >= SAFE) is merged


def test_another_given_name_in_a_post_one_after_the_other_is_a_successor(person: Person, compare: Compare) -> None:
    before = person("บุญมา ภูผาลาดเจริญชัย", MAYOR, title="นาย", days=("2013-10-04", "2021-10-10"))
    link = compare(before, person("ธนภัทร ภูผาลาดเจริญชัย", MAYOR, title="นาย", days=TERM))
    assert link is None or link.score < SAFE


@pytest.mark.parametrize(("post", "merged"), [(DEPUTY, True), (COUNCIL, False)])
def test_two_given_names_in_use_and_a_rare_family_name_are_one_official_but_two_councillors(
    person: Person, compare: Compare, post: str, merged: bool
) -> None:
    a, b = (person(f"{given} เลิศประเสริฐพันธ์ไพศาล", post, title="นาย", days=TERM) for given in ("สมชาย", "สมชัย"))
    link = compare(a, b)
    assert bool(link and link.score >= SAFE) is merged


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("inspector_general@@กระทรวงยุติธรรม", "director_general@@กรมคุมประพฤติ"),
        ("deputy_permanent_secretary@@กระทรวงเกษตรและสหกรณ์", "director_general@@กรมวิชาการเกษตร"),
        ("mp@@", "deputy_minister@@กระทรวงสาธารณสุข"),
    ],
)
def test_who_moves_within_a_ministry_or_from_parliament_to_one_is_one(
    person: Person, compare: Compare, before: str, after: str
) -> None:
    earlier = person("สมเกียรติ ทองพรหม", before, title="นาย", days=("2021-11-19", "2022-09-24"))
    link = compare(earlier, person("สมเกียติ ทองพรหม", after, title="นาย", days=("2022-12-07", "2023-10-09")))
    assert link and link.score >= SAFE


def test_a_rare_name_merges_without_a_place_to_compare_and_a_common_one_does_not(
    person: Person, compare: Compare
) -> None:
    adviser, chair = "adviser@@กระทรวงพลังงาน", "chairperson@@คณะอนุกรรมการพาณิชย์"
    rare = compare(person("ชวลิตพงษ์ โภคาสกุลไทย", adviser), person("ชวลิตพงศ์ โภคาสกุลไทย", chair))
    common = compare(person("สมชาย ทองดี", adviser), person("สมชาย ทองดี", chair))
    assert rare and rare.score >= SAFE
    assert common is None or common.score < SAFE
