"""Writes the tables of a graph as Parquet files, a file a table, in bounded memory."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lgkg.columns.rows import Row, rows_of
from lgkg.columns.schema import TABLES, Kind, Table
from lgkg.errors import GraphError
from lgkg.store import NQUADS, undisturbed
from lgkg.store.damage import reading
from lgkg.store.disk import permitted, reporting

if TYPE_CHECKING:
    import pyarrow as pa

_AT_ONCE = 1 << 20
"""Bytes of quads that are held."""
_ROWS = 20_000
"""Rows of a table that are written at once."""


def write_tables(graph: Path, base: str, target: Path) -> None:
    """Writes `people.parquet`, `offices.parquet` … into a folder, which appears when all are complete.

    Args:
        graph: the graph's folder.
        base: what stands before every id in it.
        target: absent, an empty folder, or one of such tables, which are replaced.

    Raises:
        GraphError: the target is something else or cannot be written, the disk is full, or the graph is damaged.
    """
    _check_place(target)
    with reporting(target):
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.absolute().parent))
        try:
            with undisturbed(graph), reading(graph / NQUADS), gzip.open(graph / NQUADS) as lines:
                _write(lines, base, work)
            work.chmod(permitted(0o777))
            if target.exists():
                shutil.rmtree(target)
            work.rename(target)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def arrow_schema(table: Table) -> pa.Schema:
    """The columns of a table as Arrow has them, each with what it holds in words."""
    import pyarrow as pa

    kinds = {
        Kind.TEXT: pa.string(),
        Kind.TEXTS: pa.list_(pa.string()),
        Kind.INTEGER: pa.int32(),
        Kind.NUMBER: pa.float64(),
        Kind.FLAG: pa.bool_(),
        Kind.DAY: pa.date32(),
    }
    return pa.schema(
        [pa.field(column.name, kinds[column.kind], metadata={"about": column.about}) for column in table.columns],
        metadata={"about": table.about},
    )


def _write(lines: Iterable[bytes], base: str, folder: Path) -> None:
    with ExitStack() as stack:
        files = {table.name: stack.enter_context(_File(table, folder)) for table in TABLES}
        for part in _parts(lines):
            for name, row in rows_of(part, base):
                files[name].add(row)


def _parts(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines in parts, none of which ends while a subject goes on."""
    part: list[bytes] = []
    size, last = 0, b""
    for line in lines:
        subject = line[: line.index(b" ")]
        if size > _AT_ONCE and subject != last:
            yield b"".join(part)
            part, size = [], 0
        part.append(line)
        size, last = size + len(line), subject
    yield b"".join(part)


class _File:
    """The file of a table."""

    def __init__(self, table: Table, folder: Path) -> None:
        from pyarrow import parquet

        self._schema = arrow_schema(table)
        self._days = [column.name for column in table.columns if column.kind is Kind.DAY]
        self._writer = parquet.ParquetWriter(folder / f"{table.name}.parquet", self._schema)
        self._rows: list[Row] = []

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, row: Row) -> None:
        for name in self._days:
            row[name] = date.fromisoformat(row[name]) if row[name] else None
        self._rows.append(row)
        if len(self._rows) == _ROWS:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
            self._rows = []


def _check_place(target: Path) -> None:
    if not target.absolute().parent.is_dir():
        raise GraphError("its folder does not exist", where=str(target), remedy="Make the folder first")
    ours = {f"{table.name}.parquet" for table in TABLES}
    if target.exists() and (not target.is_dir() or {path.name for path in target.iterdir()} - ours):
        raise GraphError("this is no folder of tables", where=str(target), remedy="Give a new or an empty folder")
