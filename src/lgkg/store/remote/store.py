"""A triple store elsewhere: what every kind of it can do, in the words of SPARQL 1.1.

Reading is the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), writing the Graph Store HTTP Protocol
(https://www.w3.org/TR/sparql11-http-rdf-update/): PUT replaces a graph, POST adds to it, DELETE drops it. What a kind
does otherwise stands in its own file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlencode

from lgkg.errors import QueryError, RemoteError
from lgkg.store.remote.http import Connection, checked, is_full, said
from lgkg.store.remote.statements import Statements, inserting

if TYPE_CHECKING:
    import urllib3

NTRIPLES, NQUADS = "application/n-triples", "application/n-quads"
_FORM, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-update"
CUT = "X-SPARQL-MaxRows"
"""The header in which Virtuoso tells that it has left out rows."""
_PASSING_OF_QUERIES = frozenset({408, 429, 502, 503, 504})
"""Without 500, with which some stores answer queries that are wrong."""


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses of a store: where it is asked, where graphs are written, where updates go; empty if nowhere."""

    query: str
    graphs: str = ""
    update: str = ""


class RemoteStore:
    """A triple store.

    Args:
        places: its addresses.
        connection: the connections to it.

    Attributes:
        name: the kind, as `--kind` names it.
        most_bytes: how much is sent in one request.
        most_lines: how many statements of one graph are sent in one request.
        batch_lines: how many statements of several graphs are sent in one request; 0 if it takes one graph at a time.
        own_loader: how its own loader takes a graph's file, for those who have very much to load.
        afterwards: what to do after graphs were replaced; empty if nothing.
    """

    name: ClassVar[str] = "sparql"
    most_bytes: ClassVar[int] = 4 << 20
    most_lines: ClassVar[int] = 1 << 30
    batch_lines: int = 0
    own_loader: ClassVar[str] = ""
    afterwards: ClassVar[str] = ""

    def __init__(self, places: Places, connection: Connection) -> None:
        self.places, self.connection = places, connection

    @classmethod
    def at(cls, url: str) -> Places:
        """The addresses of a store of this kind, given the one that people know."""
        return Places(url, url, url)

    def greet(self) -> None:
        """Finds out before anything is sent whether we may write."""

    def begin(self, *, afresh: bool) -> None:
        """Makes ready for what is written.

        Args:
            afresh: whether graphs are only added, all of which are new.
        """

    def finish(self) -> None:
        """Makes what was written last, where the store does not of itself. Raises as `add` does."""

    def ask(self, sparql: str, accept: str) -> urllib3.BaseHTTPResponse:
        """Runs a query that sees all graphs together where it names none.

        Args:
            sparql: a query with all its prefixes.
            accept: the content type to answer in.

        Returns:
            The answer, whose body is still to be read.

        Raises:
            QueryError: the store says that the query is wrong, or needs too long.
            RemoteError: the store cannot be reached, or refuses us.
        """
        body = urlencode({"query": self.over_all_graphs(sparql), **self.asked_with()}).encode()
        answer = self.connection.send(
            "POST",
            self.places.query,
            body,
            kind=_FORM,
            accept=accept,
            stream=True,
            passing=_PASSING_OF_QUERIES,
            patient=False,
        )
        if answer.status in (400, 500) and not is_full(answer):
            raise QueryError(
                f"the store says that the query cannot be run ({said(answer)})",
                where=self.places.query,
                remedy="Correct it, or ask for less",
            )
        return checked(answer, self.places.query, "asking the store")

    def asked_with(self) -> dict[str, str]:
        """Parameters of a query of which the default graph is to be the union of all graphs."""
        return {}

    def over_all_graphs(self, sparql: str) -> str:
        """The query as it has to be put so that it sees all graphs together."""
        return sparql

    def counts(self, prefix: str) -> tuple[dict[str, int], bool]:
        """How many triples each graph has whose IRI begins with `prefix`, and whether these are all such graphs.

        Raises as `ask` does.
        """
        return self._counted(f'FILTER (STRSTARTS(STR(?g), "{prefix}"))')

    def counts_of(self, graphs: Iterable[str]) -> tuple[dict[str, int], bool]:
        """The same of these graphs; those that are not there are left out. Raises as `ask` does."""
        return self._counted(f"VALUES ?g {{ {' '.join(f'<{graph}>' for graph in graphs)} }}")

    def add(self, parts: Sequence[Statements]) -> None:
        """Adds statements to graphs, several only where `batch_lines` lets them.

        Raises:
            RemoteError: the store cannot be reached, or does not take them.
        """
        for part in parts:
            self._write("POST", part)

    def replace(self, part: Statements) -> None:
        """Puts statements in the place of a graph. Raises as `add` does."""
        self._write("PUT", part)

    def drop(self, graph: str) -> None:
        """Takes a graph out, also one that is not there. Raises as `add` does."""
        answer = self.connection.send("DELETE", self.places.graphs, query=self.naming(graph))
        if answer.status not in (404, 410):
            checked(answer, self.places.graphs, f"dropping the graph {graph}")

    def naming(self, graph: str) -> dict[str, str]:
        """The parameter that names a graph in the address."""
        return {"graph": graph}

    def _write(self, method: str, part: Statements) -> None:
        answer = self.connection.send(
            method, self.places.graphs, part.triples, kind=NTRIPLES, query=self.naming(part.graph)
        )
        checked(answer, self.places.graphs, f"writing the graph {part.graph}")

    def _update(self, update: bytes, doing: str) -> None:
        checked(self.connection.send("POST", self.places.update, update, kind=_UPDATE), self.places.update, doing)

    def _insert(self, parts: Sequence[Statements]) -> None:
        self._update(inserting(parts), f"writing the graph {parts[0].graph}")

    def _counted(self, which: str) -> tuple[dict[str, int], bool]:
        # One pattern beside the filter: stores answer this from an index, or at least in one pass.
        answer = self.ask(f"SELECT ?g (COUNT(*) AS ?n) {{ {which} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g", "text/csv")
        rows = list(csv.reader(answer.data.decode().splitlines()))
        if not rows or rows[0] != ["g", "n"]:
            raise RemoteError(
                "the store does not answer a SPARQL query in CSV", where=self.places.query, remedy="Check the address"
            )
        # rdflib answers a row of nothing where there are no graphs at all.
        counts = {graph: int(count) for graph, count in rows[1:] if count.strip("0")}
        return counts, CUT not in answer.headers
