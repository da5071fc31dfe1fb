"""Feeds and sitemaps: which pages they name."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

from lgkg.fetching.client import Reply

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_FEED_ROOTS = ("rss", "feed", "RDF")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap names.

    Attributes:
        pages: addresses of pages, in its order.
        listings: addresses of further sitemaps.
    """

    pages: tuple[str, ...]
    listings: tuple[str, ...] = ()


def listing(reply: Reply) -> Listing | None:
    """What a reply names if it is a feed (RSS, Atom) or a sitemap; None if it is something else."""
    root = _root(reply.body)
    if root is not None and root.tag in (f"{_SITEMAP}urlset", f"{_SITEMAP}sitemapindex"):
        found = tuple(urljoin(reply.url, place.text.strip()) for place in root.iter(f"{_SITEMAP}loc") if place.text)
        return Listing(found) if root.tag.endswith("urlset") else Listing((), found)
    if _is_feed(reply, root):
        import feedparser

        entries = feedparser.parse(reply.body, response_headers={"content-location": reply.url}).entries
        return Listing(tuple(dict.fromkeys(urljoin(reply.url, it.link) for it in entries if it.get("link"))))
    return None


def _root(body: bytes) -> etree._Element | None:
    """The root of an XML document, read without fetching or filling in anything that it names."""
    if body.lstrip()[:1] != b"<":
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True, load_dtd=False)
    try:
        root: etree._Element | None = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _is_feed(reply: Reply, root: etree._Element | None) -> bool:
    kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    name = etree.QName(root).localname if root is not None and isinstance(root.tag, str) else ""
    return kind in _FEED_TYPES or name in _FEED_ROOTS
