"""The tables of titles, named bodies, named policies and nicknames of provinces keep what their readers rely on."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import geothai
import pytest

from lgkg import resources
from lgkg.facts import PolicyKind
from lgkg.tables import table, values

FORM_COLUMNS = ("forms", "abbreviations")
LEAST_ROWS = {"titles": 300, "named_bodies": 350, "named_policies": 120, "place_nicknames": 45}
TITLE_GROUPS = {
    *("civil", "academic", "medical", "army", "navy", "air", "police"),
    *("vdc", "acting", "royal", "other", "weak"),
}
POLICY_KINDS = {"law", "strategy", "project", "policy", "agreement"}

each_table = pytest.mark.parametrize("name", sorted(LEAST_ROWS))


def forms_of(row: dict[str, str]) -> list[str]:
    """All spellings of a row, its label first, without the mark of weak ones."""
    listed = [form for column in FORM_COLUMNS for form in values(row.get(column, ""))]
    return [form.removeprefix("~") for form in (row["th"], *listed)]


def repeated(words: list[str]) -> list[str]:
    return sorted(word for word, count in Counter(words).items() if count > 1)


@each_table
def test_a_table_loads_and_is_not_truncated(name: str) -> None:
    assert len(table(name)) >= LEAST_ROWS[name]


@each_table
def test_every_row_is_complete(name: str) -> None:
    optional = {*FORM_COLUMNS, "gender"}
    for row in table(name):
        empty = [column for column, cell in row.items() if not cell and column not in optional]
        assert not empty, row["th"]


@each_table
def test_no_label_stands_twice(name: str) -> None:
    assert repeated([row["th"] for row in table(name)]) == []


@each_table
def test_no_form_is_claimed_by_two_rows_or_twice_by_one(name: str) -> None:
    assert repeated([form for row in table(name) for form in forms_of(row)]) == []


@each_table
def test_forms_are_written_as_normalised_text_is(name: str) -> None:
    for row in table(name):
        for form in forms_of(row):
            assert form == unicodedata.normalize("NFC", form), form
            assert not re.search(r"^\s|\s$|\s\s|[^\S ]|เเ|ํา|[\u200b-\u200f\ufeff๐-๙]", form), form


@each_table
def test_english_is_written_in_latin_letters(name: str) -> None:
    for row in table(name):
        assert not re.search(r"[ก-๛]", row["en"]), row["en"]


@each_table
def test_a_table_opens_with_what_it_lists_and_how_to_add_to_it(name: str) -> None:
    opening = resources.data("domain", f"{name}.csv").read_text(encoding="utf-8").splitlines()[:3]
    assert all(line.startswith("# ") for line in opening)


def test_titles_are_of_the_known_groups() -> None:
    assert {row["group"] for row in table("titles")} == TITLE_GROUPS


def test_an_abbreviation_shared_by_the_services_is_the_army_rank() -> None:
    owners = {form: row["th"] for row in table("titles") for form in forms_of(row)}
    assert [owners[form] for form in ("ร.อ.", "ร.ท.", "ร.ต.")] == ["ร้อยเอก", "ร้อยโท", "ร้อยตรี"]
    assert owners["จ.ส.ต."] == "จ่าสิบตำรวจ"


@pytest.mark.parametrize("rank", ["ร้อยตรี", "พันตรี", "เรือตรี", "เรืออากาศตรี", "ร้อยตำรวจตรี", "นายกองใหญ่"])
def test_a_rank_has_its_acting_and_female_titles(rank: str) -> None:
    listed = {row["th"]: row["group"] for row in table("titles")}
    assert rank in listed
    assert f"{rank}หญิง" in listed
    assert listed[f"ว่าที่{rank}"] == listed[f"ว่าที่{rank}หญิง"] == "acting"


def test_named_bodies_are_of_the_kinds_of_body() -> None:
    kinds = {row["id"] for row in table("bodies")}
    assert {row["kind"] for row in table("named_bodies")} <= kinds


def test_an_abbreviation_of_a_kind_of_local_body_names_no_single_body() -> None:
    of_kinds = {form for row in table("bodies") for form in forms_of(row)}
    named = {form for row in table("named_bodies") for form in values(row["abbreviations"])}
    assert not of_kinds & named


def test_bare_names_of_ministries_are_marked_weak() -> None:
    forms = {form for row in table("named_bodies") if row["kind"] == "ministry" for form in values(row["forms"])}
    assert {"~มหาดไทย", "~สาธารณสุข", "~เกษตร"} <= forms
    assert not {"มหาดไทย", "สาธารณสุข", "เกษตร"} & forms


def test_named_policies_are_of_the_five_kinds() -> None:
    assert {row["kind"] for row in table("named_policies")} == POLICY_KINDS
    assert len(POLICY_KINDS) == len(PolicyKind)


def test_labels_of_laws_bear_no_year_so_that_the_printed_one_can_be_added() -> None:
    laws = [row["th"] for row in table("named_policies") if row["kind"] == "law"]
    assert [law for law in laws if re.search(r"พ\.ศ\.|พุทธศักราช|\d{4}", law)] == []


def test_nicknames_are_of_provinces_that_exist() -> None:
    provinces = {province.name_th for province in geothai.provinces()}
    assert {row["province"] for row in table("place_nicknames")} <= provinces


def test_a_nickname_is_not_the_official_name_of_an_area() -> None:
    provinces = geothai.provinces()
    official = {p.name_th for p in provinces} | {d.name_th for p in provinces for d in geothai.districts(p.code)}
    safe = {row["th"] for row in table("place_nicknames") if not row["th"].startswith("~")}
    assert not safe & official


def test_a_title_of_women_or_of_men_tells_so() -> None:
    gender = {row["th"]: row["gender"] for row in table("titles")}
    assert set(gender.values()) == {"", "m", "f", "miss", "mrs"}
    assert all(told == "f" for title, told in gender.items() if title.endswith("หญิง") and title != "เด็กหญิง")


def test_main_posts_are_told_from_those_held_beside_others() -> None:
    main = {row["id"]: row["main"] for row in table("offices")}
    assert set(main.values()) == {"", "yes"}
    assert main["governor"] == main["village_headman"] == main["pao_councillor"] == "yes"
    assert main["adviser"] == main["committee_member"] == main["president_red_cross"] == ""
