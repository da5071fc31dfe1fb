"""`lgkg build`: articles in, a graph out, and a summary of what was found."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lgkg.cli.options import Articles, Column, Jobs
from lgkg.cli.outcome import DONE, PROBLEMS
from lgkg.cli.progress import progress_bar
from lgkg.cli.summary import Problems, summary, unbroken
from lgkg.cli.terminal import write


def build(
    inputs: Articles,
    out: Annotated[
        Path, typer.Option(metavar="GRAPH", readable=False, help="The graph's folder; a graph in it is replaced.")
    ],
    jobs: Jobs = 1,
    column: Column = None,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What stands before every id in the graph; ends in /.")
    ] = None,
    include_private: Annotated[
        bool, typer.Option("--include-private", help="Keep people named without an office or public capacity.")
    ] = False,
    redactions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", readable=False, help="Who is withheld, instead of the graph's own list."),
    ] = None,
) -> int:
    """Build a graph from articles.

    What cannot be read is named and left out; the rest goes on. A graph that was there before stays whole until the
    new one is complete.

    \b
    Example:
      lgkg build data/samples/articles --out out/demo
      lgkg build news.jsonl.gz more/ --out out/news --jobs 4
    """
    from lgkg.building import build as build_graph
    from lgkg.rdf import DEFAULT_BASE

    problems = Problems()
    try:
        with unbroken("build", out), progress_bar() as progress:
            report = build_graph(
                inputs,
                out,
                jobs=jobs,
                base=base or DEFAULT_BASE,
                include_private=include_private,
                columns=dict(column or ()),
                redactions=redactions,
                progress=progress,
                on_problem=problems.show,
            )
    finally:
        problems.sum_up()
    write("".join(f"{line}\n" for line in summary(report)))
    return PROBLEMS if report.problem_count else DONE
