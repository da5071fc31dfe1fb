"""A graph opened several times, so that several can ask it at once, each in a process that can be stopped.

async def people(pool: Pool) -> int:
    return await pool.run(lambda graph: len(graph.query("SELECT ?p { ?p a lgkg:Person }")))
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import anyio
from anyio.to_thread import run_sync

from lgkg.errors import BusyError
from lgkg.graph import Graph, open_graph
from lgkg.web.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

T = TypeVar("T")


class Pool:
    """Graphs to ask, lent to one asker at a time.

    Args:
        folder: the graph's folder.
        settings: how many, and how long somebody may ask or wait.

    Raises:
        GraphError: the folder is missing, is not a graph, or is damaged.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._settings = settings
        self._idle = [open_graph(folder, timeout=settings.timeout) for _ in range(settings.workers)]
        self._free = anyio.Semaphore(settings.workers)
        self._threads = anyio.CapacityLimiter(settings.workers)
        self._waiting = 0
        self.manifest = self._idle[0].manifest

    async def run(self, work: Callable[[Graph], T]) -> T:
        """What `work` gives of a graph that nobody else asks meanwhile; it runs in a thread.

        Raises:
            BusyError: too many wait, or none became free in time.
            QueryError: a query is wrong, takes too long, or too much memory.
            GraphError: the graph is gone or damaged.
        """
        async with self._lent() as graph:
            return await run_sync(work, graph, limiter=self._threads)

    def close(self) -> None:
        """Ends all processes."""
        for graph in self._idle:
            graph.close()

    @asynccontextmanager
    async def _lent(self) -> AsyncIterator[Graph]:
        await self._turn()
        graph = self._idle.pop()
        try:
            yield graph
        finally:
            self._idle.append(graph)
            self._free.release()

    async def _turn(self) -> None:
        if self._waiting >= self._settings.waiting:
            raise _busy("many others wait already")
        self._waiting += 1
        try:
            with anyio.fail_after(self._settings.patience):
                await self._free.acquire()
        except TimeoutError:
            raise _busy(f"others kept it busy for {self._settings.patience:g} seconds") from None
        finally:
            self._waiting -= 1


def _busy(why: str) -> BusyError:
    return BusyError(f"the graph cannot be asked now: {why}", remedy="Come back in a moment")
