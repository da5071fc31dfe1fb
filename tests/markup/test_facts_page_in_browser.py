"""The page of an article in a real browser: it runs nothing, and its two sides answer each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lgkg.facts import Facts
from lgkg.harmless import safe
from lgkg.markup import facts_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window as wide as a laptop's."""
    page = browser.new_page(viewport={"width": 1200, "height": 500}, reduced_motion="reduce")
    yield page
    page.close()


def opened(window: Page, file: Path, facts: Facts) -> list[str]:
    """Opens the page of some facts; all that it asks for, says or complains of."""
    heard: list[str] = []
    window.on("request", lambda request: heard.append(request.url))
    window.on("console", lambda message: heard.append(message.text))
    window.on("dialog", lambda dialog: heard.append(dialog.message))
    file.write_text(facts_page(facts), encoding="utf-8")
    window.goto(file.as_uri())
    return heard


def background(window: Page, selector: str) -> object:
    return window.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor")


def test_a_hostile_article_runs_nothing(window: Page, tmp_path: Path, hostile: Facts) -> None:
    file = tmp_path / "hostile.html"
    assert opened(window, file, hostile) == [file.as_uri()]
    assert "".join(window.locator("#article .print").all_text_contents()) == safe(hostile.article.text)


def test_a_click_on_a_mark_brings_its_fact_into_view(window: Page, tmp_path: Path, harbour: Facts) -> None:
    opened(window, tmp_path / "harbour.html", harbour)
    window.locator('.mark[href="#meeting-1"]').first.click()
    box = window.locator("#meeting-1").bounding_box()
    assert box
    assert 0 <= box["y"] < 500


def test_the_number_of_a_passage_lights_up_the_passage_and_its_facts(
    window: Page, tmp_path: Path, harbour: Facts
) -> None:
    opened(window, tmp_path / "harbour.html", harbour)
    dark = background(window, "span.p1"), background(window, ".c1")
    window.locator("#n1").hover()
    lit = background(window, "span.p1"), background(window, ".c1")
    assert dark[0] != lit[0] == lit[1] != dark[1]


def test_a_fact_under_the_keyboard_lights_up_its_passage(window: Page, tmp_path: Path, harbour: Facts) -> None:
    opened(window, tmp_path / "harbour.html", harbour)
    dark = background(window, "span.p1")
    window.locator(".c1 a").first.focus()
    assert background(window, "span.p1") != dark


@pytest.mark.parametrize("width", [320, 390, 800, 1400])
def test_no_width_needs_scrolling_sideways(window: Page, tmp_path: Path, harbour: Facts, width: int) -> None:
    window.set_viewport_size({"width": width, "height": 700})
    opened(window, tmp_path / "harbour.html", harbour)
    for part in ("document.documentElement", "document.querySelector('#text')", "document.querySelector('#facts')"):
        assert window.evaluate(f"{part}.scrollWidth <= {part}.clientWidth")
