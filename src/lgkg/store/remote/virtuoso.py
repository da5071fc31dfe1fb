"""Virtuoso (https://docs.openlinksw.com/virtuoso/): `/sparql` to ask, and with digest authentication
`/sparql-graph-crud-auth` and `/sparql-auth` to write.

Its graph store takes one graph at a time and no quads, and needs about 20 ms for each. Its own loader reads quads by
the procedure `TTLP`, which a query may call too where the user is an administrator: new graphs go to it as quads, at
the rate of its loader. From others they go to the graph store. Updates are no way: with the settings that Debian ships
(`MaxQueryCostEstimationTime`) it takes some 1,000 lines, and fails for times of the day. Its default graph is the union
of all graphs.

Where all graphs of a load are new, `TTLP` writes no log, as for its own loader: several requests then go at once, and a
checkpoint in the end makes them last. Killed before, Virtuoso has what it had at the checkpoint before, which the next
load finds by its counts. What is logged must not build on what is not, as the log would be replayed without the names
that it needs: so a load begins with a checkpoint, and one that replaces or drops graphs logs all it does.
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

_TAKING = 'sql:TTLP(bif:connection_get("SPARQL_quads"), "urn:lgkg:none", "urn:lgkg:none", 512)'
"""Loads the field `quads` of its own form. 512 is `TTLP`'s flag for N-Quads
(https://docs.openlinksw.com/virtuoso/fn_ttlp/); what names a graph goes there, and all of ours does."""
_TAKING_UNLOGGED = f"{_TAKING[:-1]}, 2)"
"""The same, each row committed by itself and nothing logged (https://docs.openlinksw.com/virtuoso/fn_log_enable/)."""
_CHECKPOINT = 'bif:exec("checkpoint")'


class Virtuoso(RemoteStore):
    """A Virtuoso server."""

    name = "virtuoso"
    most_bytes = 8 << 20  # a field of a form may hold 10 million bytes
    own_loader = (
        "Copy {file} into a folder that DirsAllowed names, then in isql: "
        "ld_dir('FOLDER', 'graph.nq.gz', 'urn:none'); rdf_loader_run(); checkpoint;"
    )

    def __init__(self, places: Places, connection: Connection) -> None:
        super().__init__(places, connection)
        self._turn = threading.Lock()
        self._unlogged = False

    @classmethod
    def at(cls, url: str) -> Places:
        """Its addresses."""
        return Places(f"{url}/sparql", f"{url}/sparql-graph-crud-auth", f"{url}/sparql-auth")

    def greet(self) -> None:
        """Takes the challenge with a small request: a large one would be sent twice. Then asks if quads are taken."""
        answer = self.connection.send("GET", self.places.update, query={"query": "ASK {}"})
        checked(answer, self.places.update, "logging in")
        if self._call(_TAKING, b"\n").status == 200:
            self.batch_lines = 1 << 30

    def begin(self, *, afresh: bool) -> None:
        """Leaves the log out where nothing that is logged can come to build on what is not."""
        if self.batch_lines:
            self._checkpoint()
            self._unlogged = afresh

    def add(self, parts: Sequence[Statements]) -> None:
        """Adds quads where it lets us, else by its graph store."""
        if not self.batch_lines:
            super().add(parts)
            return
        quads = b"".join(part.quads() for part in parts)
        if self._unlogged:
            answer = self._call(_TAKING_UNLOGGED, quads)
        else:
            with self._turn:  # what is logged is one transaction a request, and two would lock each other out
                answer = self._call(_TAKING, quads)
        checked(answer, self.places.update, f"writing {len(parts):,} graphs")

    def finish(self) -> None:
        """Makes what is not logged last."""
        if self._unlogged:
            self._checkpoint()

    def _checkpoint(self) -> None:
        checked(self._call(_CHECKPOINT), self.places.update, "making a checkpoint")

    def _call(self, procedure: str, quads: bytes = b"") -> urllib3.BaseHTTPResponse:
        from urllib3.filepost import encode_multipart_formdata

        body, kind = encode_multipart_formdata({"query": f"SELECT ({procedure} AS ?done) {{}}", "quads": quads})
        return self.connection.send("POST", self.places.update, body, kind=kind)
