"""How much is fetched, how fast, and from where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of a run.

    Attributes:
        pages: pages that are fetched at most.
        delay: seconds between two requests to a host; more where its robots.txt asks for more.
        bytes: bytes of a page, a feed or a sitemap, unpacked.
        seconds: seconds that one answer may take from first to last byte.
        redirects: redirects that are followed for a page.
        depth: sitemaps that may lead to further sitemaps.
        contact: an address or a page that tells sites who asks; part of what the fetcher calls itself.
        private: hosts (`intranet.example.go.th`, `127.0.0.1:8000`) that may have addresses which the internet does not
            reach; no other may.
        other_hosts: whether pages on other hosts than the feed or sitemap that names them are fetched.
    """

    pages: int = 500
    delay: float = 2.0
    bytes: int = 10_000_000
    seconds: float = 60.0
    redirects: int = 5
    depth: int = 2
    contact: str = ""
    private: tuple[str, ...] = ()
    other_hosts: bool = False
