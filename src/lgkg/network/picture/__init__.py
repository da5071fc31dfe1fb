"""Draws a network: as one HTML file that needs nothing else, no server, no network, no other file; as SVG; as PNG.

The website draws with the same scripts and styles; `PARTS`, `LIBRARIES` and `stage` give them, `contents` the records.
"""

from lgkg.network.picture.page import LARGEST, LIBRARIES, PARTS, page, stage
from lgkg.network.picture.png import png
from lgkg.network.picture.records import Record, contents, standings, words
from lgkg.network.picture.svg import svg

__all__ = [
    "LARGEST",
    "LIBRARIES",
    "PARTS",
    "Record",
    "contents",
    "page",
    "png",
    "stage",
    "standings",
    "svg",
    "words",
]
