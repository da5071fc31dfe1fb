"""Apache Jena Fuseki (https://jena.apache.org/documentation/fuseki2/): `/ds/query`, `/ds/data`, `/ds/update`.

Its graph store takes quads where no graph is named. What its default graph sees depends on how the dataset is set up,
but every dataset knows the union of its graphs as the graph `urn:x-arq:UnionGraph`. TDB2 keeps what was replaced until
it is compacted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from lgkg.errors import QueryError
from lgkg.store.remote.http import checked
from lgkg.store.remote.statements import Statements
from lgkg.store.remote.store import NQUADS, Places, RemoteStore
from lgkg.store.sparql import first_word, tokens_of

_UNION = "urn:x-arq:UnionGraph"


class Fuseki(RemoteStore):
    """A dataset of a Fuseki server."""

    name = "fuseki"
    batch_lines = 1 << 30
    own_loader = "With the server stopped: tdb2.tdbloader --loc DATABASE {file}"
    afterwards = "TDB2 keeps what was replaced: compact it with POST /$/compact/DATASET?deleteOld=true now and then"

    @classmethod
    def at(cls, url: str) -> Places:
        """Its addresses."""
        return Places(f"{url}/query", f"{url}/data", f"{url}/update")

    def over_all_graphs(self, sparql: str) -> str:
        """Asks the union graph by name; what the query itself asks of named graphs stays as it is."""
        return within(sparql, _UNION)

    def add(self, parts: Sequence[Statements]) -> None:
        """Adds quads."""
        quads = b"".join(part.quads() for part in parts)
        url = self.places.graphs
        checked(self.connection.send("POST", url, quads, kind=NQUADS), url, f"writing {len(parts):,} graphs")


def within(sparql: str, graph: str) -> str:
    """The query with its pattern inside `GRAPH <graph> { … }`; one that has no pattern stays as it is.

    Raises:
        QueryError: it is a `CONSTRUCT WHERE`, whose pattern cannot be inside anything.
    """
    tokens = tokens_of(sparql)
    word = first_word(tokens)
    template = word is not None and word[0].upper() == "CONSTRUCT"
    if template and any(before == word and after[0].upper() == "WHERE" for before, after in pairwise(tokens)):
        raise QueryError("CONSTRUCT WHERE is too short for this store", remedy="Write CONSTRUCT { … } WHERE { … }")
    for start, end in islice(_groups(tokens), 1 if template else 0, None):
        return f"{sparql[:start]} GRAPH <{graph}> {{{sparql[start:end]}\n}} {sparql[end:]}"
    return sparql


def _groups(tokens: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Where the outermost groups begin and end, without their braces."""
    depth, start = 0, 0
    for token in tokens:
        if token.lastgroup == "open":
            depth += 1
            start = token.end() if depth == 1 else start
        elif token.lastgroup == "close":
            depth -= 1
            if depth == 0:
                yield start, token.start()
