"""What a request asks, by the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/, 2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from lgkg.store import Dataset

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_MOST = 1000
"""Parameters that a request may have."""

Parameters = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it was asked.

    Attributes:
        query: its text.
        dataset: the graphs that it shall see; None if it is not told.
        timeout: seconds that it may take; None if it is not told.
        form: what `format=` says; empty if nothing.
    """

    query: str
    dataset: Dataset | None
    timeout: float | None
    form: str


async def asked(request: Request) -> Asked | None:
    """The query of a request; None if it asks nothing: a GET without parameters.

    Raises:
        HTTPException: the request breaks the protocol, or is an update.
    """
    parameters = _read(request.scope["query_string"])
    if request.method == "POST":
        parameters += await _posted(request)
    elif not parameters:
        return None
    if any(name == "update" for name, _ in parameters):
        raise _update()
    form = dict(parameters).get("format", "")
    return Asked(_one("query", parameters), _dataset(parameters), _timeout(parameters), form)


async def _posted(request: Request) -> Parameters:
    media, _, rest = request.headers.get("content-type", "").partition(";")
    charset = rest.strip().lower().removeprefix("charset=").strip('"')
    if charset and charset not in ("utf-8", "utf8"):
        raise HTTPException(415, f"the charset {charset[:40]!r} is not read. Send UTF-8")
    match media.strip().lower():
        case "application/x-www-form-urlencoded":
            return _read(await request.body())
        case "application/sparql-query":
            return [("query", _text(await request.body()))]
        case "application/sparql-update":
            raise _update()
    raise HTTPException(415, f"a body of type {media[:80]!r} is not read. Send {_FORM} or {_QUERY}")


def _read(encoded: bytes) -> Parameters:
    try:
        return parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST)
    except ValueError:
        raise HTTPException(400, f"the parameters are no UTF-8, or more than {_MOST}. Encode them anew") from None


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise HTTPException(400, "the query is no UTF-8. Encode it anew") from None


def _one(name: str, parameters: Parameters) -> str:
    found = [value for key, value in parameters if key == name]
    if len(found) != 1:
        raise HTTPException(400, f"a request has one {name}, and this has {len(found)}. Send one")
    return found[0]


def _dataset(parameters: Parameters) -> Dataset | None:
    default = tuple(value for name, value in parameters if name == "default-graph-uri")
    named = tuple(value for name, value in parameters if name == "named-graph-uri")
    return Dataset(default, named) if default or named else None


def _timeout(parameters: Parameters) -> float | None:
    told = [value for name, value in parameters if name == "timeout"]
    try:
        seconds = float(told[-1]) if told else None
    except ValueError:
        seconds = -1
    if seconds is not None and not seconds > 0:
        raise HTTPException(400, f"timeout={told[-1][:20]} is no number of seconds. Send one, or leave it out")
    return seconds


def _update() -> HTTPException:
    return HTTPException(
        403, "this is an update, and a graph is only read: `lgkg update` makes it anew from its articles. Send a query"
    )
