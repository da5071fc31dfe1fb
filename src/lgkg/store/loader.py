"""Loads quads into a new store while they are still being made, on a second core where there is one.

Oxigraph loads without holding Python's lock: beside a thread that computed in Python, 100 MB of N-Quads took 5.5
seconds instead of 5.1, and the computation 3.3 instead of 3.2.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from lgkg.errors import GraphError

_PART = 24 << 20
"""Bytes of N-Quads loaded at a time. Oxigraph keeps a part in memory, and merges tables in the background whenever four
parts have come: of 1.06 million quads that took 6.4 of 23.8 seconds of the processor, at a peak of 278 MB. With parts
of 32 MB it took 5.1 seconds, at a peak of 320 MB."""


class Loader:
    """Takes quads and loads them part by part; at most one part waits behind the one that is being loaded."""

    def __init__(self, store: Path, thread: ThreadPoolExecutor) -> None:
        self._store, self._thread = store, thread
        self._database: ox.Store | None = None
        self._loading: Future[None] | None = None
        self._blocks: list[bytes] = []
        self._size = 0
        self._gone: list[bytes] = []

    def add(self, quads: bytes) -> None:
        """Takes whole lines of canonical N-Quads; each goes into its named graph and, as a triple, into the default.

        Raises:
            SyntaxError: an earlier part was not N-Quads.
            OSError: the disk is full, or the folder cannot be written.
        """
        self._blocks.append(quads)
        self._size += len(quads)
        if self._size >= _PART:
            self.start()

    def start(self) -> None:
        """Begins to load what was taken, when there is other work to do meanwhile. Raises as `add` does."""
        self._wait()
        if self._blocks:
            blocks, self._blocks, self._size = self._blocks, [], 0
            self._loading = self._thread.submit(self._load, blocks)

    def change(self, before: bytes, after: bytes) -> None:
        """Puts quads in place of others that are in the store, or were added. Raises as `add` does."""
        old, new = set(before.splitlines(keepends=True)), set(after.splitlines(keepends=True))
        self.add(b"".join(sorted(new - old)))
        self._gone += sorted(old - new)

    def finish(self) -> None:
        """Loads what is left, takes out what was replaced, writes all to disk and closes the store.

        Raises as `add` does.
        """
        self.start()
        self._wait()
        self._take_out()
        self._open().flush()
        self.close()

    def close(self) -> None:
        """Closes the store: until then it moves its files about in the background, and nobody else may read them."""
        self._database = None

    def _wait(self) -> None:
        if self._loading:
            self._loading.result()

    def _load(self, blocks: list[bytes]) -> None:
        # A triple that several graphs tell is loaded once a part. In two calls, since Oxigraph holds all of a call.
        triples = b" .\n".join((*dict.fromkeys(chain.from_iterable(map(_TRIPLE.findall, blocks))), b""))
        quads = b"".join(blocks)
        blocks.clear()
        self._open().bulk_load(quads, ox.RdfFormat.N_QUADS, lenient=True)
        del quads
        self._open().bulk_load(triples, ox.RdfFormat.N_TRIPLES, lenient=True)

    def _take_out(self) -> None:
        """Removes the quads that were replaced, and from the default graph what no other graph says."""
        store = self._open()
        quads = list(ox.parse(b"".join(self._gone), ox.RdfFormat.N_QUADS, lenient=True))
        for quad in quads:
            store.remove(quad)
        for quad in quads:
            triple = quad.subject, quad.predicate, quad.object
            if all(other.graph_name == _DEFAULT for other in store.quads_for_pattern(*triple, None)):
                store.remove(ox.Quad(*triple, _DEFAULT))

    def _open(self) -> ox.Store:
        # Opened late, so that processes forked before there is much to load inherit no threads of the store.
        if self._database is None:
            self._database = ox.Store(str(self._store))
        return self._database


@contextlib.contextmanager
def loading(store: Path, base: Path | None = None) -> Iterator[Loader]:
    """A loader into a new store, which is complete when the loader's `finish` has returned.

    Args:
        store: the folder to make.
        base: a store to begin with, which nobody writes to; its tables are linked, not copied.

    Raises:
        GraphError: the folder exists, or what was added is not N-Quads.
        OSError: the disk is full, or the folder cannot be written.
    """
    if store.exists():
        raise GraphError("there is a store already", where=str(store), remedy="Give a new folder")
    if base:
        _begin_with(base, store)
    with ThreadPoolExecutor(1, "lgkg-loader") as thread:
        loader = Loader(store, thread)
        try:
            yield loader
        except SyntaxError as error:
            raise GraphError(f"this is not canonical N-Quads ({error})", where=str(store), remedy=_REBUILD) from error
        finally:
            thread.shutdown()
            loader.close()


def _begin_with(base: Path, store: Path) -> None:
    """Copies a store; RocksDB never writes to a table (`.sst`) again, so that a second name for it will do."""
    store.mkdir()
    for file in sorted(base.iterdir()):
        if file.suffix == ".sst":
            (store / file.name).hardlink_to(file)
        elif not file.name.startswith(("LOCK", "LOG")):  # of the other's runs
            shutil.copyfile(file, store / file.name)


_DEFAULT = ox.DefaultGraph()
_TRIPLE = re.compile(rb"^(.+) [^ ]+ \.$", re.MULTILINE)
"""The line of a quad, of which its graph is the last term and holds no space, and within it that of the triple."""

_REBUILD = "Build the graph again"
