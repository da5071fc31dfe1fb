"""Where names of bodies, policies and towns end, though Thai prints few spaces."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.reading.document import Document
from lgkg.reading.names import free_end, is_area_name, locality_end


def locality(head: str, text: str) -> str | None:
    doc = Document(Article("t", head + text))
    end = locality_end(doc, len(head))
    return None if end is None else doc.text[len(head) : end]


def free(head: str, text: str, *, clause_only: bool = False) -> str:
    doc = Document(Article("t", head + text))
    return doc.text[len(head) : free_end(doc, len(head), clause_only=clause_only)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("บ้านกลาง จัดงาน", "บ้านกลาง"),
        ("พิษณุโลกร่วมกับวัด", "พิษณุโลก"),
        ("วังทองจัดงานวัด", "วังทอง"),
        ("เชียงรายเป็นเจ้าภาพ", "เชียงราย"),
        ("ริมธารใหม่พร้อมด้วยวัด", "ริมธารใหม่"),
        ("ริมธารใหม่นายอำเภอแม่จริม", "ริมธารใหม่"),
    ],
)
def test_the_name_of_a_town_ends_before_the_verb_glued_to_it(text: str, name: str) -> None:
    assert locality("เทศบาลตำบล", text) == name


@pytest.mark.parametrize("text", ["", "ก", "และตำบลอื่น", "ได้จัดงาน", "นายกเทศมนตรี", "อำเภอลอง", "123"])
def test_what_is_no_name_of_a_town_is_none(text: str) -> None:
    assert locality("เทศบาลตำบล", text) is None


def test_behind_a_space_only_a_known_subdistrict_is_a_town() -> None:
    assert locality("อบต. ", "วังทอง จัดงาน") == "วังทอง"
    assert locality("อบต. ", "ผลัดกันเล่า เรื่องเก่า") is None


def test_letters_that_run_on_without_end_are_no_town() -> None:
    assert locality("เทศบาลตำบล", "ก" * 40) is None


def test_provinces_districts_and_subdistricts_are_areas() -> None:
    assert is_area_name("ลำปาง") and is_area_name("แม่ทะ") and is_area_name("วังแซ้ม")
    assert not is_area_name("ริมธารใหม่")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("พัฒนาแหล่งน้ำ ของจังหวัด", "พัฒนาแหล่งน้ำ"),
        ("พัฒนาแหล่งน้ำซึ่งตั้งใหม่", "พัฒนาแหล่งน้ำ"),
        ("พัฒนาแหล่งน้ำกล่าวว่า", "พัฒนาแหล่งน้ำ"),
        ("พัฒนาแหล่งน้ำนายธนา แก้วดี", "พัฒนาแหล่งน้ำ"),
        ("พัฒนาแหล่งน้ำและกรมที่ดิน", "พัฒนาแหล่งน้ำ"),
        ("พัฒนาแหล่งน้ำและป่าชุมชน", "พัฒนาแหล่งน้ำและป่าชุมชน"),
        ("พัฒนาแหล่งน้ำผู้ว่าราชการจังหวัดแพร่", "พัฒนาแหล่งน้ำ"),
        ("พัฒนาแหล่งน้ำ แห่งชาติ", "พัฒนาแหล่งน้ำ แห่งชาติ"),
        ("พัฒนาแหล่งน้ำที่ 3 เดินหน้า", "พัฒนาแหล่งน้ำที่ 3"),
        ("พัฒนาแหล่งน้ำระดับจังหวัด จังหวัดแพร่", "พัฒนาแหล่งน้ำระดับจังหวัด จังหวัดแพร่"),
        ("พัฒนาแหล่งน้ำ ประจำปี 2567", "พัฒนาแหล่งน้ำ"),
    ],
)
def test_a_free_name_ends_at_a_space_or_where_something_else_begins(text: str, name: str) -> None:
    assert free("คณะกรรมการ", text) == name


def test_names_of_projects_may_contain_words_that_end_names_of_bodies() -> None:
    assert free("โครงการ", "คนไทยมีบ้าน เดินหน้า") == "คนไทย"
    assert free("โครงการ", "คนไทยมีบ้าน เดินหน้า", clause_only=True) == "คนไทยมีบ้าน"


def test_a_head_with_nothing_behind_has_an_empty_name() -> None:
    assert free("คณะกรรมการ", "") == ""
    assert free("คณะกรรมการ", " (กลาง)") == ""
