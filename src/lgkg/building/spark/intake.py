"""The intake on Spark: every article under the given paths as a row, read by what reads files elsewhere.

Spark lists the files and hands their bytes to the executors, where the readers of `lgkg.sources` take them apart. A
file is read as a whole, so it may not be larger than `LARGEST`; large corpora come in many files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from lgkg.article import Article
from lgkg.building.spark.files import Files, Found
from lgkg.errors import InputError
from lgkg.sources import Problem
from lgkg.sources.columns import Columns
from lgkg.sources.intake import KINDS, Intake

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

LARGEST = 1_000_000_000
"""Bytes of a file, which Java and Python both hold at once."""
MANIFESTS = ("build.json", "parts.json")
"""A folder that has one holds a graph, and its files are no articles."""

COLUMNS = (
    "root int, path string, number int, key string, id string, text string, title string, published string,"
    " url string, publisher string, origin string, sha string, what string, remedy string"
)
"""A row is an article or a problem (`what`). The first three sort rows as one machine would read them; `key` is the
article's id, or one of its own for a problem. What is not known is empty."""
_NAMES = [column.split()[0] for column in COLUMNS.split(", ")]


def articles(session: SparkSession, files: Files, inputs: Iterable[str], columns: Columns, out: str) -> DataFrame:
    """All articles, and problems in place of those that cannot be read.

    Args:
        session, files: where and how they are read.
        inputs: files and folders.
        columns: which column of a table is what.
        out: the address of a folder to stay out of.
    """
    reader = _Reader(columns)
    roots, problems = _roots(files, inputs, reader)
    told = [_problem_row(-1, "", number, problem) for number, problem in enumerate(problems)]
    if not roots:
        return session.createDataFrame(told, COLUMNS)
    listed = _listed(session, roots, [*KINDS, *MANIFESTS])
    full = {row.path for row in listed.select("path").collect()}
    without = [out, *(path.rpartition("/")[0] for path in full if path.rpartition("/")[2] in MANIFESTS)]
    for path in sorted(set(map(_plain, listed.inputFiles())) - full):
        told += reader.rows(_File(path, b"", 0), roots, without)  # Spark passes over files of no bytes
    read = partial(_read_all, reader=reader, roots=roots, without=without)
    rows = listed.select("path", "content", "length").mapInPandas(read, COLUMNS)
    return rows.unionByName(session.createDataFrame(told, COLUMNS))


class _File(NamedTuple):
    """A file as Spark has it; `path` is its whole address."""

    path: str
    content: bytes
    length: int


def article_of(row: Any) -> Article:
    """The article in a row."""
    from datetime import date

    published = date.fromisoformat(row.published) if row.published else None
    about = row.title or None, published, row.url or None
    return Article(row.id, row.text, *about, row.origin, row.publisher or None)


def _roots(files: Files, inputs: Iterable[str], reader: _Reader) -> tuple[list[Found], list[Problem]]:
    """What there is to read, and problems with what was given."""
    roots: list[Found] = []
    problems: list[Problem] = []
    for given in inputs:
        found = files.find(given)
        if not found:
            problems.append(Problem(given, "does not exist", "Check the spelling of the path"))
        for one in found:
            if one.folder or reader.reads(one.given):
                roots.append(one)
            else:
                what = f"Give files that end in {', '.join(KINDS)}"
                problems.append(Problem(one.given, "is of a kind that is not read", what))
    return roots, problems


def _listed(session: SparkSession, roots: Sequence[Found], ends: Iterable[str]) -> DataFrame:
    """All files under the roots whose names end so, in letters of either case."""
    reader = session.read.format("binaryFile").option("recursiveFileLookup", "true")
    names = f"*{{{','.join(map(_any_case, ends))}}}"
    return reader.option("pathGlobFilter", names).load([root.address for root in roots])


def _any_case(end: str) -> str:
    return "".join(f"[{letter}{letter.upper()}]" if letter.isalpha() else letter for letter in end)


def _plain(address: str) -> str:
    """The address of a file as Spark tells it with the file: without `%20` and empty hosts."""
    scheme, colon, path = unquote(address).partition(":")
    return f"{scheme}{colon}{path.replace('///', '/', 1) if path.startswith('///') else path}"


def _read_all(
    frames: Iterator[pd.DataFrame], reader: _Reader, roots: Sequence[Found], without: Sequence[str]
) -> Iterator[pd.DataFrame]:
    import pandas as pd

    for frame in frames:
        for file in frame.itertuples(index=False):
            rows = reader.rows(_File(file.path, file.content, file.length), roots, without)
            while part := list(islice(rows, _PART)):
                yield pd.DataFrame(part, columns=_NAMES)


_PART = 256
"""Articles that are handed on at once."""


class _Reader:
    """Takes files apart as the local engine does."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def reads(self, path: str) -> bool:
        """Whether a file is of a kind that is read."""
        return self._intake.reader(Path(path)) is not None

    def rows(self, file: _File, roots: Sequence[Found], without: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """What a file comes to; nothing if it is part of a graph."""
        if not self.reads(file.path) or any(file.path.startswith(f"{folder}/") for folder in without):
            return
        number, root = next((n, root) for n, root in enumerate(roots) if _lies_in(file.path, root))
        inside = file.path[len(root.address) :].strip("/")
        origin = f"{root.given.rstrip('/')}/{inside}" if inside else root.given
        for at, item in enumerate(self._items(file, Path(origin))):
            place = number, inside.replace("/", "\0"), at
            yield _problem_row(*place, item) if isinstance(item, Problem) else _article_row(*place, item)

    def _items(self, file: _File, path: Path) -> Iterator[Article | Problem]:
        reader = self._intake.reader(path)
        assert reader
        try:
            if file.length > LARGEST:
                what = f"is larger than {LARGEST // 1_000_000} MB"
                raise InputError(what, where=str(path), remedy="Split it into several files")
            yield from reader(BytesIO(file.content), path)
        except InputError as error:
            yield Problem.of(error)

    @property
    def _intake(self) -> Intake:
        """Knows what reads what; nothing is read through it."""
        return Intake((), _ignore, columns=self._columns)


def _ignore(_: Problem) -> None:
    pass


def _lies_in(path: str, root: Found) -> bool:
    return path == root.address or path.startswith(f"{root.address.rstrip('/')}/")


def _article_row(root: int, path: str, number: int, article: Article) -> tuple[Any, ...]:
    published = article.published.isoformat() if article.published else ""
    about = article.title or "", published, article.url or "", article.publisher or ""
    told = *about, article.origin, article.text_sha256
    return (root, path, number, article.id, article.id, article.text, *told, "", "")


def _problem_row(root: int, path: str, number: int, problem: Problem) -> tuple[Any, ...]:
    key = f"\0{root}\0{path}\0{number}"  # as no id begins
    return (root, path, number, key, "", "", "", "", "", "", problem.where, "", problem.what, problem.remedy)
