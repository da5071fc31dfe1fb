from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import anyio
import pytest
from anyio.from_thread import start_blocking_portal

from lgkg.graph import Graph, open_graph
from lgkg.web.pool import Pool
from lgkg.web.walk.kept import Kept


class OneGraph:
    """A pool of one graph, which may be replaced."""

    def __init__(self, graph: Graph) -> None:
        self.graph, self.asked = graph, 0

    def current(self) -> str:
        return self.graph.build

    async def run(self, work: Callable[[Graph], Any]) -> Any:
        self.asked += 1
        await anyio.sleep(0.01)
        return work(self.graph)


@pytest.fixture
def other(graph_folder: Path) -> Iterator[Graph]:
    with open_graph(graph_folder) as graph:
        yield graph


def test_the_network_is_made_once_for_all_who_ask(samples_graph: Graph) -> None:
    pool = OneGraph(samples_graph)
    kept = Kept(cast(Pool, pool))

    async def ask() -> None:
        async with anyio.create_task_group() as asking:
            for _ in range(5):
                asking.start_soon(kept.ready)

    with start_blocking_portal() as elsewhere:
        elsewhere.call(ask)
    assert pool.asked == 1


def test_the_network_is_made_anew_when_the_graph_is_replaced(samples_graph: Graph, other: Graph) -> None:
    pool = OneGraph(samples_graph)
    kept = Kept(cast(Pool, pool))
    with start_blocking_portal() as elsewhere:
        before = elsewhere.call(kept.ready)
        begun = elsewhere.call(kept.beginning, "most", "")
        pool.graph = other
        after = elsewhere.call(kept.ready)
        assert after is not before
        assert after.walks.whole.node.keys() != before.walks.whole.node.keys()
        assert elsewhere.call(kept.beginning, "most", "") != begun
