"""Writes a graph in a format of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from os import PathLike
from pathlib import Path

from lgkg.graph import Graph
from lgkg.sharing.ftm import ftm_lines
from lgkg.sharing.popolo import popolo_lines
from lgkg.store.disk import writing_whole


class SharedFormat(StrEnum):
    """What a graph can be shared as."""

    FTM = "ftm"
    POPOLO = "popolo"


_WRITERS: dict[SharedFormat, Callable[[Graph], Iterator[str]]] = {
    SharedFormat.FTM: ftm_lines,
    SharedFormat.POPOLO: popolo_lines,
}


def share(graph: Graph, form: SharedFormat | str, path: str | PathLike[str]) -> None:
    """Writes a graph to a file, gzipped if its name ends in `.gz`; the same graph gives the same bytes.

    Args:
        graph: the graph.
        form: `ftm` (FollowTheMoney entities as JSON lines) or `popolo` (one JSON object).
        path: the file.

    Raises:
        GraphError: the file cannot be written, or `followthemoney` is wanted and not installed.
        ValueError: there is no such format.
    """
    writer = _WRITERS[SharedFormat(form)]
    with writing_whole(Path(path)) as file:
        for line in writer(graph):
            file.write(line.encode())
