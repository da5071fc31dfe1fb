"""`lgkg export`: writes a graph as one file for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lgkg.cli.options import GraphFolder
from lgkg.cli.terminal import say


class Format(StrEnum):
    """The formats of `lgkg.store.ExportFormat`, named here too so that `--help` need not load the store."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"


def export(
    graph: GraphFolder,
    format: Annotated[Format, typer.Option(help="nquads, trig and jsonld keep the graph of each article.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Gzipped if its name ends in .gz.")],
) -> None:
    """Write a graph to one file that other programs read.

    \b
    Example:
      lgkg export out/demo --format turtle -o out/demo.ttl
      lgkg export out/demo --format nquads -o out/demo.nq.gz
    """
    from lgkg.graph import open_graph

    with open_graph(graph) as opened:
        opened.export(format.value, output)
    say(f"wrote {output}")
