"""Puts records, styles and scripts into one page that can load and run nothing else; see `lgkg.pages`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lgkg.network.model import Network
from lgkg.network.picture.records import records
from lgkg.pages import filled, json_block, part, policy

_SCRIPTS = ("words.js", "elements.js", "search.js", "names.js", "camera.js", "page.js")


def page(network: Network, language: str = "th") -> str:
    """The whole page.

    Args:
        network: what to draw; the layout of a thousand people takes seconds, of ten thousand too long.
        language: `th` or `en`, the language the page opens in; a button switches.
    """
    shown = records(network, language)
    style = part(__package__, "page.css")
    scripts = (_vis_network(), *(part(__package__, name) for name in _SCRIPTS))
    values = {
        "language": language,
        "policy": policy(style, *scripts),
        "title": shown["words"]["title"][language],
        "style": style,
        "data": json_block(shown),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    return filled(part(__package__, "page.html"), values)


@cache
def _vis_network() -> str:
    """The drawing library as pyvis brings it, its licence in its first lines, without the address of its map."""
    import pyvis

    found = sorted(Path(pyvis.__file__).parent.glob("lib/vis-*/vis-network.min.js"))
    return found[-1].read_text("utf-8").partition("//# sourceMappingURL=")[0]
