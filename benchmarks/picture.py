"""Times pictures in Chromium with the network cut, beside pyvis's own page of the same graph, and prints one table.

    python benchmarks/picture.py GRAPH [--people N ...] [--pyvis-most N]

For each number of people: the seconds that drawing takes in Python and the size of the page; then in the browser when
it is first painted, when it is drawn and answers, the frames a second while it is dragged, and how long a click on a
person takes to show. Beyond the people that the graph has, the network is copied as often as it takes.

pyvis's page needs two files from elsewhere, without which it draws all the same, and lays itself out in the browser: it
counts as drawn when that has ended, or is given up after a minute.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from lgkg.graph import open_graph
from lgkg.network import Network, describe, measures, project
from lgkg.network.model import join
from lgkg.network.picture import page

FLAGS = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking"]
PATIENCE = 60_000
"""Milliseconds before a page that is not drawn is given up."""
COLUMNS = ("page", "people", "lines", "Python s", "MB", "first paint s", "drawn s", "frames/s", "click ms")

_FRAMES = """() => {
    window.frames_seen = [];
    const note = time => { frames_seen.push(time); requestAnimationFrame(note); };
    requestAnimationFrame(note);
}"""
_SHOWN = """() => new Promise(done => {
    const start = performance.now();
    const rows = document.querySelectorAll("#card .row");
    rows[rows.length - 1].click();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""
_SETTLED = "() => window.network && !network.physics.physicsEnabled || window.settled"
_WATCH = "() => { if (window.network) network.once('stabilizationIterationsDone', () => { window.settled = true; }); }"


def main() -> None:
    """Draws, opens, drags and clicks, and prints a row for each page."""
    arguments = _arguments()
    with open_graph(arguments.graph) as graph:
        whole = project(graph)
        described = describe(graph, whole)
    print("\t".join(COLUMNS))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for people in arguments.people:
            network = _of_size(described, people)
            for name, draw in DRAWN_BY.items():
                if name == "lgkg" or people <= arguments.pyvis_most:
                    path = Path(folder) / f"{name}-{people}.html"
                    start = time.perf_counter()
                    path.write_text(draw(network), "utf-8")
                    seconds = time.perf_counter() - start
                    size = path.stat().st_size / 1e6
                    figures = _opened(browser, path, name)
                    row = (name, people, len(network.edges), f"{seconds:.1f}", f"{size:.2f}", *figures)
                    print("\t".join(map(str, row)), flush=True)


def _of_size(network: Network, people: int) -> Network:
    """The first people of the network, or of as many copies of it as it takes."""
    if people <= len(network.nodes):
        return network.top(people)
    copies = [_renamed(network, f"#{i}") for i in range(-(-people // len(network.nodes)))]
    nodes = [node for one in copies for node in one.nodes]
    return join(nodes, [event for one in copies for event in one.events]).top(people)


def _renamed(network: Network, mark: str) -> Network:
    nodes = tuple(replace(node, iri=node.iri + mark, name=f"{node.name} {mark}") for node in network.nodes)
    events = tuple(
        replace(
            event,
            iri=event.iri + mark,
            appearances=tuple(replace(one, person=one.person + mark) for one in event.appearances),
        )
        for event in network.events
    )
    return replace(network, nodes=nodes, events=events, edges=())


def _ours(network: Network) -> str:
    return page(network, "th", measures(network))


def _pyvis(network: Network) -> str:
    """As pyvis's introduction has it: the graph of networkx handed over, everything within the page."""
    import networkx
    from pyvis.network import Network as Drawing

    graph = networkx.Graph()
    graph.add_nodes_from((node.iri, {"label": node.name, "title": node.name}) for node in network.nodes)
    graph.add_edges_from((edge.a, edge.b, {"value": edge.weight}) for edge in network.edges)
    drawing = Drawing(height="800px", cdn_resources="in_line")
    drawing.from_nx(graph)
    written: str = drawing.generate_html()
    return written


DRAWN_BY: dict[str, Callable[[Network], str]] = {"lgkg": _ours, "pyvis": _pyvis}
"""Who draws -> the page of a network."""


def _opened(browser: Browser, path: Path, name: str) -> Iterator[str]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_offline(True)
    found = context.new_page()
    start = time.perf_counter()
    found.goto(path.as_uri(), wait_until="commit")
    drawn = _wait_until_drawn(found, name)
    seconds = time.perf_counter() - start
    paint = found.evaluate("() => (performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime / 1000")
    figures = (f"{paint:.2f}" if paint else "-", f"{seconds:.1f}" if drawn else f"over {seconds:.0f}", _dragged(found))
    click = f"{found.evaluate(_SHOWN):.0f}" if name == "lgkg" else "-"
    context.close()
    return iter((*figures, click))


def _wait_until_drawn(found: Page, name: str) -> bool:
    from playwright.sync_api import TimeoutError as TooLong

    try:
        if name == "lgkg":
            found.wait_for_selector("[data-ready]", state="attached", timeout=PATIENCE)
        else:
            found.wait_for_load_state("load", timeout=PATIENCE)
            found.evaluate(_WATCH)
            found.wait_for_function(_SETTLED, timeout=PATIENCE)
    except TooLong:
        return False
    return True


def _dragged(found: Page) -> str:
    """Frames a second while the picture is dragged about for three seconds."""
    found.evaluate(_FRAMES)
    found.mouse.move(560, 90)
    found.mouse.down()
    end, steps = time.perf_counter() + 3, 0
    while time.perf_counter() < end:
        steps += 1
        found.mouse.move(560 + steps * 7 % 300, 90 + steps * 5 % 400)
    found.mouse.up()
    frames: list[float] = found.evaluate("() => frames_seen")
    return f"{(len(frames) - 1) / (frames[-1] - frames[0]) * 1000:.0f}" if len(frames) > 1 else "0"


def _arguments() -> Any:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("graph", help="the folder of a graph")
    parser.add_argument("--people", type=int, nargs="+", default=[100, 300, 1_000, 4_000, 10_000], metavar="N")
    parser.add_argument("--pyvis-most", type=int, default=1_000, metavar="N", help="people up to whom pyvis is tried")
    return parser.parse_args()


if __name__ == "__main__":
    main()
