"""The page of questions in a browser, over the samples and over a graph that is hostile in all it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from lgkg.graph import Graph
from lgkg.web import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_SECONDS = 20


@dataclass
class Desk:
    """The page opened in a browser; at the end nothing may have come from elsewhere, and the console must be silent.

    Attributes:
        page: the browser's page.
        address: the website's.
        heard: what the console said, of what was not expected.
        elsewhere: what was asked of other servers.
        refusals: whether answers with an error are expected; a browser tells its console about each.
    """

    page: Page
    address: str
    heard: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    refusals: bool = False

    def open(self, **asked: str) -> Desk:
        """Opens the page with what is asked by its address."""
        self.page.goto(f"{self.address}/query?{urlencode(asked)}")
        return self

    def write(self, query: str) -> None:
        """Types a query in place of the one that is there; suggestions are sent away."""
        self.page.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(query)
        self.page.keyboard.press("Escape")

    def run(self, query: str) -> None:
        """Runs a query of one's own and waits for the answer."""
        self.write(query)
        self.page.keyboard.press("Control+Enter")
        self.page.locator("#bar:visible").wait_for()

    def cells(self, column: int) -> list[str]:
        """The texts of a column of the table."""
        return self.page.locator(f"#shown tbody td:nth-child({column})").all_inner_texts()

    def listen(self) -> None:
        """Begins to note what the console says and what is asked of whom."""
        self.page.on("console", lambda said: self._note(said.text))
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))
        self.page.on("dialog", lambda dialog: self.heard.append(f"dialog: {dialog.message}"))
        self.page.on("request", lambda request: self._trace(request.url))

    def _note(self, said: str) -> None:
        if not (self.refusals and said.startswith("Failed to load resource")):
            self.heard.append(said)

    def _trace(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(url)


def _desk(browser: Browser, address: str, width: int = 1280, locale: str = "en") -> Iterator[Desk]:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale=locale)
    context.set_default_timeout(_SECONDS * 1000)
    desk = Desk(context.new_page(), address)
    desk.listen()
    yield desk
    context.close()
    assert desk.heard == []
    assert desk.elsewhere == []


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Desk]:
    """The page over the samples, in English."""
    yield from _desk(browser, address)


@pytest.fixture(params=["th", "en"])
def phone(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The page over the samples, as wide as a phone, in each language."""
    yield from _desk(browser, address, width=390, locale=request.param)


@pytest.fixture(scope="session")
def hostile_address(graph_folder: Path, serving: Callable[..., AbstractContextManager[str]]) -> Iterator[str]:
    """The address of a website over the invented articles, one of which is hostile in all it says."""
    with serving(graph_folder) as found:
        yield found


@pytest.fixture
def hostile_desk(browser: Browser, hostile_address: str) -> Iterator[Desk]:
    """The page over that graph."""
    yield from _desk(browser, hostile_address)


@pytest.fixture
def small_desk(
    browser: Browser, samples_graph: Graph, serving: Callable[..., AbstractContextManager[str]]
) -> Iterator[Desk]:
    """The page over the samples, where an answer has 50 rows and a query a second."""
    with serving(samples_graph.path, Settings(rows=50, timeout=1)) as address:
        yield from _desk(browser, address)
