"""Puts records, styles and scripts into one page that can load and run nothing else; see `lgkg.pages`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lgkg.network.measures import Measures
from lgkg.network.model import Network
from lgkg.network.picture.records import records
from lgkg.pages import filled, packed_block, part, policy

_FRAME = ("words", "elements", "data", "names", "camera", "stage", "filters", "legend", "search", "card", "page")


def page(network: Network, language: str = "th", standing: Mapping[str, Measures] | None = None) -> str:
    """The whole page.

    Args:
        network: what to draw.
        language: `th` or `en`, the language the page opens in; a button switches.
        standing: see `records`.
    """
    shown = records(network, language, standing)
    style = part(__package__, "page.css")
    scripts = (_vis_network(), *(part(__package__, f"{name}.js") for name in ("canvas", *_FRAME)))
    values = {
        "language": language,
        "policy": policy(style, *scripts),
        "title": shown["words"]["title"][language],
        "old": " ".join(shown["words"]["old"].values()),
        "style": style,
        "data": packed_block(shown),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    return filled(part(__package__, "page.html"), values)


@cache
def _vis_network() -> str:
    """The drawing library as pyvis brings it, its licence in its first lines, without the address of its map."""
    import pyvis

    found = sorted(Path(pyvis.__file__).parent.glob("lib/vis-*/vis-network.min.js"))
    return found[-1].read_text("utf-8").partition("//# sourceMappingURL=")[0]
