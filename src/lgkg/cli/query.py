"""`lgkg query`: asks a graph in SPARQL, from a file, or by the name of a built-in question."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.answers import Format, show
from lgkg.cli.graphs import Endpoint, MaybeFolder, opened
from lgkg.cli.terminal import say
from lgkg.errors import QueryError

if TYPE_CHECKING:
    from lgkg.knowledge_graph import KnowledgeGraph
    from lgkg.store.answer import Answer

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_FILE_ENDS = (".rq", ".sparql")


def query(
    graph: MaybeFolder = None,
    query: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="SPARQL, a .rq file, or the id of a question.")
    ] = None,
    endpoint: Endpoint = None,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="A value for the question, or for ?NAME in the query; repeatable."),
    ] = None,
    format: Annotated[Format, typer.Option(help="How to show the answer.")] = Format.TABLE,
    limit: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Show at most N rows; a table shows 1,000 unless told.")
    ] = None,
    timeout: Annotated[
        int, typer.Option(min=1, max=86_400, metavar="SECONDS", help="Stop the query after that long.")
    ] = 60,
) -> None:
    """Ask a graph a question.

    Without GRAPH in it, a query sees what all articles say; common prefixes need no declaration. In a --param for a
    query of your own, a value in <…> is an address, any other is text.

    \b
    Example:
      lgkg questions
      lgkg query out/demo who-met-whom --limit 5
      lgkg query out/demo 'SELECT ?name { ?p a lgkg:Person ; foaf:name ?name } ORDER BY ?name' --format csv
      lgkg query out/demo 'SELECT * { ?s ?p ?o }' --format csv --timeout 600
      lgkg query --endpoint http://localhost:7878 who-met-whom --limit 5
    """
    if endpoint and query is None and graph:  # the one word is the query where no folder is needed
        graph, query = None, str(graph)
    if query is None:
        raise typer.BadParameter("what is to be asked is missing", param_hint="QUERY")
    parameters = dict(map(_parameter, param or []))
    with opened(graph, endpoint, timeout) as asked:
        answer = _answer(asked, query, parameters)
    show(answer, format, limit)
    _tell_of_more(query, parameters, answer)


def _answer(graph: KnowledgeGraph, query: str, parameters: dict[str, str]) -> Answer:
    if query.endswith(_FILE_ENDS):
        return graph.query(_read(Path(query)), **_bindings(parameters))
    if _NAME.fullmatch(query):
        from lgkg.questions import question

        return question(query).ask(graph, **parameters)
    return graph.query(query, **_bindings(parameters))


def _tell_of_more(query: str, parameters: dict[str, str], answer: Answer) -> None:
    """Says that there may be more rows where a question has as many as it asks for; --limit gives no more of these."""
    from lgkg.questions import question

    most = question(query).most(parameters) if _NAME.fullmatch(query) else None
    if most and len(answer) == most[1]:
        say(f"the question asks for {most[1]:,} rows and there may be more; --param {most[0]}=N asks for N")


def _parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise typer.BadParameter(f"{text!r} is not of the form NAME=VALUE", param_hint="--param")
    return name, value


def _bindings(parameters: dict[str, str]) -> dict[str, str]:
    from lgkg.store import Iri

    return {
        name: Iri(value[1:-1]) if value.startswith("<") and value.endswith(">") else value
        for name, value in parameters.items()
    }


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise QueryError(f"the query cannot be read: {reason}", where=str(file), remedy="Check the file") from error
