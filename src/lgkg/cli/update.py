"""`lgkg update`: reads what is new or changed into a graph."""

from __future__ import annotations

from typing import Annotated

import typer

from lgkg.cli.options import ArticlesIfAny, Column, GraphFolder, Jobs
from lgkg.cli.outcome import DONE, PROBLEMS
from lgkg.cli.progress import progress_bar
from lgkg.cli.summary import Problems, change_summary, unbroken
from lgkg.cli.terminal import write


def update(
    graph: GraphFolder,
    inputs: ArticlesIfAny = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="Read again what could not be read, from where status.jsonl says it was.")
    ] = False,
    jobs: Jobs = 1,
    column: Column = None,
) -> int:
    """Read articles that are new or changed into a graph.

    Articles whose content the graph has are passed over. The result is that of a build from all articles; ids of people
    stay. The graph stays whole until the new one is complete.

    \b
    Example:
      lgkg update out/demo more/
      lgkg update out/demo news.jsonl.gz --jobs 4
      lgkg update out/demo --failed
    """
    from lgkg.building import update as update_graph

    if bool(inputs) == failed:
        raise typer.BadParameter("give files or folders of articles, or --failed", param_hint="INPUT")
    problems = Problems()
    try:
        with unbroken("update", graph), progress_bar() as progress:
            report = update_graph(
                graph,
                inputs or (),
                failed=failed,
                jobs=jobs,
                columns=dict(column or ()),
                progress=progress,
                on_problem=problems.show,
            )
    finally:
        problems.sum_up()
    write("".join(f"{line}\n" for line in change_summary(report)))
    return PROBLEMS if report.problem_count else DONE
