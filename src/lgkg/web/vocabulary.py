"""The JSON-LD context of the ontology, at a path of its own, for those who write or read JSON in its words."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from lgkg import resources
from lgkg.rdf.terms import LGKG

CONTEXT = f"{urlsplit(LGKG).path}/context.jsonld"
"""Its path: `/lgkg/ontology/context.jsonld`, below that of the ontology's terms, whatever the graph's base."""


def routes() -> list[Route]:
    """The path of the context."""
    return [Route(CONTEXT, _context)]


async def _context(request: Request) -> Response:
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=86400"}
    return FileResponse(resources.ontology("context.jsonld"), media_type="application/ld+json", headers=headers)
