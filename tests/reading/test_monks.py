"""Monks: an ecclesiastical name without family name; halls and words that begin alike name nobody."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.reading import read


def facts(text: str) -> Facts:
    return read(Article("t", text))


def names(text: str) -> list[str]:
    return [person.name for person in facts(text).persons]


@pytest.mark.parametrize(
    "name", ["พระครูสถิตธรรมคุณ", "พระมหาสมชาย", "พระปลัดอำนาจ", "พระสมุห์วินัย", "พระใบฎีกาสุทิน", "พระอธิการบุญมี"]
)
def test_a_sure_prefix_tells_a_monk_by_itself(name: str) -> None:
    assert names(f"โดยมี {name} ร่วมพิธี") == [name]


@pytest.mark.parametrize("name", ["พระราชธรรมวาทีคุณ", "พระเทพสิริวงศ์", "พระธรรมวรคุณ", "พระสุวรรณเมธี", "หลวงพ่อสมหมาย"])
def test_another_prefix_needs_an_ecclesiastical_post_beside_it(name: str) -> None:
    assert names(f"โดยมี {name} เจ้าคณะจังหวัดลำปาง ร่วมพิธี") == [name]
    assert names(f"โดยมี {name} เป็นที่เคารพ") == []


def test_a_monk_has_no_honorific_and_no_family_name() -> None:
    (person,) = facts("พระครูสถิตธรรมคุณ เจ้าคณะตำบลพิชัย ร่วมพิธี").persons
    assert (person.honorific, person.given, person.family) == ("", "พระครูสถิตธรรมคุณ", None)
    assert person.evidence.rule == "monk"


def test_the_class_of_meditation_belongs_to_the_name() -> None:
    assert names("พระครูสถิตธรรมคุณ วิ. เจ้าคณะตำบลพิชัย ร่วมพิธี") == ["พระครูสถิตธรรมคุณ วิ."]


def test_a_degree_behind_the_name_does_not_but_the_post_behind_it_is_held() -> None:
    found = facts("พระครูโสภณธรรมคุณ, ดร. เจ้าคณะตำบลพิชัย พระมหาสมชาย ญาณธีโร เจ้าอาวาสวัดป่าใหญ่ ร่วมพิธี")
    assert [(t.person.name, t.office.label) for t in found.tenures] == [
        ("พระครูโสภณธรรมคุณ", "เจ้าคณะตำบลพิชัย"),
        ("พระมหาสมชาย ญาณธีโร", "เจ้าอาวาสวัดป่าใหญ่"),
    ]


def test_an_ordination_name_before_a_post_belongs_to_the_name() -> None:
    assert names("พระมหาสมชาย ญาณธีโร เจ้าอาวาสวัดป่าใหญ่ ร่วมพิธี") == ["พระมหาสมชาย ญาณธีโร"]
    assert names("พระมหาสมชาย เดินบิณฑบาต") == ["พระมหาสมชาย"]


def test_two_posts_of_the_sangha_are_both_held() -> None:
    found = facts("พระครูสถิตธรรมคุณ เจ้าอาวาสวัดป่าใหญ่ เจ้าคณะตำบลพิชัย ร่วมพิธี")
    assert [t.office.kind for t in found.tenures] == ["abbot", "subdistrict_abbot"]


def test_a_monk_named_again_is_one_person() -> None:
    text = "พระครูสถิตธรรมคุณ เจ้าคณะตำบลพิชัย กล่าวว่า ดีแล้ว ต่อมา พระครูสถิตธรรมคุณ กล่าวต่อ"
    assert names(text) == ["พระครูสถิตธรรมคุณ"]


@pytest.mark.parametrize(
    "text",
    [
        "ประชุม ณ ห้องประชุมพระราชธรรมวาที ชั้น 2",
        "ประชุม ณ อาคารพระครูสถิตธรรมคุณ ชั้น 2",
        "ถวายแด่พระบาทสมเด็จพระเจ้าอยู่หัว และพระบรมวงศานุวงศ์",
        "พระราชบัญญัติใหม่ พระราชทานเพลิง พระพุทธรูป และพระสงฆ์ 9 รูป",
        "พระ และพระครู มาแล้ว",
    ],
)
def test_halls_named_after_monks_and_words_that_begin_alike_are_no_people(text: str) -> None:
    assert names(text) == []


def test_the_names_of_the_highest_dignities_stand_alone_also_behind_a_style() -> None:
    text = "ได้รับเมตตาจากเจ้าพระคุณสมเด็จพระอริยวงศาคตญาณ สมเด็จพระสังฆราช สกลมหาสังฆปริณายก ประทานผ้าไตร"
    (tenure,) = facts(text).tenures
    assert (tenure.person.name, tenure.office.kind) == ("สมเด็จพระอริยวงศาคตญาณ", "supreme_patriarch")
    assert names("โดยมีท่านเจ้าคุณพระธรรมวรคุณ เจ้าคณะจังหวัดลำปาง ร่วมพิธี") == ["พระธรรมวรคุณ"]


def test_the_class_of_a_temple_and_royal_works_are_no_monks() -> None:
    text = "พระราชธรรมวาทีคุณ เจ้าอาวาสวัดป่าใหญ่ พระอารามหลวง เป็นประธานฝ่ายสงฆ์ เล่าเรื่องพระมหาชนก"
    assert names(text) == ["พระราชธรรมวาทีคุณ"]
    assert [t.office.label for t in facts(text).tenures] == ["เจ้าอาวาสวัดป่าใหญ่ พระอารามหลวง"]


def test_a_regional_abbot_has_the_number_of_the_region_and_may_hold_a_second_post() -> None:
    text = "พระธรรมวรคุณ เจ้าคณะภาค 16 เจ้าอาวาสวัดป่าใหญ่ พระครูโสภณธรรมคุณ เจ้าคณะอำเภอลอง (ธ) เจ้าอาวาสวัดกลาง ร่วมพิธี"
    assert [t.office.label for t in facts(text).tenures] == [
        "เจ้าคณะภาค 16",
        "เจ้าอาวาสวัดป่าใหญ่",
        "เจ้าคณะอำเภอลอง",
        "เจ้าอาวาสวัดกลาง",
    ]


def test_the_name_a_monk_is_called_by_may_stand_before_his_post() -> None:
    text = "พระราชภาวนาคุณ วิ. (หลวงปู่ทองใบ) เจ้าคณะจังหวัดน่าน เจ้าอาวาสวัดพญาดี พระอารามหลวงเจ้าคณะอำเภอลอง ร่วมพิธี"
    assert names(text) == ["พระราชภาวนาคุณ วิ."]
    assert [t.office.label for t in facts(text).tenures] == [
        "เจ้าคณะจังหวัดน่าน",
        "เจ้าอาวาสวัดพญาดี พระอารามหลวง",
        "เจ้าคณะอำเภอลอง",
    ]
