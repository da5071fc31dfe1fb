"""Plain text: one file, one article, its id the name of the file without `.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import limits
from lgkg.sources.checks import article_id, article_text
from lgkg.sources.files import shown
from lgkg.text import decode


def read(file: BinaryIO, path: Path) -> Iterator[Article]:
    """The article in a text file, which is not read if it is too large to be one.

    Raises:
        InputError: it is empty, too large, binary, or in no encoding that lgkg knows.
    """
    where = shown(path)
    yield text_article(file, path.name[: -len(".txt")], where)


def text_article(file: BinaryIO, id: str, where: str) -> Article:
    """The article in anything that holds plain text, such as standard input; `where` is what messages call it.

    Raises:
        InputError: it is empty, too large, binary, or in no encoding that lgkg knows.
    """
    data = file.read(limits.ARTICLE_BYTES + 1)
    if not data:
        raise InputError("is empty", where=where, remedy="Remove it, or put an article in it")
    if len(data) > limits.ARTICLE_BYTES:
        raise InputError(
            f"is too large for one article (over {limits.ARTICLE_BYTES // 1_000_000} MB)",
            where=where,
            remedy="Split it into one file an article, or give JSON Lines with one article a line",
        )
    text = article_text(decode(data, where), where)
    return Article(article_id(id, where), text, origin=where)
