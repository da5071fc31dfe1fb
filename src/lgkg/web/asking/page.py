"""The page `/query`, and the terms that its editor completes."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lgkg.graph import Graph
from lgkg.markup.words import Words
from lgkg.pages import part
from lgkg.questions import Kind, Question, Theme, questions
from lgkg.questions.values import MOST
from lgkg.web.asking.asked import Asked, asked_by, understood
from lgkg.web.asking.terms import terms
from lgkg.web.rendering import language_of, page
from lgkg.web.search import Kind as Sought

ROOM = "lgkg.web.asking"
_SOUGHT: dict[Kind, Sought] = {Kind.ORGANISATION: Sought.ORGANIZATION, Kind.PROVINCE: Sought.PLACE}
"""Kinds that the search calls otherwise."""


def routes() -> list[Route]:
    """The page and what its scripts load."""
    return [Route("/query", query), Route("/query/terms.json", Terms())]


async def query(request: Request) -> Response:
    """The page: the questions, what is asked by the address, and the editor."""
    language = language_of(request)
    asked = asked_by(dict(request.query_params))
    if asked.question:
        asked = await request.app.state.site.pool.run(lambda graph: understood(graph, asked, language))
    status = 400 if asked.problem else 200
    return page(request, "query.html", status, asked=asked, themes=_themes(), most=MOST, told=_told(request, asked))


class Terms:
    """The terms of the graph as JSON, found once for each build of it."""

    def __init__(self) -> None:
        self._known: tuple[str, bytes] | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answers one request."""
        request = Request(scope, receive)
        pool = request.app.state.site.pool
        if self._known is None or self._known[0] != pool.current():
            self._known = await pool.run(lambda graph: (graph.build, _packed(graph)))
        headers = {"Cache-Control": "max-age=300"}
        await Response(self._known[1], media_type="application/json", headers=headers)(scope, receive, send)


def _packed(graph: Graph) -> bytes:
    return json.dumps(terms(graph), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _themes() -> list[tuple[Theme, list[Question]]]:
    order = list(Theme)
    listed = sorted(questions(), key=lambda question: (order.index(question.theme), question.id))
    return [(theme, list(found)) for theme, found in groupby(listed, key=lambda question: question.theme)]


def _told(request: Request, asked: Asked) -> dict[str, Any]:
    """What the scripts of the page have to know."""
    site, language = request.app.state.site, language_of(request)
    columns = asked.question.columns if asked.question else {}
    return {
        "language": language,
        "base": site.base,
        "root": site.root,
        "rows": site.settings.rows,
        "seconds": site.settings.timeout,
        "columns": {name: column.of(language) for name, column in columns.items()},
        "names": {name: _SOUGHT.get(column.names, column.names) for name, column in columns.items() if column.names},
        "several": [name for name, column in columns.items() if column.several],
        "words": _words(language),
    }


def _words(language: str) -> dict[str, str]:
    """The words that scripts show; theirs are the keys that begin with `js_`."""
    word = Words(language, ROOM)
    keys = (key for key in json.loads(part(ROOM, "words.json")) if key.startswith("js_"))
    return {key.removeprefix("js_"): word(key) for key in keys}
