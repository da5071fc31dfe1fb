"""The first page: what the graph holds, and where to begin."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lgkg.web.pages import front
from lgkg.web.rendering import page


def routes() -> list[Route]:
    """The first page."""
    return [Route("/", home)]


async def home(request: Request) -> Response:
    """The first page."""
    return page(request, "home.html", front=await request.app.state.site.pool.run(front))
