"""The process that runs queries: reads requests from its input, writes answers to its output.

It is started by path, not as a module, and imports nothing of lgkg: starting it takes a tenth of a second. A request
is a line of JSON: `query` and `prefixes`; `default` and `named`, the graphs that it sees, or null; `table` and
`triples`, the formats wanted, or null; `rows` and `size`, behind which the answer is cut, or null.

It writes frames: a line of JSON (`kind`, `length`) and that many bytes. The first frame tells that the store is open
(`ready`); each request is answered by one of `solutions`, `boolean` or `triples`. Of a bounded answer that is all, and
`cut` tells how many rows are left of more; any other follows in frames of kind `part`, and `end`. Instead comes what
went wrong:
`unwanted`, the answer has a kind for which no format was named, `missing`, a graph that is not there; `error` is about
the query, `damaged` about the store, `memory` about the want of it.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import select
import sys
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

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
        answers.flush()
        return
    _write(answers, "ready")
    answers.flush()
    serve_store(store, requests, answers)


def serve_store(store: ox.Store, requests: Iterable[bytes], answers: BinaryIO) -> None:
    """Answers requests about a store that is open."""
    for line in requests:
        _answer(store, json.loads(line), answers)


def end_with_the_asker(source: BinaryIO) -> None:
    """Ends this process, also in the middle of a query, when nobody can ask any more: whoever asked is gone."""
    poll = select.poll()
    poll.register(source, 0)  # told is only that the other end was closed

    def wait() -> None:
        poll.poll()
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


class _Parts(io.RawIOBase):
    """A file whose bytes become frames as they are written."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers

    def writable(self) -> bool:
        return True

    def write(self, part: Buffer, /) -> int:
        _write(self._answers, "part", bytes(part))
        return memoryview(part).nbytes


class _EnoughError(Exception):
    """No more of an answer is wanted."""


class _Lines(io.RawIOBase):
    """A file that takes so many lines and bytes, and then no more.

    Attributes:
        taken: the whole lines that it took.
        cut: whether there were more.
    """

    def __init__(self, lines: int, size: int) -> None:
        self._lines, self._size, self._ends = lines, size, 0
        self.taken = bytearray()
        self.cut = False

    def writable(self) -> bool:
        return True

    def write(self, part: Buffer, /) -> int:
        if self.cut:  # what the engine still held back
            return memoryview(part).nbytes
        self.taken += part
        self._ends += bytes(part).count(b"\n")
        if self._ends > self._lines or len(self.taken) > self._size:
            self._shorten()
            raise _EnoughError
        return memoryview(part).nbytes

    def _shorten(self) -> None:
        self.cut = True
        del self.taken[self._size :]
        whole = self.taken.split(b"\n", self._lines)[: self._lines]
        if len(whole) < self._lines:  # what is behind the last end of a line is part of one
            whole = self.taken.split(b"\n")[:-1]
        self.taken = bytearray(b"".join(line + b"\n" for line in whole))


def _answer(store: ox.Store, request: dict[str, Any], answers: BinaryIO) -> None:
    try:
        _write_answer(_found(store, request), request, answers)
    except _MissingError as missing:
        _write(answers, "missing", str(missing).encode())
    except MemoryError:
        _write(answers, "memory")
    except BrokenPipeError:
        raise
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        _write(answers, "damaged" if _of_the_store(error) else "error", _message(error))
    answers.flush()


class _MissingError(Exception):
    """A graph is not there."""


def _found(store: ox.Store, request: dict[str, Any]) -> _Found:
    if request["default"] is None:
        return store.query(request["query"], prefixes=request["prefixes"])
    default, named = _graphs(store, request["default"]), _graphs(store, request["named"])
    if len(default) > 1:
        store, default = _merged(store, default, named), [ox.DefaultGraph()]
    return store.query(request["query"], prefixes=request["prefixes"], default_graph=default, named_graphs=named)


def _graphs(store: ox.Store, iris: list[str]) -> list[Any]:
    for iri in iris:
        if not _is_graph(store, iri):
            raise _MissingError(iri)
    return [ox.NamedNode(iri) for iri in dict.fromkeys(iris)]


def _is_graph(store: ox.Store, iri: str) -> bool:
    try:
        return store.contains_named_graph(ox.NamedNode(iri))
    except ValueError:  # no IRI
        return False


def _merged(store: ox.Store, default: list[Any], named: list[Any]) -> ox.Store:
    """The graphs in memory, those of the default graph merged: the engine would find a triple once a graph."""
    merged = ox.Store()
    for graph in default:
        found = store.quads_for_pattern(None, None, None, graph)
        merged.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in found)
    for graph in named:
        merged.extend(store.quads_for_pattern(None, None, None, graph))
    return merged


def _write_answer(found: _Found, request: dict[str, Any], answers: BinaryIO) -> None:
    kind = _KINDS[type(found)]
    name = request["triples" if kind == "triples" else "table"]
    if name is None:
        _write(answers, "unwanted")
        return
    form = getattr(ox.RdfFormat if kind == "triples" else ox.QueryResultsFormat, name)
    if request["rows"] is None or kind == "boolean":
        _write(answers, kind)
        with io.BufferedWriter(_Parts(answers), _PART) as output:
            found.serialize(output, form)
        _write(answers, "end")
    else:
        body, cut = _bounded(found, kind == "triples", form, request)
        if name in ("XML", "RDF_XML"):
            body = _XML_LACKS.sub(b"\xef\xbf\xbd", body)
        _write(answers, kind, body if cut is None else _announced(body, name, cut), cut=cut)


def _bounded(found: Any, triples: bool, form: _Form, request: dict[str, Any]) -> tuple[bytes, int | None]:
    """At most so much of an answer, and how many rows that is where there were more.

    It is written a line a row first, the engine being stopped behind the last, and then as it is wanted.
    """
    head = 0 if triples else 1
    lines = _Lines(request["rows"] + head, request["size"])
    with contextlib.suppress(_EnoughError):
        found.serialize(lines, ox.RdfFormat.N_TRIPLES if triples else ox.QueryResultsFormat.TSV)
    body = bytes(lines.taken)
    cut = body.count(b"\n") - head if lines.cut else None
    return _translated(body, form, request["prefixes"]), cut


def _translated(body: bytes, form: _Form, prefixes: dict[str, str]) -> bytes:
    """What is written a line a row, in another format."""
    if form in (ox.RdfFormat.N_TRIPLES, ox.QueryResultsFormat.TSV):
        return body
    if isinstance(form, ox.RdfFormat):
        quads = ox.parse(body, ox.RdfFormat.N_TRIPLES, lenient=True)
        return ox.serialize(quads, format=form, prefixes=prefixes) or b""
    return ox.parse_query_results(body, ox.QueryResultsFormat.TSV).serialize(format=form) or b""


def _announced(body: bytes, name: str, rows: int) -> bytes:
    """A cut answer that says so itself, where its format has a place for that."""
    link = b"#truncated-rows=%d" % rows
    match name:
        case "JSON":
            return body.replace(b'{"head":{', b'{"head":{"link":["%s"],' % link, 1)
        case "XML":
            return body.replace(b"</head>", b'<link href="%s"/></head>' % link, 1)
        case "TURTLE" | "N_TRIPLES":
            return body + b"# cut behind %d triples\n" % rows
    return body


_Form: TypeAlias = "ox.RdfFormat | ox.QueryResultsFormat"
_Found: TypeAlias = "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples"

_KINDS: dict[Any, str] = {ox.QuerySolutions: "solutions", ox.QueryBoolean: "boolean", ox.QueryTriples: "triples"}

_XML_LACKS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
"""Characters that XML cannot hold; U+FFFD stands for them."""


def _of_the_store(error: Exception) -> bool:
    return str(error).startswith(("Corruption", "IO error"))


def _message(error: Exception) -> bytes:
    return str(error).encode("utf-8", "replace")


def _write(answers: BinaryIO, kind: str, body: bytes = b"", **told: object) -> None:
    answers.write(json.dumps({"kind": kind, "length": len(body), **told}).encode() + b"\n" + body)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # where the system knows no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


if __name__ == "__main__":
    _limit_memory()
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        end_with_the_asker(sys.stdin.buffer)
        serve(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
