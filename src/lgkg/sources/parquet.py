"""Parquet tables of articles, some hundred rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import rows
from lgkg.sources.columns import Columns
from lgkg.sources.extras import extra
from lgkg.sources.files import shown
from lgkg.sources.problem import Problem

_ROWS = 256
"""Rows that are held at a time."""


def read(file: BinaryIO, path: Path, columns: Columns) -> Iterator[Article | Problem]:
    """The articles of a Parquet table.

    Raises:
        InputError: it is no Parquet, broken, or has no column of texts.
    """
    where = shown(path)
    parquet = extra("pyarrow.parquet", where)
    try:
        table = parquet.ParquetFile(file)
        header = table.schema_arrow.names
        wanted = [header[at] for at in columns.of(header, where).values()]
        yield from rows.articles(wanted, _rows(table, wanted), columns, path.name.rpartition(".")[0], where)
    except (OSError, ValueError) as error:  # pyarrow's own errors are of these
        raise InputError(f"is no Parquet that can be read ({error})", where=where, remedy="Write it anew") from error


def _rows(table: Any, names: list[str]) -> Iterator[list[object]]:
    for batch in table.iter_batches(_ROWS, columns=names):
        cells = [batch.column(name).to_pylist() for name in names]
        yield from map(list, zip(*cells, strict=True))
