"""What became of articles: in a graph, in a run of it that ended early, or nothing as yet.

Such a run writes no graph and no `status.jsonl`, and what it did not get to it cannot list. So the articles are looked
up: in the graph, then in what the run left. What is in neither was never tried.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from lgkg.article import Article
from lgkg.building.archive import Archive, article_digest
from lgkg.building.database import reading_database
from lgkg.building.inputs import Inputs, graphs, listed
from lgkg.building.journal import Status
from lgkg.sources import Columns, Intake, Problem
from lgkg.store import ARCHIVE, is_graph, unfinished

EARLY = "read by a run that ended early; the next one takes it from there"


@dataclass(frozen=True, slots=True)
class Told:
    """What became of an article, or of an input that gives none, whose id is None; as a line of `status.jsonl`."""

    id: str | None
    origin: str
    status: Status
    reason: str = ""


def statuses(graph: str | PathLike[str], inputs: Inputs, *, columns: Mapping[str, str] | None = None) -> Iterator[Told]:
    """What became of each article that the inputs hold now, in their order.

    Args:
        graph: the graph's folder, which need not be there yet.
        inputs, columns: as for `lgkg.building.build`.

    Raises:
        GraphError: a build of the graph is at work, or the graph's archive is missing or damaged.
    """
    target, problems = Path(graph), list[Problem]()
    intake = Intake(
        map(Path, listed(inputs)), problems.append, leave_out=graphs(target), columns=Columns(columns or {})
    )
    with ExitStack() as stack:
        records = list(_records(target, stack))
        for article in intake:
            yield from _met(problems)
            found = (told for record in records if (told := record(article)))
            yield next(found, Told(article.id, article.origin, Status.NEVER_TRIED))
        yield from _met(problems)


def _met(problems: list[Problem]) -> Iterable[Told]:
    """The problems that were met meanwhile, which are then forgotten."""
    told = [Told(None, problem.where, Status.PROBLEM, problem.what) for problem in problems]
    problems.clear()
    return told


def _records(graph: Path, stack: ExitStack) -> Iterator[Callable[[Article], Told | None]]:
    left = unfinished(graph)
    if is_graph(graph):
        database = stack.enter_context(reading_database(graph / ARCHIVE))
        yield lambda article: _looked_up(database, article)
    if left:
        other = stack.enter_context(closing(sqlite3.connect(left / ARCHIVE, isolation_level=None)))
        yield lambda article: _looked_up_in_rest(other, article)


def _looked_up(database: sqlite3.Connection, article: Article) -> Told | None:
    """What was noted of an article of this content, or of one of its id that failed in its place or is withdrawn."""
    rows = database.execute("SELECT origin, status, reason FROM status WHERE id = ? ORDER BY 1, 2, 3", (article.id,))
    told = [Told(article.id, origin, Status(status), reason) for origin, status, reason in rows]
    here = [one for one in told if one.origin == article.origin]
    if Archive(database).digest(article.id) == article_digest(article):
        return next(iter([*here, *(one for one in told if one.status in _HELD)]), None)
    failed = [one for one in here if one.status is Status.FAILED]
    return next(iter([*failed, *(one for one in told if one.status is Status.WITHDRAWN)]), None)


def _looked_up_in_rest(database: sqlite3.Connection, article: Article) -> Told | None:
    """The same of what a run left, which may be anything."""
    try:
        told = _looked_up(database, article)
    except sqlite3.DatabaseError:
        return None
    return told and Told(told.id, told.origin, told.status, told.reason or EARLY)


_HELD = Status.OK, Status.NOTHING_FOUND
