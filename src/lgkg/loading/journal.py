"""Remembers what a store has taken, so that a load that was cut short goes on where it stopped.

The journal of a store is a file in the state folder: `LGKG_STATE`, else `lgkg` in `XDG_STATE_HOME`, else
`~/.local/state/lgkg`. A line is the digest of a graph's name and content: it tells nobody what the graph is about.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
from collections.abc import Iterable
from io import FileIO
from pathlib import Path

from lgkg.errors import GraphError
from lgkg.loading.contents import Entry
from lgkg.store.disk import reporting

_LENGTH = 32
"""Letters of a line."""


class Journal:
    """The journal of what one store has taken. Only one load at a time writes to it.

    Args:
        store: what identifies the store: its address.

    Raises:
        GraphError: another load is writing to the same store, or the state folder cannot be written, also later on.
    """

    def __init__(self, store: str) -> None:
        name = hashlib.sha256(store.encode()).hexdigest()[:16]
        self._path = _folder() / f"{name}.loaded"
        with reporting(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("a+b", buffering=0)
        _lock(self._file, store)
        self._file.seek(0)
        self._lines = {line.decode(errors="replace") for line in self._file.read().split() if len(line) == _LENGTH}

    def has(self, entry: Entry) -> bool:
        """Whether the store has taken a graph with this content."""
        return _line(entry) in self._lines

    def note(self, entry: Entry) -> None:
        """Notes that it has."""
        self._lines.add(_line(entry))
        self._write([_line(entry)])

    def keep(self, entries: Iterable[Entry]) -> None:
        """Forgets all but these."""
        lines = sorted(self._lines & set(map(_line, entries)))
        with reporting(self._path):
            self._file.truncate(0)
        self._write(lines)

    def close(self) -> None:
        """Closes the file, for the next load to write to."""
        self._file.close()

    def _write(self, lines: Iterable[str]) -> None:
        content = "".join(f"{line}\n" for line in lines).encode()
        with reporting(self._path):
            if self._file.write(content) != len(content):  # the disk had room for a part of it
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _line(entry: Entry) -> str:
    return hashlib.sha256(f"{entry.graph}\n{entry.digest}".encode()).hexdigest()[:_LENGTH]


def _lock(file: FileIO, store: str) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise GraphError(
            "another load is writing to this store", where=store, remedy="Wait until it has ended"
        ) from None


def _folder() -> Path:
    if given := os.environ.get("LGKG_STATE"):
        return Path(given)
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "lgkg"
