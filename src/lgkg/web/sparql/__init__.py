"""The SPARQL endpoint: SPARQL 1.1 Protocol, Service Description with VoID, and the Graph Store Protocol.

Queries run in processes that are ended when their time is up; that an answer was cut at its caps is announced. Only who
shows the token may write, and writes articles: a graph is made of them.
"""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from lgkg.web.sparql.answering import CUT, sparql
from lgkg.web.sparql.description import void
from lgkg.web.sparql.graphs import graph_store

_OPEN = [
    Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["*"],
        expose_headers=[CUT, "Retry-After"],
        max_age=86_400,
    )
]
"""Any website may read, without credentials."""

_WRITING = ["PUT", "POST", "DELETE", "PATCH"]


def routes() -> list[Route]:
    """The endpoint, the store of graphs, and the description of both."""
    return [
        Route("/sparql", sparql, methods=["GET", "POST", "OPTIONS"], middleware=_OPEN),
        Route("/rdf-graph-store", graph_store, methods=["GET", "OPTIONS", *_WRITING], middleware=_OPEN),
        Route("/.well-known/void", void, methods=["GET", "OPTIONS"], middleware=_OPEN),
    ]
