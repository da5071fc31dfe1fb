"""Who holds which post: behind the name, shared by a list, before the name, several at once."""

from __future__ import annotations

from datetime import date

import pytest

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.reading import read


def facts(text: str, published: date | None = None) -> Facts:
    return read(Article("t", text, published=published))


def held(text: str) -> list[tuple[str, str]]:
    """Person and post of every holding in the text."""
    return [(t.person.given, t.office.label) for t in facts(text).tenures]


def rules(text: str) -> list[str]:
    return [t.evidence.rule for t in facts(text).tenures]


def test_the_post_behind_a_name_is_held() -> None:
    text = "นายธนา แก้วดี นายอำเภอลอง มาถึง"
    assert held(text) == [("ธนา", "นายอำเภอลอง")]
    assert rules(text) == ["post-behind-name"]


@pytest.mark.parametrize(
    "gap",
    [" ", "", " ฯ ", "ฯ ", " (ช่างธนา) ", ", ", " ร.น. ", ", ร.น. ", " (Thana Kaewdee) ", "      ", "\u00a0\u00a0"],
)
def test_a_nickname_a_comma_or_a_service_may_stand_between_name_and_post(gap: str) -> None:
    assert held(f"นาวาเอก ธนา แก้วดี{gap}นายอำเภอลอง มาถึง") == [("ธนา", "นายอำเภอลอง")]


@pytest.mark.parametrize("last", ["และนายพล ใจดี", "และ นายพล ใจดี", ", นายพล ใจดี", "นายพล ใจดี", "และพันเอก พล ใจดี"])
def test_one_post_is_shared_by_a_list_of_names(last: str) -> None:
    text = f"โดยมี นายธนา แก้วดี นายวิทย์ ทองคำ {last} รองผู้ว่าราชการจังหวัดขอนแก่น ร่วมประชุม"
    assert held(text) == [(name, "รองผู้ว่าราชการจังหวัดขอนแก่น") for name in ("ธนา", "วิทย์", "พล")]
    assert rules(text) == ["post-shared-by-list"] * 2 + ["post-behind-name"]


def test_a_post_is_not_shared_over_a_verb() -> None:
    assert held("นายธนา แก้วดี พบกับ นายวิทย์ ทองคำ นายอำเภอลอง") == [("วิทย์", "นายอำเภอลอง")]


def test_everyone_in_a_list_holds_the_post_behind_the_own_name() -> None:
    text = "นายธนา แก้วดี นายอำเภอลอง นายวิทย์ ทองคำ นายอำเภอสอง และนายพล ใจดี เกษตรอำเภอลอง มาถึง"
    assert held(text) == [("ธนา", "นายอำเภอลอง"), ("วิทย์", "นายอำเภอสอง"), ("พล", "เกษตรอำเภอลอง")]


@pytest.mark.parametrize(
    "text",
    [
        "ปลัดกระทรวงวัฒนธรรม (นายธนา แก้วดี) เปิดงาน",
        "ปลัดกระทรวงวัฒนธรรม นายธนา แก้วดี เปิดงาน",
        "ปลัดกระทรวงวัฒนธรรม(นายธนา แก้วดี)เปิดงาน",
    ],
)
def test_the_post_before_a_name_is_held(text: str) -> None:
    assert held(text) == [("ธนา", "ปลัดกระทรวงวัฒนธรรม")]
    assert rules(text) == ["post-before-name"]


def test_a_post_before_a_name_that_belongs_to_the_one_before_is_not_held() -> None:
    assert held("นายธนา แก้วดี นายอำเภอลอง นายวิทย์ ทองคำ มาถึง") == [("ธนา", "นายอำเภอลอง")]


def test_posts_before_names_in_a_list_are_each_held() -> None:
    text = "อธิบดีกรมที่ดิน (นายธนา แก้วดี) อธิบดีกรมการปกครอง (นางใจ ทองคำ) และปลัดกระทรวงวัฒนธรรม (นายพล ใจดี)"
    assert held(text) == [("ธนา", "อธิบดีกรมที่ดิน"), ("ใจ", "อธิบดีกรมการปกครอง"), ("พล", "ปลัดกระทรวงวัฒนธรรม")]


@pytest.mark.parametrize("space", ["", " "])
def test_an_acting_post_behind_a_substantive_one_is_held_too(space: str) -> None:
    text = f"นายธนา แก้วดี รองผู้ว่าราชการจังหวัดแพร่ รักษาราชการแทน{space}ผู้ว่าราชการจังหวัดแพร่ มาถึง"
    assert [(t.office.label, t.acting) for t in facts(text).tenures] == [
        ("รองผู้ว่าราชการจังหวัดแพร่", False),
        ("ผู้ว่าราชการจังหวัดแพร่", True),
    ]


def test_joined_posts_are_both_held() -> None:
    text = "นายธนา แก้วดี รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงมหาดไทย มาถึง"
    assert held(text) == [("ธนา", "รองนายกรัฐมนตรี"), ("ธนา", "รัฐมนตรีว่าการกระทรวงมหาดไทย")]


def test_the_posts_of_a_deputy_prime_minister_may_be_joined_over_a_space() -> None:
    text = "นายธนา แก้วดี รองนายกรัฐมนตรี และรัฐมนตรีว่าการกระทรวงวัฒนธรรม มาถึง"
    assert held(text) == [("ธนา", "รองนายกรัฐมนตรี"), ("ธนา", "รัฐมนตรีว่าการกระทรวงวัฒนธรรม")]


def test_a_short_form_in_brackets_may_stand_between_two_posts() -> None:
    text = "นายธนา แก้วดี ผู้ว่าราชการจังหวัดแพร่ (ผวจ.แพร่) ในฐานะประธานคณะกรรมการพัฒนาลุ่มน้ำยม มาถึง"
    assert held(text) == [("ธนา", "ผู้ว่าราชการจังหวัดแพร่"), ("ธนา", "ประธานคณะกรรมการพัฒนาลุ่มน้ำยม")]


def test_the_capacity_behind_a_post_is_held_too() -> None:
    text = "นายธนา แก้วดี ผู้ว่าราชการจังหวัดแพร่ ในฐานะประธานคณะกรรมการพัฒนาลุ่มน้ำยม มาถึง"
    assert held(text) == [("ธนา", "ผู้ว่าราชการจังหวัดแพร่"), ("ธนา", "ประธานคณะกรรมการพัฒนาลุ่มน้ำยม")]


def test_a_former_and_a_present_post_are_both_held() -> None:
    text = "นายธนา แก้วดี ที่ปรึกษานายก อบจ.แพร่ อดีตนายอำเภอลอง มาถึง"
    assert [(t.office.label, t.former) for t in facts(text).tenures] == [
        ("ที่ปรึกษานายกองค์การบริหารส่วนจังหวัดแพร่", False),
        ("นายอำเภอลอง", True),
    ]


def test_the_post_of_the_next_person_is_not_held() -> None:
    text = "นายธนา แก้วดี มาถึง และผู้ว่าราชการจังหวัดแพร่ ต้อนรับ"
    assert held(text) == []


def test_a_holding_is_seen_on_the_day_of_the_event_else_of_publication() -> None:
    event = "วันที่ 12 มีนาคม 2567 นายธนา แก้วดี นายอำเภอลอง เป็นประธานการประชุมป้องกันไฟป่า"
    assert facts(event, date(2024, 3, 20)).tenures[0].observed_on == date(2024, 3, 12)
    assert facts("นายธนา แก้วดี นายอำเภอลอง มาถึง", date(2024, 3, 20)).tenures[0].observed_on == date(2024, 3, 20)
    assert facts("นายธนา แก้วดี นายอำเภอลอง มาถึง").tenures[0].observed_on is None


def test_the_passage_of_a_holding_shows_person_and_post() -> None:
    text = "ทั้งนี้ ปลัดกระทรวงวัฒนธรรม (นายธนา แก้วดี) เปิดงาน"
    passage = facts(text).tenures[0].evidence.span.of(text)
    assert "นายธนา แก้วดี" in passage and "ปลัดกระทรวงวัฒนธรรม" in passage


@pytest.mark.parametrize("cue", ["เมื่อครั้งดำรงตำแหน่ง", "ขณะดำรงตำแหน่ง", "สมัยดำรงตำแหน่ง"])
def test_a_post_held_when_something_happened_is_a_former_one(cue: str) -> None:
    found = facts(f"นายธนา แก้วดี ผู้ว่าราชการจังหวัดน่าน {cue}ผู้ว่าราชการจังหวัดแพร่ รับรางวัล").tenures
    assert [(t.office.label, t.former) for t in found] == [
        ("ผู้ว่าราชการจังหวัดน่าน", False),
        ("ผู้ว่าราชการจังหวัดแพร่", True),
    ]


def test_posts_joined_by_a_stroke_are_both_held() -> None:
    text = "นางใจ ทองคำ ประธานแม่บ้านมหาดไทยจังหวัดน่าน/นายกเหล่ากาชาดจังหวัดน่าน ร่วมพิธี"
    assert held(text) == [("ใจ", "ประธานแม่บ้านมหาดไทยจังหวัดน่าน"), ("ใจ", "นายกเหล่ากาชาดจังหวัดน่าน")]


def test_a_post_that_comes_with_another_is_held_over_a_space_too() -> None:
    text = "นายกองเอก ธนา แก้วดี ผู้ว่าราชการจังหวัดน่าน และผู้บังคับการกองอาสารักษาดินแดนจังหวัดน่าน มาถึง"
    assert held(text) == [("ธนา", "ผู้ว่าราชการจังหวัดน่าน"), ("ธนา", "ผู้บังคับการกองอาสารักษาดินแดนจังหวัดน่าน")]
    crowd = "นายธนา แก้วดี นายอำเภอลอง และสมาชิกกองอาสารักษาดินแดน ร่วมพิธี"
    assert held(crowd) == [("ธนา", "นายอำเภอลอง")]


def test_a_prime_minister_may_be_minister_without_a_word_between() -> None:
    text = "พลเอก ธนา แก้วดี นายกรัฐมนตรีรัฐมนตรีว่าการกระทรวงกลาโหม กล่าวว่า"
    assert held(text) == [("ธนา", "นายกรัฐมนตรี"), ("ธนา", "รัฐมนตรีว่าการกระทรวงกลาโหม")]
