"""Texts of articles that attack the page: they are shown as they are, and nothing of them runs or is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from lgkg.graph import open_graph
from lgkg.network import Appearance, Event, Name, Node, Sighting, Source, describe, project
from lgkg.network.model import join
from lgkg.network.picture import page

if TYPE_CHECKING:
    from tests.browser.conftest import Picture

pytestmark = pytest.mark.browser

ATTACK = "</script><script>window.hacked = 1</script><img src=//x.example onerror='window.hacked = 1'><!--"


@pytest.fixture(scope="module")
def attacked() -> str:
    """The page of two people in which the attack stands wherever a text may stand."""
    source, name = Source(ATTACK, ATTACK, "javascript:window.hacked=1"), Name(ATTACK, ATTACK)
    seen = (Sighting(ATTACK, date(2024, 1, 1), True, False, source),)
    people = [Node(ATTACK + letter, ATTACK + letter, seen, ATTACK, name) for letter in "ab"]
    there = tuple(Appearance(one.iri, ("chair",), (source,)) for one in people)
    return page(join(people, [Event(ATTACK, ATTACK, date(2024, 1, 1), name, name, (source,), there)]))


def test_a_hostile_article_runs_nothing(opened: Callable[..., Picture], graph_folder: Path) -> None:
    with open_graph(graph_folder) as graph:
        content = page(describe(graph, project(graph)))
    picture = opened(content)
    picture.search("<script>")
    picture.page.keyboard.press("Enter")
    expect(picture.page.locator("#card h2")).to_contain_text('<script>alert("x")</script>')
    for summary in picture.page.locator("#card summary").all():
        summary.click()
    assert picture.page.locator("script").count() == content.count("</script>")


def test_markup_in_any_text_runs_nothing(opened: Callable[..., Picture], attacked: str) -> None:
    picture = opened(attacked)
    find = picture.page.locator
    for button in (find("#kinds button"), find("#kinds button"), find("#language"), find("#theme")):
        button.first.click()
    picture.set("province", ATTACK)
    picture.page.mouse.click(*picture.point(ATTACK + "a", ATTACK + "b"))
    expect(find("#card h2")).to_contain_text(ATTACK)
    picture.search("hacked")
    picture.page.keyboard.press("Enter")
    expect(find("#card h2")).to_have_text(ATTACK + "a")
    assert find("img, a, script:not(body > script)").count() == 0
    assert picture.page.evaluate("() => window.hacked") is None


def test_even_markup_that_got_into_the_page_would_not_run(opened: Callable[..., Picture], town: str) -> None:
    markup = "<script>window.hacked = 1</script><details open ontoggle='window.hacked = 1'></details>"
    picture = opened(town.replace("<main>", markup + "<main>"))
    picture.page.wait_for_timeout(100)
    assert picture.page.evaluate("() => window.hacked") is None
    assert picture.problems and all("Content Security Policy" in problem for problem in picture.problems)
    picture.problems.clear()
