"""Sees how each request ends: counts it, and tells it on standard error where that is wanted.

Told are the method, the route, the status, milliseconds and bytes. What people asked for is not: no parameters, and of
a path only the pattern of its route, since the path of a person is that person.
"""

from __future__ import annotations

import sys
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lgkg.web.metrics import Metrics


class Watch:
    """Sees how each request ends.

    Args:
        app: whatever answers.
        metrics: where it is counted.
        told: whether it is told.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, told: bool) -> None:
        self._app, self._metrics, self._told = app, metrics, told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, sent, started = 500, 0, time.perf_counter()

        async def seen(message: Message) -> None:
            nonlocal status, sent
            status = message.get("status", status)
            sent += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, seen)
        finally:
            self._ended(scope, status, sent, time.perf_counter() - started)

    def _ended(self, scope: Scope, status: int, sent: int, seconds: float) -> None:
        route = _route(scope)
        self._metrics.count(route, status, seconds)
        if self._told:
            method = scope["method"] if scope["method"] in _METHODS else "OTHER"
            print(f"{method} {route} {status} {seconds * 1000:.0f}ms {sent}B", file=sys.stderr, flush=True)


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def _route(scope: Scope) -> str:
    """The pattern of the path; `-` where no route has it."""
    return getattr(scope.get("route"), "path", "-") or "-"
