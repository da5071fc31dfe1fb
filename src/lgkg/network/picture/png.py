"""Turns the SVG of a network into a PNG, with resvg, which shapes Thai as browsers do."""

from __future__ import annotations

from lgkg.errors import PictureError

ZOOM = 2
"""Pixels of the PNG to one of the SVG: sharp in print."""


def png(svg: str) -> bytes:
    """The same picture as PNG.

    Raises:
        PictureError: resvg is not installed.
    """
    try:
        import resvg_py
    except ImportError as error:
        remedy = "Install it with `pip install 'lgkg[png]'`, or draw an SVG with --format svg"
        raise PictureError("a PNG needs resvg, which is not installed", remedy=remedy) from error
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM))
