"""Any other store of SPARQL 1.1: through its Graph Store Protocol where its address is known, else by updates.

What a query without `GRAPH` sees there is the store's own choice; the proof of a load tells if it is not the union of
all graphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from lgkg.store.remote.statements import Statements, inserting
from lgkg.store.remote.store import RemoteStore


class GraphStore(RemoteStore):
    """A store with a graph store."""


class UpdateStore(RemoteStore):
    """A store that takes updates alone. A graph is replaced in one request, and what is too long for it added after."""

    most_bytes: ClassVar[int] = 1 << 20
    most_lines: ClassVar[int] = 5_000
    batch_lines = 5_000

    def add(self, parts: Sequence[Statements]) -> None:
        """Adds by an update."""
        self._insert(parts)

    def replace(self, part: Statements) -> None:
        """Drops and adds in one update."""
        update = b"DROP SILENT GRAPH <%s> ;\n" % part.graph.encode() + inserting([part])
        self._update(update, f"replacing the graph {part.graph}")

    def drop(self, graph: str) -> None:
        """Drops by an update."""
        self._update(f"DROP SILENT GRAPH <{graph}>".encode(), f"dropping the graph {graph}")
