"""A graph opened several times, so that several can ask it at once, each in a process that can be stopped.

async def people(pool: Pool) -> int:
    return await pool.run(lambda graph: len(graph.query("SELECT ?p { ?p a lgkg:Person }")))

A graph that replaces the one in the folder (`lgkg update`) is noticed within a second: whoever asks next asks it, and
whoever is asking the old one gets its answer.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TypeVar

import anyio

from lgkg.errors import BusyError, GraphError, StoppedError
from lgkg.graph import Graph, open_graph
from lgkg.store import Reply, Wanted
from lgkg.store.manifest import build_of
from lgkg.web.going import going
from lgkg.web.settings import Settings

T = TypeVar("T")

LOOK = 1.0
"""Seconds after which it is looked again whether the graph was replaced."""


class Pool:
    """Graphs to ask, lent to one asker at a time.

    Args:
        folder: the graph's folder.
        settings: how many, and how long somebody may ask or wait.

    Attributes:
        manifest: what is known of the graph.
        build: the mark of the graph; another graph in the folder has another.
        busy: how many are being asked.
        waiting: how many requests wait for one.
        stopped: how many queries were stopped so far.
        cut: how many answers were cut so far.

    Raises:
        GraphError: the folder is missing, is not a graph, or is damaged.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder, self._settings = folder, settings
        self._idle = [self._opened() for _ in range(settings.workers)]
        self._free = anyio.Semaphore(settings.workers)
        self._threads = ThreadPoolExecutor(settings.workers, "graph")
        self._looked = time.monotonic()
        self.manifest, self.build = self._idle[0].manifest, self._idle[0].build
        self.busy = self.waiting = self.stopped = self.cut = 0

    async def run(self, work: Callable[[Graph], T]) -> T:
        """What `work` gives of a graph that nobody else asks meanwhile; it runs in a thread.

        If the caller is cancelled, the query that runs is stopped.

        Raises:
            BusyError: too many wait, or none became free in time.
            QueryError: a query is wrong, takes too long, or too much memory.
            GraphError: the graph is gone or damaged.
        """
        async with self._lent() as graph:
            asked = asyncio.get_running_loop().run_in_executor(self._threads, work, graph)
            try:
                return await asyncio.shield(asked)
            except StoppedError:
                self.stopped += 1
                raise
            except asyncio.CancelledError:
                await self._stop(graph, asked)
                raise

    async def reply(self, sparql: str, wanted: Wanted) -> Reply | None:
        """The answer of a query as bytes, without a thread; None if it is of a kind that is not wanted.

        Raises:
            As `run` does.
        """
        async with self._lent() as graph:
            try:
                return await going(graph.replying(sparql, wanted))
            except (StoppedError, asyncio.CancelledError):
                self.stopped += 1
                raise

    def current(self) -> str:
        """The mark of the graph that is in the folder now; it is looked there once a second."""
        now = time.monotonic()
        if now > self._looked + LOOK:
            self._looked = now
            with suppress(OSError):  # it is being replaced
                self.build = build_of(self._folder)
        return self.build

    def close(self) -> None:
        """Ends all processes."""
        for graph in self._idle:
            graph.close()
        self._threads.shutdown(wait=False)

    async def _stop(self, graph: Graph, asked: asyncio.Future[T]) -> None:
        self.stopped += 1
        graph.stop()
        with anyio.CancelScope(shield=True), suppress(Exception):
            await asked

    @asynccontextmanager
    async def _lent(self) -> AsyncIterator[Graph]:
        await self._turn()
        graph = self._idle.pop()
        self.busy += 1
        try:
            if graph.build != self.current() or graph.stopped:
                graph = await self._anew(graph)
            yield graph
        finally:
            self.busy -= 1
            self._idle.append(graph)
            self._free.release()

    async def _turn(self) -> None:
        with suppress(anyio.WouldBlock):
            self._free.acquire_nowait()
            return
        if self.waiting >= self._settings.waiting:
            raise _busy("many others wait already")
        self.waiting += 1
        try:
            with anyio.fail_after(self._settings.patience):
                await self._free.acquire()
        except TimeoutError:
            raise _busy(f"others kept it busy for {self._settings.patience:g} seconds") from None
        finally:
            self.waiting -= 1

    async def _anew(self, graph: Graph) -> Graph:
        """The graph that is in the folder now; the old one if nothing can be opened there."""
        try:
            opened = await asyncio.get_running_loop().run_in_executor(self._threads, self._opened)
        except GraphError:
            if graph.stopped:
                raise
            return graph
        graph.close()
        self.manifest = opened.manifest
        return opened

    def _opened(self) -> Graph:
        graph = open_graph(self._folder, timeout=self._settings.timeout)
        graph.start()
        return graph


def _busy(why: str) -> BusyError:
    return BusyError(f"the graph cannot be asked now: {why}", remedy="Come back in a moment")
