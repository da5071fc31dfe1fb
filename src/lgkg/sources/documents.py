"""Documents: `.docx`, and `.pdf` that holds text. One document, one article, its id the name of the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import limits, record
from lgkg.sources.extras import extra
from lgkg.sources.files import shown
from lgkg.sources.packed import check_package
from lgkg.sources.problem import Problem

_ANEW = "Save it anew, or give its text as .txt"


def read_docx(file: BinaryIO, path: Path) -> Iterator[Article | Problem]:
    """The article in a Word document: paragraphs and rows of tables in their order, a line each.

    Raises:
        InputError: it is no document, broken, unpacks to far more than its size, or holds no text.
    """
    where = shown(path)
    docx = extra("docx", where)
    check_package(file, where)
    try:
        document = docx.Document(file)
        lines = list(_lines(document))
    except Exception as error:  # what a broken file makes the library raise is not told
        raise InputError(f"is no document that can be read ({error})", where=where, remedy=_ANEW) from error
    yield from _article("\n".join(lines), document.core_properties.title, path, where)


def read_pdf(file: BinaryIO, path: Path) -> Iterator[Article | Problem]:
    """The article in a PDF, page after page.

    Raises:
        InputError: it is no PDF, broken, locked, has too many pages, or holds pictures of text alone.
    """
    where = shown(path)
    pypdf = extra("pypdf", where)
    try:
        document = pypdf.PdfReader(file)
        locked, pages = document.is_encrypted and not document.decrypt(""), len(document.pages)
        _check_pages(locked, pages, where)
        text = "\n".join(unwrapped(page.extract_text()) for page in document.pages)
    except InputError:
        raise
    except Exception as error:  # what a broken file makes the library raise is not told
        raise InputError(f"is no PDF that can be read ({error})", where=where, remedy=_ANEW) from error
    if not text.strip():
        raise InputError("holds no text, but perhaps pictures of it", where=where, remedy="Have its text recognised")
    title = document.metadata.title if document.metadata else None
    yield from _article(text, title, path, where)


def unwrapped(page: str) -> str:
    """The text of a page whose lines end where its paper ends, with the lines of a paragraph joined again.

    A line that fills four fifths of the longest goes on in the next; between Thai letters nothing stands there, else a
    space.

    >>> unwrapped("นายสมชาย ใจดี ปลัด\\nจังหวัดระยอง\\nจบ")
    'นายสมชาย ใจดี ปลัดจังหวัดระยอง\\nจบ'
    """
    lines = [line.strip() for line in page.splitlines()]
    full = _FULL * max(map(len, lines), default=0)
    joined = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        goes_on = len(line) >= full and following
        joined += line + (_between(line, following) if goes_on else "\n")
    return joined.rstrip("\n")


_FULL = 0.8


def _between(line: str, following: str) -> str:
    return "" if "\u0e00" < line[-1] < "\u0e7f" and "\u0e00" < following[0] < "\u0e7f" else " "


def _check_pages(locked: bool, pages: int, where: str) -> None:
    if locked:
        raise InputError("is locked with a password", where=where, remedy="Save it without one")
    if pages > limits.DOCUMENT_PAGES:
        raise InputError(f"has more than {limits.DOCUMENT_PAGES} pages", where=where, remedy="Give the article alone")


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield " ".join(dict.fromkeys(cell.text for cell in row.cells))
        else:
            yield block.text


def _article(text: str, title: str | None, path: Path, where: str) -> Iterator[Article | Problem]:
    told = {"id": path.name.rpartition(".")[0], "text": text.replace("\0", ""), "title": title or None}
    yield from record.articles(told, where)
