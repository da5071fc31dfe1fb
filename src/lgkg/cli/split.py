"""`lgkg split`: parts what was taken for one person."""

from __future__ import annotations

from typing import Annotated

import typer

from lgkg.cli.options import GraphFolder, Who, Why
from lgkg.cli.progress import progress_bar
from lgkg.cli.summary import unbroken
from lgkg.cli.terminal import write


def split(
    graph: GraphFolder,
    a: Annotated[str, typer.Argument(metavar="A", help="A person: an id such as person/5n3v…, or a name.")],
    why: Why,
    b: Annotated[
        str | None, typer.Argument(metavar="[B]", help="An id that was merged into it; `lgkg explain` shows them.")
    ] = None,
    articles: Annotated[
        str | None,
        typer.Option(metavar="ID,ID", help="Instead of B: the articles that mean somebody else of the same name."),
    ] = None,
    who: Who = "",
) -> None:
    """Part what was taken for one person.

    A split takes back a merge, and the graph is as it was before. With --articles, what these articles say goes to a
    new person of the same name.

    \b
    Example:
      lgkg split out/demo person/szxiig5ooc3o4e5u person/rkjxjkmj3d44vzul --why 'two posts at one time'
      lgkg split out/demo 'สมพร ใจคำปัน' --articles a17 --why 'a namesake'
    """
    from lgkg.curation import split as split_person

    given = [article for article in (articles or "").split(",") if article]
    if (b is None) == (not given):
        raise typer.BadParameter("give either B or --articles", param_hint="B")
    with unbroken("change", graph), progress_bar() as progress:
        decided = split_person(graph, a, b, articles=given, why=why, who=who, progress=progress)
    write(f"Two people now: {' and '.join(decided.people)}\n")
