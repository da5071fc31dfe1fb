"""The span: how lgkg points at a stretch of text, always in code points of the text it was cut from.

>>> Span(0, 4).of("นายก")
'นายก'
"""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the text as read: code points `start` (first) to `end` (one past the last)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch itself."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
