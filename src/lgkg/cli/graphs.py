"""The graph that a command asks: one in a folder, or one in a triple store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

if TYPE_CHECKING:
    from lgkg.knowledge_graph import KnowledgeGraph

MaybeFolder: TypeAlias = Annotated[
    Path | None,
    typer.Argument(metavar="GRAPH", readable=False, help="The folder of a graph; left out with --endpoint."),
]
Endpoint: TypeAlias = Annotated[
    str | None, typer.Option(metavar="URL", help="Ask the triple store at this address instead of a folder.")
]


def opened(folder: Path | None, endpoint: str | None, timeout: float | None = None) -> KnowledgeGraph:
    """The graph that was named, open.

    Args:
        folder: its folder.
        endpoint: the address of its store; one of the two is given.
        timeout: seconds after which a query is stopped; the graph's own unless given.

    Raises:
        BadParameter: both are given, or neither.
    """
    from lgkg.knowledge_graph import TIMEOUT

    seconds = TIMEOUT if timeout is None else timeout
    if folder and not endpoint:
        from lgkg.graph import open_graph

        return open_graph(folder, timeout=seconds)
    if endpoint and not folder:
        from lgkg.endpoint import open_endpoint

        return open_endpoint(endpoint, timeout=seconds)
    raise typer.BadParameter("give the folder of a graph, or --endpoint URL", param_hint="GRAPH")
