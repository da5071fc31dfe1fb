"""Brings Thai text into one spelling and remembers where every stretch of it came from.

Press releases are pasted from word processors, PDFs and web pages: a tenth of them hold zero-width characters, one in
thirty spells sara am in two parts, one in fifty types แ as two เ. Rules that look for words need one spelling; the
passages that users see need the text as it was. So `normalise` returns both, and `original` leads back.

Four passes, each one regular expression, each leaving a normal form of its own:

1. characters: invisible ones go, spaces become a space, line ends a newline, Thai digits Arabic ones, the glyph
   variants of Thai fonts the letters they draw;
2. doubled vowels: เเ becomes แ, าา and ะะ lose their echo;
3. marks over and under a consonant: vowel before tone, each once, ํ with า as ำ (Unicode's NFC does none of this);
4. white space: one space between words, none at the ends of a line.

>>> found = normalise("นํ้า\\u200bใส")
>>> found.text
'น้ำใส'
>>> found.original(Span(0, 3)).of(found.raw)
'นํ้า'
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lgkg.text.letters import Spellings, code_page, letters
from lgkg.text.numerals import DIGITS
from lgkg.text.span import Span

# Windows' and the Macintosh's Thai fonts keep shifted variants of letters and marks in private-use code points, and
# PDFs leak them. Pairs as in the shaping tables of HarfBuzz and LibThai; the letters stand here by their last byte.
_WINDOWS_GLYPHS: Final = dict(
    zip(
        map(chr, range(0xF700, 0xF71B)),
        (chr(0x0E00 + low) for low in bytes.fromhex("10 34353637 48494a4b4c 48494a4b4c 0d 31 4d 47 48494a4b4c 38393a")),
        strict=True,
    )
)
_MACINTOSH_GLYPHS: Final = dict(
    zip(
        map(chr, range(0xF884, 0xF89F)),
        (chr(0x0E00 + low) for low in bytes.fromhex("31343536374748484849 49494a4a4a 4b4b4b4c4c4c 4d 0d 38393a 10")),
        strict=True,
    )
)

_SPACES: Final = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS: Final = "\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U0010ffff"
# Unicode's control and format characters, default ignorables and lone surrogates.
_INVISIBLE: Final = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164"
    + chr(0xD800)
    + "-"
    + chr(0xDFFF)
    + "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_LETTERS: Final = DIGITS | _WINDOWS_GLYPHS | _MACINTOSH_GLYPHS

_VOWELS: Final = "ัิีึืฺุู"
_NIKHAHIT: Final = "ํ"
_TONES: Final = "็่้๊๋์๎"
_MARKS: Final = _VOWELS + _NIKHAHIT + _TONES
_SARA_AM: Final = "ำ"
_RANK: Final = {mark: rank for rank, marks in enumerate((_VOWELS, _NIKHAHIT, _TONES, _SARA_AM)) for mark in marks}

# The first character of each pattern is a set, so that the engine skips the 85 % of a text that cannot begin a match.
_ODD_CHARACTER: Final = re.compile(
    rf"[{''.join(DIGITS)}{_SPACES}{_LINE_ENDS}{_PRIVATE}{_INVISIBLE}](?:(?<=\r)\n|(?<=[{_INVISIBLE}])[{_INVISIBLE}]+)?"
)
_DOUBLED_VOWEL: Final = re.compile("เเ+|ะะ+|าา+")
_ODD_MARKS: Final = re.compile(
    rf"[{_MARKS}{_SARA_AM}](?:(?<={_NIKHAHIT})|(?=[{_MARKS}{_SARA_AM}])(?:"
    rf"(?<=[{_VOWELS}])(?:[{_TONES}][{_MARKS}{_SARA_AM}]|[{_VOWELS}{_NIKHAHIT}{_SARA_AM}])"
    rf"|(?<=[{_TONES}])(?:[{_MARKS}]|{_SARA_AM}[{_MARKS}{_SARA_AM}])"
    rf"|(?<={_SARA_AM})"
    rf"))[{_MARKS}{_SARA_AM}]*า?"
)
_ODD_SPACE: Final = re.compile(r"[ \n](?:[ \n]+|(?<=\A )|\Z)")


@dataclass(slots=True)
class _Edits:
    """The replacements of one pass, in order: what was `before` now reads `after` (starts and ends of each)."""

    before_starts: list[int] = field(default_factory=list)
    before_ends: list[int] = field(default_factory=list)
    after_starts: list[int] = field(default_factory=list)
    after_ends: list[int] = field(default_factory=list)

    def add(self, before: tuple[int, int], after: tuple[int, int]) -> None:
        self.before_starts.append(before[0])
        self.before_ends.append(before[1])
        self.after_starts.append(after[0])
        self.after_ends.append(after[1])

    def start(self, after: int) -> int:
        """Where the character that now stands at `after` began: behind whatever was deleted before it."""
        edit = bisect_right(self.after_starts, after) - 1
        if edit < 0:
            return after
        if after < self.after_ends[edit]:
            return self.before_starts[edit]
        return self.before_ends[edit] + after - self.after_ends[edit]

    def end(self, after: int) -> int:
        """Where the character that now ends at `after` ended: ahead of whatever was deleted behind it."""
        edit = bisect_left(self.after_starts, after) - 1
        if edit < 0:
            return after
        return self.before_ends[edit] + max(0, after - self.after_ends[edit])


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in normal form.

    Attributes:
        raw: the text as read.
        text: the same in normal form; `raw` itself if that is in normal form already.
    """

    raw: str
    text: str
    _passes: tuple[_Edits, ...] = field(default=(), repr=False, compare=False)

    def original(self, span: Span) -> Span:
        """The span of `raw` that a span of `text` came from.

        What was replaced as a whole (a cluster of marks, a run of spaces) comes back as a whole; characters that were
        deleted at the edges stay out. An empty span stays empty.
        """
        if not self._passes:
            return span
        start, end = span.start, span.end
        for edits in reversed(self._passes):
            start, end = edits.start(start), edits.end(end)
        return Span(start, end if span.start < span.end else start)


def normalise(raw: str) -> Normalised:
    """Brings `raw` into normal form (see the module's head); takes time linear in its length, never fails."""
    text, passes = raw, []
    needed: set[int] | None = None
    for number, (pattern, replacement, _) in enumerate(_PASSES):
        if needed is None:
            needed = _needed(text)
        if number not in needed:
            continue
        rewritten, edits = _rewrite(text, pattern, replacement)
        if edits.after_starts:
            passes.append(edits)
        if rewritten is not text:
            text, needed = rewritten, None
    return Normalised(raw, text, tuple(passes))


def _needed(text: str) -> set[int]:
    """The passes that may have something to do in `text`: to look for their signs is several times as fast."""
    # The spaces around it make two of one at either end.
    return {_SIGNS[index][1] for index, _, _ in _SPELLINGS.matches(letters(f" {text} "))}


def _rewrite(text: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> tuple[str, _Edits]:
    """Replaces every match; the edits leave out exchanges of one character for one, which move nothing."""
    pieces: list[str] = []
    edits = _Edits()
    copied = length = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        new = replacement(match)
        if new == match[0]:
            continue
        pieces += (text[copied:start], new)
        length += start - copied
        if not len(new) == end - start == 1:
            edits.add((start, end), (length, length + len(new)))
        length += len(new)
        copied = end
    if not copied:
        return text, edits
    pieces.append(text[copied:])
    return "".join(pieces), edits


def _character(match: re.Match[str]) -> str:
    char = match[0]
    return _PLAIN[char] if char in _PLAIN else " " if _IS_PRIVATE(char) else ""


def _vowel(match: re.Match[str]) -> str:
    vowel = match[0][0]
    return "แ" if vowel == "เ" else vowel


def _marks(match: re.Match[str]) -> str:
    """Sorts the marks of one consonant, each once; ํ and า, whatever stands between, become ำ."""
    run = match[0].removesuffix("า")
    tail = match[0][len(run) :]
    marks = sorted(dict.fromkeys(run), key=_RANK.__getitem__)
    if _NIKHAHIT in marks and tail:
        marks, tail = [*marks, _SARA_AM], ""
    if _SARA_AM in marks:
        marks = [*(mark for mark in marks if mark not in (_NIKHAHIT, _SARA_AM)), _SARA_AM]
    return "".join(marks) + tail


def _space(match: re.Match[str]) -> str:
    newlines = match[0].count("\n")
    at_edge = match.start() == 0 or match.end() == len(match.string)
    return "\n" * newlines or ("" if at_edge else " ")


def _members(char_set: str) -> list[str]:
    """The characters of the Basic Multilingual Plane in a set written as for `re`."""
    return re.findall(f"[{char_set}]", "".join(map(chr, range(0x10000))))


_PLAIN: Final = {
    **_LETTERS,
    **dict.fromkeys(_members(_SPACES), " "),
    **dict.fromkeys([*_members(_LINE_ENDS), "\r\n"], "\n"),
}
_IS_PRIVATE: Final = re.compile(f"[{_PRIVATE}]").match


def _signs_of_odd_characters() -> Iterator[str]:
    yield "?"  # whatever the code page lacks
    yield from filter(_ODD_CHARACTER.match, code_page())


def _signs_of_odd_marks() -> Iterator[str]:
    yield _NIKHAHIT
    for before, behind in ((_VOWELS, _VOWELS + _SARA_AM), (_TONES, _VOWELS + _TONES), (_SARA_AM, _MARKS + _SARA_AM)):
        yield from (first + second for first in before for second in behind)
    yield from (vowel + tone + _SARA_AM for vowel in _VOWELS for tone in _TONES)


_PASSES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str], tuple[str, ...]], ...]] = (
    (_ODD_CHARACTER, _character, tuple(_signs_of_odd_characters())),
    (_DOUBLED_VOWEL, _vowel, ("เเ", "ะะ", "าา")),
    (_ODD_MARKS, _marks, tuple(_signs_of_odd_marks())),
    (_ODD_SPACE, _space, ("  ", " \n", "\n ")),
)
"""What is looked for, what becomes of it, and the signs: where none of them is, the pass has nothing to do.

Signs of two passes share no letter, so that none hides another when all are looked for at once.
"""
_SIGNS: Final = tuple((sign, number) for number, (_, _, signs) in enumerate(_PASSES) for sign in signs)
_SPELLINGS: Final = Spellings(sign for sign, _ in _SIGNS)
