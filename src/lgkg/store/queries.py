"""Runs queries in a process of their own, so that one can be stopped: the engine itself cannot be interrupted.

A cross product over 15,000 tenures kept the engine busy for ten minutes; here it ends when its time is up, and so
it does on Ctrl-C.
"""

from __future__ import annotations

import signal
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, cast

from lgkg.errors import GraphError, LgkgError, QueryError, StoppedError, UnknownGraphError
from lgkg.store import worker
from lgkg.store.channel import Channel, Steps, driven
from lgkg.store.complaints import complaint
from lgkg.store.damage import broken
from lgkg.store.dataset import dataset_of
from lgkg.store.folder import undisturbed
from lgkg.store.sparql import prepared, tokens_of
from lgkg.store.values import Term
from lgkg.store.wanted import Reply, Wanted

PLAIN = Wanted()
"""All of the answer, as SPARQL 1.1 results in JSON or as N-Triples."""


class Queries:
    """The queries of one store.

    Args:
        store: the store's folder.
        prefixes: prefixes that queries need not declare.
        timeout: seconds after which a query is stopped.

    Attributes:
        stopped: whether `stop` was called; no query runs any more.
    """

    def __init__(self, store: Path, prefixes: Mapping[str, str], timeout: float) -> None:
        self._store, self._prefixes, self._timeout = store, dict(prefixes), timeout
        self._channel: Channel | None = None
        self._turn = threading.Lock()
        self.stopped = False

    def answer(self, sparql: str, bindings: Mapping[str, Term], wanted: Wanted = PLAIN) -> Reply | None:
        """Runs a query.

        Returns:
            The answer; None if it is of a kind that is not wanted.

        Raises:
            QueryError: the query is wrong, is refused, or took too much memory.
            StoppedError: it was stopped: its time was up, nobody waits for it, or its process was killed.
            UnknownGraphError: a graph that it names is not there.
            GraphError: the store is gone or damaged.
        """
        with self._turn:
            return driven(self.answering(sparql, bindings, wanted))

    def answering(self, sparql: str, bindings: Mapping[str, Term], wanted: Wanted) -> Steps[Reply | None]:
        """Runs a query step by step, as `answer` does, for whoever asks no other meanwhile."""
        request = self._request(sparql, bindings, wanted)
        try:
            return (yield from self._exchange(request, min(self._timeout, wanted.timeout or self._timeout)))
        except _RefusedError as refused:
            raise complaint(sparql, bindings, self._prefixes, refused.what) from None

    def start(self) -> None:
        """Starts the process, if none runs, so that the first query need not wait for that."""
        with self._turn:
            driven(self._running())

    def stop(self) -> None:
        """Stops the query that runs, from another thread; none runs after it."""
        self.stopped = True
        if channel := self._channel:
            channel.process.kill()

    def close(self) -> None:
        """Ends the process; the next query starts another."""
        if self._channel:
            self._channel.kill()
            self._channel = None

    def _request(self, sparql: str, bindings: Mapping[str, Term], wanted: Wanted) -> dict[str, Any]:
        dataset = wanted.dataset
        if dataset is None and "from" in sparql.casefold():
            dataset = dataset_of(tokens_of(sparql), self._prefixes)
        return {
            "query": prepared(sparql, bindings, wanted.services),
            "prefixes": self._prefixes,
            "default": dataset and dataset.default,
            "named": dataset and dataset.named,
            "table": wanted.table,
            "triples": wanted.triples,
            "rows": wanted.rows,
            "size": wanted.size,
        }

    def _exchange(self, request: dict[str, Any], timeout: float) -> Steps[Reply | None]:
        channel = yield from self._running()
        until = time.monotonic() + timeout
        try:
            channel.ask(request)
            return (yield from self._received(channel, until))
        except LgkgError:
            raise
        except TimeoutError:
            self.close()
            raise _overdue(timeout) from None
        except (EOFError, BrokenPipeError):
            self._channel = None
            raise self._ended(channel.process.wait()) from None
        except BaseException:  # Ctrl-C, a request given up: nobody waits any more for what the process is doing
            self.close()
            raise

    def _running(self) -> Steps[Channel]:
        """The process, with the store open."""
        if self.stopped:
            raise _abandoned()
        if self._channel is None or self._channel.process.poll() is not None:
            with undisturbed(self._store.parent):
                self._channel = yield from self._started()
        return self._channel

    def _started(self) -> Steps[Channel]:
        if not (self._store / "CURRENT").is_file():
            raise GraphError("the store is gone", where=str(self._store), remedy="Build the graph again")
        channel = Channel(self._store)
        try:
            yield from self._frame(channel)
        except EOFError:
            raise self._ended(channel.process.wait()) from None
        return channel

    def _received(self, channel: Channel, until: float) -> Steps[Reply | None]:
        head, whole = yield from self._frame(channel, until)
        if head["kind"] == "unwanted":
            return None
        body = cast(IO[bytes], tempfile.SpooledTemporaryFile(_HELD))  # noqa: SIM115 (the answer keeps it)
        if "cut" in head:
            body.write(whole)
            body.seek(0)
            return Reply(head["kind"], body, head["cut"])
        while (part := (yield from self._frame(channel, until)))[0]["kind"] == "part":
            body.write(part[1])
        body.seek(0)
        return Reply(head["kind"], body, None)

    def _frame(self, channel: Channel, until: float | None = None) -> Steps[tuple[dict[str, Any], bytes]]:
        """The head and the body of the next frame; raises what one tells that went wrong."""
        head, body = yield from channel.frame(until)
        if head["kind"] in _FAILURES:
            raise self._failure(head["kind"], body.decode())
        return head, body

    def _failure(self, kind: str, message: str) -> LgkgError:
        match kind:
            case "damaged":
                return broken(self._store, message)
            case "memory":
                return _exhausted()
            case "missing":
                return _unknown(message)
        return _RefusedError(message)

    def _ended(self, code: int) -> QueryError:
        return _abandoned() if self.stopped else _died(code)


_HELD = 16 << 20
"""Bytes of an answer that are held in memory."""

_FAILURES = frozenset({"error", "damaged", "memory", "missing"})


class _RefusedError(LgkgError):
    """A query is wrong, in the engine's own words."""


def _overdue(timeout: float) -> StoppedError:
    return StoppedError(
        f"the query took longer than {timeout:g} seconds and was stopped",
        remedy="Ask for less: name a person, place or time, add a LIMIT, or give it more time",
    )


def _abandoned() -> StoppedError:
    return StoppedError("the query was stopped, since nobody waits for it any more", remedy="Ask again")


def _unknown(iri: str) -> UnknownGraphError:
    return UnknownGraphError(
        f"<{iri[:200]}> is no graph of this one, and nothing is fetched from elsewhere",
        remedy="Name an article, or one of the graphs that SELECT ?g { GRAPH ?g {} } lists",
    )


def _exhausted() -> QueryError:
    what = f"the query took more than {worker.MEMORY >> 30} GB of memory or was too deeply nested, and was stopped"
    return QueryError(what, remedy="Ask for less: name a person, place or time, or add a LIMIT")


def _died(code: int) -> QueryError:
    """What the end of a process tells: native code that wants memory or stack aborts; all else came from outside."""
    if code in (-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS):
        return _exhausted()
    how = f"was killed ({signal.Signals(-code).name})" if code < 0 else f"ended with code {code}"
    return StoppedError(
        f"the process that ran the query {how}", remedy="Ask again; if it is killed again, the machine lacks memory"
    )
