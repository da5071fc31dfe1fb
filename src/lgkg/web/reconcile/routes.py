"""The routes of the reconciliation service. Every origin may ask it: what it tells is public."""

from __future__ import annotations

import json
from typing import Any

from anyio.to_thread import run_sync
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lgkg.errors import QueryError
from lgkg.web.reconcile import described
from lgkg.web.reconcile.candidates import candidates
from lgkg.web.reconcile.properties import PROPERTIES
from lgkg.web.reconcile.requested import extension, fields, queries
from lgkg.web.reconcile.types import kinds_of
from lgkg.web.rendering import page
from lgkg.web.search import Index, Kind, Thing

_PAGE = 20
"""Suggestions at a time."""
_LISTED = 1000
"""Suggestions that a cursor can reach."""
_FRAMED = "default-src 'none'; style-src 'self'; frame-ancestors *"
"""The policy of a preview: any tool may show it in a frame; it runs nothing."""


def routes() -> list[Route]:
    """The service."""
    told = [
        ("/reconcile", service, ["GET", "POST"]),
        ("/reconcile/about", about, ["GET"]),
        ("/reconcile/properties", proposed, ["GET"]),
        ("/reconcile/suggest/entity", suggest_entity, ["GET"]),
        ("/reconcile/suggest/type", suggest_type, ["GET"]),
        ("/reconcile/suggest/property", suggest_property, ["GET"]),
        ("/reconcile/flyout/entity", flyout, ["GET"]),
        ("/reconcile/preview", preview, ["GET"]),
    ]
    shared = [Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"])]
    return [Route(path, endpoint, methods=[*methods, "OPTIONS"], middleware=shared) for path, endpoint, methods in told]


async def service(request: Request) -> Response:
    """Answers a batch of queries or an extension; the manifest where neither is asked for."""
    asked = await fields(request)
    if "queries" in asked:
        batch = queries(asked["queries"])
        index, base = await _index(request), request.app.state.site.base
        found = await run_sync(lambda: {key: candidates(index, query, base) for key, query in batch.items()})
        told = {key: {"result": [described.candidate(request, one) for one in each]} for key, each in found.items()}
        return _echoed(told)
    if "extend" in asked:
        ids, wanted = extension(asked["extend"])
        return _echoed(described.extended(request, await _index(request), ids, wanted))
    return JSONResponse(described.manifest(request))


def _echoed(told: dict[str, Any]) -> Response:
    """JSON with the keys and ids of the request as they came: a lone surrogate, which UTF-8 lacks, as its escape."""
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return Response(content, media_type="application/json")


async def about(request: Request) -> Response:
    """How to use the service."""
    return page(request, "reconcile.html", address=f"{described.address(request)}/reconcile", properties=PROPERTIES)


async def proposed(request: Request) -> Response:
    """The properties that entities of a type have."""
    wanted = request.query_params.get("type", "")
    kinds = kinds_of([wanted])
    found = [one for one in PROPERTIES.values() if not kinds or kinds[0] in one.kinds]
    limit = _number(request, "limit", len(PROPERTIES)) or len(PROPERTIES)
    told: dict[str, Any] = {"properties": [described.property_of(request, one) for one in found[:limit]]}
    return JSONResponse({**told, "limit": limit, **({"type": wanted} if wanted else {})})


async def suggest_entity(request: Request) -> Response:
    """Entities by the beginning of a name, or any part of it."""
    start = _number(request, "cursor", 0)
    index = await _index(request)
    hits = index.find(request.query_params.get("prefix", ""), tuple(Kind), _LISTED)[start:][:_PAGE]
    return JSONResponse({"result": [_suggested(request, hit.thing) for hit in hits]})


def _suggested(request: Request, thing: Thing) -> dict[str, Any]:
    types = [described.type_of(request, thing.of_class)]
    return {**described.entity(request, thing), "notable": [{"id": one["id"], "name": one["name"]} for one in types]}


async def suggest_type(request: Request) -> Response:
    """Types by a part of their name."""
    return _of_list(request, described.suggested_types(request, request.query_params.get("prefix", "")))


async def suggest_property(request: Request) -> Response:
    """Properties by a part of their name."""
    return _of_list(request, described.suggested_properties(request, request.query_params.get("prefix", "")))


def _of_list(request: Request, found: list[dict[str, Any]]) -> Response:
    return JSONResponse({"result": found[_number(request, "cursor", 0) :][:_PAGE]})


async def flyout(request: Request) -> Response:
    """A few lines about an entity, as HTML within JSON."""
    thing = await _entity(request)
    shown = page(request, "reconcile_entity.html", **_about(request, thing))
    return JSONResponse({"id": request.query_params["id"], "html": bytes(shown.body).decode().strip()})


async def preview(request: Request) -> Response:
    """The same as a page, to be shown in a frame."""
    shown = page(request, "reconcile_preview.html", **_about(request, await _entity(request)))
    shown.headers["Content-Security-Policy"] = _FRAMED
    return shown


def _about(request: Request, thing: Thing) -> dict[str, Any]:
    told = described.entity(request, thing)
    return {
        "thing": thing,
        "line": told.get("description"),
        "type": f"type_{thing.of_class}",
        "here": described.address(request),
    }


async def _entity(request: Request) -> Thing:
    id = request.query_params.get("id", "")
    thing = (await _index(request)).thing(request.app.state.site.base + id)
    if thing is None:
        raise HTTPException(404, f"there is no entity {id!r}. Give an id that the service gave")
    return thing


async def _index(request: Request) -> Index:
    found: Index = await request.app.state.site.shelf.index()
    return found


def _number(request: Request, field: str, fallback: int) -> int:
    given = request.query_params.get(field, str(fallback))
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise QueryError(f"{given!r} is no {field}", remedy="Give a whole number")
    return int(given)
