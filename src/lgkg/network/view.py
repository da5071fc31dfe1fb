"""Draws a graph's network into one HTML file: projects, cuts down, describes, lays out, writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from os import PathLike
from pathlib import Path

from lgkg.graph import Graph
from lgkg.network.details import describe
from lgkg.network.measures import measures
from lgkg.network.projection import project
from lgkg.store.disk import writing_whole

TOP = 300
"""How many people a picture shows unless told otherwise: about as many as can be told apart on a screen."""


@dataclass(frozen=True, slots=True)
class ViewReport:
    """What was drawn.

    Attributes:
        shown: how many people.
        total: how many there were to show, had there been no cap.
        path: the file.
    """

    shown: int
    total: int
    path: Path


def view(
    graph: Graph,
    output: str | PathLike[str],
    *,
    top: int = TOP,
    person: str | None = None,
    since: date | None = None,
    until: date | None = None,
    province: str | None = None,
    language: str = "th",
) -> ViewReport:
    """Writes a picture of who appeared at the same events as whom: one HTML file that opens without a network.

    The same graph and arguments give the same bytes.

    Args:
        graph: where to read.
        output: the file to write.
        top: how many people to show at most: those with the most events in common with others.
        person, since, until, province: what to show; see `project`.
        language: `th` or `en`, the language the page opens in; a button on it switches.

    Raises:
        QueryError: there is no such person or province.
        GraphError: the file cannot be written.
    """
    from lgkg.network.picture import page  # networkx and pyvis take a second to import

    whole = project(graph, since=since, until=until, province=province, person=person)
    network = whole.top(top)
    content = page(describe(graph, network), language, measures(whole)).encode()
    path = Path(output)
    with writing_whole(path) as file:
        file.write(content)
    return ViewReport(len(network.nodes), network.total, path)
