"""Answers queries: asks the graph in the format that is wanted, announces what was cut, stops when nobody listens."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from typing import IO, Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from lgkg.store import Reply, Wanted
from lgkg.web.negotiation import wanted
from lgkg.web.sparql.description import description
from lgkg.web.sparql.formats import GRAPHS, TABLES, chosen, content_type, unacceptable
from lgkg.web.sparql.protocol import Asked, asked

T = TypeVar("T")

CUT = "X-LGKG-Truncated"
"""The header that announces a cut answer: `rows=10000`, the rows or triples that it has."""

_LISTENS = 0.2
"""Seconds after which it is asked whether the client is still there."""
_WHOLE = 1 << 20
"""Bytes of an answer that are sent at once; more go out part by part."""


async def sparql(request: Request) -> Response:
    """The endpoint: answers a query; without one it sends a browser to the query page, and others the description."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS", "Accept-Post": _POSTED})
    query = await asked(request)
    if query is not None:
        return await _answered(request, query)
    if wanted(request.headers.get("accept"), (*GRAPHS, "text/html")) == "text/html":
        return RedirectResponse("/query", 303, {"Vary": "Accept"})
    return await description(request)


_POSTED = "application/x-www-form-urlencoded, application/sparql-query"


async def _answered(request: Request, query: Asked) -> Response:
    site = request.app.state.site
    limits = site.settings
    if len(query.query) > limits.length:
        raise HTTPException(413, f"the query has more than {limits.length:,} characters. Ask for less")
    table, graph = chosen(request, query.form)
    if table is None and graph is None:
        raise unacceptable((*TABLES, *GRAPHS))
    how = Wanted(
        table=TABLES.get(table or ""),
        triples=GRAPHS.get(graph or ""),
        rows=limits.rows,
        size=limits.answer,
        dataset=query.dataset,
        timeout=query.timeout,
        services=limits.services,
    )
    reply = await listened(request, site.pool.reply(query.query, how))
    if reply is None:
        raise unacceptable(tuple(TABLES if table is None else GRAPHS))
    if reply.cut is not None:
        site.pool.cut += 1
    return told(reply, str(graph if reply.kind == "triples" else table))


def told(reply: Reply, media: str) -> Response:
    """An answer as a response."""
    headers = {"Vary": "Accept", "Content-Type": content_type(media)}
    if reply.cut is not None:
        headers[CUT] = f"rows={reply.cut}"
    size = reply.body.seek(0, 2)
    reply.body.seek(0)
    if size <= _WHOLE:
        return Response(reply.body.read(), headers=headers)
    return StreamingResponse(_parts(reply.body), headers={**headers, "Content-Length": str(size)})


async def listened(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """What `work` gives; it is cancelled when the client is gone.

    Raises:
        HTTPException: the client is gone, and nobody reads this.
    """
    listening = _Listening(request)
    try:
        return await work
    except asyncio.CancelledError:
        if listening.gone:
            raise HTTPException(499, "the client is gone") from None
        raise
    finally:
        listening.end()


class _Listening:
    """Cancels what answers a request when the client is gone.

    Attributes:
        gone: whether it was.
    """

    def __init__(self, request: Request) -> None:
        self.gone = False
        self._request, self._answering = request, asyncio.current_task()
        self._watch: asyncio.Task[None] | None = None
        self._later = asyncio.get_running_loop().call_later(_LISTENS, self._begin)  # most are answered before

    def end(self) -> None:
        """Looks no more."""
        self._later.cancel()
        if self._watch:
            self._watch.cancel()

    def _begin(self) -> None:
        self._watch = asyncio.ensure_future(self._look())

    async def _look(self) -> None:
        while not await self._request.is_disconnected():
            await asyncio.sleep(_LISTENS)
        self.gone = True
        if self._answering:
            self._answering.cancel()


def _parts(body: IO[bytes]) -> Iterator[bytes]:
    while part := body.read(1 << 16):
        yield part
