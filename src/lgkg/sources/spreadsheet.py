"""Spreadsheets of articles (`.xlsx`): each sheet that has a column of texts, row by row."""

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
from lgkg.sources.packed import check_package
from lgkg.sources.problem import Problem


def read(file: BinaryIO, path: Path, columns: Columns) -> Iterator[Article | Problem]:
    """The articles of a spreadsheet; sheets without a column of texts are passed over where another has one.

    Raises:
        InputError: it is no spreadsheet, broken, unpacks to far more than its size, or no sheet has a column of texts.
    """
    where = shown(path)
    openpyxl = extra("openpyxl", where)
    check_package(file, where)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # what a broken file makes the library raise is not told
        raise InputError(f"is no spreadsheet that can be read ({error})", where=where, remedy=_ANEW) from error
    try:
        yield from _sheets(book, path, columns, where)
    finally:
        book.close()


_ANEW = "Save it anew as .xlsx, or as CSV in UTF-8"


def _sheets(book: Any, path: Path, columns: Columns, where: str) -> Iterator[Article | Problem]:
    refused: list[InputError] = []
    stem = path.name.rpartition(".")[0]
    for number, sheet in enumerate(book.worksheets, 1):
        cells = sheet.iter_rows(values_only=True)
        begun = stem if number == 1 else f"{stem}-{number}"
        try:
            yield from rows.articles(next(cells, ()), cells, columns, begun, f"{where}, sheet {sheet.title!r}")
        except InputError as error:
            refused.append(error)
    if len(refused) == len(book.worksheets) and refused:
        raise refused[0]
