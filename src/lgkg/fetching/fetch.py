"""The run: addresses in, pages in a folder, and word of what was not fetched."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from os import PathLike
from pathlib import Path
from urllib.parse import urlsplit

import lgkg
from lgkg.errors import InputError
from lgkg.fetching.client import Client, Reply, moved_to
from lgkg.fetching.limits import Limits
from lgkg.fetching.listings import Listing, listing
from lgkg.fetching.robots import AGENT, Robots, is_reserved
from lgkg.fetching.shelf import Shelf
from lgkg.sources import Problem

_PAGES = ("text/html", "application/xhtml+xml")
_UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What a run did.

    Attributes:
        new: pages that were not there, or otherwise.
        unchanged: pages that are as they were.
        forbidden: addresses that the site or the server does not let fetch.
        problems: what could not be fetched.
        left: addresses that were not asked for, since there were enough pages.
    """

    new: int
    unchanged: int
    forbidden: int
    problems: tuple[Problem, ...]
    left: int


def fetch(
    urls: Iterable[str],
    folder: str | PathLike[str],
    limits: Limits | None = None,
    *,
    day: date | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> FetchReport:
    """Fetches pages, and the pages that feeds and sitemaps name.

    Args:
        urls: addresses of pages, feeds (RSS, Atom) and sitemaps.
        folder: where to keep pages; `lgkg build` reads it. Pages that are there are sent again only if changed.
        limits: bounds of the run.
        day: the day that is noted with each page; today unless given.
        tell: is called with each address before it is asked for.

    Returns:
        What was fetched, and what was not.

    Raises:
        GraphError: the folder cannot be written.
    """
    limits = limits or Limits()
    name = f"{AGENT}/{lgkg.__version__}" + (f" (+{limits.contact})" if limits.contact else "")
    with Client(limits, name) as client:
        run = _Run(client, Shelf(Path(folder)), limits, day or date.today(), tell)
        return run.done(urls)


class _Run:
    def __init__(self, client: Client, shelf: Shelf, limits: Limits, day: date, tell: Callable[[str], None]) -> None:
        self._client, self._shelf, self._limits, self._day, self._tell = client, shelf, limits, day, tell
        self._robots = Robots(self._followed)
        self._last: dict[str, float] = {}
        self._queue: deque[tuple[str, int]] = deque()
        self._seen: set[str] = set()
        self._new = self._unchanged = self._forbidden = 0
        self._problems: list[Problem] = []

    def done(self, urls: Iterable[str]) -> FetchReport:
        """Fetches everything."""
        self._add(urls, 0)
        while self._queue and self._new + self._unchanged < self._limits.pages:
            url, depth = self._queue.popleft()
            try:
                self._take(url, depth)
            except InputError as error:
                self._problems.append(Problem.of(error))
        return FetchReport(self._new, self._unchanged, self._forbidden, tuple(self._problems), len(self._queue))

    def _add(self, urls: Iterable[str], depth: int) -> None:
        for url in urls:
            if url not in self._seen:
                self._seen.add(url)
                self._queue.append((url, depth))

    def _take(self, url: str, depth: int) -> None:
        self._tell(url)
        if not self._robots.allows(url):
            self._forbidden += 1
            return
        reply = self._followed(url, self._shelf.conditions(url), obey=True)
        if reply.status == _UNCHANGED:
            self._unchanged += 1
        elif reply.status != 200:
            raise InputError(f"answers {reply.status}", where=url, remedy="Check the address")
        elif found := listing(reply):
            self._list(reply, found, depth)
        else:
            self._keep(url, reply)

    def _list(self, reply: Reply, found: Listing, depth: int) -> None:
        if depth >= self._limits.depth and found.listings:
            raise InputError("leads to too many further sitemaps", where=reply.url, remedy="Give the last of them")
        host = urlsplit(reply.url).hostname
        wanted = (*found.listings, *found.pages)
        self._add([url for url in wanted if self._limits.other_hosts or urlsplit(url).hostname == host], depth + 1)

    def _keep(self, url: str, reply: Reply) -> None:
        kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and kind not in _PAGES:
            raise InputError(
                f"is no page, but {kind[:60]}", where=url, remedy="Give addresses of pages, feeds, sitemaps"
            )
        if is_reserved(reply):
            self._forbidden += 1
        elif self._shelf.keep(url, reply, self._day):
            self._new += 1
        else:
            self._unchanged += 1

    def _followed(self, url: str, headers: dict[str, str] | None = None, *, obey: bool = False) -> Reply:
        """What is at an address, behind redirects; `obey`: what robots.txt forbids is not followed to."""
        for _ in range(self._limits.redirects + 1):
            self._pause(url)
            reply = self._client.get(url, headers)
            following = moved_to(reply)
            if following is None:
                return reply
            if obey and not self._robots.allows(following):
                raise InputError("leads to what its site forbids", where=url, remedy="Leave it out")
            url = following
        raise InputError("leads from one address to the next without end", where=url, remedy="Check the address")

    def _pause(self, url: str) -> None:
        """Waits until the host may be asked again."""
        host = urlsplit(url).netloc
        pause = self._limits.delay if url.endswith("/robots.txt") else max(self._limits.delay, self._robots.pause(url))
        if host in self._last and (rest := self._last[host] + pause - time.monotonic()) > 0:
            time.sleep(rest)
        self._last[host] = time.monotonic()
