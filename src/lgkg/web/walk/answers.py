"""What the page asks for, as JSON: who is shown, what is known of a person, who is called so.

| path | answer |
|---|---|
| `/network/walk?person=…&steps=…` | who is shown after these steps; `province`, `body` or none of these for `person` |
| `/network/person/ID` | a person's offices with their passages, all events and partners |
| `/network/events?ids=…` | events with who took part and the passages; ids parted by spaces |
| `/network/people?q=…` | people called so |
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lgkg.network.picture import Record
from lgkg.web.walk.kept import Kept
from lgkg.web.walk.shown import called, happened, known, shown
from lgkg.web.walk.steps import read

if TYPE_CHECKING:
    from lgkg.web.site import Site

_WAYS = ("person", "province", "body")
_PACKED = [Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=4)]
_AT_ONCE = 100
"""Events that are told of at once."""
_LONGEST = 500
"""Code points of a name that is looked up."""


def answers() -> list[Route]:
    """The routes."""
    answering = {
        "/network/walk": walk,
        "/network/person/{id}": person,
        "/network/events": events,
        "/network/people": people,
    }
    return [Route(path, answer, middleware=_PACKED) for path, answer in answering.items()]


async def walk(request: Request) -> Response:
    """Who is shown after the steps of a walk."""
    asked, kept = request.query_params, _kept(request)
    steps = read(asked.get("steps", ""))
    way = next((way for way in _WAYS if asked.get(way)), "most")
    begun = await kept.beginning(way, asked.get(way, "")[:_LONGEST])
    walks = (await kept.ready()).walks
    return _json(await run_sync(shown, walks, begun, steps))


async def person(request: Request) -> Response:
    """What is known of a person."""
    walks = (await _kept(request).ready()).walks
    iri = walks.iri(request.path_params["id"])
    if iri not in walks.whole.node:
        raise HTTPException(404, "nobody of this address took part in an event")
    site: Site = request.app.state.site
    return _json(await site.pool.run(lambda graph: known(graph, walks, iri)))


async def events(request: Request) -> Response:
    """What is known of events."""
    walks = (await _kept(request).ready()).walks
    ids = request.query_params.get("ids", "").split()[:_AT_ONCE]
    site: Site = request.app.state.site
    return _json(await site.pool.run(lambda graph: happened(graph, walks, ids)))


async def people(request: Request) -> Response:
    """The people who are called so."""
    walks = (await _kept(request).ready()).walks
    return _json(await run_sync(called, walks, request.query_params.get("q", "")[:_LONGEST]))


def _kept(request: Request) -> Kept:
    """One for each website, made when it is first asked for."""
    state = request.app.state
    if not hasattr(state, "network"):
        state.network = Kept(state.site.pool)
    found: Kept = state.network
    return found


def _json(record: Record) -> Response:
    content = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Response(content, media_type="application/json", headers={"Cache-Control": "no-cache"})
