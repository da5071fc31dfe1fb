"""`lgkg export`: writes a graph as one file for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lgkg.cli.options import GraphFolder
from lgkg.cli.terminal import say


class Format(StrEnum):
    """Those of `lgkg.store.ExportFormat` and `lgkg.sharing.SharedFormat`, named here too to spare `--help` both."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    PARQUET = "parquet"
    FTM = "ftm"
    POPOLO = "popolo"


_SHARED = (Format.FTM, Format.POPOLO)


def export(
    graph: GraphFolder,
    format: Annotated[Format, typer.Option(help="nquads, trig and jsonld keep the graph of each article.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Gzipped if its name ends in .gz; of parquet a folder."),
    ],
) -> None:
    """Write a graph to one file that other programs read; as parquet, to a folder of tables for data frames.

    \b
    Example:
      lgkg export out/demo --format turtle -o out/demo.ttl
      lgkg export out/demo --format nquads -o out/demo.nq.gz
      lgkg export out/demo --format parquet -o out/tables
      lgkg export out/demo --format ftm -o out/demo.ftm.json
    """
    from lgkg.graph import open_graph

    with open_graph(graph) as opened:
        if format in _SHARED:
            from lgkg.sharing import share

            share(opened, format.value, output)
        else:
            opened.export(format.value, output)
    say(f"wrote {output}")
