"""Finds names in texts, however they are spelt there: what `name_key` calls one name, and what slips make of it.

Between any two letters may stand what keys ignore (spaces, zero-width characters, quotation marks); sara am may be
composed or not, marks over and under a letter typed in any order or twice, `แ` as `เเ`, digits Thai or Arabic.

    >>> [text[start:end] for text in ["ว่า นายเเสนทองคํา ใจดี"] for start, end in NameFinder(["แสน ทองคำ"]).spans(text)]
    ['เเสนทองคํา']
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick

from lgkg.identity.keys import name_key

Stretch: TypeAlias = tuple[int, int]
"""Where something begins and ends in a text, in code points."""

MASK = "█"
"""What stands for each code point of a name that is withheld."""

IGNORED = (
    "\\s\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001-\U000e007f\U000f0000-\U0010ffff\"'“”‘’«»`"
)
"""What `name_key` ignores: white space, control, format and private-use characters, quotation marks; as in `[…]`."""

_TONES = "\u0e48-\u0e4b"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_KEPT = re.compile(f"[^{IGNORED}]")
_DROPPED = re.compile(f"[{_MARKS}{IGNORED}]")
_CLUSTER = re.compile(f"(?P<am>[{_TONES}]*\u0e4d+\u0e32)|(?P<marks>[{_MARKS}]+)|(?P<letter>.)", re.DOTALL)
_SARA_AM = f"[{_TONES}\u0e4d]*[\u0e33\u0e32][{_TONES}\u0e4d]*"
_LETTERS = {"แ": "(?:แ|เเ)"} | {str(digit): f"[{digit}{chr(0x0E50 + digit)}]" for digit in range(10)}


class NameFinder:
    """Finds names.

    Args:
        names: how they are spelt, in any way.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(name for name in names if skeleton(name)))
        self._finder = AhoCorasick([skeleton(name) for name in self.names]) if self.names else None

    def near(self, text: str) -> tuple[str, ...]:
        """The names that may stand in a text: all that do, and few others; quick, however many names there are."""
        if self._finder is None:
            return ()
        found = {number for number, _, _ in self._finder.find_matches_as_indexes(skeleton(text), overlapping=True)}
        return tuple(self.names[number] for number in sorted(found))

    def spans(self, text: str, kept: Iterable[str] = ()) -> list[Stretch]:
        """Where names stand in a text, sorted.

        Args:
            text: any text.
            kept: longer names, inside which nothing is looked for.
        """
        found = [one for name in self.near(text) for one in stretches(name, text)]
        inside = [one for name in kept for one in stretches(name, text)] if found else []
        return sorted(one for one in found if not any(start <= one[0] and one[1] <= end for start, end in inside))


def masked(text: str, stretches: Sequence[Stretch]) -> str:
    """A text of the same number of code points in which nothing can be read of these stretches."""
    letters = list(text)
    for start, end in stretches:
        letters[start:end] = MASK * (end - start)
    return "".join(letters)


def stretches(name: str, text: str) -> list[Stretch]:
    """Where one name stands in a text."""
    kept = [letter.start() for letter in _KEPT.finditer(text)]
    found = _spellings(name).finditer("".join(text[at] for at in kept))
    return [(kept[match.start()], kept[match.end() - 1] + 1) for match in found]


def skeleton(text: str) -> str:
    """What all spellings of a name have in common: letters alone, neither marks nor spaces."""
    return unicodedata.normalize("NFC", text).casefold().translate(_SKELETON)


@lru_cache(maxsize=1 << 12)
def _spellings(name: str) -> re.Pattern[str]:
    """What matches a name however it is spelt, in a text without what keys ignore."""
    return re.compile("".join(_spelt(cluster) for cluster in _CLUSTER.finditer(name_key(name))))


def _spelt(cluster: re.Match[str]) -> str:
    if cluster["am"]:
        return _SARA_AM
    if marks := cluster["marks"]:
        return f"[{marks}]+"
    return _LETTERS.get(cluster["letter"]) or _cased(cluster["letter"])


@lru_cache(maxsize=1 << 10)
def _cased(letter: str) -> str:
    """A letter, small or capital, and with its accents apart."""
    cases = (letter, letter.upper())
    forms = dict.fromkeys(form for case in cases for form in (case, unicodedata.normalize("NFD", case)))
    return re.escape(letter) if len(forms) == 1 else f"(?:{'|'.join(map(re.escape, forms))})"


class _Skeleton(dict[int, str | None]):
    """For `str.translate`, worked out letter by letter when first met."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        self[code] = None if _DROPPED.match(letter) else {"แ": "เเ", "\u0e33": "\u0e32"}.get(letter, _arabic(letter))
        return self[code]


def _arabic(letter: str) -> str:
    return str(ord(letter) - 0x0E50) if "๐" <= letter <= "๙" else letter


_SKELETON = _Skeleton()
