"""`lgkg redact`: withdraws a person or an article from a graph, for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.options import GraphFolder
from lgkg.cli.terminal import one_line, say, write, write_table

if TYPE_CHECKING:
    from lgkg.identity.redaction import Redactions


def redact(
    graph: GraphFolder,
    person: Annotated[
        str | None, typer.Argument(metavar="PERSON", help="The id, the IRI or the name of a person.")
    ] = None,
    article: Annotated[str | None, typer.Option(metavar="ID", help="Withdraw an article instead.")] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="The reason, for the list.")] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who decided; you, if not given.")] = None,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="Withhold the name though nobody in the graph bears it.")
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help="Show what is withheld, names included.")] = False,
) -> None:
    """Withdraw a person or an article, so that it is never published again.

    All names of the person go from the graph, its store and its other files, and are masked where other facts need the
    passage. Later builds and updates in this folder keep to it, by the list redactions.jsonl there, which is private.

    \b
    Example:
      lgkg redact out/demo person/tlqgjzmoq7cxanzp --why "asked for it, letter 12/2569"
      lgkg redact out/demo --article a07 --why "withdrawn by the publisher"
      lgkg redact out/demo --list
    """
    if list_:
        _show(graph)
        return
    if bool(person) == bool(article):
        raise typer.BadParameter("give PERSON or --article ID")
    if not why or not why.strip():
        raise typer.BadParameter("say --why", param_hint="--why")
    _withdraw(graph, person or "", article or "", who, why, unknown)


def _withdraw(graph: Path, person: str, article: str, who: str | None, why: str, unknown: bool) -> None:
    from datetime import date

    from lgkg.building import redact as withdraw
    from lgkg.cli.progress import progress_bar
    from lgkg.curation.deciding import login

    with progress_bar() as progress:
        report = withdraw(
            graph,
            person=person,
            article=article,
            who=who or login(),
            when=date.today().isoformat(),
            why=why,
            unknown=unknown,
            progress=progress,
        )
    if article and not report.removed:
        say(f"no article {article!r} was in the graph; one that comes under this id is left out")
    write(f"Withdrawn. In the graph now: people {report.people:,}, articles {report.articles:,}.\n")
    write(f"What is withheld stands in {one_line(str(graph / 'redactions.jsonl'))}: keep that file to yourself.\n")


def _show(graph: Path) -> None:
    from lgkg.identity.redaction import Redactions
    from lgkg.store import REDACTIONS, Manifest

    Manifest.read(graph)
    write_table(("name", "office", "article", "who", "when", "why"), _rows(Redactions.read(graph / REDACTIONS)))


def _rows(redactions: Redactions) -> Iterator[tuple[str, ...]]:
    for row in redactions.rows:
        yield row.name, row.office, row.article, row.who, row.when, row.why
