"""A `.json` file: one object, or a list of objects, read as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import limits, record
from lgkg.sources.files import shown
from lgkg.sources.problem import Problem
from lgkg.text import decode


def read(file: BinaryIO, path: Path) -> Iterator[Article | Problem]:
    """The articles of a `.json` file; those of a list are cited as `file, record N`.

    Raises:
        InputError: the file is empty, too large, not JSON, or neither an object nor a list.
    """
    where = shown(path)
    value = record.parse(decode(_data(file, where), where), where)
    if not isinstance(value, list):
        yield from record.articles(value, where)
        return
    if not value:
        raise InputError("is an empty list", where=where, remedy="Remove it, or put articles in it")
    for number, item in enumerate(value, start=1):
        yield from _item(item, f"{where}, record {number}")


def _data(file: BinaryIO, where: str) -> bytes:
    data = file.read(limits.JSON_BYTES + 1)
    if not data:
        raise InputError("is empty", where=where, remedy="Remove it, or put articles in it")
    if len(data) > limits.JSON_BYTES:
        raise InputError(
            f"is larger than {limits.JSON_BYTES // 1_000_000} MB",
            where=where,
            remedy="Write it as JSON Lines (.jsonl), which is read line by line",
        )
    return data


def _item(item: object, where: str) -> Iterator[Article | Problem]:
    try:
        yield from record.articles(item, where)
    except InputError as error:
        yield Problem.of(error)
