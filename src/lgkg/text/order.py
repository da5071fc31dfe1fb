"""The order of a Thai dictionary: a vowel written before its consonant counts behind it (Royal Institute Dictionary).

>>> sorted(["แพร่", "ระยอง", "เลย", "พะเยา"], key=thai_order)
['พะเยา', 'แพร่', 'ระยอง', 'เลย']
"""

from __future__ import annotations

import re
from typing import Final

_LEADING: Final = re.compile("([เแโใไ])([ก-ฮ])")
_MARKS: Final = re.compile("[\u0e47-\u0e4e]")
"""Tone marks and their like, which only count where all else is equal."""


def thai_order(text: str) -> tuple[str, str]:
    """What to sort a Thai text by."""
    swapped = _LEADING.sub(r"\2\1", text)
    return _MARKS.sub("", swapped), swapped
