"""What has to be sent to a store, and in which requests."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lgkg.loading.contents import Entry
from lgkg.loading.journal import Journal
from lgkg.store.remote import RemoteStore, Statements


class Mode(StrEnum):
    """What becomes of a graph that the store has already."""

    REPLACE = "replace"
    APPEND = "append"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants.

    Attributes:
        mode: what becomes of graphs that are there.
        since: what an earlier state of the graph held, which the store is known to have; None if that is not known.
        prune: whether graphs under the same prefix that the graph does not have are dropped.
        again: whether all is sent, also what the store has taken.
    """

    mode: Mode = Mode.REPLACE
    since: tuple[Entry, ...] | None = None
    prune: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be done.

    Attributes:
        send: the graphs to send.
        replaced: names of those that take the place of what is there.
        drop: names of graphs to drop.
    """

    send: tuple[Entry, ...]
    replaced: frozenset[str]
    drop: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shipment:
    """What travels in one request.

    Attributes:
        parts: of graphs.
        replaces: whether its one part takes the place of what the graph holds.
    """

    parts: tuple[Statements, ...]
    replaces: bool = False


def planned(entries: tuple[Entry, ...], there: Mapping[str, int], journal: Journal, wish: Wish) -> Plan:
    """What has to be done so that a store has these graphs.

    Args:
        entries: all graphs of the graph.
        there: graphs that the store has, with their number of triples.
        journal: what the store has taken.
        wish: what the user wants.
    """
    known = {entry.graph: entry.digest for entry in wish.since or ()}
    changed = [entry for entry in entries if known.get(entry.graph) != entry.digest]
    send = tuple(entry for entry in changed if wish.again or not _arrived(entry, there, journal, wish.mode))
    names = {entry.graph for entry in entries}
    gone = known.keys() | (there.keys() if wish.prune else set())
    replaced = there.keys() & {entry.graph for entry in send} if wish.mode is Mode.REPLACE else frozenset()
    return Plan(send, frozenset(replaced), tuple(sorted((gone - names) & there.keys())))


def shipments(statements: Iterable[Statements], replaced: Container[str], store: RemoteStore) -> Iterator[Shipment]:
    """The requests to send, in their order: what is added to a replaced graph comes after what replaces it.

    Args:
        statements: what to send, the parts of a graph in a row.
        replaced: names of graphs that take the place of what is there.
        store: where it goes, which tells how much it takes at once.
    """
    begun, batch = "", _Batch(store)
    whole = _joined(statements, store.most_bytes)
    for part in (small for one in whole for small in one.cut(store.most_bytes, store.most_lines)):
        if part.graph in replaced and part.graph != begun:
            begun = part.graph
            yield Shipment((part,), replaces=True)
            continue
        if not batch.takes(part):
            yield Shipment(tuple(batch.parts))
            batch = _Batch(store)
        batch.add(part)
    if batch.parts:
        yield Shipment(tuple(batch.parts))


def _joined(statements: Iterable[Statements], most_bytes: int) -> Iterator[Statements]:
    """The same in fewer parts: those of a graph together, as long as they are small."""
    held: list[Statements] = []
    for part in statements:
        if held and (part.graph != held[0].graph or sum(one.size for one in (*held, part)) > most_bytes):
            yield Statements(held[0].graph, b"".join(one.triples for one in held))
            held = []
        held.append(part)
    if held:
        yield Statements(held[0].graph, b"".join(one.triples for one in held))


class _Batch:
    """Parts that travel together."""

    def __init__(self, store: RemoteStore) -> None:
        self.parts: list[Statements] = []
        self._bytes, self._lines = store.most_bytes, store.batch_lines

    def takes(self, part: Statements) -> bool:
        """Whether there is room for one more; for the first there always is."""
        return not self.parts or (part.count <= self._lines and part.size <= self._bytes)

    def add(self, part: Statements) -> None:
        """Adds a part."""
        self.parts.append(part)
        self._lines -= part.count
        self._bytes -= part.size


def _arrived(entry: Entry, there: Mapping[str, int], journal: Journal, mode: Mode) -> bool:
    found = there.get(entry.graph, 0)
    return journal.has(entry) and (found >= entry.count if mode is Mode.APPEND else found == entry.count)
