"""The run: inputs → articles → blocks → sorted graph → store, in a new folder that replaces the old one at its end.

Only what a few articles come to is held in memory; the rest waits on disk, so that a run takes as much memory for a
million articles as for a thousand. The result depends neither on the number of processes nor on the order of the
inputs nor on the day.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from functools import partial
from os import PathLike
from pathlib import Path

import lgkg
from lgkg.article import Article
from lgkg.building.block import Block, block_of
from lgkg.building.harvest import Harvest
from lgkg.building.journal import Status
from lgkg.building.report import BuildReport, Progress, Stage
from lgkg.building.scratch import scratch
from lgkg.building.spool import spool
from lgkg.building.workers import each
from lgkg.errors import InputError
from lgkg.facts import Level
from lgkg.identity import EqualNames
from lgkg.rdf import DEFAULT_BASE, checked_base
from lgkg.sources import Intake, Problem
from lgkg.store import STORE, is_graph, loading, replacing


def build(
    inputs: Iterable[str | PathLike[str]],
    out: str | PathLike[str],
    *,
    jobs: int = 1,
    base: str = DEFAULT_BASE,
    include_private: bool = False,
    progress: Callable[[Progress], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> BuildReport:
    """Builds a graph from articles, and puts it in place of the one that may be in `out`.

    Args:
        inputs: files (`.txt`, `.json`, `.jsonl`, `.ndjson`, the last two also as `.gz`) and folders of them.
        out: the graph's folder: absent, empty, or a graph. It is replaced whole at the end, or left as it is.
        jobs: how many processes read articles at once. A script that asks for more than one keeps its own start
            behind `if __name__ == "__main__"`, as `multiprocessing` wants it.
        base: what stands before the id of everything in the graph: an http(s) address that ends in `/`.
        include_private: whether people whom an article names without an office or another public capacity are kept.
        progress: is called before each stage and after each article.
        on_problem: is called with each problem when it is met.

    Returns:
        What was read and found, and the first problems.

    Raises:
        InputError: no article could be read at all.
        GraphError: `out` is something else than a graph or cannot be written, the disk is full, or `base` is unfit.
        ValueError: `jobs` is below 1.
    """
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; give 1 or more")
    started, target, base = time.monotonic(), Path(out), checked_base(base)
    with replacing(target) as work, loading(work / STORE) as loader:
        with scratch(work) as database, spool(work, database) as blocks:
            harvest = Harvest(database, blocks, loader, on_problem or _ignore)
            intake = Intake(map(Path, inputs), harvest.report, leave_out=_graphs(target))
            tell = _teller(progress, intake, harvest)
            reader = partial(block_of, ids=_IDS, base=base, include_private=include_private)
            _read(reader, intake, harvest, jobs, tell)
            tell(Stage.WRITING)
            written = harvest.write(work, _IDS, base, lgkg.__version__)
            manifest = replace(written, include_private=include_private)
            report = _report(harvest, intake.skipped, target)
        tell(Stage.LOADING)
        loader.finish()
        manifest.write(work)
    return replace(report, seconds=time.monotonic() - started)


_IDS = EqualNames()


def _read(
    reader: Callable[[Article], Block], intake: Intake, harvest: Harvest, jobs: int, tell: Callable[[Stage], None]
) -> None:
    tell(Stage.READING)
    with closing(each(reader, harvest.admit(intake), jobs)) as outcomes:
        for article, outcome in outcomes:
            harvest.take(article, outcome)
            tell(Stage.READING)
    if not harvest.articles:
        raise InputError("no article could be read, so no graph was built", remedy="Give files or folders of articles")


def _graphs(target: Path) -> Callable[[Path], bool]:
    """Tells of a folder whether it holds a graph, or will: their files look like articles, and are none."""
    place = target.resolve()
    return lambda folder: folder.resolve() == place or is_graph(folder)


def _teller(progress: Callable[[Progress], None] | None, intake: Intake, harvest: Harvest) -> Callable[[Stage], None]:
    if progress is None:
        return _ignore
    size = intake.size
    return lambda stage: progress(Progress(stage, harvest.articles, intake.done, size))


def _report(harvest: Harvest, skipped: int, graph: Path) -> BuildReport:
    entities, statuses = harvest.labels.entities(), harvest.journal.counts()
    return BuildReport(
        graph=graph,
        articles=harvest.articles,
        nothing_found=statuses[Status.NOTHING_FOUND],
        repeated=statuses[Status.REPEATED],
        skipped=skipped,
        people=entities.get("Person", 0),
        offices=entities.get("Office", 0),
        organizations=entities.get("Organization", 0),
        places=sum(entities.get(level, 0) for level in Level),
        policies=entities.get("Policy", 0),
        meetings=harvest.meetings,
        passages=harvest.passages,
        facts=harvest.facts,
        problem_count=harvest.problem_count,
        problems=tuple(harvest.problems),
        seconds=0,
    )


def _ignore(_: object) -> None:
    pass
