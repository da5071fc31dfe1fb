"""JSON Lines: one object a line, one article an object; a broken line costs that line only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import limits, record
from lgkg.sources.files import shown
from lgkg.sources.lines import Lines, lines, unzipped
from lgkg.sources.problem import Problem
from lgkg.text import decode


def read(file: Lines, path: Path) -> Iterator[Article | Problem]:
    """The articles of a `.jsonl` file, line by line.

    Raises:
        InputError: the file is empty, binary, or JSON spread over lines.
    """
    number = 0
    for number, line in lines(file):
        where = f"{shown(path)}:{number}"
        if line is None:
            yield Problem(where, f"the line is longer than {limits.LINE_BYTES // 1_000_000} MB", "Split the article")
        else:
            if number == 1:
                _check_kind(line, shown(path))
            yield from _line(line, where)
    if not number:
        raise InputError("is empty", where=shown(path), remedy="Remove it, or put articles in it")


def read_gzip(file: BinaryIO, path: Path) -> Iterator[Article | Problem]:
    """The articles of a `.jsonl.gz` file, unpacked line by line.

    Raises:
        InputError: as for `read`, or the file is no gzip, broken, cut short, or a bomb.
    """
    yield from read(unzipped(file, shown(path)), path)


def _check_kind(first: bytes, where: str) -> None:
    if b"\x00" in first:
        raise InputError("is not text", where=where, remedy="Give JSON Lines, one article a line")
    if first.strip() in (b"{", b"["):
        raise InputError("is JSON spread over several lines", where=where, remedy="Name it .json")


def _line(line: bytes, where: str) -> Iterator[Article | Problem]:
    try:
        yield from record.articles(record.parse(decode(line, where).strip(), where), where)
    except InputError as error:
        yield Problem(where, error.what, error.remedy)
