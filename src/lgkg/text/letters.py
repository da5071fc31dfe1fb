"""Thai at one byte a letter, for what scans whole texts: spellings found all at once, and kinds of letters.

Code page 874 has the Thai letters, Latin ones and the usual signs. Offsets into the bytes are those of the text, and
they are a third of the bytes of UTF-8.

>>> Spellings(["พระ", "พระครู"]).matches(letters("วัดพระแก้ว พระครูสถิต"))
[(0, 3, 6), (1, 11, 17)]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

_CODE_PAGE: Final = "cp874"
_FEW: Final = 1_000
"""So many spellings at most make a full automaton: searched twice as fast, built in a millisecond."""

_UNUSED: Final = (b"\xfc", b"\xfd", b"\xfe", b"\xff")
"""Bytes that stand for no letter. Of a few spellings the library looks for the rarest letters first: four times as slow
here, since it does not know which are rare in Thai. These make them too many."""

LEADING: Final = 1
"""A vowel written before its consonant: a word does not begin behind one."""
DEPENDENT: Final = 2
"""A vowel or mark written behind or on its consonant: a word does not end before one."""
LATIN: Final = 4
"""A to Z and a to z."""
THAI: Final = 8
"""A Thai letter, vowel or mark (not ฯ, ๆ, ฿ or a digit)."""

LEADING_VOWELS: Final = frozenset("เแโใไ")
_DEPENDENT: Final = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ")


class Spellings:
    """Some spellings, ready to be found in letters; a letter that the code page lacks is in none."""

    def __init__(self, spellings: Iterable[str]) -> None:
        coded = [spelling.encode(_CODE_PAGE) for spelling in spellings]
        way = Implementation.DFA if len(coded) <= _FEW else None
        self._automaton = BytesAhoCorasick([*coded, *_UNUSED], matchkind=MatchKind.LeftmostLongest, implementation=way)

    def matches(self, coded: bytes) -> list[tuple[int, int, int]]:
        """Number, start and end of each that is in a text coded by `letters`, from left to right, none overlapping.

        Of those that overlap, the one that begins first counts, and of those that begin together the longest.
        """
        return self._automaton.find_matches_as_indexes(coded)


def letters(text: str) -> bytes:
    """One byte a code point; a question mark where the code page lacks it."""
    return text.encode(_CODE_PAGE, "replace")


def code_page() -> str:
    """All letters that have a byte of their own."""
    return bytes(range(256)).decode(_CODE_PAGE, "ignore")


def kinds_of(coded: bytes) -> bytes:
    """What each letter of a coded text is: the sum of what applies of `LEADING`, `DEPENDENT`, `LATIN` and `THAI`."""
    return coded.translate(_KINDS)


def is_thai(char: str) -> bool:
    """Whether `char` is a Thai letter, vowel or mark (not ฯ, ๆ, ฿ or a digit)."""
    return ("ก" <= char <= "ฺ" or "เ" <= char <= "๎") and char not in "ฯๆ"


def _kind(char: str) -> int:
    leading, dependent = LEADING * (char in LEADING_VOWELS), DEPENDENT * (char in _DEPENDENT)
    return leading + dependent + LATIN * (char.isascii() and char.isalpha()) + THAI * is_thai(char)


_KINDS: Final = bytes(_kind(bytes([code]).decode(_CODE_PAGE, "replace")) for code in range(256))
