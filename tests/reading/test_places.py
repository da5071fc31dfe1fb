"""Provinces, districts and subdistricts, and which of the areas of one name is meant."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Level, Place
from lgkg.reading import read


def places(text: str) -> tuple[Place, ...]:
    return read(Article("t", text)).places


def provinces(text: str) -> list[str]:
    return [p.name for p in places(text) if p.level is Level.PROVINCE]


def settled(text: str) -> list[tuple[str, str | None]]:
    """Name and code of the districts and subdistricts in the text."""
    return [(p.name, p.code) for p in places(text) if p.level is not Level.PROVINCE]


def test_a_place_has_its_code_the_areas_above_it_and_the_words_that_name_it() -> None:
    text = "ที่ ตำบลวังแซ้ม อำเภอมะขาม จังหวัดจันทบุรี"
    subdistrict, district, province = places(text)
    assert (subdistrict.level, subdistrict.name, subdistrict.code) == (Level.SUBDISTRICT, "วังแซ้ม", "220504")
    assert subdistrict.within is not None and subdistrict.within.within == province
    assert district.within == province and province.within is None
    assert [p.evidence.span.of(text) for p in (subdistrict, district, province)] == text.split(" ")[1:]


@pytest.mark.parametrize(
    "text",
    [
        "ศาลากลางจังหวัดพิษณุโลก",
        "ผู้ว่าราชการจังหวัดพิษณุโลก",
        "อบจ.พิษณุโลก",
        "เทศบาลนครพิษณุโลก",
        "จ.พิษณุโลก",
        "จังหวัด พิษณุโลก",
        "ผวจ.พิษณุโลก",
        "ชาวพิษณุโลก",
        "เมืองสองแคว",
    ],
)
def test_a_province_counts_wherever_it_is_named(text: str) -> None:
    assert provinces(f"วันนี้ {text} จัดงาน") == ["พิษณุโลก"]


@pytest.mark.parametrize(
    ("nickname", "name"),
    [
        ("โคราช", "นครราชสีมา"),
        ("แปดริ้ว", "ฉะเชิงเทรา"),
        ("เมืองคอน", "นครศรีธรรมราช"),
        ("กทม.", "กรุงเทพมหานคร"),
        ("พัทยา", "ชลบุรี"),
    ],
)
def test_a_nickname_stands_for_its_province(nickname: str, name: str) -> None:
    assert provinces(f"วันนี้ {nickname} จัดงาน") == [name]


@pytest.mark.parametrize("name", ["ถนนลำปาง", "ตลาดอุดรธานี", "วัดนครสวรรค์", "แม่น้ำเพชรบุรี", "โรงแรมเชียงใหม่", "ตำบลเชียงราย"])
def test_roads_rivers_and_temples_named_after_a_province_are_not_in_it(name: str) -> None:
    assert provinces(f"เดินทางไป{name} แล้ว") == []


@pytest.mark.parametrize("text", ["เกินเลยไปมาก", "ตากแดดทั้งวัน", "โรคแพร่ระบาด", "ในน่านน้ำไทย", "ไม่ให้เลย", "เผยแพร่ข่าว"])
def test_provinces_that_are_also_words_are_not_seen_in_them(text: str) -> None:
    assert provinces(text) == []


@pytest.mark.parametrize("name", ["เลย", "ตาก", "แพร่", "น่าน", "ตรัง"])
def test_provinces_that_are_also_words_count_behind_their_word(name: str) -> None:
    assert provinces(f"ใน จังหวัด{name} วันนี้") == provinces(f"ใน จ.{name} วันนี้") == [name]
    assert provinces(f"นายธนา แก้วดี ผู้ว่าราชการจังหวัด{name} มาถึง") == [name]


def test_provinces_that_are_also_words_count_in_a_list() -> None:
    assert provinces("ในจังหวัดลำปาง แพร่ น่าน และตาก วันนี้") == ["ลำปาง", "แพร่", "น่าน", "ตาก"]


def test_a_family_name_is_no_province() -> None:
    assert provinces("นายดี ราชบุรี นายอำเภอปัว ร่วมงาน") == []


@pytest.mark.parametrize("body", ["อบต.สระแก้ว", "เทศบาลตำบลพะเยา", "นายก อบต.สระแก้ว"])
def test_a_small_body_with_the_name_of_a_province_is_not_in_it(body: str) -> None:
    assert provinces(f"วันนี้ {body} จัดงาน") == []


def test_the_capital_district_is_written_out() -> None:
    assert settled("ที่ อ.เมือง จ.กระบี่") == settled("ที่ อำเภอเมืองกระบี่ จ.กระบี่") == [("เมืองกระบี่", "8101")]
    assert settled("ที่ อำเภอเมือง จังหวัดหนองคาย") == [("เมืองหนองคาย", "4301")]


def test_a_capital_district_without_province_is_left_out() -> None:
    assert settled("ที่ อ.เมือง วันนี้") == []


def test_a_district_that_begins_with_mueang_is_itself() -> None:
    assert settled("ที่ อำเภอเมืองปาน จังหวัดลำปาง") == [("เมืองปาน", "5213")]


def test_a_subdistrict_of_a_common_name_is_settled_by_the_district_behind_it() -> None:
    assert settled("ที่ ตำบลในเมือง อำเภอพิมาย จังหวัดนครราชสีมา") == [("ในเมือง", "301501"), ("พิมาย", "3015")]


def test_a_subdistrict_of_a_common_name_is_settled_by_the_province_around_it() -> None:
    assert settled("จังหวัดจันทบุรีแจ้งว่า ตำบลหนองบัว น้ำลดแล้ว") == [("หนองบัว", "220110")]
    assert settled("จังหวัดสุรินทร์แจ้งว่า ตำบลหนองบัว น้ำลดแล้ว") == [("หนองบัว", None)]


def test_what_the_article_leaves_open_stays_open() -> None:
    assert settled("ลงพื้นที่ ตำบลในเมือง วันนี้") == [("ในเมือง", None)]
    (place,) = places("ลงพื้นที่ ตำบลในเมือง วันนี้")
    assert place.within is None


def test_an_open_mention_is_dropped_where_the_same_name_is_settled() -> None:
    assert settled("ลงพื้นที่ ตำบลในเมือง และ ตำบลในเมือง อำเภอพิมาย") == [("ในเมือง", "301501"), ("พิมาย", "3015")]


def test_a_district_of_five_provinces_is_settled_by_its_own() -> None:
    assert settled("ที่ อำเภอเฉลิมพระเกียรติ จังหวัดน่าน") == [("เฉลิมพระเกียรติ", "5515")]
    assert settled("ที่ อำเภอเฉลิมพระเกียรติ วันนี้") == [("เฉลิมพระเกียรติ", None)]


def test_districts_and_subdistricts_of_bangkok_have_words_of_their_own() -> None:
    assert settled("ที่ แขวงดุสิต เขตดุสิต กรุงเทพมหานคร") == [("ดุสิต", "100201"), ("ดุสิต", "1002")]


@pytest.mark.parametrize("text", ["ในเขตการให้ความช่วยเหลือ", "ทุกเขตสุขภาพ", "ประชุมเขตตรวจราชการที่ 15", "ในเขตน้ำท่วม"])
def test_a_zone_is_no_district_of_bangkok(text: str) -> None:
    assert settled(text) == []
    assert settled("ในเขตอำเภอปัว") == [("ปัว", "5505")]


@pytest.mark.parametrize("text", ["ทุกอำเภอ ทุกตำบล", "ระดับจังหวัด อำเภอ ตำบล และหมู่บ้าน", "ระดับตำบลและหมู่บ้าน", "ตำบลละ 5 ทีม"])
def test_words_for_areas_without_a_name_are_no_places(text: str) -> None:
    assert places(text) == ()


def test_the_subdistrict_whose_name_is_and_counts_before_its_district() -> None:
    assert settled("ที่ ตำบลและ อำเภอทุ่งช้าง จังหวัดน่าน") == [("และ", "550803"), ("ทุ่งช้าง", "5508")]


def test_a_district_inside_a_post_is_named() -> None:
    assert settled("นายธนา แก้วดี นายอำเภอแม่ทะ มาถึง") == [("แม่ทะ", "5210")]
    assert settled("นายธนา แก้วดี กำนันตำบลทุ่งแล้ง มาถึง") == [("ทุ่งแล้ง", "540307")]


def test_a_family_name_that_contains_a_district_names_none() -> None:
    assert settled("นายธนา ดีขุนทดเจริญ นายอำเภอแม่ทะ มาถึง") == [("แม่ทะ", "5210")]


def test_each_area_is_listed_once_at_its_first_mention() -> None:
    text = "จังหวัดน่าน จ.น่าน และจังหวัดน่าน"
    (place,) = places(text)
    assert place.evidence.span.of(text) == "จังหวัดน่าน" and place.evidence.span.start == 0
