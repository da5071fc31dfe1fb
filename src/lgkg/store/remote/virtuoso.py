"""Virtuoso (https://docs.openlinksw.com/virtuoso/): `/sparql` to ask, and with digest authentication
`/sparql-graph-crud-auth` and `/sparql-auth` to write.

Its graph store takes one graph at a time and no quads, and needs about 20 ms for each; updates take several, up to
about 10,000 lines. 600 new graphs of 280 triples came in at 11,000 triples a second one by one, at 24,000 in updates of
2,500 lines, and as one graph at 48,000. So small new graphs travel together in updates, and parts of large ones alone.
Its default graph is the union of all graphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from lgkg.store.remote.http import checked
from lgkg.store.remote.statements import Statements
from lgkg.store.remote.store import Places, RemoteStore


class Virtuoso(RemoteStore):
    """A Virtuoso server."""

    name = "virtuoso"
    batch_lines: ClassVar[int] = 2_500
    own_loader = (
        "Copy {file} into a folder that DirsAllowed names, then in isql: "
        "ld_dir('FOLDER', 'graph.nq.gz', 'urn:none'); rdf_loader_run(); checkpoint;"
    )

    @classmethod
    def at(cls, url: str) -> Places:
        """Its addresses."""
        return Places(f"{url}/sparql", f"{url}/sparql-graph-crud-auth", f"{url}/sparql-auth")

    def greet(self) -> None:
        """Takes the challenge with a small request: a large one would be sent twice."""
        answer = self.connection.send("GET", self.places.update, query={"query": "ASK {}"})
        checked(answer, self.places.update, "logging in")

    def add(self, parts: Sequence[Statements]) -> None:
        """Adds by an update, or what is too long for one by its graph store."""
        if sum(part.count for part in parts) <= self.batch_lines:
            self._insert(parts)
        else:
            super().add(parts)
