"""What a post behind a list of people gives to each: to all, to the last, or to each the one of the same rank."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.reading import read

PEOPLE = ("ธนา", "วิทย์", "พล")
NAMED = "นายธนา แก้วดี นายวิทย์ ทองคำ และนายพล ใจดี"


def facts(text: str) -> Facts:
    return read(Article("t", text))


def held(text: str) -> list[tuple[str, str]]:
    """Person and post of every holding in the text."""
    return [(t.person.given, t.office.label) for t in facts(text).tenures]


@pytest.mark.parametrize(
    "post", ["นายกองค์การบริหารส่วนจังหวัดระยอง", "นายอำเภอลอง", "อธิบดีกรมที่ดิน", "ปลัดกระทรวงมหาดไทย", "นายกรัฐมนตรี"]
)
def test_a_post_with_one_seat_is_held_by_the_last_of_a_list(post: str) -> None:
    assert held(f"{NAMED} {post} เปิดงาน") == [("พล", post)]


def test_a_governor_without_a_province_is_that_of_the_text_and_has_one_seat() -> None:
    text = f"ที่จังหวัดระยอง {NAMED} ผู้ว่าราชการจังหวัด เปิดงาน"
    assert held(text) == [("พล", "ผู้ว่าราชการจังหวัดระยอง")]


def test_deputies_share_a_post_whose_head_has_one_seat() -> None:
    text = f"{NAMED} รองอธิบดีกรมที่ดิน เปิดงาน"
    assert held(text) == [(name, "รองอธิบดีกรมที่ดิน") for name in PEOPLE]


def test_former_holders_share_a_post_with_one_seat() -> None:
    found = facts(f"{NAMED} อดีตนายอำเภอลอง เปิดงาน").tenures
    assert [(t.person.given, t.office.label, t.former) for t in found] == [
        (name, "นายอำเภอลอง", True) for name in PEOPLE
    ]


def test_a_post_with_one_seat_but_nowhere_named_is_shared() -> None:
    assert held(f"{NAMED} นายอำเภอ เปิดงาน") == [(name, "นายอำเภอ") for name in PEOPLE]


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        (
            "นายกองค์การบริหารส่วนจังหวัดลำปาง แพร่ และน่าน",
            [f"นายกองค์การบริหารส่วนจังหวัด{name}" for name in ("ลำปาง", "แพร่", "น่าน")],
        ),
        (
            "รองผู้ว่าราชการจังหวัดลำปาง จังหวัดแพร่ และจังหวัดน่าน",
            [f"รองผู้ว่าราชการจังหวัด{name}" for name in ("ลำปาง", "แพร่", "น่าน")],
        ),
        ("นายอำเภอลอง, สอง และเมืองแพร่", ["นายอำเภอลอง", "นายอำเภอสอง", "นายอำเภอเมืองแพร่"]),
        ("นายอำเภอลอง อำเภอสอง และอำเภอเมืองแพร่ จังหวัดแพร่", ["นายอำเภอลอง", "นายอำเภอสอง", "นายอำเภอเมืองแพร่"]),
        ("กำนันตำบลบ้านค่าย ตำบลมาบข่า และตำบลทับมา", ["กำนันตำบลบ้านค่าย", "กำนันตำบลมาบข่า", "กำนันตำบลทับมา"]),
        (
            "นายกเทศมนตรีตำบลบ้านค่าย มาบข่า และทับมา",
            ["นายกเทศมนตรีตำบลบ้านค่าย", "นายกเทศมนตรีตำบลมาบข่า", "นายกเทศมนตรีตำบลทับมา"],
        ),
        (
            "อธิบดีกรมที่ดิน กรมการปกครอง และกรมการพัฒนาชุมชน",
            ["อธิบดีกรมที่ดิน", "อธิบดีกรมการปกครอง", "อธิบดีกรมการพัฒนาชุมชน"],
        ),
        (
            "ผู้อำนวยการสำนักงานสถิติแห่งชาติ สำนักงบประมาณ และองค์การจัดการน้ำเสีย",
            ["ผู้อำนวยการสำนักงานสถิติแห่งชาติ", "ผู้อำนวยการสำนักงบประมาณ", "ผู้อำนวยการองค์การจัดการน้ำเสีย"],
        ),
        ("อธิบดีกรมที่ดิน นายอำเภอลอง และปลัดกระทรวงวัฒนธรรม", ["อธิบดีกรมที่ดิน", "นายอำเภอลอง", "ปลัดกระทรวงวัฒนธรรม"]),
    ],
)
@pytest.mark.parametrize("space", ["", " "])
def test_a_list_in_order_gives_each_the_post_of_the_same_rank(printed: str, labels: list[str], space: str) -> None:
    text = f"{NAMED} {printed}{space}ตามลำดับ"
    assert held(text) == list(zip(PEOPLE, labels, strict=True))
    assert [t.evidence.rule for t in facts(text).tenures] == ["post-in-order"] * 2 + ["post-behind-name"]


def test_posts_joined_without_a_space_are_those_of_two_people_where_they_stand_in_order() -> None:
    text = "นายธนา แก้วดี และนายพล ใจดี อธิบดีกรมที่ดินและปลัดกระทรวงวัฒนธรรม ตามลำดับ"
    assert held(text) == [("ธนา", "อธิบดีกรมที่ดิน"), ("พล", "ปลัดกระทรวงวัฒนธรรม")]


@pytest.mark.parametrize("posts", ["ผู้ว่าราชการจังหวัดแพร่ และน่าน", "นายอำเภอลอง สอง เด่นชัย และวังชิ้น"])
def test_a_list_in_order_of_another_length_gives_nobody_a_post(posts: str) -> None:
    assert held(f"{NAMED} {posts} ตามลำดับ") == []


def test_areas_behind_a_post_are_no_posts_without_an_order() -> None:
    found = facts(f"{NAMED} รองผู้ว่าราชการจังหวัดแพร่ น่าน และลำปาง เปิดงาน")
    assert [o.label for o in found.offices] == ["รองผู้ว่าราชการจังหวัดแพร่"]


def test_a_list_in_order_names_posts_bodies_and_where_they_are() -> None:
    found = facts(f"{NAMED} นายกองค์การบริหารส่วนจังหวัดลำปาง แพร่ และน่าน ตามลำดับ")
    assert [o.label for o in found.organizations] == [f"องค์การบริหารส่วนจังหวัด{name}" for name in ("ลำปาง", "แพร่", "น่าน")]
    places = [o.jurisdiction for o in found.offices]
    assert [place.name for place in places if place] == ["ลำปาง", "แพร่", "น่าน"]


def test_a_place_in_a_list_in_order_is_no_other_form_of_the_post() -> None:
    text = f"นายวิทย์ ทองคำ นายอำเภอสอง มาถึง\n{NAMED} นายอำเภอลอง สอง และเด่นชัย ตามลำดับ"
    assert [(o.label, o.variants) for o in facts(text).offices] == [
        ("นายอำเภอสอง", ()),
        ("นายอำเภอลอง", ()),
        ("นายอำเภอเด่นชัย", ()),
    ]
