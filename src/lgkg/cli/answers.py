"""Shows the answer to a query: as a table for people, as CSV for spreadsheets, as JSON for programs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from lgkg.cli.terminal import say, write, write_json_list, write_table
from lgkg.harmless import cell

if TYPE_CHECKING:
    from lgkg.store.answer import Answer, Row
    from lgkg.store.values import Value

Rows: TypeAlias = "Iterable[Row]"


class Format(StrEnum):
    """How an answer is shown."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


TABLE_ROWS = 1_000
"""How many rows a table shows unless told otherwise: it is held in memory, for the width of its columns."""


def show(answer: Answer, form: Format, limit: int | None = None) -> None:
    """Writes an answer to standard output; triples and a yes or no are tables too."""
    show_rows(*_as_rows(answer), form, limit)


def show_rows(columns: Sequence[str], rows: Rows, form: Format, limit: int | None = None) -> None:
    """Writes rows to standard output: a table of the first `TABLE_ROWS`, the other formats row by row to the end."""
    most = TABLE_ROWS if limit is None and form is Format.TABLE else limit
    rest = iter(rows)
    shown = islice(rest, most)
    match form:
        case Format.TABLE:
            write_table(columns, ([_short(value) for value in row] for row in shown))
        case Format.CSV:
            _write_csv(columns, shown)
        case Format.JSON:
            write_json_list(_record(columns, row) for row in shown)
    if most is not None and (more := sum(1 for _ in rest)):
        say(f"{most:,} of {most + more:,} rows; --limit shows more")


def _as_rows(answer: Answer) -> tuple[tuple[str, ...], Rows]:
    if answer.boolean is not None:
        return ("answer",), [(answer.boolean,)]
    if answer.ntriples is not None:
        return ("subject", "predicate", "object"), _triples(answer.ntriples)
    return answer.columns, answer


def _triples(ntriples: str) -> Iterator[Row]:
    import pyoxigraph as ox

    from lgkg.store import to_python

    for triple in ox.parse(ntriples, ox.RdfFormat.N_TRIPLES):
        yield tuple(to_python(term) for term in (triple.subject, triple.predicate, triple.object))


def _text(value: Value | None) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _short(value: Value | None) -> str:
    """As `_text`, with IRIs of known vocabularies by their prefix: `lgkg:Meeting`."""
    from lgkg.rdf import PREFIXES
    from lgkg.store import Iri

    if isinstance(value, Iri):
        for prefix, namespace in PREFIXES.items():
            if value.startswith(namespace):
                return f"{prefix}:{value.removeprefix(namespace)}"
    return _text(value)


def _write_csv(columns: Sequence[str], rows: Rows) -> None:
    writer = csv.writer(_Output())
    writer.writerow(columns)
    writer.writerows([cell(value) if isinstance(value, str) else _text(value) for value in row] for row in rows)


class _Output:
    """Standard output as the CSV writer wants it."""

    def write(self, text: str, /) -> None:
        write(text)


def _record(columns: Sequence[str], row: Row) -> dict[str, str | int | float | bool | None]:
    return {column: _plain(value) for column, value in zip(columns, row, strict=True)}


def _plain(value: Value | None) -> str | int | float | bool | None:
    return value if value is None or isinstance(value, int | float | bool) else str(value)
