from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("playwright")
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The first page; nothing may leave the server, nothing may be said on the console."""
    context = browser.new_context(locale="th")
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: said.extend([request.url][request.url.startswith(address) :]))
    opened.goto(address)
    yield opened
    assert said == []
    context.close()


def test_names_are_suggested_while_somebody_types_and_enter_opens_the_chosen_one(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.press_sequentially("พิทักษ์")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("พิทักษ์พล รัตนวรากุล")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")
    assert option.locator("mark").inner_text() == "พิทักษ์"
    path = option.get_attribute("data-path")
    page.route(f"**{path}", lambda route: route.fulfill(body="opened"))
    box.press("Enter")
    page.wait_for_url(f"**{path}")


def test_escape_closes_the_list_and_arrows_go_round_by_way_of_the_box(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.press_sequentially("นครราช")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert box.input_value() == "นครราช"


def test_only_the_answer_to_what_stands_in_the_box_is_shown(page: Page) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/api/search?limit=10&q=%E0%B8%99%E0%B8%84%E0%B8%A3", late)
    box = page.get_by_role("combobox")
    box.fill("นคร")
    page.wait_for_timeout(150)
    box.fill("ลำปาง")
    expect(page.get_by_role("option").first).to_contain_text("ลำปาง")
    page.wait_for_timeout(600)
    expect(page.get_by_role("option").first).to_contain_text("ลำปาง")


def test_enter_without_a_choice_opens_the_page_of_results_also_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("searchbox").fill("ลำปาง")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.locator(".hits a").first.inner_text().startswith("ลำปาง")
    context.close()


def test_the_page_fits_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/search?q=นคร")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
