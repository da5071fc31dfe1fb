"""The organisations of an article, each once, whether named alone, in a post or implied by one."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.facts import Organization
from lgkg.reading import read
from lgkg.reading.organizations import key, kind_of


def organizations(text: str) -> list[Organization]:
    return list(read(Article("t", text)).organizations)


@pytest.mark.parametrize(
    ("post", "label", "kind"),
    [
        ("นายกเทศมนตรีเมืองขลุง", "เทศบาลเมืองขลุง", "town_municipality"),
        ("รองนายกเทศมนตรีนครลำปาง", "เทศบาลนครลำปาง", "city_municipality"),
        ("นายก อบต.วังแซ้ม", "องค์การบริหารส่วนตำบลวังแซ้ม", "sao"),
        ("ปลัด มท.", "กระทรวงมหาดไทย", "ministry"),
        ("ปลัดกระทรวงวัฒนธรรม", "กระทรวงวัฒนธรรม", "ministry"),
        ("ที่ปรึกษารัฐมนตรีว่าการกระทรวงวัฒนธรรม", "กระทรวงวัฒนธรรม", "ministry"),
        ("โฆษกประจำสำนักนายกรัฐมนตรี", "สำนักนายกรัฐมนตรี", "ministry"),
        ("ผู้อำนวยการโรงเรียนบ้านหนองบัว", "โรงเรียนบ้านหนองบัว", "school"),
        ("หัวหน้าสำนักงานจังหวัดแพร่", "สำนักงานจังหวัดแพร่", "provincial_office"),
        ("ผกก.สภ.ปัว", "สถานีตำรวจภูธรปัว", "police_station"),
    ],
)
def test_a_post_names_its_body(post: str, label: str, kind: str) -> None:
    found = read(Article("t", f"นายธนา แก้วดี {post} มาถึง"))
    assert [(o.label, o.kind) for o in found.organizations] == [(label, kind)]
    assert found.tenures[0].office.organization == found.organizations[0]


@pytest.mark.parametrize("post", ["ผู้ว่าราชการจังหวัดแพร่", "นายอำเภอลอง", "ปลัดจังหวัดแพร่", "กำนันตำบลทุ่งแล้ง", "องคมนตรี"])
def test_a_post_of_an_area_names_no_body(post: str) -> None:
    assert organizations(f"นายธนา แก้วดี {post} มาถึง") == []


def test_a_body_named_alone_and_in_a_post_is_one() -> None:
    text = "นายธนา แก้วดี นายกเทศมนตรีเมืองขลุง มาถึง เทศบาลเมืองขลุง จัดงาน และ ทม.ขลุง รายงาน"
    (found,) = organizations(text)
    assert found.variants == ("ทม.ขลุง",)


def test_a_shortened_name_is_a_form_of_the_one_body_that_begins_so() -> None:
    text = "คณะกรรมการพัฒนาลุ่มน้ำจันทบุรี มีมติ ทั้งนี้ คณะกรรมการพัฒนาลุ่มน้ำฯ จะลงพื้นที่"
    (found,) = organizations(text)
    assert (found.label, found.variants) == ("คณะกรรมการพัฒนาลุ่มน้ำจันทบุรี", ("คณะกรรมการพัฒนาลุ่มน้ำฯ",))


def test_a_shortened_name_that_fits_two_bodies_stays_apart() -> None:
    text = "คณะกรรมการพัฒนาลุ่มน้ำจันทบุรี กับ คณะกรรมการพัฒนาลุ่มน้ำปิง มีมติ ทั้งนี้ คณะกรรมการพัฒนาลุ่มน้ำฯ จะลงพื้นที่"
    assert len(organizations(text)) == 3


def test_organisations_are_in_the_order_of_the_text() -> None:
    text = "วันนี้ กรมที่ดิน อบต.วังแซ้ม และกระทรวงมหาดไทย รายงาน"
    assert [o.label for o in organizations(text)] == ["กรมที่ดิน", "องค์การบริหารส่วนตำบลวังแซ้ม", "กระทรวงมหาดไทย"]


def test_the_words_that_name_a_body_are_its_evidence() -> None:
    text = "วันนี้ อบต.วังแซ้ม รายงาน"
    (found,) = organizations(text)
    assert found.evidence.span.of(text) == "อบต.วังแซ้ม"
    assert found.evidence.rule == "body-of-locality"


def test_the_kind_of_a_body_is_as_listed_or_by_the_word_it_begins_with() -> None:
    assert kind_of("กรมที่ดิน") == "department"
    assert kind_of("เทศบาลเมืองขลุง") == "town_municipality"
    assert kind_of("สภาองค์การบริหารส่วนจังหวัดลำปาง") == "pao_council"
    assert kind_of("ของที่ไม่มีชื่อ") == "agency"


def test_spaces_and_quotation_marks_do_not_make_another_body() -> None:
    assert key("มูลนิธิ “เพื่อน สวน”") == key("มูลนิธิเพื่อนสวน")
