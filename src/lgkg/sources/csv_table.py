"""Tables of articles in text: `.csv` and `.tsv`, with comma, semicolon, tab or bar between cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import limits, rows
from lgkg.sources.columns import Columns
from lgkg.sources.files import shown
from lgkg.sources.problem import Problem
from lgkg.text import decode

_SAMPLE = 1 << 16
"""Bytes by which encoding and separator are recognised."""
_SEPARATORS = ",;\t|"


def read(file: BinaryIO, path: Path, columns: Columns) -> Iterator[Article | Problem]:
    """The articles of a table, row by row.

    Raises:
        InputError: it is empty, no text, or has no column of texts.
    """
    where = shown(path)
    csv.field_size_limit(limits.ARTICLE_BYTES)
    encoding = _encoding(file, where)
    separator = _separator(file, encoding, path)
    text = io.TextIOWrapper(file, encoding, newline="")
    try:
        cells = csv.reader(_without_nul(text), delimiter=separator)
        header = next(cells, None)
        if not header:
            raise InputError("is empty", where=where, remedy="Remove it, or put articles in it")
        yield from rows.articles(header, cells, columns, path.name.partition(".")[0], where)
    except UnicodeDecodeError as error:
        raise InputError(f"is broken: {error.reason} at byte {error.start}", where=where, remedy=_ANEW) from error
    except csv.Error as error:
        raise InputError(f"is no table that can be read ({error})", where=where, remedy=_ANEW) from error
    finally:
        text.detach()


_ANEW = "Write it anew as CSV in UTF-8"


def _encoding(file: BinaryIO, where: str) -> str:
    """The encoding of a file, by its beginning to the last line end in that."""
    sample = file.read(_SAMPLE)
    file.seek(0)
    if not sample:
        raise InputError("is empty", where=where, remedy="Remove it, or put articles in it")
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    whole_lines = sample[: sample.rfind(b"\n") + 1] or sample
    decode(whole_lines, where)  # refuses what is no text
    try:
        whole_lines.decode("utf-8")
    except UnicodeDecodeError:
        return "cp874"
    return "utf-8-sig"


def _separator(file: BinaryIO, encoding: str, path: Path) -> str:
    """What parts the cells of the first line: the commonest of the usual separators in it."""
    if path.name.lower().endswith(".tsv"):
        return "\t"
    first = file.read(_SAMPLE).decode(encoding, "replace").partition("\n")[0]
    file.seek(0)
    return max(_SEPARATORS, key=first.count)


def _without_nul(lines: Iterator[str]) -> Iterator[str]:
    return (line.replace("\0", "") for line in lines)
