"""Sends a plan to a store: over several connections, with what is done noted, and stopped cleanly where it must be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from lgkg.loading.journal import Journal
from lgkg.loading.plan import Plan, Shipment
from lgkg.store.remote import RemoteStore

_WAITING = 2
"""How many requests are made ready for each connection, so that none has to wait."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load is.

    Attributes:
        quads: quads that the store has taken.
        of: quads that it is to take.
    """

    quads: int
    of: int


def send(
    plan: Plan,
    shipments: Iterable[Shipment],
    store: RemoteStore,
    journal: Journal,
    jobs: int,
    progress: Callable[[Progress], None] | None = None,
) -> int:
    """Sends what is planned, then drops what is to be dropped.

    Args:
        plan: what is planned.
        shipments: its requests.
        store: where they go.
        journal: where graphs are noted that have arrived whole.
        jobs: how many requests are under way at once.
        progress: is told how far it is.

    Returns:
        How many requests were sent.

    Raises:
        RemoteError: the store failed; what has arrived is in the journal.
    """
    course = _Course(plan, store, journal, progress)
    with ThreadPoolExecutor(jobs, "lgkg-load") as threads:
        try:
            for shipment in shipments:
                course.begin(threads, shipment, jobs * _WAITING)
            course.finish()
        except BaseException:
            store.connection.stop()
            threads.shutdown(cancel_futures=True)
            course.note_the_rest()
            raise
    for graph in plan.drop:
        store.drop(graph)
    return course.sent + len(plan.drop)


class _Course:
    """What is under way, and what has arrived."""

    def __init__(
        self, plan: Plan, store: RemoteStore, journal: Journal, progress: Callable[[Progress], None] | None
    ) -> None:
        self._entries = {entry.graph: entry for entry in plan.send}
        self._left = Counter({entry.graph: entry.count for entry in plan.send})
        self._of, self._done = sum(self._left.values()), 0
        self._store, self._journal, self._progress = store, journal, progress
        self._flying: dict[Future[None], Shipment] = {}
        self.sent = 0

    def begin(self, threads: ThreadPoolExecutor, shipment: Shipment, most: int) -> None:
        """Puts a request on its way when there is room, and when what it adds to has been replaced."""
        while len(self._flying) >= most or self._must_wait(shipment):
            self._land()
        self._flying[threads.submit(_deliver, self._store, shipment)] = shipment
        self.sent += 1

    def finish(self) -> None:
        """Waits for all that is under way."""
        while self._flying:
            self._land()

    def note_the_rest(self) -> None:
        """Notes what arrived although another failed."""
        for future, shipment in self._flying.items():
            if future.done() and not future.cancelled() and not future.exception():
                self._note(shipment)

    def _must_wait(self, shipment: Shipment) -> bool:
        graphs = {part.graph for part in shipment.parts}
        return any(one.replaces and one.parts[0].graph in graphs for one in self._flying.values())

    def _land(self) -> None:
        for future in wait(self._flying, return_when=FIRST_COMPLETED).done:
            shipment = self._flying[future]
            future.result()
            del self._flying[future]
            self._note(shipment)

    def _note(self, shipment: Shipment) -> None:
        for part in shipment.parts:
            self._left[part.graph] -= part.count
            self._done += part.count
            if not self._left[part.graph]:
                self._journal.note(self._entries[part.graph])
        if self._progress:
            self._progress(Progress(self._done, self._of))


def _deliver(store: RemoteStore, shipment: Shipment) -> None:
    if shipment.replaces:
        store.replace(shipment.parts[0])
    else:
        store.add(shipment.parts)
