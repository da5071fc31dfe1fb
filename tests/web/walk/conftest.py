"""The network page over the samples: what answers are made from, and the page in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, expect

from lgkg.graph import Graph
from lgkg.web.walk.ready import Ready
from lgkg.web.walk.walking import Walks

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage

READY = 30_000
"""Milliseconds within which the page must be drawn and answer."""


@pytest.fixture(scope="session")
def walks(samples_graph: Graph) -> Walks:
    """Walks over the samples."""
    return Ready.of(samples_graph).walks


@dataclass
class Walk:
    """The network page, open.

    Attributes:
        page: where it is open.
        problems: what the console and errors said.
        foreign: addresses asked for elsewhere.
    """

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self) -> None:
        def dismiss(dialog: Any) -> None:
            self.problems.append(dialog.message)
            dialog.dismiss()

        def said(message: ConsoleMessage) -> None:
            self.problems.append(message.text)

        def asked(request: Any) -> None:
            if not request.url.startswith((self.address, "data:")):
                self.foreign.append(request.url)

        self.page.on("console", said)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("dialog", dismiss)
        self.page.on("request", asked)

    def go(self, path: str) -> None:
        """Opens a path and waits until the picture is drawn."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector("[data-ready]", state="attached")

    def names(self) -> list[str]:
        """Who is shown."""
        found: list[str] = self.page.evaluate("() => lgkg.people.map(({ name }) => name)")
        return found

    def places(self) -> dict[str, list[float]]:
        """Where they are, on the plane."""
        found: dict[str, list[float]] = self.page.evaluate(
            "() => Object.fromEntries(lgkg.people.map(({ id, x, y }) => [id, [x, y]]))"
        )
        return found

    def act(self, what: str) -> None:
        """Presses a button of the card and waits for the answer."""
        with self.page.expect_response(lambda response: "/network/walk" in response.url):
            self.page.locator(f"#card [data-act={what}]").click()
        self.settle()

    def point(self, name: str) -> tuple[float, float]:
        """Where somebody is on the screen."""
        x, y = self.page.evaluate(
            """name => {
            const { left, top } = document.getElementById("picture").getBoundingClientRect();
            const { x, y } = lgkg.camera.toScreen(lgkg.people.find(person => person.name === name));
            return [left + x, top + y];
        }""",
            name,
        )
        return x, y

    def choose(self, name: str) -> None:
        """Chooses somebody by a click on the picture."""
        self.page.mouse.click(*self.point(name))
        expect(self.page.locator("#card h2")).to_have_text(name)

    def settle(self) -> None:
        """Waits until what was answered is drawn."""
        self.page.wait_for_selector("#walk:not([aria-busy])")
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def walking(browser: Browser, address: str) -> Iterator[Callable[..., Walk]]:
    """Opens the network page; when the test is over, nothing may have gone wrong or been asked for elsewhere."""
    opened: list[Walk] = []
    expect.set_options(timeout=READY)

    def open_walk(path: str = "/network", at: str = address, **options: Any) -> Walk:
        wanted = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB"} | options
        context = browser.new_context(**wanted)
        context.set_default_timeout(READY)
        walk = Walk(context.new_page(), at)
        opened.append(walk)
        walk.watch()
        walk.go(path)
        return walk

    yield open_walk
    for walk in opened:
        walk.page.context.close()
    assert [problem for walk in opened for problem in walk.problems] == []
    assert [url for walk in opened for url in walk.foreign] == []
