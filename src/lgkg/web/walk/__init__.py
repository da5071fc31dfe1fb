"""The network page: a picture of who appeared with whom that can be walked through the whole graph.

Everything in it comes from the parts of the picture (`lgkg.network.picture`), served as files, and from `answers`: who
is shown after the steps of a walk, what is known of a person, who is called so. The address says the whole walk.
"""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lgkg.web.rendering import page


def routes() -> list[Route]:
    """The page, its files, and what it asks for."""
    from lgkg.web.walk.answers import answers
    from lgkg.web.walk.files import files  # which load networkx and numpy

    return [Route("/network", network), *answers(), *files()]


async def network(request: Request) -> Response:
    """The page; `?draw=webgl` draws with WebGL, if that is built."""
    from lgkg.network.picture import stage
    from lgkg.web.walk.files import renderers, scripts, stylesheet
    from lgkg.web.walk.words import client_words

    wanted = request.query_params.get("draw", "")
    renderer = wanted if wanted in renderers() else "canvas"
    return page(
        request,
        "network.html",
        renderer=renderer,
        scripts=scripts(renderer),
        stylesheet=stylesheet(),
        stage=Markup(stage()),
        words=client_words(),
        pages=request.app.state.site.root,
    )
