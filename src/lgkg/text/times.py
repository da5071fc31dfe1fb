"""Finds times of day: `เวลา 17.30 น.`, `09.00-16.30 น.`, `8.30 นาฬิกา`. The dot parts hours from minutes.

>>> find_times("เวลา 09.00 – 16.30 น.")
[TimeMention(span=Span(start=5, end=21), start=datetime.time(9, 0), end=datetime.time(16, 30))]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from lgkg.text.span import Span

_GAP: Final = r"[^\S\n]{0,4}"
_CLOCK: Final = r"\d(?<!\d\d)(?<!\d[.,:]\d)\d?[.:]\d\d(?!\d|[.,]\d)"
# `น.` but neither `น.ส.` (Miss) nor the first letter of a word.
_HOURS: Final = rf"{_GAP}(?:น{_GAP}\.(?!{_GAP}ส\.)|นาฬิกา|น(?![ก-๎.]))"
_TIMES: Final = re.compile(
    rf"(?P<start>{_CLOCK})(?:(?:{_HOURS})?{_GAP}(?:[-–—−~]|(?:จน)?ถึง){_GAP}(?:เวลา{_GAP})?(?P<end>{_CLOCK}))?(?P<hours>{_HOURS})?"
)
_ANNOUNCED: Final = re.compile(rf"เวลา(?:ประมาณ)?{_GAP}\Z")
_DURATION: Final = re.compile(rf"{_GAP}(?:ชั่วโมง|ชม|นาที|วินาที|%)")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day, or a stretch of one, as a text states it; the span runs from the first digit through `น.`."""

    span: Span
    start: time
    end: time | None


def find_times(text: str) -> list[TimeMention]:
    """The times of day in `text`, in order; 24.00 reads as 00:00, 25.70 as nothing.

    A time is told from a decimal by `น.` or `นาฬิกา` behind it, or `เวลา` before it.
    """
    return [mention for match in _TIMES.finditer(text) if (mention := _mention(match, text))]


def _mention(match: re.Match[str], text: str) -> TimeMention | None:
    if not (match["hours"] or _is_announced(match, text)):
        return None
    start = _time(match["start"])
    end = _time(match["end"]) if match["end"] else None
    if start is None or (match["end"] and end is None):
        return None
    return TimeMention(Span(*match.span()), start, end)


def _is_announced(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 18) : match.start()]
    return bool(_ANNOUNCED.search(before)) and not _DURATION.match(text, match.end())


def _time(clock: str) -> time | None:
    hour, minute = map(int, re.split("[.:]", clock))
    if (hour, minute) == (24, 0):
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
