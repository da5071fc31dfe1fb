"""Errors as answers: the right status, what happened and what to do, as a page or as plain text."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from lgkg.errors import BusyError, GraphError, LgkgError, QueryError, StoppedError
from lgkg.web.rendering import page

_STATUS: dict[type[LgkgError], int] = {
    StoppedError: 503,
    QueryError: 400,
    BusyError: 503,
    GraphError: 503,
}
"""The status of an error; a kind stands before what it is a kind of."""


async def refused(request: Request, error: Exception) -> Response:
    """The answer to a request that lgkg could not fulfil."""
    assert isinstance(error, LgkgError)
    status = next((status for kind, status in _STATUS.items() if isinstance(error, kind)), 500)
    return _told(request, status, public(error), {"Retry-After": "5"} if status == 503 else {})


def public(error: LgkgError) -> str:
    """What an error says to people elsewhere: of one about the graph's folder, not where it lies on this machine."""
    if isinstance(error, GraphError):
        return f"the graph cannot be asked: {error.what}"
    return str(error)


async def missed(request: Request, error: Exception) -> Response:
    """The answer to a request for what is not there, or in a way that is not known."""
    assert isinstance(error, HTTPException)
    return _told(request, error.status_code, error.detail, dict(error.headers or {}))


def _told(request: Request, status: int, message: str, headers: dict[str, str]) -> Response:
    if "text/html" in request.headers.get("accept", ""):
        response: Response = page(request, "problem.html", status, status=status, message=message)
    else:
        response = PlainTextResponse(f"{message}\n", status)
    response.headers.update(headers)
    return response
