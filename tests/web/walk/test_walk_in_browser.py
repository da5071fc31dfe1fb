"""The network page in Chromium: what one does with pointer and keyboard, and what the address keeps of it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from lgkg.web.walk.files import renderers
from lgkg.web.walk.walking import Walks

if TYPE_CHECKING:
    from tests.web.walk.conftest import Walk

pytestmark = pytest.mark.browser

BUILD = "the WebGL renderer is not built: run make web"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="module")
def first(walks: Walks) -> str:
    """The id of who has most partners."""
    return walks.id(max(walks.whole.partners, key=lambda iri: (len(walks.whole.partners[iri]), iri)))


def test_expanding_brings_partners_and_collapsing_takes_them_away(
    walking: Callable[..., Walk], walks: Walks, first: str
) -> None:
    walk = walking(f"/network?person={first}")
    before = walk.places()
    assert len(before) == 21
    walk.choose(walks.whole.node[walks.iri(first)].name)
    walk.act("open")
    after = walk.places()
    assert len(after) == min(41, 1 + len(walks.whole.partners[walks.iri(first)]))
    assert {one: after[one] for one in before} == before
    assert f"steps=open.{first}." in walk.page.url
    expect(walk.page.locator("#card h2")).to_have_text(walks.whole.node[walks.iri(first)].name)
    expect(walk.page.locator("#said")).to_contain_text("came: ")
    walk.act("shut")
    assert len(walk.places()) == 1


def test_a_double_click_expands(walking: Callable[..., Walk], walks: Walks, first: str) -> None:
    walk = walking(f"/network?person={first}")
    name = walks.whole.node[walks.iri(first)].name
    walk.choose(name)
    x, y = walk.point(name)
    with walk.page.expect_response(lambda response: "/network/walk" in response.url):
        walk.page.mouse.dblclick(x, y)
    walk.settle()
    assert len(walk.names()) > 21


def test_back_and_forward_lead_through_the_walk(walking: Callable[..., Walk], first: str, walks: Walks) -> None:
    walk = walking(f"/network?person={first}&chosen={first}")
    begun = walk.places()
    walk.act("open")
    opened = walk.places()
    walk.page.go_back()
    walk.page.wait_for_function("count => lgkg.people.length === count", arg=len(begun))
    walk.page.go_forward()
    walk.page.wait_for_function("count => lgkg.people.length === count", arg=len(opened))
    assert walk.places() == opened
    walk.page.locator("#trail a").first.click()
    walk.page.wait_for_function("count => lgkg.people.length === count", arg=len(begun))


def test_an_address_shows_the_same_to_whoever_opens_it(walking: Callable[..., Walk], first: str) -> None:
    walk = walking(f"/network?person={first}&chosen={first}")
    walk.act("open")
    walk.act("pin")
    walk.page.locator("#filters summary").click()
    walk.page.locator("#event").select_option(index=1)
    expect(walk.page).to_have_url(re.compile("event="))
    other = walking(walk.page.url.removeprefix(walk.address))
    assert other.places() == walk.places()
    assert other.page.locator("#event").input_value() == walk.page.locator("#event").input_value()
    kept = "() => [...lgkg.state.kept].join()"
    assert other.page.evaluate(kept) == walk.page.evaluate(kept)
    if other.page.locator("#card h2").count():
        expect(other.page.locator("#card [data-act=pin]")).to_have_text("Unpin")


def test_a_card_tells_offices_events_and_passages(walking: Callable[..., Walk], walks: Walks) -> None:
    iri = next(node.iri for node in walks.whole.network.nodes if node.sector)
    walk = walking(f"/network?person={walks.id(iri)}&chosen={walks.id(iri)}")
    card = walk.page.locator("#card")
    expect(card.locator("h3:has-text('Offices seen') + ul > li")).not_to_have_count(0)
    event = card.locator("h3:text-matches('^Events') + ul > li").first
    expect(card.locator("h3:text-matches('^Events')")).to_have_text(f"Events ({len(walks.whole.attended[iri])})")
    event.locator("summary").click()
    expect(event.locator("blockquote").first).not_to_be_empty()


def test_a_line_tells_the_events_of_both_with_passages(walking: Callable[..., Walk]) -> None:
    walk = walking()
    walk.page.locator("#card .row").first.click()
    expect(walk.page.locator("#card blockquote").first).not_to_be_empty()
    expect(walk.page).to_have_url(re.compile("chosen="))


def test_the_table_of_partners_leads_to_each(walking: Callable[..., Walk], walks: Walks, first: str) -> None:
    walk = walking(f"/network?person={first}&chosen={first}")
    walk.page.locator("#card summary", has_text="Table of all").click()
    rows = walk.page.locator("#card table tbody tr")
    partners = list(walks.whole.partners[walks.iri(first)])
    expect(rows).to_have_count(len(partners))
    name = walks.whole.node[partners[-1]].name
    rows.last.locator("button").click()
    expect(walk.page.locator("#card h2")).to_have_text(name)
    assert name in walk.names()


def test_a_search_adds_a_person(walking: Callable[..., Walk], walks: Walks, first: str) -> None:
    walk = walking(f"/network?person={first}")
    absent = next(node for node in walks.whole.network.nodes if node.name not in walk.names())
    field = walk.page.locator("#search")
    field.fill(absent.name[:-1])
    expect(walk.page.locator("#suggestions li[role=option]").first).to_contain_text(absent.name)
    field.press("Enter")
    expect(walk.page.locator("#card h2")).to_have_text(absent.name)
    assert absent.name in walk.names()


def test_the_way_from_one_to_another_is_shown(walking: Callable[..., Walk], walks: Walks, first: str) -> None:
    start = walks.iri(first)
    near = {start, *walks.whole.partners[start]}
    end = next(one for iri in near for one in walks.whole.partners[iri] if one not in near)
    walk = walking(f"/network?person={first}&chosen={first}")
    walk.page.locator("#card [data-act=path]").click()
    field = walk.page.locator("#search")
    expect(field).to_be_focused()
    field.fill(walks.whole.node[end].name)
    walk.page.locator("#suggestions li[role=option]").first.click()
    way = [walks.whole.node[one].name for one in walks.whole.way(start, end)]
    expect(walk.page.locator("#message")).to_contain_text(" → ".join(way))
    assert set(way) <= set(walk.names())


def test_the_list_does_everything_by_keyboard(walking: Callable[..., Walk], first: str) -> None:
    walk = walking(f"/network?person={first}")
    walk.page.locator("#everyone summary").focus()
    walk.page.keyboard.press("Enter")
    walk.page.keyboard.press("Tab")
    expect(walk.page.locator("#roll")).to_be_focused()
    walk.page.keyboard.press("ArrowDown")
    active = walk.page.locator("#roll").get_attribute("aria-activedescendant")
    assert active == "roll-1"
    name = walk.names()[1]
    with walk.page.expect_response(lambda response: "/network/walk" in response.url):
        walk.page.keyboard.press("Delete")
    walk.settle()
    assert name not in walk.names()
    walk.page.locator("#roll").focus()
    walk.page.keyboard.press("Home")
    walk.page.keyboard.press("Enter")
    expect(walk.page.locator("#card h2")).to_have_text(walk.names()[0])


def test_what_is_not_found_is_told(walking: Callable[..., Walk]) -> None:
    walk = walking()
    walk.page.locator("#begin summary").click()
    walk.page.locator("#beginning [name=name]").fill("ไม่มีคนนี้เลย")
    walk.page.keyboard.press("Enter")
    expect(walk.page.locator("#message")).to_contain_text("no person of this graph is called")
    expect(walk.page.locator("#beginning [name=name]")).to_be_visible()
    for part in (".walk .search", ".sheet", "#theme"):  # which do nothing, and have no words, without a picture
        expect(walk.page.locator(part)).to_be_hidden()
    assert [problem for problem in walk.problems if "400" not in problem] == []
    walk.problems.clear()


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desktop", "phone"])
def test_no_serious_barrier_is_found_and_nothing_is_cut_off(
    walking: Callable[..., Walk], first: str, language: str, screen: dict[str, object]
) -> None:
    walk = walking(f"/network?person={first}&chosen={first}&lang={language}", **screen)
    walk.page.locator("#everyone summary").click()
    walk.page.locator("#card summary").first.click()
    found = Axe().run(walk.page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
    assert walk.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    stage = walk.page.locator("#picture").bounding_box()
    assert stage and stage["height"] > 200


def test_a_hostile_name_stays_text(walking: Callable[..., Walk], hostile_address: str) -> None:
    walk = walking("/network", at=hostile_address)
    walk.page.locator("#card .row", has_text="<script>").last.click()
    expect(walk.page.locator("#card h2")).to_contain_text("<script>")
    expect(walk.page.locator("#card h3", has_text="Offices seen")).to_be_visible()  # all is known
    for summary in walk.page.locator("#card summary").all():
        summary.click()
    expect(walk.page.locator("#card blockquote").first).to_contain_text("<script>")
    assert walk.page.locator("#walk script").count() == 0


def test_many_people_are_drawn_with_webgl_in_the_same_page(walking: Callable[..., Walk], first: str) -> None:
    if "webgl" not in renderers():
        pytest.fail(BUILD, pytrace=False) if os.environ.get("LGKG_REQUIRE_ALL") == "1" else pytest.skip(BUILD)
    walk = walking(f"/network?draw=webgl&person={first}&chosen={first}")
    before = walk.places()
    scale = walk.page.evaluate("() => lgkg.camera.view().scale")
    walk.act("open")
    after = walk.places()
    assert {one: after[one] for one in before} == before and len(after) > len(before)
    assert walk.page.evaluate("() => lgkg.camera.view().scale") == pytest.approx(scale, rel=0.01)
    assert "draw=webgl" in walk.page.url
    walk.problems[:] = [problem for problem in walk.problems if "GL Driver Message" not in problem]
