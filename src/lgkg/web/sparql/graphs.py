"""The SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/); see `writing` too."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lgkg.errors import UnknownGraphError
from lgkg.store import Dataset, Wanted
from lgkg.web.sparql.answering import listened, told
from lgkg.web.sparql.formats import GRAPHS, chosen, unacceptable
from lgkg.web.sparql.writing import WRITING, write

_ALL = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
_COUNTLESS = 1 << 60


async def graph_store(request: Request) -> Response:
    """A graph: `?graph=IRI` of one, `?default` of the merge of all."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=_allowed(request))
    if request.method in WRITING:
        return await write(request)
    if request.method not in ("GET", "HEAD"):
        raise HTTPException(405, _NO_MERGING, _allowed(request))
    _, media = chosen(request, request.query_params.get("format", ""))
    if media is None:
        raise unacceptable(tuple(GRAPHS))
    site = request.app.state.site
    how = Wanted(
        triples=GRAPHS[media], rows=_COUNTLESS, size=site.settings.answer, dataset=_graph(request), timeout=None
    )
    try:
        reply = await listened(request, site.pool.reply(_ALL, how))
    except UnknownGraphError as unknown:
        raise HTTPException(404, str(unknown)) from None
    if reply.cut is not None:
        raise HTTPException(403, f"the graph is larger than {site.settings.answer:,} bytes. Write it by `lgkg export`")
    return told(reply, media)


def _graph(request: Request) -> Dataset | None:
    """The graph that is wanted; None is the merge of all."""
    named = request.query_params.getlist("graph")
    default = "default" in request.query_params
    if len(named) + default != 1:
        raise HTTPException(400, "it is not told which graph is wanted. Send either ?graph=IRI or ?default")
    return None if default else Dataset((named[0],))


def _allowed(request: Request) -> dict[str, str]:
    may_write = request.app.state.site.settings.token is not None
    return {"Allow": ", ".join(("GET", "HEAD", "OPTIONS", *(WRITING if may_write else ())))}


_NO_MERGING = (
    "triples cannot be added to a graph: it follows from its article. PUT the article, or decide about people with "
    "`lgkg merge` and `lgkg split`"
)
