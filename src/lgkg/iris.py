"""IRIs that are safe to write into a file and to click on: ASCII, absolute, short, http or https.

>>> web_iri("https://www.example.go.th/ข่าว?id=1 2")
'https://www.example.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7?id=1%202'
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from lgkg.errors import GraphError

LONGEST = 1_000
"""IRIs stay below this many characters, which every known triple store takes."""

_SAFE = "/:@!$&'()*+,;=~-._%"
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_PLAIN = re.compile(r"https?://(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*/[A-Za-z0-9/._~-]*")
"""An address in which there is nothing to encode, as most are."""
_BASE = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?/([A-Za-z0-9._~/-]*/)?")


def web_iri(url: str) -> str | None:
    """The address as an IRI with everything outside ASCII percent-encoded; None if it is not a plain web address.

    Not plain are: another scheme than http and https, no host, a user name or password, control characters, and
    more than `LONGEST` characters.
    """
    url = url.strip()
    if _PLAIN.fullmatch(url) and len(url) < LONGEST:
        return url
    if _CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port is not None else ""
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:  # a broken port, bracket or host name; UnicodeError is one of these
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    tail = _encoded(parts.path, _SAFE) + _optional("?", parts.query) + _optional("#", parts.fragment)
    iri = f"{parts.scheme}://{host}{port}{tail}"
    return iri if len(iri) < LONGEST else None


def checked_base(base: str) -> str:
    """The base itself, if IRIs can be made by writing an id behind it.

    Raises:
        GraphError: it is not an absolute http(s) address in ASCII that ends in `/`; facts and passages
            take the fragment, so `#` is not free.
    """
    if _BASE.fullmatch(base) and len(base) < LONGEST // 2:
        return base
    raise GraphError(
        f"{base!r} cannot be the base of a graph's addresses",
        remedy="Give an http or https address in ASCII that ends in /, such as https://example.org/id/",
    )


def _optional(mark: str, part: str) -> str:
    return mark + _encoded(part, _SAFE + "?") if part else ""


def _encoded(part: str, safe: str) -> str:
    return quote(_LOOSE_PERCENT.sub("%25", part), safe=safe)
