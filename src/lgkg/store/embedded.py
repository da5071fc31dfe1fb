"""The embedded store: Oxigraph in a folder, with every named graph and, in the default graph, the merge of all.

The merge adds half to the loading time and is what makes queries without `GRAPH` fast: over ten thousand articles a
look-up in a union of graphs was 1,260 times slower, and counted a triple once an article.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pyoxigraph as ox

from lgkg.errors import GraphError
from lgkg.store.damage import reading
from lgkg.store.loader import loading

_PART = 1 << 20
"""Bytes read at a time."""


def load(quads: Path, store: Path) -> None:
    """Loads canonical N-Quads into a new store, each quad in its named graph and as a triple in the default graph.

    Args:
        quads: a file of canonical N-Quads, gzipped, as lgkg writes it; it is streamed.
        store: a folder that is made.

    Raises:
        GraphError: the file is not readable as N-Quads, or the folder exists.
        OSError: the disk is full, or the folder cannot be written.
    """
    with loading(store) as loader, gzip.open(quads, "rb") as lines:
        try:
            while part := lines.readlines(_PART):
                loader.add(b"".join(part))
            loader.finish()
        except (gzip.BadGzipFile, EOFError) as error:
            raise GraphError(f"this is broken ({error})", where=str(quads), remedy=_REBUILD) from error


def open_store(store: Path) -> ox.Store:
    """Opens a store for reading; any number of processes may do so at once.

    Raises:
        GraphError: there is no store, it may not be read, or it is damaged.
    """
    with reading(store):
        if not (store / "CURRENT").is_file():
            raise GraphError("there is no store here", where=str(store), remedy=_REBUILD)
        return ox.Store.read_only(str(store))


_REBUILD = "Build the graph again"
