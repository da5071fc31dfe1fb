"""What sites allow: robots.txt (RFC 9309), read by protego, and reservations of rights (TDMRep).

A robots.txt that cannot be had because the server fails forbids everything; one that is not there, nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from lgkg.errors import InputError
from lgkg.fetching.client import Reply

AGENT = "lgkg"
"""What robots.txt calls this fetcher."""
_LONGEST = 60.0
"""Seconds of pause that a robots.txt may ask for; with one that asks for more, nobody would ever be done."""
_BYTES = 512_000
"""Of a robots.txt, as RFC 9309 (section 2.5) wants at least."""


class Robots:
    """The robots.txt of hosts.

    Args:
        get: asks for an address, redirects followed.
    """

    def __init__(self, get: Callable[[str], Reply]) -> None:
        self._get = get
        self._known: dict[str, Protego | None] = {}

    def allows(self, url: str) -> bool:
        """Whether a page may be fetched."""
        rules = self._rules(url)
        return rules is not None and rules.can_fetch(url, AGENT)

    def pause(self, url: str) -> float:
        """Seconds between requests that the site asks for."""
        rules = self._rules(url)
        return min(float(rules.crawl_delay(AGENT) or 0), _LONGEST) if rules else 0.0

    def sitemaps(self, url: str) -> list[str]:
        """The sitemaps that the robots.txt names."""
        rules = self._rules(url)
        return sorted(rules.sitemaps) if rules else []

    def _rules(self, url: str) -> Protego | None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._known:
            self._known[origin] = self._fetched(f"{origin}/robots.txt")
        return self._known[origin]

    def _fetched(self, url: str) -> Protego | None:
        try:
            reply = self._get(url)
        except InputError:
            return None
        if 400 <= reply.status < 500:
            return Protego.parse("")
        return Protego.parse(reply.body[:_BYTES].decode("utf-8", "replace")) if reply.status == 200 else None


def is_reserved(reply: Reply) -> bool:
    """Whether the server reserves the page from text mining (https://www.w3.org/community/reports/tdmrep/)."""
    return reply.headers.get("tdm-reservation", "").strip() == "1"
