"""What answers about the network of the graph that is served now are made from."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    """The whole network of a graph, as long as the graph stays the same.

    Attributes:
        walks: walks over its whole network.
        begun: beginnings that were looked up.
    """

    walks: Walks
    begun: dict[tuple[str, str], Beginning] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: Graph) -> Ready:
        """What answers about a graph are made from; takes seconds of a large one."""
        return cls(Walks(Whole.of(graph), graph.manifest.base, max(renderers().values())))

    async def beginning(self, pool: Pool, way: str, wanted: str) -> Beginning:
        """Whom a walk begins with; see `beginning`.

        Raises:
            BusyError: nobody can ask the graph now.
            QueryError: nobody is called so, or several are.
        """
        if (way, wanted) not in self.begun:
            found = await pool.run(lambda graph: beginning(graph, self.walks.whole, way, wanted))
            if len(self.begun) >= _REMEMBERED:
                self.begun.clear()
            self.begun[way, wanted] = found
        return self.begun[way, wanted]
