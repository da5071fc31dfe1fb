"""Web archives (`.warc`, `.warc.gz`): every page in them that was fetched well, its id and source its address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import limits
from lgkg.sources.extras import extra
from lgkg.sources.files import shown
from lgkg.sources.problem import Problem
from lgkg.sources.web_page import page_article, told_charset

_PAGES = ("text/html", "application/xhtml+xml")


def read(file: BinaryIO, path: Path) -> Iterator[Article | Problem]:
    """The articles of a web archive, in its order.

    Raises:
        InputError: it is no web archive, or broken.
    """
    where = shown(path)
    archives, errors = extra("warcio.archiveiterator", where), extra("warcio.exceptions", where)
    try:
        for entry in archives.ArchiveIterator(file):
            if _is_page(entry):
                yield from _page(entry, where)
    except (errors.ArchiveLoadFailed, EOFError, ValueError, OSError) as error:
        raise InputError(
            f"is no web archive that can be read ({error})", where=where, remedy="Fetch it anew"
        ) from error


def _is_page(entry: Any) -> bool:
    if entry.rec_type != "response" or not entry.http_headers:
        return False
    kind = (entry.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return entry.http_headers.get_statuscode() == "200" and kind in _PAGES


def _page(entry: Any, where: str) -> Iterator[Article | Problem]:
    url = entry.rec_headers.get_header("WARC-Target-URI") or ""
    there = f"{where}, {url[:200]}"
    try:
        data = entry.content_stream().read(limits.PAGE_BYTES + 1)
        if len(data) > limits.PAGE_BYTES:
            raise InputError(f"is larger than {limits.PAGE_BYTES // 1_000_000} MB", where=there, remedy="Leave it out")
        yield from page_article(
            data, url, there, url=url, charset=told_charset(entry.http_headers.get_header("Content-Type"))
        )
    except InputError as error:
        yield Problem.of(error)
