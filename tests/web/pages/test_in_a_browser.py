"""Pages as a browser has them: hostile text stays text, everybody can read them, nothing is asked of other servers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

pytestmark = pytest.mark.browser
HOSTILE = [
    *("Person", "Office", "Organization", "Policy", "Meeting", "Venue", "Article"),
    *("Person?list=facts", "Person?list=mentions", "Article?mark=3,999"),
]
HARBOUR = {
    "Person": 'SELECT ?p { ?p foaf:name "สมหมาย ทดสอบดี" } LIMIT 1',
    "Office": 'SELECT ?o { ?o rdfs:label "ผู้ว่าราชการจังหวัดระยอง" } LIMIT 1',
    "Organization": 'SELECT ?o { ?o rdfs:label "กระทรวงมหาดไทย" } LIMIT 1',
    "Province": 'SELECT ?p { ?p a lgkg:Province ; rdfs:label "ระยอง" } LIMIT 1',
    "District": 'SELECT ?p { ?p a lgkg:District ; rdfs:label "เมืองระยอง" } LIMIT 1',
    "Policy": 'SELECT ?p { ?p rdfs:label "โครงการท่าเรือสะอาด" } LIMIT 1',
    "Meeting": 'SELECT ?m { ?m rdfs:label "สัมมนาท่าเรือสะอาด" } LIMIT 1',
    "Article": 'SELECT ?a { ?a dcterms:identifier "harbour" }',
}


ATTACK = "SELECT ?p { GRAPH ?a { ?p a lgkg:Person } ?a dcterms:identifier ?id FILTER (CONTAINS(?id, 'script')) }"


def _dismiss(wrong: list[str], dialog: Dialog) -> None:
    wrong.append(dialog.message)
    dialog.dismiss()


def _stays(url: str, address: str) -> bool:
    return url.startswith((address, "data:"))


@contextmanager
def opened(browser: Browser, site: Any, path: str, **context: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what went wrong in it: messages of the console, errors, requests that left the server."""
    around = browser.new_context(base_url=site.address, **context)
    page = around.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", partial(_dismiss, wrong))
    page.on("request", lambda asked: wrong.extend([] if _stays(asked.url, site.address) else [asked.url]))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    yield page, wrong
    around.close()


@pytest.mark.parametrize("asked", HOSTILE)
def test_hostile_text_is_text_on_every_page(browser: Browser, three: Any, asked: str) -> None:
    kind, _, query = asked.partition("?")
    hostile = "SELECT ?it { GRAPH ?a { ?it a lgkg:KIND } ?a dcterms:identifier ?id FILTER (CONTAINS(?id, 'script')) }"
    with opened(browser, three, f"{three.path(hostile.replace('KIND', kind))}?{query}") as (page, wrong):
        told = page.locator("main").inner_text()
        active = page.locator("main script, main a[href^=javascript], main [onclick], main iframe").count()
    assert '<script>alert("x")</script>' in told
    assert active == 0
    assert wrong == []


def test_a_hostile_source_is_no_link(browser: Browser, three: Any) -> None:
    path = three.path("SELECT ?a { ?a dcterms:identifier ?id FILTER (CONTAINS(?id, 'script')) }")
    with opened(browser, three, path) as (page, _):
        addresses = page.evaluate("[...document.querySelectorAll('main a')].map(a => a.href)")
    assert all(address.startswith((three.address, "https://example.go.th/")) for address in addresses)


@pytest.mark.parametrize(("language", "scheme"), [("th-TH", "light"), ("en-GB", "dark")])
@pytest.mark.parametrize("kind", [*HARBOUR, "first"])
def test_axe_finds_nothing_serious(browser: Browser, three: Any, kind: str, language: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    path = "/" if kind == "first" else three.path(HARBOUR[kind])
    with opened(browser, three, path, locale=language, color_scheme=scheme) as (page, wrong):
        found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    assert wrong == []


@pytest.mark.parametrize("kind", [*HARBOUR, "Attack", "first"])
def test_a_phone_shows_a_page_without_scrolling_sideways(browser: Browser, three: Any, kind: str) -> None:
    path = "/" if kind == "first" else three.path(ATTACK if kind == "Attack" else HARBOUR[kind])
    with opened(browser, three, path, viewport={"width": 390, "height": 800}) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_passage_that_the_address_names_lights_up_whole(browser: Browser, three: Any) -> None:
    words = "นางสาวใจงาม ลองเขียน รักษาราชการแทนรองผู้ว่าราชการจังหวัดระยอง"
    ((start, end),) = three.graph.query(
        "SELECT ?a ?b { ?p oa:exact ?words ; oa:start ?a ; oa:end ?b }", words=words
    ).rows
    with opened(browser, three, f"{three.path(HARBOUR['Article'])}#char={start},{end}") as (page, _):
        lit = page.evaluate("[...document.querySelectorAll('.run.shown')].map(run => run.textContent).join('')")
        page.evaluate("location.hash = ''")
        page.wait_for_function("document.querySelectorAll('.run.shown').length === 0")
    assert lit == words


def test_the_picture_of_partners_is_walked_by_keyboard(browser: Browser, three: Any) -> None:
    partner = three.path('SELECT ?p { ?p foaf:name "ใจงาม ลองเขียน" } LIMIT 1')
    with opened(browser, three, three.path(HARBOUR["Person"])) as (page, _):
        page.locator(f'.picture a[href="{partner}"]').focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{partner}")
        assert page.locator("h1").inner_text() == "ใจงาม ลองเขียน"
