"""Answers at the IRI of a thing: the form that is wanted, or where an id went that was merged away."""

from __future__ import annotations

import re
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from lgkg.web.negotiation import wanted
from lgkg.web.pages.answering import HTML, KINDS, OFFERED, Answered, Wanted, answered, unknown
from lgkg.web.pages.description import FORMS
from lgkg.web.rendering import language_of, page

_NAME = re.compile(r"~?[A-Za-z0-9_-][A-Za-z0-9._-]{0,80}")


def routes(root: str) -> list[Route]:
    """The pages of things; `root` is the path that stands before every id."""
    return [Route(f"{root}{kind}/{{name}}", partial(thing, kind)) for kind in KINDS]


async def thing(kind: str, request: Request) -> Response:
    """A thing, in the form that the suffix or else the header `Accept` asks for."""
    name, _, suffix = request.path_params["name"].rpartition(".")
    if suffix not in (*FORMS, "html"):
        name, suffix = request.path_params["name"], ""
    if not _NAME.fullmatch(name):
        raise unknown()
    site, id, media = request.app.state.site, f"{kind}/{name}", _media(request, suffix)
    variant, held = (request.url.path, language_of(request)), request.headers.get("if-none-match", "")
    asked = Wanted(site.base + id, kind, media, request.query_params, variant, held)
    answer = await site.pool.run(lambda graph: answered(graph, asked))
    if answer.kept != asked.iri:
        return _sent_on(request, site.path(answer.kept), suffix)
    response = _response(request, id, media, answer)
    response.headers.update({"ETag": answer.tag, "Link": _links(request, id), **_caching(media)})
    return response


def _media(request: Request, suffix: str) -> str:
    if suffix:
        return FORMS.get(suffix, HTML)
    media = wanted(request.headers.get("accept"), OFFERED)
    if media is None:
        raise HTTPException(406, f"this is to be had as {', '.join(OFFERED)}", {"Vary": "Accept"})
    return media


def _response(request: Request, id: str, media: str, answer: Answered) -> Response:
    if answer.told is None:
        return Response(status_code=304)
    if isinstance(answer.told, bytes):
        return Response(answer.told, media_type=media)
    template, root = KINDS[id.partition("/")[0]][0], request.app.state.site.root
    forms = {form: f"{root}{id}.{form}" for form in FORMS}
    return page(request, template, iri=answer.kept, id=id, forms=forms, **answer.told)


def _sent_on(request: Request, path: str, suffix: str) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{path}{f'.{suffix}' if suffix else ''}{query}", 301, {"Vary": "Accept"})


def _links(request: Request, id: str) -> str:
    site = request.app.state.site
    base = site.root + id
    forms = [f'<{base}.{form}>; rel="alternate describedby"; type="{media}"' for form, media in FORMS.items()]
    html, itself = f'<{base}.html>; rel="alternate"; type="text/html"', f'<{site.base}{id}>; rel="canonical"'
    return ", ".join([*forms, html, itself])


def _caching(media: str) -> dict[str, str]:
    """A cache may keep the answer and asks each time whether it holds; scripts of other sites may read triples."""
    if media == HTML:
        return {"Cache-Control": "no-cache", "Vary": "Accept, Accept-Language, Cookie"}
    return {"Cache-Control": "no-cache", "Vary": "Accept", "Access-Control-Allow-Origin": "*"}
