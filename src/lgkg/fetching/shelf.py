"""The folder that pages are kept in: one file a page, and beside it a hidden one that says where it came from.

`pages/www.example.go.th/news-12-1a2b3c4d.html` and, with a dot before, `….html.json`: address, day, ETag and
Last-Modified, by which the page is asked for next time.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lgkg.fetching.client import Reply
from lgkg.sources.web_page import note_of
from lgkg.store.disk import writing_whole

_UNFIT = re.compile(r"[^0-9A-Za-z\u0e01-\u0e5b]+")
_LETTERS = 60
"""Of an address in the name of a file: 180 bytes where they are Thai, of the 255 that file systems take."""


class Shelf:
    """The folder of fetched pages.

    Args:
        folder: it, made when the first page is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def conditions(self, url: str) -> dict[str, str]:
        """Headers that ask for a page only if it has changed; empty if it is not here."""
        path = self._path(url)
        if not path.is_file() or not note_of(path).is_file():
            return {}
        note = json.loads(note_of(path).read_text("utf-8"))
        asked = {"If-None-Match": note.get("etag"), "If-Modified-Since": note.get("last_modified")}
        return {name: value for name, value in asked.items() if value}

    def keep(self, url: str, reply: Reply, day: date) -> bool:
        """Keeps a page; returns whether its content is new."""
        path = self._path(url)
        path.parent.mkdir(parents=True, exist_ok=True)
        changed = not path.is_file() or path.read_bytes() != reply.body
        if changed:
            _write(path, reply.body)
        note = {
            "url": reply.url,
            "asked": url,
            "fetched": day.isoformat(),
            "content_type": reply.headers.get("content-type"),
            "etag": reply.headers.get("etag"),
            "last_modified": reply.headers.get("last-modified"),
            "sha256": hashlib.sha256(reply.body).hexdigest(),
        }
        told = {name: value for name, value in note.items() if value}
        _write(note_of(path), json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")
        return changed

    def _path(self, url: str) -> Path:
        parts = urlsplit(url)
        words = _UNFIT.sub("-", unquote(f"{parts.path} {parts.query}")).strip("-")[-_LETTERS:] or "index"
        host = _UNFIT.sub("-", parts.netloc).strip("-") or "host"
        digest = hashlib.sha256(url.encode()).hexdigest()[:8]
        return self._folder / host.lower() / f"{words.strip('-')}-{digest}.html"


def _write(path: Path, content: bytes) -> None:
    with writing_whole(path) as file:
        file.write(content)
