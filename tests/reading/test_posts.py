"""The posts of an article: forms of one post gathered, each post listed once."""

from __future__ import annotations

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.reading import read


def facts(text: str) -> Facts:
    return read(Article("t", text))


def test_a_short_form_later_is_a_variant_of_the_post_held() -> None:
    text = "นายธนา แก้วดี ผู้ว่าราชการจังหวัดแพร่ มาถึง ทั้งนี้ นายธนา แก้วดี ผวจ.แพร่ กล่าวว่า ดี"
    (tenure,) = facts(text).tenures
    assert (tenure.office.label, tenure.office.variants) == ("ผู้ว่าราชการจังหวัดแพร่", ("ผวจ.แพร่",))


def test_a_short_form_first_gives_way_to_the_whole_one() -> None:
    text = "นายธนา แก้วดี ผู้อำนวยการ มาถึง ทั้งนี้ นายธนา แก้วดี ผู้อำนวยการสถาบันวิจัยน้ำ กล่าวว่า ดี"
    assert [t.office.label for t in facts(text).tenures] == ["ผู้อำนวยการสถาบันวิจัยน้ำ"]


def test_a_post_without_its_body_is_the_whole_one_of_the_same_person() -> None:
    text = "นายธนา แก้วดี ผู้อำนวยการสถาบันวิจัยน้ำ มาถึง ทั้งนี้ นายธนา แก้วดี ผู้อำนวยการ กล่าวว่า ดี"
    assert [t.office.label for t in facts(text).tenures] == ["ผู้อำนวยการสถาบันวิจัยน้ำ"]


def test_two_forms_of_an_advisers_post_in_one_body_are_one() -> None:
    text = "นายธนา แก้วดี ที่ปรึกษารัฐมนตรีว่าการกระทรวงวัฒนธรรม มาถึง ต่อมา นายธนา แก้วดี ที่ปรึกษาประจำกระทรวงวัฒนธรรม กล่าวว่า ดี"
    (tenure,) = facts(text).tenures
    assert tenure.office.label == "ที่ปรึกษารัฐมนตรีว่าการกระทรวงวัฒนธรรม"
    assert tenure.office.variants == ("ที่ปรึกษาประจำกระทรวงวัฒนธรรม",)


def test_two_people_in_one_post_share_one_office() -> None:
    found = facts("นายธนา แก้วดี นายพล ใจดี รองผู้ว่าราชการจังหวัดแพร่ มาถึง")
    assert len(found.offices) == 1
    assert {t.office for t in found.tenures} == set(found.offices)


def test_an_acting_and_a_substantive_holder_share_one_office() -> None:
    found = facts("นายธนา แก้วดี รักษาราชการแทนนายอำเภอลอง พบกับ นายพล ใจดี นายอำเภอลอง แล้ว")
    assert [o.label for o in found.offices] == ["นายอำเภอลอง"]
    assert [t.acting for t in found.tenures] == [True, False]


def test_a_post_held_before_and_now_is_held_twice() -> None:
    text = "นายธนา แก้วดี อดีตนายอำเภอลอง มาถึง ต่อมา นายธนา แก้วดี นายอำเภอลอง กล่าวว่า ดี"
    assert {(t.office.label, t.former) for t in facts(text).tenures} == {("นายอำเภอลอง", True), ("นายอำเภอลอง", False)}


def test_offices_are_in_the_order_of_the_text() -> None:
    text = "นายธนา แก้วดี นายอำเภอลอง พบ นายพล ใจดี ปลัดกระทรวงวัฒนธรรม และรายงานอธิบดีกรมที่ดิน แล้ว"
    assert [o.label for o in facts(text).offices] == ["นายอำเภอลอง", "ปลัดกระทรวงวัฒนธรรม", "อธิบดีกรมที่ดิน"]


def test_a_post_that_the_text_leaves_incomplete_is_less_sure() -> None:
    whole = facts("ที่จังหวัดแพร่ นายธนา แก้วดี ปลัดจังหวัดแพร่ มาถึง").tenures[0]
    implied = facts("ที่จังหวัดแพร่ นายธนา แก้วดี ปลัดจังหวัด มาถึง").tenures[0]
    assert implied.office.label == whole.office.label
    assert implied.evidence.confidence < whole.evidence.confidence
    assert implied.office.evidence.confidence < whole.office.evidence.confidence


def test_a_senior_clerk_is_a_clerk_of_the_district_behind_the_word() -> None:
    for post in ("ปลัดอาวุโสอำเภอลอง", "ปลัดอาวุโส อำเภอลอง"):
        (tenure,) = facts(f"นางสาวธนา แก้วดี {post} เป็นประธานการประชุม").tenures
        assert (tenure.office.kind, tenure.office.label) == ("district_clerk", "ปลัดอาวุโสลอง")
        assert tenure.office.jurisdiction is not None
