"""`lgkg build`: articles in, a graph out, and a summary of what was found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.outcome import DONE, PROBLEMS, Interrupted
from lgkg.cli.progress import progress_bar
from lgkg.cli.terminal import one_line, say, write

if TYPE_CHECKING:
    from lgkg.building import BuildReport
    from lgkg.sources import Problem

PROBLEMS_SHOWN = 20
PAIRS_SHOWN = 5


def build(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT", readable=False, help="Files (.txt .json .jsonl .ndjson .jsonl.gz .ndjson.gz) or folders."
        ),  # what cannot be read is told by the build, and the rest goes on
    ],
    out: Annotated[
        Path, typer.Option(metavar="GRAPH", readable=False, help="The graph's folder; a graph in it is replaced.")
    ],
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read articles.")] = 1,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What stands before every id in the graph; ends in /.")
    ] = None,
    include_private: Annotated[
        bool, typer.Option("--include-private", help="Keep people named without an office or public capacity.")
    ] = False,
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

    problems = _Problems()
    try:
        with progress_bar() as progress:
            report = build_graph(
                inputs,
                out,
                jobs=jobs,
                base=base or DEFAULT_BASE,
                include_private=include_private,
                progress=progress,
                on_problem=problems.show,
            )
    except KeyboardInterrupt:
        raise Interrupted(f"the build of {out} was interrupted; nothing there was changed") from None
    finally:
        problems.sum_up()
    write("".join(f"{line}\n" for line in _summary(report)))
    return PROBLEMS if report.problem_count else DONE


class _Problems:
    """Shows the first problems, and counts them all."""

    def __init__(self) -> None:
        self._count = 0

    def show(self, problem: Problem) -> None:
        self._count += 1
        if self._count <= PROBLEMS_SHOWN:
            say(str(problem))

    def sum_up(self) -> None:
        if self._count > PROBLEMS_SHOWN:
            say(
                f"… and {self._count - PROBLEMS_SHOWN:,} more problems; a graph that is built lists all in status.jsonl"
            )


def _summary(report: BuildReport) -> Iterator[str]:
    for number, one, many in _figures(report):
        yield f"{number:>12,}  {one if number == 1 else many}"
    yield from _pairs(report.graph)
    yield f"Built in {report.seconds:,.1f} s. The graph is in {one_line(str(report.graph))}"


def _figures(report: BuildReport) -> Iterator[tuple[int, str, str]]:
    """What was counted, in words for one and for many; what there should be none of only where there is some."""
    yield report.articles, "article", "articles"
    for figure in (
        (report.nothing_found, "of these says nothing that lgkg looks for", "of these say nothing that lgkg looks for"),
        (report.repeated, "article given again, taken once", "articles given again, taken once"),
        (report.skipped, "file of another kind passed over", "files of other kinds passed over"),
        (report.problem_count, "problem, named above", "problems, named above"),
    ):
        if figure[0]:
            yield figure
    yield report.people, "person", "people"
    yield report.offices, "office", "offices"
    yield report.organizations, "organisation", "organisations"
    yield report.places, "place", "places"
    yield report.policies, "policy", "policies"
    yield report.meetings, "meeting", "meetings"
    yield report.passages, "passage", "passages"


def _pairs(graph: Path) -> Iterator[str]:
    from lgkg.graph import open_graph
    from lgkg.network import project

    with open_graph(graph) as opened:
        pairs = project(opened).top_pairs(PAIRS_SHOWN)
    if pairs:
        yield "Seen together most:"
    for one, other, edge in pairs:
        yield f"{edge.weight:>12,}  {one_line(one.name)} · {one_line(other.name)}"
