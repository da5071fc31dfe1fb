"""Who is in an article: later short mentions are the person named in full, and nobody is counted twice."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.reading import read


def facts(text: str) -> Facts:
    return read(Article("t", text))


def people(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Name and aliases of everyone in the text."""
    return [(p.name, p.aliases) for p in facts(text).persons]


@pytest.mark.parametrize(
    ("later", "alias"),
    [
        ("นายสุรศักดิ์ กล่าวว่า ดี", "สุรศักดิ์"),
        ("นายสุรศักดิ์ฯ กล่าวว่า ดี", "สุรศักดิ์"),
        ("นายสุรศักดิ์กล่าวว่า ดี", "สุรศักดิ์"),
        ("ผู้ว่าฯสุรศักดิ์ กล่าวว่า ดี", "สุรศักดิ์"),
        ("นายสุรศักดิ์เดินหน้าต่อ", "สุรศักดิ์"),
    ],
)
def test_a_later_mention_by_given_name_is_the_person_named_in_full(later: str, alias: str) -> None:
    text = f"นายสุรศักดิ์ ทองดี ผู้ว่าราชการจังหวัดแพร่ มาถึง ทั้งนี้ {later}"
    assert people(text) == [("สุรศักดิ์ ทองดี", (alias,))]


@pytest.mark.parametrize(
    ("post", "short"),
    [
        ("ปลัดกระทรวงมหาดไทย", "ปลัด"),
        ("รัฐมนตรีช่วยว่าการกระทรวงมหาดไทย", "รมช."),
        ("ผู้ว่าราชการจังหวัดแพร่", "ผวจ."),
    ],
)
def test_a_post_with_a_given_name_is_the_person_named_in_full(post: str, short: str) -> None:
    assert people(f"นายณัฐวร ทองดี {post} มาถึง ทั้งนี้ {short}ณัฐวร กล่าวว่า ดี") == [("ณัฐวร ทองดี", ("ณัฐวร",))]


def test_mayor_with_a_given_name_is_not_mr_with_a_name_in_k() -> None:
    text = "นายสายัณห์ มั่นคง นายกเทศมนตรีตำบลแม่จริม ยินดี โดยนายกสายัณห์ กล่าวว่า จะทำต่อ"
    assert people(text) == [("สายัณห์ มั่นคง", ("สายัณห์",))]


def test_mr_with_a_name_in_k_named_in_full_is_not_a_mayor() -> None:
    text = "นายกวิน แสงดี นายอำเภอลอง และนายวินัย ทองดี นายอำเภอปัว มาถึง นายกวิน กล่าวว่า ดี"
    assert people(text) == [("กวิน แสงดี", ("กวิน",)), ("วินัย ทองดี", ())]


def test_a_given_name_that_two_bear_is_the_nearest_one_before() -> None:
    text = "นายธนา แก้วดี นายอำเภอลอง กล่าวว่า ดี นายธนา ทองคำ นายอำเภอปัว กล่าวว่า ใช่ นายธนา กล่าวต่อ"
    assert people(text) == [("ธนา แก้วดี", ()), ("ธนา ทองคำ", ("ธนา",))]


def test_a_short_mention_in_the_headline_is_the_person_named_in_full_below() -> None:
    text = "นายสุรศักดิ์ ย้ำดูแลน้ำ\nเมื่อวันที่ 12 มีนาคม 2567 นายสุรศักดิ์ ทองดี ผู้ว่าราชการจังหวัดแพร่ ลงพื้นที่ตรวจน้ำที่ตำบลทุ่งแล้ง อำเภอลอง"
    assert people(text) == [("สุรศักดิ์ ทองดี", ("สุรศักดิ์",))]


def test_a_full_name_without_a_title_is_an_appearance_of_the_person() -> None:
    text = "วันที่ 12 มีนาคม 2567 ที่วัดใหม่ สุทธิวัฒน์ ทองดี นำคณะลงพื้นที่ตรวจเยี่ยมชาวบ้าน\nนายสุทธิวัฒน์ ทองดี นายอำเภอลอง กล่าวว่า ดี"
    found = facts(text)
    assert [p.name for p in found.persons] == ["สุทธิวัฒน์ ทองดี"]
    assert [p.person.name for p in found.participations] == ["สุทธิวัฒน์ ทองดี"]


def test_a_name_written_with_and_without_its_space_is_one_person() -> None:
    text = "นายสุทธิวัฒน์ ทองดี นายอำเภอลอง มาถึง ต่อมา นายสุทธิวัฒน์ทองดี กล่าวว่า ดี"
    assert [name for name, _ in people(text)] == ["สุทธิวัฒน์ ทองดี"]


def test_a_rank_elsewhere_does_not_make_another_person() -> None:
    text = "นายธนา แก้วดี ผู้ว่าราชการจังหวัดแพร่ มาถึง ต่อมา นายกองเอก ธนา แก้วดี กล่าวว่า ดี"
    (person,) = facts(text).persons
    assert (person.honorific, person.name) == ("นาย", "ธนา แก้วดี")


def test_people_are_in_the_order_of_the_text() -> None:
    text = "นางใจ ทองดี นายอำเภอลอง นายธนา แก้วดี นายอำเภอปัว และนางพลอย ดีใจ นายอำเภอสอง มาถึง"
    assert [name for name, _ in people(text)] == ["ใจ ทองดี", "ธนา แก้วดี", "พลอย ดีใจ"]


def test_the_first_full_mention_is_the_evidence() -> None:
    text = "นายธนา กล่าวว่า ดี ทั้งนี้ นายธนา แก้วดี นายอำเภอลอง มาถึง"
    (person,) = facts(text).persons
    assert person.evidence.span.of(text) == "นายธนา แก้วดี"
