"""The process that runs queries: reads requests from its input, writes answers to its output.

It is started by path, not as a module, and imports nothing of lgkg: starting it takes a tenth of a second. A request
is a line of JSON (`query`, `prefixes`); an answer is a line of JSON (`kind`: solutions, boolean, triples or error;
`length`) and that many bytes.
"""

from __future__ import annotations

import contextlib
import json
import sys
from typing import Any, BinaryIO

import pyoxigraph as ox

MEMORY = 4 << 30
"""Bytes of memory a query may take; one that wants more ends the process."""


def serve(folder: str, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers requests until there are no more."""
    store = ox.Store.read_only(folder)
    for line in requests:
        kind, body = _answered(store, json.loads(line))
        answers.write(json.dumps({"kind": kind, "length": len(body)}).encode() + b"\n" + body)
        answers.flush()


def _answered(store: ox.Store, request: dict[str, Any]) -> tuple[str, bytes]:
    try:
        found = store.query(request["query"], prefixes=request["prefixes"])
        if isinstance(found, ox.QueryTriples):
            return "triples", found.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
        kind = "solutions" if isinstance(found, ox.QuerySolutions) else "boolean"
        return kind, found.serialize(format=ox.QueryResultsFormat.JSON) or b""
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        return "error", str(error).encode("utf-8", "replace")


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # where the system knows no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


if __name__ == "__main__":
    _limit_memory()
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        serve(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
