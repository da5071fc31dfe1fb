"""The frame in which a notebook shows a network is drawn, asks for nothing, and reaches nothing outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lgkg.network import Appearance, Event, Node
from lgkg.network.model import join

pytestmark = pytest.mark.browser

READY = 15_000


def test_a_network_is_drawn_in_a_notebook_and_sees_nothing_of_it(browser: Browser, tmp_path: Path) -> None:
    people = [Node("urn:a", "ก้อง ใจดี"), Node("urn:b", "ขวัญ ชัยมา")]
    network = join(people, [Event("urn:e", "พิธีเปิด", appearances=(Appearance("urn:a"), Appearance("urn:b")))])
    file = tmp_path / "notebook.html"
    file.write_text(f"<!doctype html><meta charset='utf-8'><p id='secret'>x</p>{network._repr_html_()}", "utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    context.set_offline(True)
    page, asked, problems = context.new_page(), list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(file.as_uri())
    inner = page.frames[1]
    inner.wait_for_selector("[data-ready]", state="attached", timeout=READY)
    assert inner.locator("body").inner_text().count("ก้อง ใจดี") > 0
    reached = inner.evaluate(
        "() => { try { return parent.document.title + 'seen' } catch (error) { return error.name } }"
    )
    context.close()
    assert reached == "SecurityError"
    assert [address for address in asked if not address.startswith(("file:", "about:"))] == problems == []
