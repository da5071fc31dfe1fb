"""Times the pages of random things of a graph and prints one table: milliseconds by the clock and of all processors.

    python benchmarks/pages.py GRAPH [--each N]

Each page is asked for over HTTP, one at a time, from a website in a process of its own. On a busy machine the clock
tells of the others; what the website and its workers spent on a page is their processor time (Linux).
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import httpx
from processes import spent

from lgkg.graph import Graph, open_graph
from lgkg.web import Settings, serve

SEED = 7
KINDS = ("Person", "Office", "Organization", "Place", "Policy", "Meeting", "Article")
BUSIEST = {
    "busiest person": "SELECT ?it { ?x lgkg:participant ?it } GROUP BY ?it ORDER BY DESC(COUNT(?x)) LIMIT 1",
    "busiest minister": """SELECT ?it { ?x org:member ?it ; lgkg:office ?office . ?office org:role ?kind
        FILTER (STRENDS(STR(?kind), "minister")) } GROUP BY ?it ORDER BY DESC(COUNT(?x)) LIMIT 1""",
    "busiest office": "SELECT ?it { ?x lgkg:office ?it } GROUP BY ?it ORDER BY DESC(COUNT(?x)) LIMIT 1",
    "busiest province": "SELECT ?it { ?x lgkg:province ?it } GROUP BY ?it ORDER BY DESC(COUNT(?x)) LIMIT 1",
}

Timing: TypeAlias = "tuple[float, float]"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--each", type=int, default=100, help="pages of each kind")
    arguments = parser.parse_args()
    address, sending = multiprocessing.Pipe(duplex=False)
    website = multiprocessing.Process(target=_serve, args=(arguments.graph, sending.send))
    website.start()
    try:
        with open_graph(arguments.graph) as graph, httpx.Client(base_url=address.recv(), timeout=60) as client:
            for row in _rows(graph, client, website.pid or 0, arguments.each):
                print(f"| {row[0]:<18} " + "".join(f"| {cell:>10} " for cell in row[1:]) + "|", flush=True)
    finally:
        website.terminate()


def _serve(folder: Path, started: Callable[[str], None]) -> None:
    serve(folder, Settings(port=0), started=started)


def _rows(graph: Graph, client: httpx.Client, pid: int, each: int) -> Iterator[tuple[str, ...]]:
    yield "milliseconds", "clock p50", "clock p95", "CPU p50", "CPU p95", "CPU most"
    yield "---", *["---:"] * 5
    chance, all_timings = random.Random(SEED), []
    for kind in KINDS:
        things = sorted(str(it) for (it,) in graph.query(f"SELECT DISTINCT ?it {{ ?it a lgkg:{kind} }}"))
        timings = [_timed(graph, client, pid, thing) for thing in chance.sample(things, min(each, len(things)))]
        all_timings += timings
        yield kind, *_cells(timings)
    yield "all", *_cells(all_timings)
    for name, sparql in BUSIEST.items():
        ((thing,),) = graph.query(sparql).rows
        yield name, *_cells([_timed(graph, client, pid, str(thing)) for _ in range(10)])


def _timed(graph: Graph, client: httpx.Client, pid: int, thing: str) -> Timing:
    path = httpx.URL(graph.manifest.base).path + thing.removeprefix(graph.manifest.base)
    before, began = spent(pid), time.perf_counter()
    client.get(path, headers={"Accept": "text/html"}, follow_redirects=True).raise_for_status()
    return 1_000 * (time.perf_counter() - began), 1_000 * (spent(pid) - before)


def _cells(timings: list[Timing]) -> Iterator[str]:
    clock, processor = (sorted(column) for column in zip(*timings, strict=True))
    for column, share in ((clock, 0.5), (clock, 0.95), (processor, 0.5), (processor, 0.95), (processor, 1)):
        yield f"{column[min(len(column) - 1, int(share * len(column)))]:,.0f}"


if __name__ == "__main__":
    main()
