"""The page of what a search finds, and the same as JSON while somebody types."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from lgkg.errors import QueryError
from lgkg.identity import EqualNames
from lgkg.web.rendering import language_of, page
from lgkg.web.search.index import LIMIT, Hit
from lgkg.web.search.shown import other_name, parts
from lgkg.web.search.things import Kind
from lgkg.web.search.typed import LONGEST

MOST = 50
"""Hits that one request gets at most."""
_NAME = 2_000
"""Code points of a name that is looked up as a whole."""
_EACH = 6
"""Hits of each kind on the page of all kinds."""


def routes() -> list[Route]:
    """The page, the suggestions, and the way from a name to its page."""
    return [Route("/search", search), Route("/api/search", suggestions), Route("/called", called)]


async def search(request: Request) -> Response:
    """The page: what was found, by kind; of one kind more of it."""
    text, kinds = _asked(request), _kinds(request)
    index = await request.app.state.site.shelf.index()
    groups = index.groups(text, kinds, MOST if kinds else _EACH)
    told = [(group, [_told(request, hit, text) for hit in group.hits]) for group in groups]
    return page(request, "search.html", text=text, groups=told, single=bool(kinds))


async def suggestions(request: Request) -> Response:
    """The hits as JSON, best first: `{"query": …, "hits": [{"iri", "path", "label", "kind", …}]}`."""
    text = _asked(request)
    index = await request.app.state.site.shelf.index()
    hits = index.find(text, _kinds(request), _limit(request))
    told = {"query": text, "hits": [_told(request, hit, text) for hit in hits]}
    return JSONResponse(told, headers={"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"})


async def called(request: Request) -> Response:
    """Sends to the page of what bears just this name, or to the search where that is not one thing.

    `name` is a preferred name, or the id of an article; `kind` is what it is of.
    """
    name, kinds, site = _asked(request, "name", _NAME), _kinds(request), request.app.state.site
    index = await site.shelf.index()
    article = index.thing(site.base + EqualNames().article(name)) if kinds == [Kind.ARTICLE] else None
    alike = [article] if article else index.labelled(name) or index.called(name)
    found = [one for one in alike if not kinds or one.kind in kinds]
    if len(found) == 1:
        return RedirectResponse(site.path(found[0].iri), 303)
    sought = {"q": name[:LONGEST]} | ({"kind": ",".join(kinds)} if kinds else {})
    return RedirectResponse(f"/search?{urlencode(sought)}", 303)


def _told(request: Request, hit: Hit, text: str) -> dict[str, object]:
    thing = hit.thing
    return {
        "iri": thing.iri,
        "path": request.app.state.site.path(thing.iri),
        "label": thing.label,
        "parts": parts(thing.label, text),
        "also": other_name(hit, text),
        "kind": thing.kind,
        "context": thing.context[language_of(request)],
        "articles": thing.articles,
        "way": hit.way.name.lower(),
    }


def _asked(request: Request, parameter: str = "q", longest: int = LONGEST) -> str:
    return request.query_params.get(parameter, "").encode("utf-8", "replace").decode().strip()[:longest]


def _kinds(request: Request) -> list[Kind]:
    wanted = [name for given in request.query_params.getlist("kind") for name in given.split(",") if name]
    try:
        return [Kind(name) for name in wanted]
    except ValueError:
        raise QueryError(f"there is no kind {','.join(wanted)!r}", remedy=f"Give one of: {', '.join(Kind)}") from None


def _limit(request: Request) -> int:
    given = request.query_params.get("limit", str(LIMIT))
    if not (given.isascii() and given.isdigit() and len(given) < 10 and 1 <= int(given) <= MOST):
        raise QueryError(f"{given!r} is no limit", remedy=f"Give a number from 1 to {MOST}")
    return int(given)
