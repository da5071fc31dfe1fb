"""The embedded store: Oxigraph in a folder, with every named graph and, in the default graph, the merge of all.

The merge costs a third more to load and is what makes queries without `GRAPH` fast: over ten thousand articles a
look-up in a union of graphs was 1,260 times slower, and counted a triple once an article.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from lgkg.errors import GraphError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CHUNK = 1 << 20


def load(quads: Path, store: Path) -> None:
    """Loads canonical N-Quads into a new store, each quad in its named graph and as a triple in the default graph.

    Args:
        quads: a file of canonical N-Quads, gzipped, as lgkg writes it; it is streamed.
        store: a folder that is made.

    Raises:
        GraphError: the file is not readable as N-Quads, or the folder exists.
        OSError: the disk is full, or the folder cannot be written.
    """
    if store.exists():
        raise GraphError("there is a store already", where=str(store), remedy="Give a new folder")
    with gzip.open(quads, "rb") as lines:
        try:
            database = ox.Store(str(store))
            database.bulk_load(io.BufferedReader(_Merged(lines), _CHUNK), ox.RdfFormat.N_QUADS, lenient=True)
            database.flush()
        except SyntaxError as error:
            raise GraphError(f"not canonical N-Quads ({error})", where=str(quads), remedy="Build it again") from error


def open_store(store: Path) -> ox.Store:
    """Opens a store for reading; any number of processes may do so at once.

    Raises:
        GraphError: there is no store, it is damaged, or a process holds it for writing.
    """
    if not (store / "CURRENT").is_file():
        raise GraphError("there is no store here", where=str(store), remedy="Build the graph again")
    try:
        return ox.Store.read_only(str(store))
    except OSError as error:
        raise GraphError(
            f"the store cannot be opened ({error})", where=str(store), remedy="Build the graph again"
        ) from error


class _Merged(io.RawIOBase):
    """A file of N-Quads in which each quad is followed by its triple."""

    def __init__(self, lines: gzip.GzipFile) -> None:
        self._chunks = _with_triples(lines)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer).cast("B")
        if not self._rest:
            self._rest = memoryview(next(self._chunks, b""))
        taken = min(len(room), len(self._rest))
        room[:taken] = self._rest[:taken]
        self._rest = self._rest[taken:]
        return taken


def _with_triples(lines: gzip.GzipFile) -> Iterator[bytes]:
    while batch := lines.readlines(_CHUNK):
        yield b"".join(line + line.rsplit(b" ", 2)[0] + b" .\n" for line in batch)
