"""Applies a function to many items, here or in worker processes, in order; one item that fails costs only itself.

The processes are plain: each takes a chunk of items through a pipe and sends the results back. A worker that dies
(out of memory, a crash in native code) is replaced, and its chunk is tried again one by one to find the item that
killed it. Workers end with their parent, however it ends, because the pipe closes. An interrupt from the keyboard
reaches the whole process group, so workers are started deaf to it: the parent alone decides.

    >>> list(each(len, ["ก", "ขค"], jobs=1))
    [('ก', 1), ('ขค', 2)]
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import DefaultContext
from typing import Generic, TypeVar, cast

from lgkg.errors import LgkgError

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 8
"""Items that travel together: enough that the pipe costs little, few enough that all workers end together."""

LONGEST_MESSAGE = 300
"""Letters that are kept of an unexpected error's message."""

WINDOW = 4
"""Chunks a worker that may be finished and wait for an earlier one, which bounds the memory."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with one item, in one sentence."""

    what: str


def each(
    function: Callable[[T], R], items: Iterable[T], jobs: int, method: str | None = None
) -> Generator[tuple[T, R | Failure], None, None]:
    """Each item with what `function` made of it, in the order of the items.

    Args:
        function: with `jobs` over 1 it must be picklable, as must the items and results.
        items: are taken only as fast as the results are.
        jobs: number of processes that work at once; 1 works in this one.
        method: how processes start: `fork`, `spawn`, `forkserver`; None for the platform's own way.
    """
    if jobs == 1:
        return ((item, attempt(function, item)) for item in items)
    return _in_processes(function, items, jobs, method)


def _in_processes(
    function: Callable[[T], R], items: Iterable[T], jobs: int, method: str | None
) -> Generator[tuple[T, R | Failure], None, None]:
    with _crew(function, jobs, method) as crew:
        for chunk, results in crew.run(_chunks(items)):
            yield from zip(chunk, results, strict=True)


def attempt(function: Callable[[T], R], item: T) -> R | Failure:
    """What a function makes of an item; whatever goes wrong with one article must not cost the others."""
    try:
        return function(item)
    except LgkgError as error:
        return Failure(str(error))
    except Exception as error:
        if os.environ.get("LGKG_DEBUG"):
            traceback.print_exc()
        return Failure(_told(error))


def _told(error: Exception) -> str:
    """Name and message of an error, short, and in characters that can be written."""
    text = f"{type(error).__name__}: {error}".removesuffix(": ")
    return text[:LONGEST_MESSAGE].encode("utf-8", "backslashreplace").decode()


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


class _Worker(Generic[T, R]):
    """One process, and this end of the pipe to it."""

    def __init__(self, function: Callable[[T], R], method: str | None) -> None:
        context = cast(DefaultContext, multiprocessing.get_context(method))  # the common base lacks `Process`
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(function, theirs, self.connection), daemon=True)
        with _deaf_to_interrupts():
            self._process.start()
        theirs.close()

    def send(self, chunk: list[T]) -> None:
        # A worker that has died is noticed when its answer is awaited.
        with suppress(OSError):
            self.connection.send(chunk)

    def receive(self) -> list[R | Failure] | None:
        """The results for the chunk that was sent; None if the worker has died."""
        try:
            results: list[R | Failure] = self.connection.recv()
        except (EOFError, OSError):
            return None
        return results

    def end(self) -> None:
        self.connection.close()
        self._process.kill()
        self._process.join()


class _Crew(Generic[T, R]):
    """Some workers, the chunks they are at, and the results that wait for their turn."""

    def __init__(self, function: Callable[[T], R], jobs: int, method: str | None) -> None:
        self._function, self._method = function, method
        self._idle = [self._hire() for _ in range(jobs)]
        self._busy: dict[Connection, tuple[_Worker[T, R], int, list[T]]] = {}
        self._window = jobs * WINDOW

    def run(self, chunks: Iterator[list[T]]) -> Iterator[tuple[list[T], list[R | Failure]]]:
        numbered = enumerate(chunks)
        done: dict[int, tuple[list[T], list[R | Failure]]] = {}
        turn = 0
        while True:
            while turn in done:
                yield done.pop(turn)
                turn += 1
            # Only now: with too many results waiting for their turn, nothing would be handed out, and all seem done.
            self._hand_out(numbered, len(done))
            if not self._busy:
                return
            for ready in wait(list(self._busy)):
                assert isinstance(ready, Connection)
                number, chunk, results = self._collect(ready)
                done[number] = chunk, results

    def end(self) -> None:
        for worker in [*self._idle, *(worker for worker, _, _ in self._busy.values())]:
            worker.end()

    def _hire(self) -> _Worker[T, R]:
        return _Worker(self._function, self._method)

    def _hand_out(self, numbered: Iterator[tuple[int, list[T]]], waiting: int) -> None:
        for number, chunk in islice(numbered, min(len(self._idle), max(0, self._window - waiting))):
            worker = self._idle.pop()
            worker.send(chunk)
            self._busy[worker.connection] = worker, number, chunk

    def _collect(self, ready: Connection) -> tuple[int, list[T], list[R | Failure]]:
        worker, number, chunk = self._busy.pop(ready)
        results = worker.receive()
        if results is None:
            worker.end()
            worker = self._hire()
            results = [self._alone(item) for item in chunk]
        self._idle.append(worker)
        return number, chunk, results

    def _alone(self, item: T) -> R | Failure:
        worker = self._hire()
        try:
            worker.send([item])
            results = worker.receive()
            return results[0] if results else Failure("the process that read it died, perhaps for want of memory")
        finally:
            worker.end()


@contextmanager
def _crew(function: Callable[[T], R], jobs: int, method: str | None) -> Generator[_Crew[T, R], None, None]:
    crew = _Crew(function, jobs, method)
    try:
        yield crew
    finally:
        crew.end()


@contextmanager
def _deaf_to_interrupts() -> Generator[None, None, None]:
    """Processes started inside inherit the mask; one that comes meanwhile is heard by this process afterwards."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(function: Callable[[T], R], connection: Connection, parents_end: Connection) -> None:
    # With the parent's end open here too, the pipe would not close when the parent dies.
    parents_end.close()
    with suppress(EOFError, OSError):
        while True:
            connection.send([attempt(function, item) for item in connection.recv()])
