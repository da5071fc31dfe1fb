"""What form of an answer is wanted: the header `Accept` (RFC 9110, 12.5.1) against the media types on offer.

>>> wanted("text/turtle;q=0.9, */*;q=0.1", ("text/html", "text/turtle"))
'text/turtle'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

MOST = 50
"""Entries of the header that are read; what is behind them is passed over."""


def wanted(accept: str | None, offered: Sequence[str]) -> str | None:
    """The media type to answer with.

    Args:
        accept: the header; None or empty where there is none, which takes anything.
        offered: media types without parameters, the preferred one first, which wins among equals.

    Returns:
        The offered type with the highest quality; None if the header takes none of them.
    """
    ranges = list(_ranges(accept or "*/*"))
    best = max(offered, key=lambda media: _quality(media, ranges), default=None)
    return best if best and _quality(best, ranges) > 0 else None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """The media ranges and their qualities; one whose quality is no number counts as not wanted."""
    for entry in accept.split(",")[:MOST]:
        name, *parameters = (part.strip().lower() for part in entry.split(";"))
        if name:
            qualities = [value for key, _, value in (p.partition("=") for p in parameters) if key.strip() == "q"]
            yield ("*/*" if name == "*" else name), _number(qualities[0]) if qualities else 1.0


def _number(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality that the most specific range gives a media type; 0 if none takes it."""
    for pattern in (media, f"{media.partition('/')[0]}/*", "*/*"):
        found = [quality for name, quality in ranges if name == pattern]
        if found:
            return max(found)
    return 0.0
