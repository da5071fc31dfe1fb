"""What holds for every request: how large it may be, what a browser may do with the answer.

The policy lets a page use what this website serves and nothing else; no other site may show it in a frame.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


class Guard:
    """Refuses bodies that are too large and sends the headers that keep a browser safe.

    Args:
        app: whatever answers.
        body: bytes that the body of a request may have.
    """

    def __init__(self, app: ASGIApp, body: int) -> None:
        self._app, self._body = app, body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if _announced(scope) > self._body:
            await self._too_large(scope, receive, _guarded(send))
            return
        try:
            await self._app(scope, _bounded(receive, self._body), _guarded(send))
        except _TooLargeError:
            await self._too_large(scope, receive, _guarded(send))

    async def _too_large(self, scope: Scope, receive: Receive, send: Send) -> None:
        told = f"the body of the request has more than {self._body:,} bytes. Ask for less\n"
        await PlainTextResponse(told, 413, {"Connection": "close"})(scope, receive, send)


class _TooLargeError(Exception):
    """A body turned out larger than it may be."""


def _announced(scope: MutableMapping[str, Any]) -> int:
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


def _bounded(receive: Receive, most: int) -> Receive:
    taken = 0

    async def take() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise _TooLargeError
        return message

    return take


def _guarded(send: Send) -> Send:
    async def give(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return give
