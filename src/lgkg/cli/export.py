"""`lgkg export`: writes a graph as one file for other programs."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lgkg.cli.options import GraphFolder
from lgkg.cli.terminal import say


class Format(StrEnum):
    """Those of `lgkg.store.ExportFormat` and `lgkg.sharing.SharedFormat`, named here too to spare `--help` both."""

    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    PARQUET = "parquet"
    FTM = "ftm"
    POPOLO = "popolo"


_SHARED = (Format.FTM, Format.POPOLO)
_SPLIT = (Format.NQUADS, Format.NTRIPLES)


def export(
    graph: GraphFolder,
    format: Annotated[Format, typer.Option(help="nquads, trig and jsonld keep the graph of each article.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Gzipped if its name ends in .gz; of parquet a folder."),
    ],
    split: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Write parts of about N quads into a folder, for bulk loaders."),
    ] = None,
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DAY",
            help="With --split: the day on which the files are published; that of the newest article if left out.",
        ),
    ] = None,
) -> None:
    """Write a graph to one file that other programs read; as parquet, to a folder of tables for data frames.

    With --split, nquads come in parts; ntriples, which need it, in a file for each named graph. Checksums and
    descriptions of the data set (VoID and DCAT, RO-Crate) lie beside them.

    \b
    Example:
      lgkg export out/demo --format turtle -o out/demo.ttl
      lgkg export out/demo --format nquads -o out/demo.nq.gz
      lgkg export out/demo --format parquet -o out/tables
      lgkg export out/demo --format ftm -o out/demo.ftm.json
      lgkg export out/demo --format nquads --split 1000000 -o out/parts
    """
    from lgkg.graph import open_graph

    if (format in _SPLIT) < (split is not None) or (format is Format.NTRIPLES) > (split is not None):
        raise typer.BadParameter("nquads can be split, ntriples must be, other formats cannot", param_hint="--split")
    if published and split is None:
        raise typer.BadParameter("only a folder of parts tells it: give --split, too", param_hint="--published")
    with open_graph(graph) as opened:
        if split is not None:
            from lgkg.sharing import split as split_graph

            split_graph(opened, format.value, output, split, published.date() if published else None)
            if not published and not opened.info().published:
                say("no article tells its day, which ro-crate-metadata.json must have: give --published DAY")
        elif format in _SHARED:
            from lgkg.sharing import share

            share(opened, format.value, output)
        else:
            opened.export(format.value, output)
    say(f"wrote {output}")
