"""RDF4J and GraphDB (https://rdf4j.org/documentation/reference/rest-api/): a repository at `…/repositories/NAME`.

`/statements` takes quads, and names a graph as a `context` in angle brackets: a PUT or DELETE without one would replace
the whole repository. The default graph of queries is the union of all graphs.
"""

from __future__ import annotations

from collections.abc import Sequence

from lgkg.store.remote.http import checked
from lgkg.store.remote.statements import Statements
from lgkg.store.remote.store import NQUADS, Places, RemoteStore


class Rdf4j(RemoteStore):
    """A repository of an RDF4J or GraphDB server."""

    name = "rdf4j"
    batch_lines = 1 << 30
    own_loader = "GraphDB, with the server stopped: importrdf load --force --config-file REPOSITORY.ttl {file}"

    @classmethod
    def at(cls, url: str) -> Places:
        """Its addresses."""
        return Places(url, f"{url}/statements", f"{url}/statements")

    def naming(self, graph: str) -> dict[str, str]:
        """A graph as a context."""
        return {"context": f"<{graph}>"}

    def add(self, parts: Sequence[Statements]) -> None:
        """Adds quads."""
        quads = b"".join(part.quads() for part in parts)
        url = self.places.graphs
        checked(self.connection.send("POST", url, quads, kind=NQUADS), url, f"writing {len(parts):,} graphs")
