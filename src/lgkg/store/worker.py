"""The process that runs queries: reads requests from its input, writes answers to its output.

It is started by path, not as a module, and imports nothing of lgkg: starting it takes a tenth of a second. A request
is a line of JSON (`query`, `prefixes`). It writes frames: a line of JSON (`kind`, `length`) and that many bytes. The
first frame tells that the store is open (`ready`); each request is answered by one of `solutions`, `boolean` or
`triples`, the answer itself in frames of kind `part`, and `end`. Instead of any of them comes what went wrong: `error`
is about the query, `damaged` about the store, `memory` about the want of it.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, BinaryIO

import pyoxigraph as ox

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

MEMORY = 4 << 30
"""Bytes of memory a query may take; one that wants more ends the process."""

_PART = 1 << 16
"""Bytes of an answer that travel together."""


def serve(folder: str, requests: Iterable[bytes], answers: BinaryIO) -> None:
    """Answers requests until there are no more."""
    try:
        store = ox.Store.read_only(folder)
    except (OSError, RuntimeError) as error:
        _write(answers, "damaged", _message(error))
        return
    _write(answers, "ready")
    for line in requests:
        _answer(store, json.loads(line), answers)


def requests_of(source: BinaryIO) -> Iterator[bytes]:
    """The lines of `source`. At its end, also in the middle of a query, the process ends: whoever asked is gone."""
    lines: SimpleQueue[bytes] = SimpleQueue()

    def take() -> None:
        for line in source:
            lines.put(line)
        os._exit(0)

    threading.Thread(target=take, daemon=True).start()
    while True:
        yield lines.get()


class _Parts(io.RawIOBase):
    """A file whose bytes become frames as they are written."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers

    def writable(self) -> bool:
        return True

    def write(self, part: Buffer, /) -> int:
        _write(self._answers, "part", bytes(part))
        return memoryview(part).nbytes


def _answer(store: ox.Store, request: dict[str, Any], answers: BinaryIO) -> None:
    try:
        found = store.query(request["query"], prefixes=request["prefixes"])
        with io.BufferedWriter(_Parts(answers), _PART) as output:
            if isinstance(found, ox.QueryTriples):
                _write(answers, "triples")
                found.serialize(output, ox.RdfFormat.N_TRIPLES)
            else:
                _write(answers, "solutions" if isinstance(found, ox.QuerySolutions) else "boolean")
                found.serialize(output, ox.QueryResultsFormat.JSON)
        _write(answers, "end")
    except MemoryError:
        _write(answers, "memory")
    except BrokenPipeError:
        raise
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        _write(answers, "damaged" if _of_the_store(error) else "error", _message(error))


def _of_the_store(error: Exception) -> bool:
    return str(error).startswith(("Corruption", "IO error"))


def _message(error: Exception) -> bytes:
    return str(error).encode("utf-8", "replace")


def _write(answers: BinaryIO, kind: str, body: bytes = b"") -> None:
    answers.write(json.dumps({"kind": kind, "length": len(body)}).encode() + b"\n" + body)
    answers.flush()


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # where the system knows no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


if __name__ == "__main__":
    _limit_memory()
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        serve(sys.argv[1], requests_of(sys.stdin.buffer), sys.stdout.buffer)
