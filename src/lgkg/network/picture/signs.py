"""Finds places for names beside dots, so that none covers another: what `names.js` does on the screen, for paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LINE = 1.35
"""Height of a line of Thai, with the marks above and below, in its size."""
_ADVANCE = 0.56
"""Width of a letter of the widest of the usual Thai faces, in its size; vowels and tones above and below have none."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the sheet, in pixels, y down."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Box) -> bool:
        """Whether the two have more than an edge in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, other: Box) -> bool:
        """Whether the other lies within."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


def width(text: str, size: float) -> float:
    """About how wide a text is, in pixels."""
    return size * _ADVANCE * sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in text)


def placed(signs: Iterable[tuple[str, float, Box]], sheet: Box) -> Iterator[tuple[str, float, Box]]:
    """The names that find room, each with its size and its box: clear of all, or else of those who come before.

    Args:
        signs: each name with its size in pixels and the box of its dot; who comes first finds room first.
        sheet: what names may not leave.
    """
    listed = list(signs)
    dots = [dot for _, _, dot in listed]
    taken: list[Box] = []
    for name, size, dot in listed:
        around = _around(dot, width(name, size) / 2, size * LINE)
        free = [box for box in around if sheet.holds(box) and not any(map(box.covers, taken))]
        box = next((box for box in free if not any(map(box.covers, dots))), free[0] if free else None)
        taken.append(dot)
        if box:
            taken.append(box)
            yield name, size, box


def _around(dot: Box, half: float, high: float) -> Iterator[Box]:
    """Below the dot, above, right and left of it."""
    x, y = (dot.left + dot.right) / 2, (dot.top + dot.bottom) / 2
    beside = y - high / 2
    for middle, top in ((x, dot.bottom), (x, dot.top - high), (dot.right + half, beside), (dot.left - half, beside)):
        yield Box(middle - half, top, middle + half, top + high)
