"""`lgkg build`: articles in, a graph out, and a summary of what was found."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from lgkg.cli.options import INPUTS, Column, Jobs
from lgkg.cli.outcome import DONE, PROBLEMS
from lgkg.cli.progress import progress_bar
from lgkg.cli.summary import Problems, parts_summary, summary, unbroken
from lgkg.cli.terminal import write

if TYPE_CHECKING:
    from lgkg.building import BuildReport


class Engine(StrEnum):
    """What a build runs on."""

    LOCAL = "local"
    SPARK = "spark"


def build(
    inputs: Annotated[list[str], INPUTS],
    out: Annotated[str, typer.Option(metavar="GRAPH", help="The graph's folder; a graph in it is replaced.")],
    jobs: Jobs = 1,
    column: Column = None,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What stands before every id in the graph; ends in /.")
    ] = None,
    include_private: Annotated[
        bool, typer.Option("--include-private", help="Keep people named without an office or public capacity.")
    ] = False,
    ledger: Annotated[
        str | None, typer.Option(metavar="FILE", help="What was settled about who is who, instead of the graph's own.")
    ] = None,
    redactions: Annotated[
        str | None, typer.Option(metavar="FILE", help="Who is withheld, instead of the graph's own list.")
    ] = None,
    engine: Annotated[
        Engine, typer.Option(help="spark: on Apache Spark, with paths that it reaches (hdfs://, s3a://).")
    ] = Engine.LOCAL,
    master: Annotated[
        str | None, typer.Option(metavar="MASTER", help="With --engine spark: where it runs, as 'local[2]' or yarn.")
    ] = None,
) -> int:
    """Build a graph from articles.

    What cannot be read is named and left out; the rest goes on. A graph that was there before stays whole until the
    new one is complete. On Spark the graph comes in parts, gzipped N-Quads and Parquet tables; docs/scale.md shows how.

    \b
    Example:
      lgkg build data/samples/articles --out out/demo
      lgkg build news.jsonl.gz more/ --out out/news --jobs 4
    """
    from lgkg.rdf import DEFAULT_BASE

    if master and engine is Engine.LOCAL:
        raise typer.BadParameter("it is for --engine spark", param_hint="--master")
    settings: _Settings = {
        "base": base or DEFAULT_BASE,
        "include_private": include_private,
        "columns": dict(column or ()),
        "ledger": ledger,
        "redactions": redactions,
    }
    problems = Problems()
    try:
        with unbroken("build", Path(out)):
            report = (
                _on_spark(inputs, out, master, problems, settings)
                if engine is Engine.SPARK
                else _here(inputs, out, jobs, problems, settings)
            )
    finally:
        problems.sum_up()
    write("".join(f"{line}\n" for line in (parts_summary(report, out) if engine is Engine.SPARK else summary(report))))
    return PROBLEMS if report.problem_count else DONE


class _Settings(TypedDict):
    base: str
    include_private: bool
    columns: dict[str, str]
    ledger: str | None
    redactions: str | None


def _here(inputs: list[str], out: str, jobs: int, problems: Problems, settings: _Settings) -> BuildReport:
    from lgkg.building import build as build_graph

    with progress_bar() as progress:
        return build_graph(inputs, out, jobs=jobs, progress=progress, on_problem=problems.show, **settings)


def _on_spark(inputs: list[str], out: str, master: str | None, problems: Problems, settings: _Settings) -> BuildReport:
    from lgkg.building.spark import build_on_spark

    return build_on_spark(inputs, out, master=master, on_problem=problems.show, **settings)
