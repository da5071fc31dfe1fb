"""The venue of an event: said with ณ or ที่, else what was visited, travelled to or the surroundings of an operation."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.reading import read

CHIEF = "วันที่ 12 มีนาคม 2567 นายชนะ ทองดี นายอำเภอมะขาม"


def venue(text: str) -> str | None:
    (found,) = read(Article("t", text)).meetings
    return found.venue


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("ลงพื้นที่ตรวจเยี่ยมโรงเรียนบ้านหนองบัว อำเภอมะขาม", "โรงเรียนบ้านหนองบัว"),
        ("ลงพื้นที่ อบต.ท่าหลวง อำเภอมะขาม", "อบต.ท่าหลวง"),
        ("ลงพื้นที่ตรวจราชการเทศบาลตำบลมะขาม อำเภอมะขาม", "เทศบาลตำบลมะขาม"),
    ],
)
def test_what_is_visited_is_the_venue_if_none_is_said(words: str, place: str) -> None:
    assert venue(f"{CHIEF} {words}") == place


def test_where_somebody_travelled_to_is_the_venue() -> None:
    text = f"{CHIEF} เดินทางมายังวิทยาลัยเทคนิคมะขาม จ.จันทบุรี เพื่อเปิดงานของดีเมืองมะขาม"
    assert venue(text) == "วิทยาลัยเทคนิคมะขาม"


def test_an_operation_took_place_around_what_is_said() -> None:
    assert venue(f"{CHIEF} นำกำลังจับกุมผู้ค้ายาเสพติด บริเวณริมถนนสายบ้านนา ตำบลท่าหลวง") == "ริมถนนสายบ้านนา"


@pytest.mark.parametrize("people", ["หัวหน้าส่วนราชการร่วมงาน", "พุทธศาสนิกชนร่วมงาน", "พระครูสถิตธรรมคุณ เจ้าอาวาสวัดใหม่"])
def test_a_venue_ends_where_people_begin(people: str) -> None:
    assert venue(f"{CHIEF} เป็นประธานในพิธีมอบบ้าน ณ ลานหน้าศาลากลาง {people}") == "ลานหน้าศาลากลาง"


def test_a_province_alone_is_no_venue() -> None:
    assert venue(f"{CHIEF} เป็นประธานในพิธีมอบบ้าน ที่หนองคาย") is None


def test_the_family_name_behind_na_is_no_venue() -> None:
    assert venue(f"{CHIEF} พร้อมด้วย นายพล ณ ลำปาง ลงพื้นที่ตรวจเยี่ยมชาวสวน") is None


def test_a_place_that_somebody_speaks_of_later_is_no_venue() -> None:
    text = f"{CHIEF} เป็นประธานในพิธีมอบบ้าน\nนายชนะ กล่าวว่า ปีหน้าจะพัฒนาตลาด ณ วัดใหม่"
    assert venue(text) is None


def test_a_paragraph_that_goes_on_may_give_the_venue() -> None:
    assert venue(f"{CHIEF} เป็นประธานในพิธีมอบบ้าน\nเนื่องในวันครอบครัว ณ วัดใหม่") == "วัดใหม่"


def test_what_stands_behind_the_hour_with_at_is_the_venue() -> None:
    text = "วันที่ 12 มีนาคม 2567 เวลา 09.00 น. ที่เซ็นทรัลจันทบุรี อำเภอมะขาม นายชนะ ทองดี นายอำเภอมะขาม เป็นประธานเปิดงานของดี"
    assert venue(text) == "เซ็นทรัลจันทบุรี"


def test_a_visit_to_an_area_took_place_there() -> None:
    assert venue(f"{CHIEF} ลงพื้นที่เยี่ยมผู้ประสบภัย ในพื้นที่เทศบาลตำบลมะขาม จังหวัดจันทบุรี") == "พื้นที่เทศบาลตำบลมะขาม"
