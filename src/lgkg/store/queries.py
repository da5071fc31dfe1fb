"""Runs queries in a process of their own, so that one can be stopped: the engine itself cannot be interrupted.

A cross product over 15,000 tenures kept the engine busy for ten minutes; here it ends when its time is up, and so
it does on Ctrl-C.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import IO, cast

from lgkg.errors import GraphError, LgkgError, QueryError
from lgkg.store import worker
from lgkg.store.complaints import complaint
from lgkg.store.damage import broken
from lgkg.store.folder import undisturbed
from lgkg.store.sparql import prepared
from lgkg.store.values import Term


class Queries:
    """The queries of one store.

    Args:
        store: the store's folder.
        prefixes: prefixes that queries need not declare.
        timeout: seconds after which a query is stopped.
    """

    def __init__(self, store: Path, prefixes: Mapping[str, str], timeout: float) -> None:
        self._store, self._prefixes, self._timeout = store, dict(prefixes), timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def answer(self, sparql: str, bindings: Mapping[str, Term]) -> tuple[str, IO[bytes]]:
        """Runs a query.

        Returns:
            `solutions` or `boolean` and a file of SPARQL 1.1 results in JSON, or `triples` and one of N-Triples. It is
            held in memory while it is small, else on disk, and is gone with the last that holds it.

        Raises:
            QueryError: the query is wrong, refused, took too long, or took too much memory.
            GraphError: the store is gone or damaged.
        """
        request = json.dumps({"query": prepared(sparql, bindings), "prefixes": self._prefixes}).encode() + b"\n"
        with self._turn:
            try:
                return self._exchange(request)
            except _RefusedError as refused:
                raise complaint(sparql, bindings, self._prefixes, refused.what) from None

    def close(self) -> None:
        """Ends the process; the next query starts another."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _exchange(self, request: bytes) -> tuple[str, IO[bytes]]:
        process = self._running()
        overdue = threading.Event()
        timer = threading.Timer(self._timeout, _stop, (process, overdue))
        timer.start()
        try:
            return self._asked(process, request)
        except LgkgError:
            raise
        except (EOFError, BrokenPipeError):
            code = process.wait()
            self.close()
            raise self._overdue() if overdue.is_set() else _died(code) from None
        except BaseException:  # Ctrl-C: whatever the process is doing, nobody waits for it any more
            self.close()
            raise
        finally:
            timer.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            with undisturbed(self._store.parent):
                self._process = self._started()
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        """A new process that has opened the store."""
        if not (self._store / "CURRENT").is_file():
            raise GraphError("the store is gone", where=str(self._store), remedy="Build the graph again")
        command = [sys.executable, "-P", worker.__file__, str(self._store)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        weakref.finalize(self, _end, process)
        try:
            self._frame(process)
        except EOFError:
            raise _died(process.wait()) from None
        return process

    def _asked(self, process: subprocess.Popen[bytes], request: bytes) -> tuple[str, IO[bytes]]:
        requests = cast(IO[bytes], process.stdin)
        requests.write(request)
        requests.flush()
        kind, _ = self._frame(process)
        body = cast(IO[bytes], tempfile.SpooledTemporaryFile(_HELD))  # noqa: SIM115 (the answer keeps it)
        while (frame := self._frame(process))[0] == "part":
            body.write(frame[1])
        return kind, body

    def _frame(self, process: subprocess.Popen[bytes]) -> tuple[str, bytes]:
        """The kind and body of the next frame; raises what one tells that went wrong."""
        answers = cast(IO[bytes], process.stdout)
        head = answers.readline()
        if not head:
            raise EOFError
        told = json.loads(head)
        body = answers.read(told["length"])
        if len(body) < told["length"]:
            raise EOFError
        if told["kind"] in _FAILURES:
            raise self._failure(told["kind"], body.decode())
        return told["kind"], body

    def _failure(self, kind: str, message: str) -> LgkgError:
        if kind == "damaged":
            return broken(self._store, message)
        return _exhausted() if kind == "memory" else _RefusedError(message)

    def _overdue(self) -> QueryError:
        return QueryError(
            f"the query took longer than {self._timeout:g} seconds and was stopped",
            remedy="Ask for less: name a person, place or time, add a LIMIT, or give it more time",
        )


_HELD = 16 << 20
"""Bytes of an answer that are held in memory."""

_FAILURES = frozenset({"error", "damaged", "memory"})


class _RefusedError(LgkgError):
    """A query is wrong, in the engine's own words."""


def _exhausted() -> QueryError:
    what = f"the query took more than {worker.MEMORY >> 30} GB of memory or was too deeply nested, and was stopped"
    return QueryError(what, remedy="Ask for less: name a person, place or time, or add a LIMIT")


def _died(code: int) -> QueryError:
    """What the end of a process tells: native code that wants memory or stack aborts; all else came from outside."""
    if code in (-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS):
        return _exhausted()
    how = f"was killed ({signal.Signals(-code).name})" if code < 0 else f"ended with code {code}"
    return QueryError(
        f"the process that ran the query {how}", remedy="Ask again; if it is killed again, the machine lacks memory"
    )


def _stop(process: subprocess.Popen[bytes], overdue: threading.Event) -> None:
    overdue.set()
    process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
        process.communicate()
