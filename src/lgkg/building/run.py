"""The run: inputs → articles → blocks → who is who → graph and store, in a new folder that replaces the old at its end.

Only what a few articles come to is held in memory; the rest waits on disk. The result depends neither on the number of
processes nor on the order of the inputs nor on the day, and an update gives what a build of the same articles with the
same ledger gives.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TypeAlias

import lgkg
from lgkg.building.report import BuildReport, Progress, Stage, report_of
from lgkg.building.revision import Revision, Settings, revising
from lgkg.errors import GraphError, InputError
from lgkg.identity import Ledger
from lgkg.identity.ledger import Row
from lgkg.rdf import DEFAULT_BASE, checked_base
from lgkg.sources import Intake, Problem
from lgkg.store import LEDGER, STORE, Manifest, is_graph, loading, replacing

Inputs: TypeAlias = Iterable[str | PathLike[str]]


def build(
    inputs: Inputs,
    out: str | PathLike[str],
    *,
    jobs: int = 1,
    base: str = DEFAULT_BASE,
    include_private: bool = False,
    ledger: str | PathLike[str] | None = None,
    progress: Callable[[Progress], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> BuildReport:
    """Builds a graph from articles, and puts it in place of the one that may be in `out`.

    People and events keep the ids that the ledger gives them: that of the graph in `out`, or another.

    Args:
        inputs: files (`.txt`, `.json`, `.jsonl`, `.ndjson`, the last two also as `.gz`) and folders of them.
        out: the graph's folder: absent, empty, or a graph. It is replaced whole at the end, or left as it is.
        jobs: how many processes read articles at once. A script that asks for more than one keeps its own start
            behind `if __name__ == "__main__"`, as `multiprocessing` wants it.
        base: what stands before the id of everything in the graph: an http(s) address that ends in `/`.
        include_private: whether people whom an article names without an office or another public capacity are kept.
        ledger: a file to take the ledger from, instead of the graph in `out`; it is only read.
        progress: is called before each stage and after each article.
        on_problem: is called with each problem when it is met.

    Returns:
        What was read and found, and the first problems.

    Raises:
        InputError: no article could be read at all.
        GraphError: `out` is something else than a graph or cannot be written, the disk is full, `base` is unfit, or
            the ledger is broken.
        ValueError: `jobs` is below 1.
    """
    run = _Run(Path(out), jobs, progress, on_problem)
    settings = Settings(checked_base(base), include_private)
    return run.make(settings, Path(ledger) if ledger else Path(out) / LEDGER, inputs)


def update(
    graph: str | PathLike[str],
    inputs: Inputs = (),
    *,
    remove: Iterable[str] = (),
    decisions: Iterable[Row] = (),
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> BuildReport:
    """Brings a graph up to date: reads articles that are new or changed, takes out others, applies decisions.

    The result is that of a build from all its articles with its ledger; no id of what stays is changed.

    Args:
        graph: the graph's folder.
        inputs: files and folders, as for `build`; articles whose content the graph has are passed over.
        remove: ids of articles to take out.
        decisions: rows to add to the ledger.
        jobs, progress, on_problem: as for `build`.

    Returns:
        What the graph holds now, how many articles were read, and the first problems.

    Raises:
        GraphError: there is no graph, another version built it, it holds no article of an id in `remove`, or it cannot
            be written.
        ValueError: `jobs` is below 1.
    """
    run = _Run(Path(graph), jobs, progress, on_problem)
    return run.change(inputs, remove, decisions)


class _Run:
    """One run, which makes a new folder and puts it in place of the old one."""

    def __init__(
        self,
        target: Path,
        jobs: int,
        progress: Callable[[Progress], None] | None,
        on_problem: Callable[[Problem], None] | None,
    ) -> None:
        if jobs < 1:
            raise ValueError(f"jobs is {jobs}; give 1 or more")
        self._target, self._jobs, self._started = target, jobs, time.monotonic()
        self._progress, self._on_problem = progress, on_problem or _ignore

    def make(self, settings: Settings, ledger: Path, inputs: Inputs) -> BuildReport:
        """Makes a graph from nothing but inputs and a ledger."""
        with replacing(self._target) as work:
            return self._revise(work, None, Ledger.read(ledger), settings, inputs, _anything_read)

    def change(self, inputs: Inputs, remove: Iterable[str], decisions: Iterable[Row]) -> BuildReport:
        """Makes a graph from the one there is."""
        with replacing(self._target) as work:
            old = self._target.resolve()
            manifest = Manifest.read(old)
            _check_version(manifest, old)

            def apply(revision: Revision) -> None:
                for article in remove:
                    revision.remove(article)
                revision.decide(decisions)

            settings = Settings(manifest.base, manifest.include_private)
            return self._revise(work, old, Ledger.read(old / LEDGER), settings, inputs, apply)

    def _revise(
        self,
        work: Path,
        old: Path | None,
        ledger: Ledger,
        settings: Settings,
        inputs: Inputs,
        then: Callable[[Revision], None],
    ) -> BuildReport:
        with loading(work / STORE, old / STORE if old else None) as loader:
            with revising(work, old, ledger, loader, settings, self._on_problem) as revision:
                intake = Intake(map(Path, inputs), revision.harvest.report, leave_out=_graphs(self._target))
                tell = self._teller(intake, revision)
                tell(Stage.READING)
                revision.read(intake, self._jobs, lambda: tell(Stage.READING))
                then(revision)
                tell(Stage.WRITING)
                manifest = revision.write(work)
                report = report_of(self._target, revision, intake.skipped)
            tell(Stage.LOADING)
            loader.finish()
        manifest.write(work)
        return replace(report, seconds=time.monotonic() - self._started)

    def _teller(self, intake: Intake, revision: Revision) -> Callable[[Stage], None]:
        progress, size = self._progress, intake.size if self._progress else 0
        if progress is None:
            return _ignore
        return lambda stage: progress(Progress(stage, revision.harvest.articles, intake.done, size))


def _anything_read(revision: Revision) -> None:
    if not revision.harvest.articles:
        raise InputError("no article could be read, so no graph was built", remedy="Give files or folders of articles")


def _check_version(manifest: Manifest, graph: Path) -> None:
    if manifest.version != lgkg.__version__:
        raise GraphError(
            f"lgkg {manifest.version} built this graph, and this is {lgkg.__version__}, which may read otherwise",
            where=str(graph),
            remedy="Build it anew from all its articles, in the same place: the ledger is kept",
        )


def _graphs(target: Path) -> Callable[[Path], bool]:
    """Tells of a folder whether it holds a graph, or will: their files look like articles, and are none."""
    place = target.resolve()
    return lambda folder: folder.resolve() == place or is_graph(folder)


def _ignore(_: object) -> None:
    pass
