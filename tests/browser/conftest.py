"""Pictures in Chromium, offline, that must not ask for anything or complain, and a town to draw."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page, expect

from lgkg.errors import PictureError
from lgkg.graph import Graph
from lgkg.network import Appearance, Event, Name, Node, Sighting, Source, describe, measures, project
from lgkg.network.model import join
from lgkg.network.picture import page

Drawing: TypeAlias = Callable[..., str]
READY = 15_000
"""Milliseconds within which a picture must be drawn and answer."""

KONG, KWAN, KHAM, NGAM, CHAN = "ก้อง ใจดี", "ขวัญ ชัยมา", "คำ แก้วดอน", "งาม ตาเมือง", "จันทร์ ถาวร"
RAYONG, LAMPANG = Name("ระยอง", "Rayong"), Name("ลำปาง", "Lampang")
CEREMONY, MEETING = Name("พิธี", "ceremony"), Name("ประชุม", "meeting")


@dataclass
class Picture:
    """An open picture.

    Attributes:
        page: where it is open.
        asked: every address asked for.
        problems: what the console, errors and dialogs said; must be empty in the end.
    """

    page: Page
    asked: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def watch(self) -> None:
        def dismiss(dialog: Any) -> None:
            self.problems.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        def note(kind: str, text: str) -> None:
            if "GL Driver Message" not in text:  # how fast WebGL is without a graphics card
                self.problems.append(f"{kind}: {text}")

        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: note(message.type, message.text))
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("dialog", dismiss)

    def search(self, text: str) -> list[str]:
        """Types into the search and gives the suggestions, name and office parted by a line break."""
        self.page.locator("#search").fill(text)
        return [item.strip() for item in self.page.locator("#suggestions li").all_inner_texts()]

    def listed(self, heading: str) -> list[str]:
        """The rows below a heading of the card."""
        rows = self.page.locator(f"#card h3:has-text('{heading}') + ul > li")
        return [" ".join(row.split()) for row in rows.all_inner_texts()]

    def drawn(self) -> set[str]:
        """Who is drawn."""
        return set(self.page.evaluate("() => [...lgkg.state.kept].map(i => lgkg.people[i].name)"))

    def chosen(self) -> list[str]:
        """The person who is chosen, or the two of a line."""
        script = """() => {
            const { selected } = lgkg.state;
            if (!selected) return [];
            const { a, b } = "edge" in selected ? lgkg.edges[selected.edge] : { a: selected.person };
            return [a, b].filter(i => i !== undefined).map(i => lgkg.people[i].name);
        }"""
        found: list[str] = self.page.evaluate(script)
        return found

    def scale(self) -> float:
        """Pixels of the screen to one of the plane."""
        found: float = self.page.evaluate("() => lgkg.camera.view().scale")
        return found

    def point(self, *names: str) -> tuple[float, float]:
        """The point of the screen in the middle between people."""
        script = """names => {
            const places = names.map(name => lgkg.camera.toScreen(lgkg.people.find(person => person.name === name)));
            const { left, top } = document.getElementById("picture").getBoundingClientRect();
            const mean = axis => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
            return [left + mean("x"), top + mean("y")];
        }"""
        x, y = self.page.evaluate(script, list(names))
        return x, y

    def colour(self, x: float, y: float) -> str:
        """The colour of a point of the screen, as `#rrggbb`."""
        shot = self.page.screenshot(clip={"x": round(x), "y": round(y), "width": 1, "height": 1})
        script = """async shot => {
            const image = await createImageBitmap(new Blob([Uint8Array.from(shot)], { type: "image/png" }));
            const context = new OffscreenCanvas(1, 1).getContext("2d");
            context.drawImage(image, 0, 0);
            const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
            return "#" + [red, green, blue].map(value => value.toString(16).padStart(2, "0")).join("");
        }"""
        found: str = self.page.evaluate(script, list(shot))
        return found

    def open_filters(self) -> None:
        if not self.page.locator("#filters").evaluate("filters => filters.open"):
            self.page.locator("#filters summary").click()

    def set(self, name: str, value: str) -> None:
        """Sets a filter to one of its choices."""
        self.open_filters()
        self.page.locator(f"#{name}").select_option(value)

    def slide(self, name: str, key: str, times: int = 1) -> None:
        """Moves an end of the time with the keyboard."""
        self.open_filters()
        self.page.locator(f"#{name}").focus()
        for _ in range(times):
            self.page.keyboard.press(key)
        self.settle()

    def settle(self) -> None:
        """Waits until what was asked for is drawn."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Picture]]:
    """Opens a picture (the text of its page) from disk, offline, and waits until it is drawn.

    When the test is over, nothing but the files themselves may have been asked for, and nothing may have gone wrong.
    """
    pictures: dict[str, Picture] = {}
    expect.set_options(timeout=READY)

    def open_picture(content: str, **options: Any) -> Picture:
        path = tmp_path / f"{len(pictures)}.html"
        path.write_text(content, "utf-8")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | options)
        context.set_offline(True)
        context.set_default_timeout(READY)
        picture = pictures[path.as_uri()] = Picture(context.new_page())
        picture.watch()
        picture.page.goto(path.as_uri())
        picture.page.wait_for_selector("[data-ready]", state="attached")
        return picture

    yield open_picture
    for picture in pictures.values():
        picture.page.context.close()
    assert [problem for picture in pictures.values() for problem in picture.problems] == []
    assert [picture.asked for picture in pictures.values()] == [[address] for address in pictures]


def event(title: str, day: date | None, province: Name | None, *people: str, kind: Name = CEREMONY) -> Event:
    """An event that the article of its title reports; each of the people is named in a passage of its own."""
    there = tuple(Appearance(one, ("attendee",), (Source(title, f"{one} มาร่วม{title}"),)) for one in people)
    source = Source(title, f"มีการจัด{title}", "https://example.go.th/news")
    return Event(f"urn:{title}", title, day, kind, province, (source,), there)


def person(name: str, sector: str, *offices: str) -> Node:
    sources = {office: Source("ข่าวเก่า", f"{name} {office}") for office in offices}
    seen = (Sighting(office, date(2022, 5, 1), False, False, source) for office, source in sources.items())
    return Node(name, name, tuple(seen), sector)


@pytest.fixture(scope="session", params=["canvas", "webgl"])
def drawn_by(request: pytest.FixtureRequest) -> Drawing:
    """Makes a page that is drawn by one renderer and by the other, whatever its size."""
    try:
        page(join([], []), largest=-1)
    except PictureError as error:
        if request.param == "webgl":
            pytest.fail(str(error), pytrace=False) if os.environ.get("LGKG_REQUIRE_ALL") == "1" else pytest.skip(
                str(error)
            )
    return partial(page, largest=1_000 if request.param == "canvas" else 0)


@pytest.fixture(scope="session")
def town(drawn_by: Drawing) -> str:
    """The page of five people: three at an opening, two of them again later, two elsewhere, and one who met nobody."""
    people = [
        person(KONG, "provincial", "ปลัดจังหวัดระยอง", "นายอำเภอเมืองระยอง"),
        person(KWAN, "local", "นายกเทศมนตรีนครระยอง"),
        person(KHAM, "local"),
        person(NGAM, "central", "อธิบดีกรมการปกครอง"),
        person(CHAN, ""),
    ]
    events = [
        event("พิธีเปิด", date(2022, 1, 10), RAYONG, KONG, KWAN, KHAM),
        event("พิธีปิด", date(2023, 2, 20), RAYONG, KONG, KWAN),
        event("พิธีลงนาม", date(2024, 3, 5), LAMPANG, KONG, NGAM, kind=MEETING),
        event("พิธีสงฆ์", None, None, CHAN),
    ]
    return drawn_by(join(people, events))


@pytest.fixture(scope="session")
def crowds(drawn_by: Drawing) -> str:
    """The page of two crowds of three, joined by one event."""
    people = [person(f"ก{number}", "central", "อธิบดี") for number in range(1, 7)]
    first, second = [f"ก{number}" for number in (1, 2, 3)], [f"ก{number}" for number in (4, 5, 6)]
    met = [
        event(f"งาน {i} {crowd[0]}", date(2024, 1, i), None, *crowd) for crowd in (first, second) for i in range(1, 6)
    ]
    network = join(people, [*met, event("พบกัน", date(2024, 2, 1), None, "ก1", "ก4")])
    return drawn_by(network, standing=measures(network))


@pytest.fixture(scope="session")
def samples(samples_graph: Graph) -> str:
    """The page of the sample articles."""
    return page(describe(samples_graph, project(samples_graph)))
