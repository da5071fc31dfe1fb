"""Finding people in a picture, with the keyboard alone; see conftest.py for the town."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.conftest import Picture

pytestmark = pytest.mark.browser

KONG, KWAN, KHAM = "ก้อง ใจดี", "ขวัญ ชัยมา", "คำ แก้วดอน"


def test_a_name_is_suggested_and_enter_shows_the_person_with_offices(
    opened: Callable[..., Picture], samples: str
) -> None:
    picture = opened(samples)
    assert picture.search("กิตติ") == ["กิตติพศ เจนจัดทรัพย์\nนายกองค์การบริหารส่วนจังหวัดนครราชสีมา"]
    picture.page.keyboard.press("Enter")
    expect(picture.page.locator("#card h2")).to_have_text("กิตติพศ เจนจัดทรัพย์")
    expect(picture.page.locator("#card h2")).to_be_focused()
    expect(picture.page.locator("#suggestions")).to_be_hidden()
    assert any("นายกองค์การบริหารส่วนจังหวัดนครราชสีมา" in row for row in picture.listed("ตำแหน่งที่พบ"))
    assert len(picture.listed("อยู่ในเหตุการณ์เดียวกันกับ")) > 10
    assert picture.chosen() == ["กิตติพศ เจนจัดทรัพย์"]


def test_an_office_opens_to_the_passage_that_says_so(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    picture.search("ก้อง")
    picture.page.keyboard.press("Enter")
    picture.page.locator("#card summary", has_text="นายอำเภอเมืองระยอง").click()
    quote = picture.page.locator("#card blockquote", has_text="ก้อง ใจดี นายอำเภอเมืองระยอง")
    expect(quote).to_be_visible()


def test_a_name_is_found_however_it_is_typed(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    for typed in ("คำ แก้วดอน", "คำแก้ว", "คํา เเก้วดอน", "แก้วดอน", " คำ\u200b", "“คำ”"):
        assert picture.search(typed) == [KHAM]


def test_part_of_an_office_is_enough_and_that_office_is_shown(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    assert picture.search("อำเภอเมือง") == [f"{KONG}\nนายอำเภอเมืองระยอง"]
    assert picture.search("ระยอง") == [f"{KONG}\nปลัดจังหวัดระยอง", f"{KWAN}\nนายกเทศมนตรีนครระยอง"]
    picture.page.locator("#suggestions li", has_text=KWAN).click()
    expect(picture.page.locator("#card h2")).to_have_text(KWAN)


def test_what_is_not_there_is_said_not_to_be(opened: Callable[..., Picture], town: str) -> None:
    assert opened(town).search("ฌฌฌ") == ["ไม่พบ"]


def test_the_keyboard_alone_is_enough(opened: Callable[..., Picture], town: str) -> None:
    found = opened(town).page
    found.keyboard.press("Tab")
    expect(found.locator("#search")).to_be_focused()
    found.keyboard.type("ระยอง")
    expect(found.locator("#option-0")).to_have_attribute("aria-selected", "true")
    found.keyboard.press("ArrowDown")
    expect(found.locator("#option-1")).to_have_attribute("aria-selected", "true")
    expect(found.locator("#search")).to_have_attribute("aria-activedescendant", "option-1")
    found.keyboard.press("ArrowDown")
    found.keyboard.press("ArrowUp")
    found.keyboard.press("Enter")
    expect(found.locator("#card h2")).to_have_text(KWAN)
    found.keyboard.press("Tab")
    expect(found.locator("#card button", has_text="ปิด")).to_be_focused()
    found.keyboard.press("Tab")
    found.keyboard.press("Tab")
    found.keyboard.press("Enter")
    expect(found.locator("#card h2")).to_have_text(f"{KONG}{KWAN}")
    found.keyboard.press("Escape")
    expect(found.locator("#card h2")).to_have_count(0)


def test_escape_closes_the_suggestions_before_the_card(opened: Callable[..., Picture], town: str) -> None:
    found = opened(town).page
    found.locator("#card .row", has_text=KHAM).last.click()
    found.locator("#search").focus()
    found.keyboard.type("ก้อง")
    found.keyboard.press("Escape")
    expect(found.locator("#suggestions")).to_be_hidden()
    expect(found.locator("#search")).to_have_attribute("aria-expanded", "false")
    expect(found.locator("#card h2")).to_have_text(KHAM)
    found.keyboard.press("Escape")
    expect(found.locator("#card h2")).to_have_count(0)


def test_leaving_the_search_closes_the_suggestions(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    picture.search("ก้อง")
    picture.page.keyboard.press("Tab")
    expect(picture.page.locator("#suggestions")).to_be_hidden()
