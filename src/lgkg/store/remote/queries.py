"""Runs queries in a store elsewhere, as `lgkg.store.queries` runs them in a graph's folder."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, cast

from lgkg.errors import QueryError
from lgkg.store.remote.store import CUT, RemoteStore
from lgkg.store.sparql import first_word, prepared, tokens_of
from lgkg.store.values import Term
from lgkg.store.wanted import Reply

if TYPE_CHECKING:
    import urllib3

_HELD = 1 << 22
"""Bytes of an answer that are held in memory."""
_PIECE = 1 << 16
_JSON, _NTRIPLES = "application/sparql-results+json", "application/n-triples"
_KINDS = {"SELECT": "solutions", "ASK": "boolean", "CONSTRUCT": "triples", "DESCRIBE": "triples"}


class RemoteQueries:
    """The queries of one store.

    Args:
        store: the store.
        prefixes: prefixes that queries need not declare.
    """

    def __init__(self, store: RemoteStore, prefixes: Mapping[str, str]) -> None:
        self._store, self._prefixes = store, prefixes

    def answer(self, sparql: str, bindings: Mapping[str, Term]) -> Reply:
        """Runs a query; takes and gives what `lgkg.store.queries.Queries.answer` does.

        Raises:
            QueryError: the query is wrong, refused, took too long, or has more rows than the store gives out.
            RemoteError: the store cannot be reached, or refuses us.
        """
        bound, tokens = prepared(sparql, bindings), tokens_of(sparql)
        word = first_word(tokens)
        kind = _KINDS.get(word[0].upper() if word else "")
        if kind is None:
            raise QueryError("this is no query", remedy=f"Begin it with one of {', '.join(_KINDS)}")
        declared = {token[0].partition(":")[0] for token in tokens if token.lastgroup == "prefixed"}
        head = "".join(
            f"PREFIX {name}: <{self._prefixes[name]}>\n" for name in sorted(declared & self._prefixes.keys())
        )
        answer = self._store.ask(head + bound, _NTRIPLES if kind == "triples" else _JSON)
        return Reply(kind, _taken(answer, self._store.places.query), None)

    def close(self) -> None:
        """Closes the connections."""
        self._store.connection.close()


def _taken(answer: urllib3.BaseHTTPResponse, url: str) -> IO[bytes]:
    """The whole body of an answer."""
    import urllib3

    body = cast(IO[bytes], tempfile.SpooledTemporaryFile(_HELD))  # noqa: SIM115 (the answer keeps it)
    try:
        for piece in answer.stream(_PIECE):
            body.write(piece)
    except urllib3.exceptions.HTTPError as error:
        raise QueryError(
            "the store broke off its answer", where=url, remedy="Ask for less, or give it more time"
        ) from error
    if most := answer.headers.get(CUT):
        raise QueryError(
            f"the store gives out {most} rows at most, and the answer has more",
            where=url,
            remedy="Raise ResultSetMaxRows in its virtuoso.ini, or add a LIMIT",
        )
    return body
