"""The intake: every article under the given paths, one after the other, and word of all that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeAlias

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import (
    csv_table,
    documents,
    json_lines,
    json_whole,
    packed,
    parquet,
    plain,
    spreadsheet,
    warc,
    web_page,
)
from lgkg.sources.columns import Columns
from lgkg.sources.files import File, opened, reason, shown, size, unreadable, walk
from lgkg.sources.problem import Problem

Reader: TypeAlias = Callable[[BinaryIO, Path], Iterator[Article | Problem]]

TableReader: TypeAlias = Callable[[BinaryIO, Path, Columns], Iterator[Article | Problem]]

READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".json": json_whole.read,
    ".jsonl": json_lines.read,
    ".ndjson": json_lines.read,
    ".jsonl.gz": json_lines.read_gzip,
    ".ndjson.gz": json_lines.read_gzip,
    ".html": web_page.read,
    ".htm": web_page.read,
    ".warc": warc.read,
    ".warc.gz": warc.read,
    ".docx": documents.read_docx,
    ".pdf": documents.read_pdf,
}
"""How the end of a file's name tells what reads it."""

TABLES: dict[str, TableReader] = {
    ".csv": csv_table.read,
    ".tsv": csv_table.read,
    ".xlsx": spreadsheet.read,
    ".parquet": parquet.read,
}
"""Likewise of tables, whose columns have to be told apart."""

ZIPPED = ".zip"
KINDS = (*READERS, *TABLES, ZIPPED)
"""Ends of the names of files that are read."""


class Intake:
    """Reads articles from files and folders, in bounded memory.

    Iterating yields each `Article`, in the order of the inputs and of the names inside folders: the same on every
    run. Two articles may carry one id; who collects them decides.

    Args:
        inputs: files and folders.
        report: is called with each `Problem` when it is met.
        leave_out: tells of a folder whether to stay out of it, because what it holds is a graph.
        columns: which column of a table is what.

    Attributes:
        skipped: how many files of kinds that lgkg does not read were passed over in folders so far.
    """

    def __init__(
        self,
        inputs: Iterable[Path],
        report: Callable[[Problem], None],
        *,
        leave_out: Callable[[Path], bool] = lambda _: False,
        columns: Columns | None = None,
    ) -> None:
        self._inputs, self._report, self._leave_out = tuple(inputs), report, leave_out
        self._columns = columns or Columns()
        self._open: BinaryIO | None = None
        self._done = 0
        self.skipped = 0

    def __iter__(self) -> Iterator[Article]:
        for item in self._items():
            if isinstance(item, Problem):
                self._report(item)
            else:
                yield item

    @property
    def size(self) -> int:
        """How many bytes there are to read, as the folders are now; looks through them anew on each call."""
        files = (item for item in walk(self._inputs, self._leave_out) if isinstance(item, File))
        return sum(size(file.path) for file in files if self.reader(file.path))

    @property
    def done(self) -> int:
        """How many of these bytes were read so far."""
        return self._done + (self._open.tell() if self._open and not self._open.closed else 0)

    def _items(self) -> Iterator[Article | Problem]:
        for item in walk(self._inputs, self._leave_out):
            if isinstance(item, Problem):
                yield item
            elif reader := self.reader(item.path):
                yield from self._read(item.path, reader)
            elif item.given:
                yield _unknown_kind(item.path)
            else:
                self.skipped += 1

    def _read(self, path: Path, reader: Reader) -> Iterator[Article | Problem]:
        try:
            with opened(path) as self._open:
                yield from reader(self._open, path)
        except InputError as error:
            yield Problem.of(error)
        except OSError as error:
            yield Problem(shown(path), f"cannot be read to its end: {reason(error)}", "Check the disk it is on")
        self._done += size(path)

    def reader(self, path: Path) -> Reader | None:
        """What reads a file, by its name; None for files of other kinds."""
        if path.name.lower().endswith(ZIPPED):
            return partial(packed.read, read_entry=self._entry)
        return _reader(path, self._columns)

    def _entry(self, file: BinaryIO, path: Path) -> Iterator[Article | Problem] | None:
        """Reads a file of an archive; archives in archives are not read."""
        reader = _reader(path, self._columns)
        if reader is None:
            self.skipped += 1
        return reader and reader(file, path)


def _reader(path: Path, columns: Columns) -> Reader | None:
    """What reads a file that is not zipped together with others."""
    name = path.name.lower()
    if table := next((reader for end, reader in TABLES.items() if name.endswith(end)), None):
        return partial(_tabular, table, columns)
    return next((reader for end, reader in READERS.items() if name.endswith(end)), None)


def _tabular(reader: TableReader, columns: Columns, file: BinaryIO, path: Path) -> Iterator[Article | Problem]:
    return reader(file, path, columns)


def _unknown_kind(path: Path) -> Problem:
    try:
        path.stat()
    except OSError as error:
        return Problem.of(unreadable(path, error))
    return Problem(shown(path), "is of a kind that is not read", f"Give files that end in {', '.join(KINDS)}")
