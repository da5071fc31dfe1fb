"""Reads the tables under `data`: one CSV file a subject, one row an entry, words in Thai and English side by side.

A cell may hold several values parted by `|`. Lines that begin with `#` are comments for the reader of the table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache

from lgkg import resources
from lgkg.errors import DataError


@cache
def table(name: str, folder: str = "domain") -> tuple[dict[str, str], ...]:
    """The rows of `data/<folder>/<name>.csv`, each a dictionary by column.

    Raises:
        DataError: a row has more or fewer cells than the header, or an English or Thai cell is empty.
    """
    path = resources.data(folder, f"{name}.csv")
    rows = []
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(_without_comments(lines))
        header = next(reader)
        for cells in reader:
            if len(cells) != len(header):
                raise DataError(f"the row {cells!r} has {len(cells)} cells, the header {len(header)}", where=str(path))
            row = dict(zip(header, cells, strict=True))
            if "" in (row.get("th"), row.get("en")):
                raise DataError(f"the row {cells!r} lacks its Thai or English", where=str(path))
            rows.append(row)
    return tuple(rows)


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several: `values("ผวจ.|ผู้ว่าฯ")`."""
    return tuple(part for part in cell.split("|") if part)


def _without_comments(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if line.strip() and not line.startswith("#"))
