"""What a run tells when it is done: its problems as they come, what the graph holds, who was seen together most."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lgkg.cli.outcome import Interrupted
from lgkg.cli.terminal import one_line, say
from lgkg.errors import GraphError

if TYPE_CHECKING:
    from lgkg.building import BuildReport
    from lgkg.sources import Problem

PROBLEMS_SHOWN = 20
PAIRS_SHOWN = 5


class Problems:
    """Shows the first problems, and counts them all.

    Attributes:
        count: how many there were.
    """

    def __init__(self) -> None:
        self.count = 0

    def show(self, problem: Problem) -> None:
        """Shows a problem, if it is among the first."""
        self.count += 1
        if self.count <= PROBLEMS_SHOWN:
            say(str(problem))

    def sum_up(self) -> None:
        """Says how many were not shown."""
        if self.count > PROBLEMS_SHOWN:
            say(f"… and {self.count - PROBLEMS_SHOWN:,} more problems; a graph that is built lists all in status.jsonl")


def summary(report: BuildReport) -> Iterator[str]:
    """What a build found, line by line."""
    yield from _counted(_figures(report))
    yield from _pairs(report.graph)
    yield f"Built in {report.seconds:,.1f} s. The graph is in {one_line(str(report.graph))}"


def parts_summary(report: BuildReport, out: str) -> Iterator[str]:
    """What a build found that left its graph in parts, line by line."""
    yield from _counted(_figures(report))
    yield f"Built in {report.seconds:,.1f} s. The parts of the graph are in {one_line(out)}"


def change_summary(report: BuildReport) -> Iterator[str]:
    """What an update changed, and what the graph holds now, line by line."""
    yield from _counted(_changes(report))
    yield "Now in the graph:"
    yield from _counted(_figures(report))
    yield f"Done in {report.seconds:,.1f} s. The graph is in {one_line(str(report.graph))}"


@contextmanager
def unbroken(what: str, graph: Path) -> Generator[None, None, None]:
    """Says of a run that is interrupted from the keyboard that it left the graph as it was, and what it had read."""
    try:
        yield
    except KeyboardInterrupt:
        raise Interrupted(f"the {what} of {graph} was interrupted; nothing there was changed") from None
    finally:
        _tell_of_what_was_read(graph)


def _tell_of_what_was_read(graph: Path) -> None:
    from lgkg.store import unfinished

    with suppress(GraphError, OSError):  # a build is at work there, or it is no place to look into
        if left := unfinished(graph):
            say(f"what was read is kept in {left}; the next build or update of {graph} goes on from there")


def _counted(figures: Iterable[tuple[int, str, str]]) -> Iterator[str]:
    return (f"{number:>12,}  {one if number == 1 else many}" for number, one, many in figures)


def _changes(report: BuildReport) -> Iterator[tuple[int, str, str]]:
    """What was read and taken out; what was not only where it may be expected."""
    yield report.read - report.renewed, "new article read", "new articles read"
    yield report.renewed, "changed article read anew", "changed articles read anew"
    yield report.unchanged, "article unchanged", "articles unchanged"
    if report.removed:
        yield report.removed, "article removed", "articles removed"


def _figures(report: BuildReport) -> Iterator[tuple[int, str, str]]:
    """What was counted, in words for one and for many; what there should be none of only where there is some."""
    yield report.articles, "article", "articles"
    for figure in (
        (report.nothing_found, "of these says nothing that lgkg looks for", "of these say nothing that lgkg looks for"),
        (report.resumed, "of these was read by a run that was killed", "of these were read by a run that was killed"),
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
