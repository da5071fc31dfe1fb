"""Rows of a table as articles, whatever the file: the first row names the columns, each other is an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import record
from lgkg.sources.columns import Columns
from lgkg.sources.problem import Problem
from lgkg.text.dates import find_dates

FIRST = 2
"""The number of the first row below the header, as spreadsheets count."""


def articles(
    header: Sequence[object], rows: Iterable[Sequence[object]], columns: Columns, stem: str, where: str
) -> Iterator[Article | Problem]:
    """The articles of a table.

    Args:
        header: the names of its columns.
        rows: its rows; what is blank in the column of the text is passed over where the whole row is blank.
        columns: which column is what.
        stem: what ids begin with where the table has no column of ids: `news-2` is the first row of `news.csv`.
        where: the table's name, for messages.

    Raises:
        InputError: no column holds texts.
    """
    places = columns.of(header, where)
    for number, row in enumerate(rows, FIRST):
        told = {field: _told(row[at]) for field, at in places.items() if at < len(row)}
        if any(value is not None for value in told.values()):
            yield from _article(told, f"{stem}-{number}", f"{where}, row {number}")


def _article(told: Mapping[str, object], id: str, where: str) -> Iterator[Article | Problem]:
    named = {"id": id, **{field: value for field, value in told.items() if value is not None}}
    if isinstance(day := named.get("published"), str):
        named["published"] = _day(day)
    try:
        yield from record.articles(named, where)
    except InputError as error:
        yield Problem.of(error)


def _told(value: object) -> object:
    """A cell as JSON would have it; None where it is blank."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | Decimal):
        return str(int(value)) if value == value and value == int(value) else str(value)
    if isinstance(value, str):
        return value if value.strip() else None
    return value if value is None or isinstance(value, int | list | dict) else str(value)


def _day(text: str) -> str:
    """A day in Thai or English words or numbers as ISO has it; else the text, which the record will complain about."""
    found = find_dates(text, None)
    return found[0].start.isoformat() if len(found) == 1 and found[0].end is None else text
