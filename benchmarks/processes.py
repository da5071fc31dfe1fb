"""What a process and all that it starts take of memory and of the processor, as the kernel counts it (Linux)."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

_EVERY = 0.1
"""Seconds between two looks."""


class Watch:
    """Watches this process and its descendants while a block runs.

    Attributes:
        peak: the most memory that they held at one look, in MB: the sum of their proportional set sizes, so that what
            processes share is counted once.
    """

    def __init__(self) -> None:
        self.peak = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            self.peak = max(self.peak, held(os.getpid()))


def held(process: int) -> float:
    """MB of memory that a process and its descendants hold now."""
    return sum(map(_megabytes, _family(process)))


def spent(process: int) -> float:
    """Seconds of the processor that a process and its living descendants have taken."""
    return sum(map(_seconds, _family(process)))


def _seconds(process: int) -> float:
    """Of the threads that live, to the nanosecond; or of all there were, to the hundredth, if that is more."""
    tasks = map(_read, Path(f"/proc/{process}/task").glob("*/schedstat"))
    ticks = _read(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()[11:13]
    living = sum(int(told.split()[0]) for told in tasks if told) / 1e9
    return max(living, sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"))


def _family(process: int) -> Iterator[int]:
    yield process
    for told in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(told).split():
            yield from _family(int(child))


def _megabytes(process: int) -> float:
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0) / 1024


def _read(file: Path) -> str:
    """What a file of the kernel says; nothing when its process has ended."""
    try:
        return file.read_text()
    except OSError:
        return ""
