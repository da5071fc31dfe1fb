"""Thai numerals: ๐-๙ stand for 0-9.

>>> arabic("พ.ศ. ๒๕๖๖"), parse_count("1,250"), parse_count("๒๙๐")
('พ.ศ. 2566', 1250, 290)
"""

from __future__ import annotations

import re
from typing import Final

DIGITS: Final = {chr(0x0E50 + digit): str(digit) for digit in range(10)}
"""Thai digit -> Arabic digit."""

_TO_ARABIC: Final = str.maketrans(DIGITS)
_COUNT: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,12}")


def arabic(text: str) -> str:
    """The text with Arabic digits for Thai ones; its length, and so every offset, stays."""
    return text.translate(_TO_ARABIC)


def parse_count(text: str) -> int | None:
    """The whole number a numeral stands for, thousands marked by commas or not; None if it is no such numeral."""
    numeral = arabic(text.strip())
    return int(numeral.replace(",", "")) if numeral.isascii() and _COUNT.fullmatch(numeral) else None
