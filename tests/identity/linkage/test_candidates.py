"""Which pairs become links, and how far they may go by themselves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lgkg.identity.linkage import DOUBTFUL, SAFE, candidates
from lgkg.identity.records import Link, PersonRecord

Person = Callable[..., PersonRecord]
Compare = Callable[[PersonRecord, PersonRecord], Link | None]

GOVERNOR, DEPUTY = "governor@21", "deputy_governor@21"
MAYOR, DEPUTY_MAYOR = "sao_president@210101@อบต.ตะพง", "deputy_sao_president@210101@อบต.ตะพง"
COUNCIL = "sao_councillor@210101@อบต.ตะพง"
TERM = ("2021-12-01", "2024-11-30")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("สมชาย สีสุวรรณ", "สมชาย ศรีสุวรรณ"),
        ("ณัฐพงษ์ รักเรียน", "ณัฐพงศ์ รักเรียน"),
        ("อนุชา วงศ์วีรกุล", "อนุชา วงศ์วีรกูล"),
        ("กิตติศักด์ ธนบดีกุล", "กิตติศักดิ์ ธนบดีกุล"),
        ("อำนวยมหาพัฒนไพศาล", "อำนวย มหาพัฒนไพศาล"),
        ("ประยทุธ มหาพัฒนไพศาล", "ประยุทธ มหาพัฒนไพศาล"),
        ("ปรเมศวร์ พัวเจริญพันธุ์", "ปรเมศวร์ พัวเจริญพันธ์"),
        ("สุพจน์ (เสี่ยตี๋) แสงจันทร์ฉาย", "สุพจน์ แสงจันทร์ฉาย"),
        ("สุพจน์ “ตี๋” แสงจันทร์ฉาย", "สุพจน์ แสงจันทร์ฉาย"),
        ("กนกพร เดขเดชา", "กนกพร เดชเดชา"),
        ("ชนินทร์ณ ระนอง", "ชนินทร์ ณ ระนอง"),
    ],
)
def test_a_slip_of_spelling_in_the_same_post_merges(person: Person, compare: Compare, printed: str, meant: str) -> None:
    link = compare(person(printed, GOVERNOR), person(meant, GOVERNOR, days=("2023-10-01", "2024-09-30")))
    assert link and link.score >= SAFE
    assert "held the same post, of one person, at one time" in link.reasons


@pytest.mark.parametrize(
    ("a", "b"),
    [("สมชาย ใจดี", "สมชาย ใจดี"), ("สมชาย พัฒนไพศาลกุล", "สมชาย พัฒนไพศาลกูล"), ("สมชายใจดีมาก", "สมชายใจดีมาก")],
)
def test_a_name_alone_waits_for_a_person_at_most(person: Person, compare: Compare, a: str, b: str) -> None:
    link = compare(person(a, title="นาย"), person(b, GOVERNOR, title="นาย"))
    assert link is None or link.score < SAFE


def test_equal_names_in_posts_that_nobody_holds_at_once_are_two(person: Person, compare: Compare) -> None:
    a, b = (person("สมชาย ใจดี", f"governor@{area}", days=("2023-10-02", "2024-09-01")) for area in (21, 50))
    assert compare(a, b) is None


def test_near_names_in_posts_that_nobody_holds_at_once_are_two(person: Person, compare: Compare) -> None:
    a, b = person("สมชาย สีสุวรรณ", MAYOR, days=TERM), person("สมชาย ศรีสุวรรณ", "sao_president@500101@อบต.ช้าง", days=TERM)
    assert compare(a, b) is None


def test_an_official_moved_to_the_same_post_elsewhere_is_one(person: Person, compare: Compare) -> None:
    before = person("ขวัญชัย ชโลธรพิเศษ", "district_chief@6406", days=("2021-10-05", "2023-09-15"))
    after = person("ขวัญชัย ชโลธรพิเศศ", "district_chief@5006", days=("2023-11-16", "2025-08-25"))
    link = compare(before, after)
    assert link and link.score >= SAFE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("district_chief@6406", "provincial_clerk@50"),
        ("deputy_governor@45", "governor@50"),
        ("district_health@6406", "provincial_health@64"),
    ],
)
def test_an_official_who_rises_in_one_service_is_one(person: Person, compare: Compare, before: str, after: str) -> None:
    clerk = person("ขวัญชัย ชโลธรพิเศษ", before, days=("2021-10-05", "2023-09-15"))
    link = compare(clerk, person("ขวัญชัย ชโลธรพิเศศ", after, days=("2023-11-16", "2025-08-25")))
    assert link and link.score >= SAFE


def test_an_official_of_another_service_elsewhere_is_left_to_a_person(person: Person, compare: Compare) -> None:
    before = person("ขวัญชัย ชโลธรพิเศษ", "district_chief@6406", days=("2021-10-05", "2023-09-15"))
    link = compare(
        before, person("ขวัญชัย ชโลธรพิเศศ", "hospital_director@5006@รพ.ฝาง", days=("2023-11-16", "2025-08-25"))
    )
    assert link and link.score < SAFE


@pytest.mark.parametrize("days", [TERM, ("2022-01-05", "2022-01-05")])
@pytest.mark.parametrize(("a", "b"), [("สมชาย", "สมชัย"), ("วิชัย", "วิชาญ"), ("สมพร", "สมพล")])
def test_two_common_given_names_are_no_slip(
    person: Person, compare: Compare, a: str, b: str, days: tuple[str, str]
) -> None:
    link = compare(person(f"{a} ปรีชาเดชากุล", COUNCIL, days=days), person(f"{b} ปรีชาเดชากุล", COUNCIL, days=days))
    assert link is None or link.score < SAFE


def test_two_common_given_names_are_a_slip_in_a_post_of_one_person(person: Person, compare: Compare) -> None:
    a, b = (
        person("ทศพร จันทร์ประดับ", MAYOR, days=TERM),
        person("ทศพล จันทร์ประดับ", MAYOR, days=("2022-05-01", "2022-05-01")),
    )
    link = compare(a, b)
    assert link and link.score >= SAFE


def test_short_family_names_that_differ_by_a_letter_of_another_sound_are_two_in_a_village(
    person: Person, compare: Compare
) -> None:
    a, b = (person(f"วิเชียร {family}", "village_headman@360203") for family in ("คำแก้ว", "คำแก่น"))
    link = compare(a, b)
    assert link is None or link.score < SAFE


def test_double_family_names_that_end_alike_are_two(person: Person, compare: Compare) -> None:
    a, b = (person(f"กมล {family} ณ อยุธยา", COUNCIL, days=TERM) for family in ("เทพหัสดิน", "สนิทวงศ์"))
    link = compare(a, b)
    assert link is None or link.score < SAFE


def test_one_of_two_family_names_left_out_merges(person: Person, compare: Compare) -> None:
    link = compare(person("กมล เทพหัสดิน ณ อยุธยา", COUNCIL, days=TERM), person("กมล เทพหัสดิน", COUNCIL, days=TERM))
    assert link and link.score >= SAFE


def test_two_names_in_use_that_merely_sound_alike_are_two_in_a_post_one_after_the_other(
    person: Person, compare: Compare
) -> None:
    before = person("วิสูตร บุญประคอง", "provincial_agriculture@64", title="นาย", days=("2020-06-01", "2022-09-25"))
    after = person("วิสุทธิ์ บุญประคอง", "provincial_agriculture@64", title="นาย", days=("2022-11-05", "2024-09-15"))
    link = compare(before, after)
    assert link is None or link.score < SAFE


def test_a_letter_left_out_of_a_name_in_use_is_a_slip_in_one_council(person: Person, compare: Compare) -> None:
    a, b = (person(f"{given} บุญประคอง", COUNCIL, days=TERM) for given in ("อุไรวรรณ", "อุไวรรณ"))
    link = compare(a, b)
    assert link and link.score >= SAFE


def test_short_given_names_one_letter_apart_are_two_in_one_village(person: Person, compare: Compare) -> None:
    a, b = (person(f"{given} บุญหลาย", "village_headman@480603", days=TERM) for given in ("คำมี", "คำมา"))
    link = compare(a, b)
    assert link is None or link.score < SAFE


def test_a_monk_of_one_long_name_with_a_slip_is_one_within_a_district(person: Person, compare: Compare) -> None:
    abbot = person("พิศาลธรรมาทร", "abbot@4802@วัดศรี", title="พระครู", days=TERM)
    near, far = (person("พิสาลธรรมาทร", f"district_abbot@{area}", title="พระครู", days=TERM) for area in ("4802", "5006"))
    here, elsewhere = compare(abbot, near), compare(abbot, far)
    assert here and here.score >= SAFE
    assert elsewhere is None or elsewhere.score < SAFE


@pytest.mark.parametrize("place", ["21", "5006"])
def test_posts_in_two_provinces_at_one_time_speak_against(person: Person, compare: Compare, place: str) -> None:
    volunteer = person("จินดา อินสุข", "village_health_volunteer@210101")
    link = compare(volunteer, person("จินดา อินทร์สุข", f"president_red_cross@{place}"))
    told = link is not None and "seen in two provinces at one time" in link.reasons
    assert told == (place != "21")


def test_a_mayor_and_a_deputy_of_one_family_are_two(person: Person, compare: Compare) -> None:
    mayor, deputy = person("สุรชัย พันธุ์ไพบูลย์", MAYOR, days=TERM), person("สุรชาติ พันธุ์ไพบูลย์", DEPUTY_MAYOR, days=TERM)
    assert compare(mayor, deputy) is None


def test_man_and_woman_of_near_names_are_two(person: Person, compare: Compare) -> None:
    link = compare(person("อรุณ แก่นแก้วดี", DEPUTY, title="นาย"), person("อรุณี แก่นแก้วดี", DEPUTY, title="นาง"))
    assert link is None or link.score < SAFE


@pytest.mark.parametrize("days", [("2023-01-14", "2024-11-10"), ("2029-01-14", "2029-11-10")])
def test_another_family_name_in_the_same_post_is_seen_by_a_person(
    person: Person, compare: Compare, days: tuple[str, str]
) -> None:
    before = person("ศันสนีย์ ลาภอำนวยผล", MAYOR, title="นาง", days=("2021-12-01", "2022-10-18"))
    link = compare(before, person("ศันสนีย์ ยอดมงคล", MAYOR, title="นาง", days=days))
    assert link and DOUBTFUL <= link.score < SAFE
    assert "another family name in the same post" in link.reasons


@pytest.mark.parametrize("titles", [("นาง",), ("นาง", "พญ.")])
def test_a_woman_who_marries_in_her_post_is_one(person: Person, compare: Compare, titles: tuple[str, ...]) -> None:
    before = person("ศันสนีย์ ลาภอำนวยผล", MAYOR, title="นางสาว", days=("2021-12-01", "2022-10-18"))
    after = person("ศันสนีย์ ยอดมงคล", MAYOR, days=("2022-12-05", "2024-09-03"))
    link = compare(before, replace(after, honorifics=titles))
    assert link and link.score >= SAFE


@pytest.mark.parametrize(("a", "b"), [("ชุมชนพัฒนา 1", "ชุมชนพัฒนา 2"), ("ชุมชนพัฒนา ๑", "ชุมชนพัฒนา ๒"), ("ชุมชน ก", "ชุมชน ข")])
def test_names_told_apart_by_a_number_or_a_letter_are_never_linked(
    person: Person, compare: Compare, a: str, b: str
) -> None:
    assert compare(person(a, GOVERNOR), person(b, GOVERNOR)) is None


def test_two_members_for_two_wards_are_two(person: Person, compare: Compare) -> None:
    a, b = (
        person(name, f"{COUNCIL} เขต {ward}", days=TERM) for name, ward in (("สมคิด มาลัยทอง", 1), ("สมคิด มาลัยทองดี", 2))
    )
    assert compare(a, b) is None


def test_a_score_depends_on_its_two_records_alone(person: Person, compare: Compare) -> None:
    a, b = person("สมชาย สีสุวรรณ", GOVERNOR), person("สมชาย ศรีสุวรรณ", GOVERNOR)
    others = [person(name, GOVERNOR) for name in ("สมชาย สีสุวรรณ์", "สมชาย ใจดี", "สมหมาย ศรีสุวรรณ", "มานี มีนา")]
    alone = compare(a, b)
    assert alone and alone in candidates([a, *others, b])


def test_links_are_sorted_and_do_not_depend_on_the_order_of_people(person: Person) -> None:
    people = [person(f"สมชาย {family}", GOVERNOR) for family in ("สีสุวรรณ", "ศรีสุวรรณ", "ศรีสุวรรณ์", "สีสุวัณ")]
    links = candidates(people)
    assert links == candidates(reversed(people)) == sorted(links, key=lambda link: (link.a, link.b))
    assert len(links) == 6 and all(link.a < link.b for link in links)


def test_among_keeps_the_pairs_of_those_asked_for(person: Person) -> None:
    people = [person(f"สมชาย {family}", GOVERNOR) for family in ("สีสุวรรณ", "ศรีสุวรรณ", "ศรีสุวรรณ์", "สีสุวัณ")]
    new = {people[0].id}
    assert candidates(people, among=new) == [link for link in candidates(people) if new & {link.a, link.b}]
    assert candidates(people, among=()) == []


def test_nobody_is_nobodys_double() -> None:
    assert candidates([]) == []


@pytest.mark.parametrize("name", ["' OR 1=1 --", '"; DROP TABLE people', "\ud800\x00 \u200b", "", " ", "ก" * 10_000])
def test_hostile_names_are_compared_like_others(person: Person, name: str) -> None:
    a = person(name, GOVERNOR)
    candidates([a, replace(a, id="person/b"), person("สมชาย ใจดี", GOVERNOR)])


def test_comparing_is_silent_and_leaves_no_file(tmp_path: Path) -> None:
    script = (
        "from lgkg.identity.linkage import candidates; from lgkg.identity.records import PersonRecord as P, Seat;"
        "seats = (Seat('office/a', 'governor', '', '21', None, None),);"
        "people = [P(f'person/{n}', n, n.split()[0], n.split()[1], (), seats) for n in ('มานี สีดี', 'มานี ศรีดี')];"
        "assert candidates(people)"
    )
    environment = {"HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path), "PYTHAINLP_READ_ONLY": "1"}
    ran = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert (ran.stdout, ran.stderr) == (b"", b"")
    assert not list(tmp_path.rglob("*"))


def test_splink_is_imported_only_when_people_are_compared() -> None:
    script = (
        "import sys, lgkg.identity.linkage; print(*{'splink', 'duckdb', 'pyarrow', 'pythainlp'} & set(sys.modules))"
    )
    environment = {"PYTHONPATH": ":".join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", script], env=environment, check=True, capture_output=True)
    assert ran.stdout.strip() == b""
