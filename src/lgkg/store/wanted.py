"""How an answer is wanted: of which graphs, in which format, how much of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, NamedTuple


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query sees, by their IRIs.

    Attributes:
        default: what is merged into the graph that a query sees without `GRAPH`.
        named: what it sees by `GRAPH`.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How an answer is wanted.

    Attributes:
        table: format of rows, and of a yes or no: `JSON`, `XML`, `CSV` or `TSV`, as the engine calls them; None if no
            table can be used.
        triples: format of a graph: `N_TRIPLES`, `TURTLE`, `JSON_LD` or `RDF_XML`; None if no graph can be used.
        rows: rows, or triples, behind which the answer is cut; None: all are wanted.
        size: bytes behind which it is cut, as TSV or N-Triples, whatever it is written as.
        dataset: the graphs it is of; None: those that the query names, or all.
        timeout: seconds that it may take, where that is less than what is usual.
        services: hosts that the query may call by `SERVICE`: `example.org`, `example.org:8080`.
    """

    table: str | None = "JSON"
    triples: str | None = "N_TRIPLES"
    rows: int | None = None
    size: int | None = None
    dataset: Dataset | None = None
    timeout: float | None = None
    services: tuple[str, ...] = ()


class Reply(NamedTuple):
    """An answer as bytes.

    Attributes:
        kind: `solutions`, `boolean` or `triples`.
        body: the answer itself. It is held in memory while it is small, else on disk, and is gone with the last that
            holds it.
        cut: how many rows or triples it has where there were more; else None.
    """

    kind: str
    body: IO[bytes]
    cut: int | None
