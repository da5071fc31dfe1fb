"""What a query answers: a table, a yes or no, or a graph."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import IO, TYPE_CHECKING, TypeAlias, cast

import pyoxigraph as ox

from lgkg.store.values import Term, Value, to_python

if TYPE_CHECKING:
    import rdflib

Row: TypeAlias = "tuple[Value | None, ...]"


class Answer:
    """The answer to a query; going over it gives the rows.

    A large answer lies on disk. Going over it holds one row at a time; `rows`, `terms`, `ntriples` and `len` read all
    of it into memory.

    Attributes:
        columns: names of the columns of a SELECT, in its order; else empty.
        boolean: the answer of an ASK; else None.
    """

    def __init__(self, kind: str, body: IO[bytes]) -> None:
        """Takes what `Queries.answer` returns."""
        self._kind, self._body = kind, body
        self.boolean = bool(self._parsed()) if kind == "boolean" else None
        self.columns = tuple(it.value for it in self._table().variables) if kind == "solutions" else ()

    @cached_property
    def terms(self) -> tuple[tuple[Term | None, ...], ...]:
        """The rows of a SELECT as RDF terms, None where a variable is unbound; else empty."""
        return tuple(self._solutions())

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of a SELECT as Python values: text, numbers, dates, `Iri`."""
        return tuple(self)

    @cached_property
    def ntriples(self) -> str | None:
        """The triples of a CONSTRUCT or DESCRIBE as sorted N-Triples; else None."""
        if self._kind != "triples":
            return None
        self._body.seek(0)
        return b"".join(sorted(self._body)).decode()  # of bytes: a text also breaks at U+2028, which a triple may hold

    def __iter__(self) -> Iterator[Row]:
        for row in self._solutions():
            yield tuple(None if term is None else to_python(term) for term in row)

    def __len__(self) -> int:
        return len(self.terms)

    def graph(self) -> rdflib.Graph:
        """The triples of a CONSTRUCT or DESCRIBE as an rdflib graph; empty for other queries."""
        import rdflib

        return rdflib.Graph().parse(data=self.ntriples or "", format="nt")

    def _solutions(self) -> Iterator[tuple[Term | None, ...]]:
        if self._kind == "solutions":
            for solution in self._table():
                yield cast("tuple[Term | None, ...]", tuple(solution[column] for column in self.columns))

    def _table(self) -> ox.QuerySolutions:
        return cast(ox.QuerySolutions, self._parsed())

    def _parsed(self) -> ox.QuerySolutions | ox.QueryBoolean:
        return ox.parse_query_results(cast(IO[bytes], _Pass(self._body)), ox.QueryResultsFormat.JSON)


class _Pass:
    """One reading of a file from its start, which minds no others that are under way."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._at = file, 0

    def read(self, size: int = -1) -> bytes:
        self._file.seek(self._at)
        part = self._file.read(size)
        self._at += len(part)
        return part
