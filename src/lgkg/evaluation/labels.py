"""When two labels are the same, and how much alike they are: what everything else here is matched by.

Spaces, quotation marks, brackets, dots, commas, colons, ฯ and zero-width characters do not count, nor does it whether
digits are Thai or Arabic, letters large or small, or how ำ and แ were typed.

    >>> same("พ.ร.บ. เทศบาล ๒๔๙๖", "พรบ เทศบาล 2496")
    True
    >>> same_or_begins("ผู้ว่าราชการจังหวัดระยอง", "ผู้ว่าราชการจังหวัด", 0.7)
    True
    >>> similarity("ประชุมเตรียมรับน้ำท่วม", "การประชุมเตรียมรับน้ำท่วม")
    0.9
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from lgkg.text import arabic

IGNORED = "\\s\u200b-\u200d\ufeff\"'“”‘’()\\[\\].,:;ฯ"
"""The characters that do not count, as the inside of a set of a regular expression."""

_IGNORED_RUN = re.compile(f"[{IGNORED}]+")
_CONTAINED = 0.9
"""The similarity of a label and a somewhat longer one that holds it."""
_LEAST_CONTAINED = 0.6
"""How much of the longer one the shorter must make up for that, by length."""


@lru_cache(maxsize=100_000)
def key(label: str) -> str:
    """What of a label counts; empty if nothing does."""
    composed = unicodedata.normalize("NFC", label).replace("ํา", "ำ").replace("เเ", "แ")
    return _IGNORED_RUN.sub("", arabic(composed)).casefold()


def same(one: str, other: str) -> bool:
    """Whether two labels are equal in all that counts."""
    return key(one) == key(other)


def same_or_begins(one: str, other: str, least: float) -> bool:
    """Whether they are the same, or one begins the other and has at least this share of its length."""
    short, long = sorted((key(one), key(other)), key=len)
    return bool(short) and long.startswith(short) and len(short) >= least * len(long)


def similarity(one: str, other: str) -> float:
    """How much alike two labels are, 0 to 1.

    1 if they are the same; 0.9 if one holds the other, which has at least 0.6 of its length; else the ratio of
    `difflib.SequenceMatcher`; 0 if nothing of one of them counts.
    """
    one, other = key(one), key(other)
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if short in long and len(short) >= _LEAST_CONTAINED * len(long):
        return _CONTAINED
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
