"""Draws a graph's network into one file, HTML, SVG or PNG: projects, cuts down, describes, lays out, writes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from os import PathLike
from pathlib import Path
from typing import Unpack

from lgkg.knowledge_graph import KnowledgeGraph
from lgkg.network.details import describe
from lgkg.network.filters import Filters
from lgkg.network.measures import measures
from lgkg.network.model import Network
from lgkg.network.projection import project
from lgkg.store.disk import writing_whole

TOP = 300
"""How many people a picture shows unless told otherwise: about as many as can be told apart on a screen."""


class ViewFormat(StrEnum):
    """What a picture is written as."""

    HTML = "html"
    SVG = "svg"
    PNG = "png"


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
    graph: KnowledgeGraph,
    output: str | PathLike[str],
    *,
    top: int = TOP,
    language: str = "th",
    format: ViewFormat | None = None,
    **filters: Unpack[Filters],
) -> ViewReport:
    """Writes a picture of who appeared at the same events as whom: one file that opens without a network.

    The same graph and arguments give the same bytes.

    Args:
        graph: where to read.
        output: the file to write.
        top: how many people to show at most: those with the most events in common with others.
        language: `th` or `en`, the language of the picture; a page has a button that switches.
        format: a page to explore, or a still picture for a report; what the file's ending says unless given, and a
            page where it says nothing.
        filters: what to show; see `Filters`.

    Raises:
        QueryError: there is no such person or province.
        GraphError: the file cannot be written.
        PictureError: what draws so many people, or PNG, is not installed.
    """

    whole = project(graph, **filters)
    network = whole.top(top)
    path = Path(output)
    content = _drawn(graph, whole, network, language, ViewFormat(format) if format else _by_ending(path))
    with writing_whole(path) as file:
        file.write(content)
    return ViewReport(len(network.nodes), network.total, path)


def _by_ending(file: Path) -> ViewFormat:
    ending = file.suffix.removeprefix(".").lower()
    return ViewFormat(ending) if ending in list(ViewFormat) else ViewFormat.HTML


def _drawn(graph: KnowledgeGraph, whole: Network, network: Network, language: str, format: ViewFormat) -> bytes:
    from lgkg.network.picture import page, png, svg  # networkx and pyvis take a second to import

    described = describe(graph, network)
    if format is ViewFormat.HTML:
        return page(described, language, measures(whole)).encode()
    drawing = svg(described, language)
    return png(drawing) if format is ViewFormat.PNG else drawing.encode()
