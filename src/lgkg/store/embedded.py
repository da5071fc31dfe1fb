"""The embedded store: Oxigraph in a folder, with every named graph and, in the default graph, the merge of all.

The merge adds half to the loading time and is what makes queries without `GRAPH` fast: over ten thousand articles a
look-up in a union of graphs was 1,260 times slower, and counted a triple once an article.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pyoxigraph as ox

from lgkg.errors import GraphError

_PART = 32 << 20
"""Bytes of N-Quads loaded at a time: Oxigraph keeps a part in memory, 0.4 GB for this; in one go, a million quads
took 2.1 GB and a third more processor time."""


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
    database = ox.Store(str(store))
    try:
        with gzip.open(quads, "rb") as lines:
            while part := lines.readlines(_PART):
                database.bulk_load(b"".join(part), ox.RdfFormat.N_QUADS, lenient=True)
                database.bulk_load(b"".join(map(_triple, part)), ox.RdfFormat.N_TRIPLES, lenient=True)
    except (SyntaxError, gzip.BadGzipFile, EOFError) as error:
        raise GraphError(f"this is not canonical N-Quads ({error})", where=str(quads), remedy=_REBUILD) from error
    database.flush()


def open_store(store: Path) -> ox.Store:
    """Opens a store for reading; any number of processes may do so at once.

    Raises:
        GraphError: there is no store, or it is damaged.
    """
    if not (store / "CURRENT").is_file():
        raise GraphError("there is no store here", where=str(store), remedy=_REBUILD)
    try:
        return ox.Store.read_only(str(store))
    except OSError as error:
        raise GraphError(f"the store cannot be opened ({error})", where=str(store), remedy=_REBUILD) from error


def _triple(quad: bytes) -> bytes:
    """The line of a quad without its graph, which is its last term and holds no space."""
    return quad.rsplit(b" ", 2)[0] + b" .\n"


_REBUILD = "Build the graph again"
