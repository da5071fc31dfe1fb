"""Whether the website can answer: for whoever starts it anew when it cannot."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lgkg.errors import LgkgError
from lgkg.web.pool import Pool
from lgkg.web.problems import public


def routes() -> list[Route]:
    """`/health`."""
    return [Route("/health", health)]


async def health(request: Request) -> Response:
    """200 with what is served, or 503 with why the graph cannot be asked."""
    pool: Pool = request.app.state.site.pool
    try:
        asked = await pool.run(lambda graph: graph.query("ASK { GRAPH ?g { ?s ?p ?o } }").boolean)
    except LgkgError as error:
        return _told({"status": "failing", "reason": public(error)}, 503)
    about = pool.manifest
    return _told(
        {
            "status": "ok" if asked else "empty",
            "version": about.version,
            "build": pool.build,
            "input_sha256": about.input_sha256,
            "articles": about.articles,
            "quads": about.quads,
        },
        200,
    )


def _told(what: dict[str, object], status: int) -> Response:
    return JSONResponse(what, status, {"Cache-Control": "no-store"})
