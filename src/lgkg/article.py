"""An article: the unit that is read, cited, replaced and withdrawn."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One press release as it was read.

    Attributes:
        id: the id it was read under: a file's stem, or a record's `id`.
        text: the text as read: BOM dropped, line ends as `\\n`, nothing else changed. Every offset in lgkg
            counts code points of this string.
        title: its headline, if known.
        published: the day it was published, if known.
        url: where it was published, if known.
        origin: where it was read from (`file` or `file:line`), for messages.
        publisher: what the site or body that published it calls itself, if known.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    origin: str = ""
    publisher: str | None = None

    @property
    def text_sha256(self) -> str:
        """The SHA-256 of its text, in hexadecimal: equal digests, equal texts."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
