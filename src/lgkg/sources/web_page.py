"""Web pages: the article in a page, without menus, side bars and footers, found by trafilatura.

The text begins with the headline. Title, day of publication, address and name of the site come from what the page says
of itself (meta elements, JSON-LD). Pages of older sites are laid out with tables: a table whose cell holds an article
is taken apart first, since trafilatura reads it as a table of data.

Source of the method: A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction", ACL 2021 (https://aclanthology.org/2021.acl-demo.15/).
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import limits, record
from lgkg.sources.extras import extra
from lgkg.sources.files import shown
from lgkg.sources.problem import Problem
from lgkg.sources.site_name import site_name
from lgkg.sources.whole import whole
from lgkg.text import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_HEAD = 4_096
"""Bytes at the beginning of a page in which its encoding is looked for; the standard wants it in the first 1,024."""
_ARTICLE = 500
"""Letters of a table's cell from which it holds an article, not data."""
_LAYOUT = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")


def read(file: BinaryIO, path: Path) -> Iterator[Article | Problem]:
    """The article in a web page; its id is the name of the file without its ending.

    Raises:
        InputError: the page is empty, too large, no text, or holds no article; or trafilatura is not installed.
    """
    where = shown(path)
    data = whole(file, limits.PAGE_BYTES, where, "Save the article alone")
    yield from page_article(data, path.name.rpartition(".")[0], where, **_noted(path))


def note_of(page: Path) -> Path:
    """The hidden file beside a page that `lgkg fetch` kept, which tells where it came from."""
    return page.with_name(f".{page.name}.json")


def _noted(page: Path) -> dict[str, str | None]:
    """What the note beside a page tells of it; nothing where there is none."""
    try:
        note = json.loads(note_of(page).read_text("utf-8"))
        url, kind = note["url"], note.get("content_type") or ""
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {"url": url if isinstance(url, str) else None, "charset": told_charset(str(kind))}


def told_charset(content_type: str | None) -> str | None:
    """The encoding that a `Content-Type` names, if it names one."""
    found = _CHARSET.search(content_type or "")
    return found[1] if found else None


def page_article(
    data: bytes, id: str, where: str, *, url: str | None = None, charset: str | None = None
) -> Iterator[Article | Problem]:
    """The article in a page.

    Args:
        data: the page.
        id: the article's id.
        where: what messages call it.
        url: the address it was fetched from, where that is known.
        charset: the encoding that the server told, where that is known.

    Raises:
        InputError: as for `read`.
    """
    trafilatura = extra("trafilatura", where)
    tree = trafilatura.load_html(_text(data, charset, where))
    site = None if tree is None else site_name(tree)
    found = (
        None if tree is None else trafilatura.bare_extraction(_unlaid(tree), url=url, with_metadata=True, **_OPTIONS)
    )
    if found is None or not (found.text or "").strip():
        raise InputError("no article was found in the page", where=where, remedy="Give its text as .txt")
    told = {"title": found.title, "published": found.date, "url": url or found.url, "publisher": site}
    yield from record.articles({"id": id, "text": _headed(found.title, found.text), **told}, where)


_OPTIONS = {"include_comments": False, "include_tables": True, "deduplicate": False}


def _text(data: bytes, charset: str | None, where: str) -> str:
    """The page's text in the encoding that the server or the page tells, or else in that which its letters show."""
    declared = _DECLARED.search(data[:_HEAD])
    for name in (charset, declared[1].decode("ascii") if declared else None):
        try:
            if name and codecs.lookup(_PYTHON_NAMES.get(name.lower(), name)).name != "utf-8":
                return data.decode(_PYTHON_NAMES.get(name.lower(), name))
        except (LookupError, UnicodeDecodeError):
            continue
    return decode(data, where)


_PYTHON_NAMES = {
    "windows-874": "cp874",
    "tis-620": "cp874",
    "tis620": "cp874",
    "iso-8859-11": "cp874",
    "x-sjis": "cp932",
}
"""Names of encodings on the web -> what Python calls them, or a superset of them."""


def _unlaid(tree: HtmlElement) -> HtmlElement:
    """The page with its tables of layout as plain blocks."""
    for table in list(tree.iter("table")):
        if any(len("".join(cell.itertext())) > _ARTICLE for cell in table.iter("td")):
            for part in list(table.iter(*_LAYOUT)):
                part.tag = "div"
    return tree


def _headed(title: str | None, text: str) -> str:
    """The text with its headline before it, unless it begins with it."""
    body = text.strip()
    if not title or _bare(body).startswith(_bare(title)):
        return body
    return f"{title.strip()}\n\n{body}"


def _bare(text: str) -> str:
    return "".join(text.split())
