"""Writing by the Graph Store Protocol, for those who show the token: an article's graph is written by its article.

A graph follows from its articles byte for byte, so triples cannot be put into one: they would be gone with the next
`lgkg update`. What can be put is the article, as text or as JSON, under the address of its graph; the graph is then
what `lgkg update` makes of it. DELETE takes the article out, as `lgkg remove` does.

    PUT /rdf-graph-store?graph=https://w3id.org/lgkg/id/article/news-1
    Authorization: Bearer …
    Content-Type: application/json

    {"title": "…", "published": "2024-01-31", "url": "https://…", "text": "…"}
"""

from __future__ import annotations

import asyncio
import hmac
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from lgkg.graph import Graph
from lgkg.identity.mint import keep
from lgkg.store import Iri

WRITING = ("PUT", "DELETE")
_DONE = 0
_FIELDS = ("title", "published", "url", "text")
_TURN = asyncio.Lock()
"""One change at a time: each makes the whole folder anew."""


async def write(request: Request) -> Response:
    """Puts the article of a graph in, or takes it out.

    Raises:
        HTTPException: nobody may write, the token is missing or wrong, the graph is not that of an article, the body is
            no article, or it could not be done.
    """
    _check_token(request)
    site = request.app.state.site
    id = _article(request, site.base)
    async with _TURN:
        there = await site.pool.run(lambda graph: _is_there(graph, id))
        if request.method == "DELETE":
            if not there:
                raise HTTPException(404, f"the graph holds no article {id!r}")
            await _run("remove", str(site.folder), id)
            return Response(status_code=204)
        await _put(site.folder, id, await _record(request, id))
    return PlainTextResponse("the article is in the graph\n", 200 if there else 201)


def _check_token(request: Request) -> None:
    token = request.app.state.site.settings.token
    if token is None:
        raise HTTPException(405, _CLOSED, {"Allow": "GET, HEAD, OPTIONS"})
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not shown:
        raise HTTPException(
            401, "who writes shows the token as `Authorization: Bearer …`", {"WWW-Authenticate": "Bearer"}
        )
    if not hmac.compare_digest(shown.strip().encode(), token.encode()):
        raise HTTPException(403, "the token is wrong")


def _article(request: Request, base: str) -> str:
    """The id of the article whose graph is named."""
    named = request.query_params.getlist("graph")
    id = named[0].removeprefix(f"{base}article/") if len(named) == 1 else ""
    if not id or f"{base}{keep('article', id)}" != named[0]:
        raise HTTPException(
            400, f"name the graph of one article: ?graph={base}article/ID, ID of at most 64 letters, digits, - and _"
        )
    return id


async def _record(request: Request, id: str) -> dict[str, Any]:
    """The article in the body, as a line of JSON Lines has it."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    try:
        if kind == "text/plain":
            return {"id": id, "text": body.decode()}
        if kind == "application/json":
            told = json.loads(body)
            if not isinstance(told, dict):
                raise ValueError("it is no object")
            return {"id": id, **{field: told[field] for field in _FIELDS if field in told}}
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"the article cannot be read: {error}") from None
    raise HTTPException(
        415, "give the article whose graph it is, as text/plain or application/json: triples follow from articles"
    )


async def _put(folder: Path, id: str, record: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "article.jsonl"
        file.write_text(json.dumps(record), "utf-8")
        await _run("update", str(folder), str(file))


async def _run(*command: str) -> None:
    """Runs a command of lgkg in a process of its own, so that the website goes on answering."""
    started = [sys.executable, "-P", "-c", "from lgkg.cli import main; main()", *command]
    process = await asyncio.create_subprocess_exec(
        *started, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    _, told = await process.communicate()
    if process.returncode != _DONE:
        raise HTTPException(422, told.decode("utf-8", "replace").strip()[:2_000] or "the graph could not be changed")


def _is_there(graph: Graph, id: str) -> bool:
    return bool(
        graph.query("ASK { ?article a lgkg:Article }", article=Iri(graph.manifest.base + keep("article", id))).boolean
    )


_CLOSED = (
    "graphs are only read here: nobody was given a token for writing. Start the website with LGKG_TOKEN set, or use "
    "`lgkg update` and `lgkg remove`"
)
