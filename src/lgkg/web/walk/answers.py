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
from lgkg.web.kept import Kept
from lgkg.web.walk.ready import Ready
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
    asked, site = request.query_params, _site(request)
    steps = read(asked.get("steps", ""))
    way = next((way for way in _WAYS if asked.get(way)), "most")
    ready = await _ready(request)
    begun = await ready.beginning(site.pool, way, asked.get(way, "")[:_LONGEST])
    return _json(await run_sync(shown, ready.walks, begun, steps))


async def person(request: Request) -> Response:
    """What is known of a person."""
    walks = (await _ready(request)).walks
    iri = walks.iri(request.path_params["id"])
    if iri not in walks.whole.node:
        raise HTTPException(404, "nobody of this address took part in an event")
    return _json(await _site(request).pool.run(lambda graph: known(graph, walks, iri)))


async def events(request: Request) -> Response:
    """What is known of events."""
    walks = (await _ready(request)).walks
    ids = request.query_params.get("ids", "").split()[:_AT_ONCE]
    return _json(await _site(request).pool.run(lambda graph: happened(graph, walks, ids)))


async def people(request: Request) -> Response:
    """The people who are called so."""
    walks = (await _ready(request)).walks
    return _json(await run_sync(called, walks, request.query_params.get("q", "")[:_LONGEST]))


async def _ready(request: Request) -> Ready:
    """The whole network, made when it is first wanted; who asks while it is being made waits."""
    site = _site(request)
    kept: Kept[Ready] = site.kept.setdefault("network", Kept(site.pool, lambda: site.pool.run(Ready.of)))
    return await kept.get()


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


def _json(record: Record) -> Response:
    content = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Response(content, media_type="application/json", headers={"Cache-Control": "no-cache"})
