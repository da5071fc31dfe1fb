"""Virtuoso (https://docs.openlinksw.com/virtuoso/): `/sparql` to ask, and with digest authentication
`/sparql-graph-crud-auth` and `/sparql-auth` to write.

Its graph store takes one graph at a time and no quads, and needs about 20 ms for each. Its own loader reads quads by
the procedure `TTLP`, which a query may call too where the user is an administrator: new graphs go to it as quads, at
the rate of its loader. From others they go to the graph store. Updates are no way: with the settings that Debian ships
(`MaxQueryCostEstimationTime`) it takes some 1,000 lines, and fails for times of the day. Its default graph is the union
of all graphs.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lgkg.store.remote.http import Connection, checked
from lgkg.store.remote.statements import Statements
from lgkg.store.remote.store import Places, RemoteStore

if TYPE_CHECKING:
    import urllib3

_TAKING = 'SELECT (sql:TTLP(bif:connection_get("SPARQL_quads"), "urn:lgkg:none", "urn:lgkg:none", 512) AS ?taken) {}'
"""A query that loads the field `quads` of its own form. 512 is `TTLP`'s flag for N-Quads
(https://docs.openlinksw.com/virtuoso/fn_ttlp/); what names a graph goes there, and all of ours does."""


class Virtuoso(RemoteStore):
    """A Virtuoso server."""

    name = "virtuoso"
    own_loader = (
        "Copy {file} into a folder that DirsAllowed names, then in isql: "
        "ld_dir('FOLDER', 'graph.nq.gz', 'urn:none'); rdf_loader_run(); checkpoint;"
    )

    def __init__(self, places: Places, connection: Connection) -> None:
        super().__init__(places, connection)
        self._turn = threading.Lock()

    @classmethod
    def at(cls, url: str) -> Places:
        """Its addresses."""
        return Places(f"{url}/sparql", f"{url}/sparql-graph-crud-auth", f"{url}/sparql-auth")

    def greet(self) -> None:
        """Takes the challenge with a small request: a large one would be sent twice. Then asks if quads are taken."""
        answer = self.connection.send("GET", self.places.update, query={"query": "ASK {}"})
        checked(answer, self.places.update, "logging in")
        if self._load(b"\n").status == 200:
            self.batch_lines = 1 << 30

    def add(self, parts: Sequence[Statements]) -> None:
        """Adds quads where it lets us, else by its graph store."""
        if not self.batch_lines:
            super().add(parts)
            return
        quads = b"".join(part.quads() for part in parts)
        checked(self._load(quads), self.places.update, f"writing {len(parts):,} graphs")

    def _load(self, quads: bytes) -> urllib3.BaseHTTPResponse:
        """Loads quads, one request at a time: it uses several threads for each, and two would lock each other out."""
        from urllib3.filepost import encode_multipart_formdata

        body, kind = encode_multipart_formdata({"query": _TAKING, "quads": quads})
        with self._turn:
            return self.connection.send("POST", self.places.update, body, kind=kind)
