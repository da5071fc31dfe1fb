"""What a query answers: a table, a yes or no, or a graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from lgkg.store.values import Term, Value, to_python

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True)
class Answer:
    """The answer to a query; going over it gives the rows.

    Attributes:
        columns: names of the columns of a SELECT, in its order; else empty.
        terms: the rows of a SELECT as RDF terms, None where a variable is unbound; else empty.
        boolean: the answer of an ASK; else None.
        ntriples: the triples of a CONSTRUCT or DESCRIBE as sorted N-Triples; else None.
    """

    columns: tuple[str, ...] = ()
    terms: tuple[tuple[Term | None, ...], ...] = ()
    boolean: bool | None = None
    ntriples: str | None = None

    @cached_property
    def rows(self) -> tuple[tuple[Value | None, ...], ...]:
        """The rows of a SELECT as Python values: text, numbers, dates, `Iri`."""
        return tuple(tuple(None if term is None else to_python(term) for term in row) for row in self.terms)

    def __iter__(self) -> Iterator[tuple[Value | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.terms)

    def graph(self) -> rdflib.Graph:
        """The triples of a CONSTRUCT or DESCRIBE as an rdflib graph; empty for other queries."""
        import rdflib

        return rdflib.Graph().parse(data=self.ntriples or "", format="nt")


def read_answer(kind: str, body: bytes) -> Answer:
    """The answer in what `Queries.answer` returns."""
    if kind == "triples":
        lines = body.splitlines(keepends=True)  # of bytes: a text also breaks at U+2028, which a triple may hold
        return Answer(ntriples=b"".join(sorted(lines)).decode())
    found = ox.parse_query_results(body, ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        return Answer(boolean=bool(found))
    columns = tuple(variable.value for variable in found.variables)
    rows = (tuple(solution[column] for column in columns) for solution in found)
    return Answer(columns, cast(tuple[tuple[Term | None, ...], ...], tuple(rows)))
