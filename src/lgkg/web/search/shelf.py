"""The index of the graph that is in the folder now."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import anyio
from anyio.to_thread import run_sync

from lgkg.graph import open_graph
from lgkg.store import undisturbed
from lgkg.store.manifest import build_of
from lgkg.web.search.index import Index
from lgkg.web.search.things import things


class Shelf:
    """Keeps the index of a graph's folder, and makes it anew when another graph has taken its place.

    It reads the folder itself, not through the pool, which may have the graph before open for another second: what was
    withdrawn must not be found any longer.

    Args:
        folder: the graph's folder.
        timeout: seconds after which a query is stopped.
    """

    def __init__(self, folder: Path, timeout: float) -> None:
        self._folder, self._timeout = folder, timeout
        self._build, self._kept = "", Index([])
        self._making: anyio.Lock | None = None

    async def index(self) -> Index:
        """The index. Whoever asks first waits until it is made: some seconds for thousands of articles.

        Raises:
            GraphError: the graph is gone or damaged.
            QueryError: reading it takes too long.
        """
        if not self._is_current():
            self._making = self._making or anyio.Lock()
            async with self._making:
                if not self._is_current():
                    self._build, self._kept = await run_sync(self._made)
        return self._kept

    def _is_current(self) -> bool:
        with undisturbed(self._folder), suppress(OSError):
            return self._build == build_of(self._folder)
        return False

    def _made(self) -> tuple[str, Index]:
        with open_graph(self._folder, timeout=self._timeout) as graph:
            return graph.build, Index(things(graph))
