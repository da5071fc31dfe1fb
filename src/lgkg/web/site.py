"""The website as an ASGI application: its rooms' routes, one graph behind them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from os import PathLike
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from lgkg.errors import LgkgError
from lgkg.web import asking, health, home, metrics, pages, reconcile, search, sparql, vocabulary, walk
from lgkg.web.guard import Guard
from lgkg.web.metrics import Metrics
from lgkg.web.pool import Pool
from lgkg.web.problems import missed, refused
from lgkg.web.settings import Settings
from lgkg.web.watch import Watch


class Site:
    """What the routes share; `request.app.state.site`.

    Args:
        folder: the graph's folder.
        settings: limits and permissions.

    Attributes:
        folder: the graph's folder.
        settings: limits and permissions.
        pool: the graph, to be asked.
        metrics: what is counted of requests and queries.
        kept: what rooms keep, by name.
        shelf: the index of its names, for searches.
        base: what stands before every id of the graph.
        root: the path of that on this website, where the pages of things lie: `/lgkg/id/`.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder, self.settings = folder, settings
        self.pool = Pool(folder, settings)
        self.metrics = Metrics(self.pool)
        self.kept: dict[str, Any] = {}
        self.shelf = search.Shelf(folder, settings.timeout)
        self.base = self.pool.manifest.base  # for good: the routes of pages lie below it
        self.root = urlsplit(self.base).path

    def path(self, iri: str) -> str:
        """Where the page of a thing lies on this website; of what is not of this graph, its IRI."""
        return self.root + iri.removeprefix(self.base) if iri.startswith(self.base) else iri


def site(folder: str | PathLike[str], settings: Settings | None = None) -> Starlette:
    """The website over the graph in a folder.

    Raises:
        GraphError: the folder is missing, is not a graph, or is damaged.
    """
    behind = Site(Path(folder), settings or Settings())

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        yield
        behind.pool.close()

    app = Starlette(
        routes=[
            *home.routes(),
            *asking.routes(),
            *search.routes(),
            *reconcile.routes(),
            *pages.routes(behind.root),
            *vocabulary.routes(),
            *walk.routes(),
            *sparql.routes(),
            *health.routes(),
            *metrics.routes(),
            Mount("/assets", StaticFiles(packages=[("lgkg.web", "assets")])),
        ],
        middleware=[
            Middleware(Watch, behind.metrics, behind.settings.access_log),
            Middleware(Guard, body=behind.settings.body),
        ],
        exception_handlers={LgkgError: refused, HTTPException: missed},
        lifespan=running,
    )
    app.state.site = behind
    return app
