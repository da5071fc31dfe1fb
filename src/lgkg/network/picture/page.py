"""Puts records, styles and scripts into one page that can load and run nothing else; see `lgkg.pages`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lgkg.network.model import Network
from lgkg.network.picture.records import records
from lgkg.pages import filled, json_block, part, policy


def page(network: Network, language: str = "th") -> str:
    """The whole page.

    Args:
        network: what to draw; the layout of a thousand people takes seconds, of ten thousand too long.
        language: `th` or `en`, the language the page opens in; a button switches.
    """
    shown = records(network, language)
    style, library, script = part(__package__, "page.css"), _vis_network(), part(__package__, "page.js")
    values = {
        "language": language,
        "policy": policy(style, library, script),
        "title": shown["words"]["title"][language],
        "style": style,
        "data": json_block(shown),
        "library": library,
        "script": script,
    }
    return filled(part(__package__, "page.html"), values)


@cache
def _vis_network() -> str:
    """The drawing library as pyvis brings it, with its licence in its first lines."""
    import pyvis

    found = sorted(Path(pyvis.__file__).parent.glob("lib/vis-*/vis-network.min.js"))
    return found[-1].read_text("utf-8")
