"""Formats of answers: their media types, and which of them is wanted."""

from __future__ import annotations

from functools import lru_cache

from starlette.exceptions import HTTPException
from starlette.requests import Request

from lgkg.web.negotiation import wanted

TABLES = {
    "application/sparql-results+json": "JSON",
    "application/json": "JSON",
    "application/sparql-results+xml": "XML",
    "application/xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
}
"""Media types of rows, and of a yes or no, and what the engine calls them; the first is given where all are taken."""

GRAPHS = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/ld+json": "JSON_LD",
    "application/rdf+xml": "RDF_XML",
}
"""The same of graphs."""

SHORT = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
"""What `format=` may say, for links that download; clients say it by media type, too, and besides the header."""


def chosen(request: Request, asked: str = "") -> tuple[str | None, str | None]:
    """The media types to answer with: of a table, and of a graph; None where none is taken.

    Args:
        request: its header says what it takes.
        asked: what `format=` says, if anything.
    """
    return _chosen(SHORT.get(asked, asked), request.headers.get("accept", ""))


@lru_cache(1024)
def _chosen(asked: str, accept: str) -> tuple[str | None, str | None]:
    table = asked if asked in TABLES else wanted(accept, tuple(TABLES))
    return table, asked if asked in GRAPHS else wanted(accept, tuple(GRAPHS))


def unacceptable(offered: tuple[str, ...]) -> HTTPException:
    """The answer to who takes nothing of what there is."""
    return HTTPException(406, f"none of these is taken: {', '.join(offered)}. Name one in Accept", {"Vary": "Accept"})


def content_type(media: str) -> str:
    """The media type as a header; all is UTF-8."""
    return f"{media}; charset=utf-8"
