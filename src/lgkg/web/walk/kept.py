"""The whole network of the graph that is served now, made when it is first wanted, and anew for another graph."""

from __future__ import annotations

from dataclasses import dataclass, field

import anyio

from lgkg.graph import Graph
from lgkg.web.pool import Pool
from lgkg.web.walk.beginning import Beginning, beginning
from lgkg.web.walk.files import renderers
from lgkg.web.walk.walking import Walks
from lgkg.web.walk.whole import Whole

_REMEMBERED = 1_000
"""Beginnings that are remembered: those by a name have to be looked up."""


@dataclass(slots=True)
class Ready:
    """What answers are made from, as long as the graph stays the same.

    Attributes:
        build: the mark of the graph that it is of.
        walks: walks over its whole network.
        begun: beginnings that were looked up.
    """

    build: str
    walks: Walks
    begun: dict[tuple[str, str], Beginning] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: Graph) -> Ready:
        """What answers about a graph are made from; takes seconds of a large one."""
        return cls(graph.build, Walks(Whole.of(graph), graph.manifest.base, max(renderers().values())))


class Kept:
    """The network as long as the graph stays the same.

    Args:
        pool: the graph.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool, self._lock = pool, anyio.Lock()
        self._ready: Ready | None = None

    async def ready(self) -> Ready:
        """What answers are made from; who asks while it is being made waits.

        Raises:
            BusyError: nobody can ask the graph now.
            QueryError: it takes too long, or too much memory.
        """
        async with self._lock:
            if self._ready is None or self._ready.build != self._pool.current():
                self._ready = await self._pool.run(Ready.of)
            return self._ready

    async def beginning(self, way: str, wanted: str) -> Beginning:
        """Whom a walk begins with; see `beginning`.

        Raises:
            BusyError: nobody can ask the graph now.
            QueryError: nobody is called so, or several are.
        """
        ready = await self.ready()
        if (way, wanted) not in ready.begun:
            whole = ready.walks.whole
            found = await self._pool.run(lambda graph: beginning(graph, whole, way, wanted))
            if len(ready.begun) >= _REMEMBERED:
                ready.begun.clear()
            ready.begun[way, wanted] = found
        return ready.begun[way, wanted]
