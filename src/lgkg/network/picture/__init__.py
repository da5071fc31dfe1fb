"""Draws a network: as one HTML file that needs nothing else, no server, no network, no other file; as SVG; as PNG."""

from lgkg.network.picture.page import page
from lgkg.network.picture.png import png
from lgkg.network.picture.svg import svg

__all__ = ["page", "png", "svg"]
