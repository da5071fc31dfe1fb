"""The spool: the quads of each article as they come, on disk, to be read back sorted by graph."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


class Spool:
    """Blocks of bytes in a file, and where each one lies."""

    def __init__(self, file: BinaryIO, database: sqlite3.Connection) -> None:
        self._file, self._execute = file, database.execute
        self._execute("CREATE TABLE block (graph TEXT PRIMARY KEY, at INTEGER, size INTEGER) WITHOUT ROWID")

    def add(self, graph: str, quads: bytes) -> None:
        """Keeps the quads of a graph, which comes once."""
        self._execute("INSERT INTO block VALUES (?, ?, ?)", (graph, self._file.tell(), len(quads)))
        self._file.write(quads)

    def in_order(self) -> Iterator[bytes]:
        """The blocks sorted by graph."""
        for at, size in self._execute("SELECT at, size FROM block ORDER BY graph"):
            self._file.seek(at)
            yield self._file.read(size)


@contextmanager
def spool(folder: Path, database: sqlite3.Connection) -> Generator[Spool, None, None]:
    """An empty spool in `folder`, gone when the block ends."""
    path = folder / "spool.nq"
    try:
        with path.open("w+b") as file:
            yield Spool(file, database)
    finally:
        path.unlink(missing_ok=True)
