"""`lgkg remove`: takes articles out of a graph."""

from __future__ import annotations

from typing import Annotated

import typer

from lgkg.cli.options import GraphFolder
from lgkg.cli.progress import progress_bar
from lgkg.cli.summary import change_summary, unbroken
from lgkg.cli.terminal import write


def remove(
    graph: GraphFolder,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Ids of articles.")],
) -> None:
    """Take articles out of a graph, with all that only they say.

    Given to `lgkg update` again, they come back with the ids that their people had.

    \b
    Example:
      lgkg remove out/demo a05
    """
    from lgkg.curation import remove as remove_articles

    with unbroken("change", graph), progress_bar() as progress:
        report = remove_articles(graph, articles, progress=progress)
    write("".join(f"{line}\n" for line in change_summary(report)))
