"""Times the network page's answers over walks through a graph and prints one table.

    python benchmarks/walk.py GRAPH [--walks N]

Each walk begins with somebody drawn by lot and expands eight people who are shown, also drawn by lot; an answer is made
as the server makes it, JSON and all, without the way over the wire. Milliseconds of the processor and by the clock.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, TypeAlias

from lgkg.web.walk.kept import Ready

from lgkg.graph import Graph, open_graph
from lgkg.web.walk.beginning import NEAR, Beginning, beginning
from lgkg.web.walk.shown import happened, known, shown
from lgkg.web.walk.steps import Step
from lgkg.web.walk.walking import Walks

SEED = 7
OPENINGS = 8
Timing: TypeAlias = tuple[float, float]
"""Milliseconds of the processor and by the clock."""


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph")
    parser.add_argument("--walks", type=int, default=60)
    arguments = parser.parse_args()
    with open_graph(arguments.graph) as graph:
        print("| answer | n | CPU median | CPU 95 % | clock median | clock 95 % |")
        print("|---|---:|---:|---:|---:|---:|")
        for name, timings in _measured(graph, arguments.walks):
            row = [f"{_at(times, share):,.0f}" for times in zip(*timings, strict=True) for share in (0.5, 0.95)]
            print(f"| {name} | {len(timings):,} | {' | '.join(row)} |")


def _measured(graph: Graph, count: int) -> Iterator[tuple[str, list[Timing]]]:
    ready, making = _timed(lambda: Ready.of(graph))
    yield "the whole network, once", [making]
    walks, lot = ready.walks, Random(SEED)
    begun = [_person(graph, walks, lot) for _ in range(count)]
    yield "a person and the nearest", [_timed(lambda one=one: _json(shown(walks, one, ())))[1] for one in begun]
    yield "expanding", [timing for one in begun for timing in _expanded(walks, one, lot)]
    people = [one.people[0] for one in begun]
    yield "what is known of a person", [_timed(lambda one=one: _json(known(graph, walks, one)))[1] for one in people]
    events = [event.iri.removeprefix(walks.base) for event in lot.sample(walks.whole.network.events, count)]
    yield "what is known of an event", [_timed(lambda id=id: _json(happened(graph, walks, [id])))[1] for id in events]
    pairs = [(lot.choice(people), lot.choice(people)) for _ in range(count)]
    yield "the way between two", [_timed(lambda pair=pair: walks.whole.way(*pair))[1] for pair in pairs]


def _person(graph: Graph, walks: Walks, lot: Random) -> Beginning:
    return beginning(graph, walks.whole, "person", walks.id(lot.choice(walks.whole.network.nodes).iri))


def _expanded(walks: Walks, begun: Beginning, lot: Random) -> Iterator[Timing]:
    steps: tuple[Step, ...] = ()
    for _ in range(OPENINGS):
        person = lot.choice(shown(walks, begun, steps)["people"])
        steps += (("open", person["id"], str(person["opened"] + NEAR)),)
        yield _timed(lambda steps=steps: _json(shown(walks, begun, steps)))[1]


def _json(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def _timed(work: Callable[[], Any]) -> tuple[Any, Timing]:
    processor, clock = time.process_time(), time.perf_counter()
    made = work()
    return made, (1_000 * (time.process_time() - processor), 1_000 * (time.perf_counter() - clock))


def _at(times: tuple[float, ...], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


if __name__ == "__main__":
    main()
