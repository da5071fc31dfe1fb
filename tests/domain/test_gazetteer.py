"""The areas of Thailand by code and by name."""

from __future__ import annotations

import pytest

from lgkg.domain.gazetteer import BANGKOK, gazetteer
from lgkg.errors import DataError


def test_every_province_district_and_subdistrict_is_there_once() -> None:
    places = gazetteer()
    assert (len(places.provinces), len(places.districts), len(places.subdistricts)) == (77, 928, 7436)
    assert len(places.by_code) == 77 + 928 + 7436


def test_the_code_of_an_area_begins_with_that_of_the_area_above() -> None:
    places = gazetteer()
    assert all(places.by_code[area.code[:-2]] for area in (*places.districts, *places.subdistricts))
    assert {len(area.code) for area in places.districts} == {4}
    assert {len(area.code) for area in places.subdistricts} == {6}


def test_names_are_short_official_ones_in_thai_and_english() -> None:
    places = gazetteer()
    dusit = places.by_code["1002"]
    assert (dusit.name, dusit.name_en) == ("ดุสิต", "Dusit")
    assert all(area.name and area.name_en for area in places.by_code.values())
    assert not [a.name for a in places.districts if a.name.startswith(("อำเภอ", "กิ่งอำเภอ", "จังหวัด"))]
    assert not [
        a.name for a in places.by_code.values() if a.code.startswith(BANGKOK) and a.name.startswith(("เขต", "แขวง"))
    ]


def test_a_province_is_found_by_its_official_name_only() -> None:
    assert gazetteer().province("น่าน").code == "55"
    with pytest.raises(DataError, match="โคราช"):
        gazetteer().province("โคราช")


def test_a_name_that_many_areas_bear_finds_them_all_by_code() -> None:
    codes = [area.code for area in gazetteer().subdistricts_named("หนองบัว")]
    assert len(codes) == 28
    assert codes == sorted(codes)
    assert len(gazetteer().districts_named("เฉลิมพระเกียรติ")) == 5


def test_an_unknown_name_finds_no_area() -> None:
    assert gazetteer().districts_named("ไม่มีอยู่จริง") == gazetteer().subdistricts_named("") == ()


def test_the_longest_name_at_a_place_is_found() -> None:
    assert gazetteer().district_at("ที่เมืองปานแล้ว", 3) == "เมืองปาน"
    assert gazetteer().subdistrict_at("วังแซ้มร่วมใจ", 0) == "วังแซ้ม"
    assert gazetteer().district_at("ที่ไหน", 0) == ""
    assert gazetteer().district_at("ลอง", 3) == ""


def test_the_capital_district_is_named_after_the_province_or_is_its_first() -> None:
    places = gazetteer()
    assert places.capital_district(places.province("กระบี่")).name == "เมืองกระบี่"
    assert places.capital_district(places.province("พระนครศรีอยุธยา")).name == "พระนครศรีอยุธยา"
    assert all(places.capital_district(province).code.startswith(province.code) for province in places.provinces)


def test_it_is_loaded_once() -> None:
    assert gazetteer() is gazetteer()
