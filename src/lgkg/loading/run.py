"""The run of a load: look at both sides, send what is missing, prove that it is there."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from os import PathLike
from pathlib import Path

from lgkg.endpoint import RemoteGraph
from lgkg.errors import GraphError
from lgkg.graph import open_graph
from lgkg.iris import checked_base
from lgkg.loading.contents import Contents, Entry
from lgkg.loading.journal import Journal
from lgkg.loading.plan import Mode, Plan, Wish, planned, shipments
from lgkg.loading.proof import inventory, prove
from lgkg.loading.report import LoadReport
from lgkg.loading.sending import Progress, send
from lgkg.store.remote import AUTO, Patience, RemoteStore, store_at

JOBS = 2
"""Requests under way at once, unless told otherwise: Oxigraph took 7.8 seconds for what took 12.7 one by one."""
_LOCAL = 600.0
"""Seconds for a question to the graph's folder."""


def load(
    graph: str | PathLike[str],
    to: str,
    *,
    kind: str = AUTO,
    mode: Mode | str = Mode.REPLACE,
    since: str | PathLike[str] | None = None,
    prefix: str = "",
    prune: bool = False,
    again: bool = False,
    jobs: int = JOBS,
    dry_run: bool = False,
    check: bool = False,
    graph_store: str = "",
    update: str = "",
    patience: Patience | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> LoadReport:
    """Puts a graph into a triple store and proves that it is there.

    What the store has taken is remembered, so that a second run sends only what is missing. Sending twice does no harm.

    Args:
        graph: the graph's folder.
        to: the address of the store; who we are is taken from the environment, see `lgkg.store.remote.credentials`.
        kind: its kind, one of `lgkg.store.remote.KINDS`; what is found there unless given.
        mode: whether graphs that are there are replaced or added to.
        since: the folder of the same graph as the store has it; only what has changed since is sent or dropped.
        prefix: the names of graphs begin with this in place of the graph's base.
        prune: whether graphs under the same prefix that the graph does not have are dropped.
        again: whether all is sent, also what the store is known to have.
        jobs: how many requests are under way at once.
        dry_run: whether only the plan is wanted; nothing is written then.
        check: whether only the proof is wanted.
        graph_store: address of the graph store of a store of no known kind.
        update: address for updates of a store of no known kind, if it is another than `to`.
        patience: how long to wait for the store.
        progress: is told how far it is.

    Raises:
        GraphError: the folder is no graph or damaged, or another load is writing to the store.
        RemoteError: the store cannot be reached, refuses us, or fails.
    """
    folder = Path(graph).resolve()
    name = checked_base(prefix) if prefix else ""
    with closing(Contents(folder, name)) as contents:
        entries = contents.entries()
        before = _entries_of(Path(since).resolve(), name) if since else None
        wish = Wish(_mode(mode), before, prune, again)
        store = store_at(to, kind, graphs=graph_store, update=update, patience=patience, width=jobs)
        with closing(store.connection):
            course = _Course(contents, entries, store, wish, jobs)
            report = course.nothing() if check else course.plan() if dry_run else course.sent(progress)
            return report if dry_run else course.proven(report)


class _Course:
    """The steps of a load."""

    def __init__(
        self, contents: Contents, entries: tuple[Entry, ...], store: RemoteStore, wish: Wish, jobs: int
    ) -> None:
        self._contents, self._entries, self._store = contents, entries, store
        self._wish, self._jobs = wish, jobs
        self._target = f"{store.places.graphs or store.places.update} {contents.prefix}"

    def nothing(self) -> LoadReport:
        """Sends nothing."""
        return self._report(Plan((), frozenset(), ()), 0, 0)

    def plan(self) -> LoadReport:
        """Tells what would be sent."""
        with closing(Journal(self._target)) as journal:
            plan = self._planned(journal)
        wanted = {entry.graph for entry in plan.send}
        requests = sum(1 for _ in shipments(self._contents.statements(wanted), plan.replaced, self._store))
        return self._report(plan, requests + len(plan.drop), 0)

    def sent(self, progress: Callable[[Progress], None] | None) -> LoadReport:
        """Sends what is missing."""
        self._store.greet()
        with closing(Journal(self._target)) as journal:
            plan = self._planned(journal)
            wanted = {entry.graph for entry in plan.send}
            started = time.monotonic()
            self._store.begin(afresh=not plan.replaced and not plan.drop)
            ready = shipments(self._contents.statements(wanted), plan.replaced, self._store)
            requests = send(plan, ready, self._store, journal, self._jobs, progress)
            self._store.finish()
            journal.keep(self._entries)
        return self._report(plan, requests, time.monotonic() - started)

    def proven(self, report: LoadReport) -> LoadReport:
        """The report with the proof."""
        alone = self._wish.mode is Mode.REPLACE
        with open_graph(self._contents.file.parent, timeout=_LOCAL) as graph:
            proof = prove(self._entries, graph, RemoteGraph(self._store), self._contents.prefix, alone=alone)
        return replace(report, proof=proof)

    def _planned(self, journal: Journal) -> Plan:
        there = inventory(self._store, self._contents.prefix, self._entries)
        return planned(self._entries, there, journal, self._wish)

    def _report(self, plan: Plan, requests: int, seconds: float) -> LoadReport:
        store = self._store
        return LoadReport(
            kind=store.name,
            url=store.places.graphs or store.places.update,
            graphs=len(self._entries),
            sent=len(plan.send),
            replaced=len(plan.replaced),
            dropped=len(plan.drop),
            quads=sum(entry.count for entry in plan.send),
            size=sum(entry.size for entry in plan.send),
            requests=requests,
            seconds=seconds,
            proof=None,
            own_loader=store.own_loader.format(file=self._contents.file),
            afterwards=store.afterwards if plan.replaced or plan.drop else "",
        )


def _entries_of(folder: Path, prefix: str) -> tuple[Entry, ...]:
    with closing(Contents(folder, prefix)) as contents:
        return contents.entries()


def _mode(mode: Mode | str) -> Mode:
    try:
        return Mode(mode)
    except ValueError:
        raise GraphError(f"there is no mode {mode!r}", remedy=f"Give one of: {', '.join(Mode)}") from None
