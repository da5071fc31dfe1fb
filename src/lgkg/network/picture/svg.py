"""Draws a network as one SVG for reports: the places and colours of the page, on a white sheet, with its legend.

Nothing in it runs or loads: shapes and text, every text escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import sqrt
from typing import Any

from lgkg.network.model import Network
from lgkg.network.picture.records import Record, records
from lgkg.network.picture.signs import Box, placed
from lgkg.pages import escaped, part

WIDTH, HEIGHT = 1_600, 1_130
"""Pixels of the sheet, with the proportions of A4 on its side."""
MARGIN, HEAD, FOOT = 40, 96, 76
LARGEST = 1_500
"""Most names that are tried."""
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow, escaped or not."""


def svg(network: Network, language: str = "th") -> str:
    """The whole file.

    Args:
        network: what to draw.
        language: `th` or `en`, of the title and the legend.
    """
    shown = records(network, language)
    drawing = _Drawing(shown, language)
    lines = [*drawing.head(), *drawing.lines(), *drawing.dots(), *drawing.names(), *drawing.legend()]
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    face = escaped(_style()["face"])
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{face}" xml:lang="{language}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', opening, *lines, "</svg>", ""])


class _Drawing:
    """The parts of the sheet; each method gives elements."""

    def __init__(self, shown: Record, language: str) -> None:
        self._shown, self._language = shown, language
        self._people: list[Record] = shown["people"]
        self._place = _placing([person["place"] for person in self._people])
        most = max((len(person["events"]) for person in self._people), default=1) or 1
        self._weight = [sqrt(len(person["events"]) / most) for person in self._people]

    def head(self) -> Iterator[str]:
        shown, total = len(self._people), self._shown["total"]
        count = self._word("shown" if shown < total else "all", shown=f"{shown:,}", total=f"{total:,}")
        yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
        yield _text(MARGIN, 48, 28, self._word("title"), f'font-weight="700" fill="{_style()["ink"]}"')
        yield _text(MARGIN, 78, 16, f"{count} · {self._word('about')}", f'fill="{_style()["soft"]}"')

    def lines(self) -> Iterator[str]:
        opacity = min(0.5, max(0.12, 12 / sqrt(len(self._shown["edges"]) or 1)))
        yield f'<g stroke-opacity="{opacity:.2f}" stroke-linecap="round">'
        for a, b, events in reversed(self._shown["edges"]):
            (x, y), (u, v) = self._place(a), self._place(b)
            same = self._people[a]["kind"] == self._people[b]["kind"]
            colour = self._colour(a) if same else _style()["line"]
            width = min(6, len(events).bit_length()) * 0.6
            yield f'<path d="M{x:.1f} {y:.1f}L{u:.1f} {v:.1f}" stroke="{colour}" stroke-width="{width:.1f}"/>'
        yield "</g>"

    def dots(self) -> Iterator[str]:
        yield '<g stroke="#ffffff" stroke-width="0.8">'
        for i in reversed(range(len(self._people))):
            x, y = self._place(i)
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{self._radius(i):.1f}" fill="{self._colour(i)}"/>'
        yield "</g>"

    def names(self) -> Iterator[str]:
        halo = 'stroke="#ffffff" stroke-width="3" paint-order="stroke"'
        yield f'<g text-anchor="middle" fill="{_style()["ink"]}" {halo}>'
        sheet = Box(4, HEAD, WIDTH - 4, HEIGHT - FOOT)
        signs = [
            (self._people[i]["label"], 11 + 5 * self._weight[i], self._dot(i))
            for i in range(min(len(self._people), LARGEST))
        ]
        for name, size, box in placed(signs, sheet):
            yield _text((box.left + box.right) / 2, box.bottom - size * 0.38, size, name)
        yield "</g>"

    def legend(self) -> Iterator[str]:
        counts = Counter(person["kind"] for person in self._people)
        order = [*range(len(self._shown["kinds"])), "other", "unknown"]
        present = [kind for kind in order if counts[kind]]
        for position, kind in enumerate(present):
            x, y = MARGIN + position % 4 * (WIDTH - 2 * MARGIN) / 4, HEIGHT - 46 + position // 4 * 26
            name = self._word(kind) if isinstance(kind, str) else self._shown["kinds"][kind][self._language == "en"]
            yield f'<circle cx="{x + 7:.1f}" cy="{y - 5:.1f}" r="7" fill="{_style()[f"kind-{kind}"]}"/>'
            yield _text(x + 22, y, 15, f"{name} ({counts[kind]:,})", f'fill="{_style()["ink"]}"')

    def _word(self, key: str, **values: Any) -> str:
        said: str = self._shown["words"][key][self._language]
        return said.format(**values) if values else said

    def _colour(self, i: int) -> str:
        return _style()[f"kind-{self._people[i]['kind']}"]

    def _radius(self, i: int) -> float:
        return 2.5 + 9 * self._weight[i]

    def _dot(self, i: int) -> Box:
        (x, y), r = self._place(i), self._radius(i) + 1
        return Box(x - r, y - r, x + r, y + r)


def _placing(places: Sequence[tuple[int, int]]) -> Callable[[int], tuple[float, float]]:
    """Where each person goes on the sheet: all of them in sight, none larger than life."""
    xs, ys = [x for x, _ in places] or [0], [y for _, y in places] or [0]
    wide, high = WIDTH - 2 * MARGIN - 120, HEIGHT - HEAD - FOOT - 60
    scale = min(1.0, wide / max(1, max(xs) - min(xs)), high / max(1, max(ys) - min(ys)))
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2

    def place(i: int) -> tuple[float, float]:
        x, y = places[i]
        return WIDTH / 2 + (x - middle_x) * scale, (HEAD + HEIGHT - FOOT) / 2 + (y - middle_y) * scale

    return place


def _text(x: float, y: float, size: float, text: str, look: str = "") -> str:
    safe = escaped(_FORBIDDEN.sub("\ufffd", text))
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}"{f" {look}" if look else ""}>{safe}</text>'


@cache
def _style() -> dict[str, str]:
    """The colours of the page's light theme and its face, by the names that its style gives them."""
    light = part(__package__, "parts.css").partition(":root[data-theme")[0]
    return dict(re.findall(r"--([\w-]+): ([^;]+);", light))
