"""The run: inputs → articles → blocks → who is who → graph and store, in a new folder that replaces the old at its end.

Only what a few articles come to is held in memory; the rest waits on disk. The result depends neither on the number of
processes nor on the order of the inputs nor on the day, and an update gives what a build of the same articles with the
same ledger gives.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path

import lgkg
from lgkg.building.archive import Archive
from lgkg.building.database import reading_database
from lgkg.building.inputs import Inputs, graphs, listed
from lgkg.building.report import BuildReport, Progress, Stage, report_of
from lgkg.building.retrying import failed_inputs, not_held
from lgkg.building.revision import Revision, Settings, revising
from lgkg.building.withdrawal import Withdrawal, withdrawal
from lgkg.errors import GraphError, InputError
from lgkg.identity import Ledger
from lgkg.identity.ledger import Row
from lgkg.identity.redaction import Redaction, Redactions
from lgkg.rdf import DEFAULT_BASE, checked_base
from lgkg.sources import Columns, Intake, Problem
from lgkg.store import ARCHIVE, LEDGER, REDACTIONS, STORE, Manifest, is_graph, loading, replacing
from lgkg.store.manifest import build_of


def build(
    inputs: Inputs,
    out: str | PathLike[str],
    *,
    jobs: int = 1,
    base: str = DEFAULT_BASE,
    include_private: bool = False,
    columns: Mapping[str, str] | None = None,
    ledger: str | PathLike[str] | None = None,
    redactions: str | PathLike[str] | None = None,
    progress: Callable[[Progress], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> BuildReport:
    """Builds a graph from articles, and puts it in place of the one that may be in `out`.

    People and events keep the ids that the ledger gives them, and who is withheld stays so: by ledger and list of the
    graph in `out`, or by others.

    Args:
        inputs: files (see `lgkg.sources.KINDS`) and folders of them; one or several.
        out: the graph's folder: absent, empty, or a graph. It is replaced whole at the end, or left as it is.
        jobs: how many processes read articles at once. A script that asks for more than one keeps its own start
            behind `if __name__ == "__main__"`, as `multiprocessing` wants it.
        base: what stands before the id of everything in the graph: an http(s) address that ends in `/`.
        include_private: whether people whom an article names without an office or another public capacity are kept.
        columns: field of an article (`id`, `text`, `title`, `published`, `url`) -> name of its column in tables, where
            the usual names are not used.
        ledger: a file to take the ledger from, instead of the graph in `out`; it is only read.
        redactions: a file to take the list of who and what must not be published from, likewise.
        progress: is called before each stage and after each article.
        on_problem: is called with each problem when it is met.

    Returns:
        What was read and found, and the first problems.

    Raises:
        InputError: no article could be read at all.
        GraphError: `out` is something else than a graph or cannot be written, the disk is full, `base` is unfit, or
            ledger or list are broken, or something that is withheld would be published.
        ValueError: `jobs` is below 1.
    """
    run = _Run(Path(out), jobs, progress, on_problem, Columns(columns or {}))
    settings = Settings(checked_base(base), include_private)
    withheld = _given(Path(redactions), "list of redactions") if redactions else Path(out) / REDACTIONS
    settled = _given(Path(ledger), "ledger") if ledger else Path(out) / LEDGER
    return run.make(settings, settled, withheld, inputs)


def update(
    graph: str | PathLike[str],
    inputs: Inputs = (),
    *,
    remove: str | Iterable[str] = (),
    decisions: Iterable[Row] = (),
    decided_on: str = "",
    failed: bool = False,
    jobs: int = 1,
    columns: Mapping[str, str] | None = None,
    progress: Callable[[Progress], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> BuildReport:
    """Brings a graph up to date: reads articles that are new or changed, takes out others, applies decisions.

    The result is that of a build from all its articles with its ledger; no id of what stays is changed.

    Args:
        graph: the graph's folder.
        inputs: files and folders, as for `build`; articles whose content the graph has are passed over.
        remove: ids of articles to take out, one or several.
        decisions: rows to add to the ledger.
        decided_on: the mark of the graph that the decisions are about (`Graph.build`); empty for whichever is there.
        failed: whether, instead of inputs, what could not be read before is read again, from where it was. Of the files
            that it lies in, only articles are read that the graph does not hold.
        jobs, columns, progress, on_problem: as for `build`.

    Returns:
        What the graph holds now, how many articles were read, and the first problems.

    Raises:
        GraphError: there is no graph, another version built it, it is not the one that was decided on, it holds no
            article of an id in `remove`, or it cannot be written.
        ValueError: `jobs` is below 1, or inputs are given with `failed`.
    """
    if failed and listed(inputs):
        raise ValueError("give either inputs or failed=True")
    run = _Run(Path(graph), jobs, progress, on_problem, Columns(columns or {}))
    return run.change(inputs, remove, decisions, decided_on, failed=failed)


def redact(
    graph: str | PathLike[str],
    *,
    person: str = "",
    article: str = "",
    who: str = "",
    when: str = "",
    why: str,
    unknown: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> BuildReport:
    """Withdraws a person or an article from a graph, for good: later builds and updates in its folder keep to it.

    The graph's files are made anew, and the old ones removed.

    Args:
        graph: the graph's folder.
        person: id, IRI or name of a person, with all names that the graph knows; or
        article: id of an article, which need not be there.
        who, when, why: are noted in the list, which stays in the graph's folder.
        unknown: whether a name that nobody in the graph bears is withheld too, wherever it comes.
        progress: as for `build`.

    Raises:
        GraphError: there is no graph, another version built it, there is no such person or several, nothing tells the
            person from a namesake, something withheld would still be published, or it cannot be written.
        ValueError: neither a person nor an article is given, or both.
    """
    if bool(person) == bool(article):
        raise ValueError("give either a person or an article")
    told = Redaction(article=article, who=who, when=when, why=why)
    return _Run(Path(graph), 1, progress, None).redact(person, told, unknown)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a run begins with: the folder of an older graph, if it changes one; settings, ledger and redactions."""

    old: Path | None
    settings: Settings
    ledger: Ledger
    redactions: Redactions


def _kept(graph: Path) -> _Kept:
    """All that is kept of a graph."""
    manifest = Manifest.read(graph)
    _check_version(manifest, graph)
    settings = Settings(manifest.base, manifest.include_private)
    return _Kept(graph, settings, Ledger.read(graph / LEDGER), Redactions.read(graph / REDACTIONS))


def _withdrawal(person: str, kept: _Kept, unknown: bool) -> Withdrawal:
    assert kept.old
    with reading_database(kept.old / ARCHIVE) as database:
        return withdrawal(person, Archive(database), kept.ledger, kept.settings.base, unknown=unknown)


class _Run:
    """One run, which makes a new folder and puts it in place of the old one."""

    def __init__(
        self,
        target: Path,
        jobs: int,
        progress: Callable[[Progress], None] | None,
        on_problem: Callable[[Problem], None] | None,
        columns: Columns | None = None,
    ) -> None:
        if jobs < 1:
            raise ValueError(f"jobs is {jobs}; give 1 or more")
        self._target, self._jobs, self._started = target, jobs, time.monotonic()
        self._progress, self._on_problem, self._columns = progress, on_problem or _ignore, columns

    def make(self, settings: Settings, ledger: Path, redactions: Path, inputs: Inputs) -> BuildReport:
        """Makes a graph from nothing but inputs, a ledger and a list of redactions."""
        with replacing(self._target) as work:
            kept = _Kept(None, settings, Ledger.read(ledger), Redactions.read(redactions))
            return self._revise(work, kept, inputs, _anything_read)

    def change(
        self, inputs: Inputs, remove: str | Iterable[str], decisions: Iterable[Row], decided_on: str, *, failed: bool
    ) -> BuildReport:
        """Makes a graph from the one there is."""
        with replacing(self._target) as work:
            _check_decided_on(decided_on, self._target)

            def apply(revision: Revision) -> None:
                for article in dict.fromkeys(listed(remove)):
                    revision.remove(article)
                revision.decide(decisions)

            return self._revise(work, _kept(self._target.resolve()), inputs, apply, failed=failed)

    def redact(self, person: str, told: Redaction, unknown: bool) -> BuildReport:
        """Makes a graph from the one there is, without a person or, if none is given, the article that is told."""
        with replacing(self._target) as work:
            kept = _kept(self._target.resolve())
            found = _withdrawal(person, kept, unknown) if person else Withdrawal((told,), frozenset())
            rows = (replace(told, name=row.name, office=row.office, article=row.article) for row in found.rows)
            kept = replace(kept, redactions=Redactions((*kept.redactions.rows, *rows)))
            return self._revise(work, kept, (), lambda revision: revision.redact(found.ids), forgetting=True)

    def _revise(
        self,
        work: Path,
        kept: _Kept,
        inputs: Inputs,
        then: Callable[[Revision], None],
        *,
        failed: bool = False,
        forgetting: bool = False,
    ) -> BuildReport:
        old, parts = kept.old, (kept.ledger, kept.settings, kept.redactions)
        with loading(work / STORE, old / STORE if old and not forgetting else None) as loader:
            with revising(work, old, loader, *parts, self._on_problem, forgetting=forgetting) as revision:
                tell_of = revision.harvest.report
                paths = failed_inputs(revision.journal) if failed else map(Path, listed(inputs))
                intake = Intake(paths, tell_of, leave_out=graphs(self._target), columns=self._columns)
                tell = self._teller(intake, revision)
                tell(Stage.READING)
                articles = not_held(intake, revision.archive) if failed else intake
                revision.read(articles, self._jobs, lambda: tell(Stage.READING))
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


def _given(path: Path, what: str) -> Path:
    if not path.is_file():
        raise GraphError(f"there is no such {what}", where=str(path), remedy="Give the file there is")
    return path


def _check_version(manifest: Manifest, graph: Path) -> None:
    if manifest.version != lgkg.__version__:
        raise GraphError(
            f"lgkg {manifest.version} built this graph, and this is {lgkg.__version__}, which may read otherwise",
            where=str(graph),
            remedy="Build it anew from all its articles, in the same place: the ledger is kept",
        )


def _check_decided_on(build: str, graph: Path) -> None:
    if build and is_graph(graph) and build != build_of(graph):
        raise GraphError(
            "it was changed while it was decided who is who", where=str(graph), remedy="Look again, and decide anew"
        )


def _ignore(_: object) -> None:
    pass
