from __future__ import annotations

from typing import Any, cast

import pytest
from anyio.from_thread import start_blocking_portal

from lgkg.graph import Graph
from lgkg.web.pool import Pool
from lgkg.web.walk import ready as room
from lgkg.web.walk.ready import Ready


class OneGraph:
    """A pool of one graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph, self.asked = graph, 0

    async def run(self, work: Any) -> Any:
        self.asked += 1
        return work(self.graph)


def test_a_beginning_is_looked_up_once(samples_graph: Graph) -> None:
    pool, ready = OneGraph(samples_graph), Ready.of(samples_graph)
    with start_blocking_portal() as elsewhere:
        first, again = (elsewhere.call(ready.beginning, cast(Pool, pool), "most", "") for _ in range(2))
    assert first is again
    assert pool.asked == 1


def test_no_more_beginnings_are_remembered_than_there_is_room_for(
    samples_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_REMEMBERED", 1)
    pool, ready = OneGraph(samples_graph), Ready.of(samples_graph)
    name = next(person.name for person in ready.walks.whole.node.values())
    with start_blocking_portal() as elsewhere:
        for way, wanted in (("most", ""), ("person", name)):
            elsewhere.call(ready.beginning, cast(Pool, pool), way, wanted)
    assert [*ready.begun] == [("person", name)]
