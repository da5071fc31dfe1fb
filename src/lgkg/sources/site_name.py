"""What the site of a web page calls itself: `og:site_name`, or the publisher in the page's JSON-LD.

Trafilatura is not asked: where a page does not say, it takes the host, the name of an account, or a part of the
headline that has a full stop in it (`ผวจ.ระยอง ประชุม…`), and it changes capital letters (`สำนักข่าว NBT` becomes `Nbt`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = "//meta[@property='og:site_name' or @name='og:site_name']/@content"
_JSON_LD = "//script[@type='application/ld+json']/text()"


def site_name(tree: HtmlElement) -> str | None:
    """The name as the page writes it, on one line; None if the page does not say."""
    names = (" ".join(name.split()) for name in _names(tree))
    return next((name for name in names if name), None)


def _names(tree: HtmlElement) -> Iterator[str]:
    yield from tree.xpath(_META)
    for script in tree.xpath(_JSON_LD):
        yield from filter(None, map(_publisher, _nodes(script)))


def _nodes(script: str) -> list[Any]:
    """The things that a piece of JSON-LD describes; none if it cannot be read."""
    try:
        told = json.loads(script)
    except (ValueError, RecursionError):
        return []
    if isinstance(told, dict):
        told = told.get("@graph", told)
    return told if isinstance(told, list) else [told]


def _publisher(node: Any) -> str | None:
    publisher = node.get("publisher") if isinstance(node, dict) else None
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return name if isinstance(name, str) else None
