"""Finds every term of the domain in a text at once.

One Aho-Corasick automaton holds all spellings of all tables (about ten thousand); of terms that overlap, the one that
begins first counts, and of those that begin together the longest: `นายกเทศมนตรีเมือง` is the mayor's post, not Mr. This
is what makes `นาย` safe: half of its occurrences begin a post or another word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Entry, Kind, terms

Meaning: TypeAlias = tuple[tuple[Entry, ...], frozenset[Kind], str]

_CODE_PAGE = "cp874"
"""Thai at one byte a letter: a third of the bytes of UTF-8 to search, and offsets that are those of the text."""


# Hundreds are made for an article and read thousands of times, so they are neither frozen, tuples nor data classes.
class Hit:
    """A term found at `start` to `end` (code points).

    Attributes:
        entries: all it may stand for.
        kinds: the kinds of that.
        cue: which kind of cue it is; empty if none.
    """

    __slots__ = ("cue", "end", "entries", "kinds", "start")

    def __init__(self, start: int, end: int, entries: tuple[Entry, ...], kinds: frozenset[Kind], cue: str) -> None:
        self.start, self.end = start, end
        self.entries, self.kinds, self.cue = entries, kinds, cue

    def of(self, kind: Kind) -> Entry | None:
        """What it stands for as a `kind`, if it can."""
        for entry in self.entries:
            if entry.kind is kind:
                return entry
        return None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the lexicon, with what its spelling asks of the letters around it.

    Attributes:
        meaning: entries, kinds and kind of cue, as in `Hit`.
        latin_first, latin_last: whether it begins or ends with a Latin letter.
        dotted: whether it is an abbreviation with a dot.
        plain: whether it is none of these.
        verb: length of the verb it begins with which hides a term of its own (`เปิด` in `เปิดโครงการ`); 0 if none.
        rest: what that term stands for.
    """

    meaning: Meaning
    latin_first: bool
    latin_last: bool
    dotted: bool
    plain: bool
    verb: int
    rest: Meaning | None


class Lexicon:
    """All terms, ready to be found in text."""

    def __init__(self, found: dict[str, tuple[Entry, ...]]) -> None:
        meanings = {spelling: _meaning(entries) for spelling, entries in found.items()}
        self.terms = [_term(spelling, meanings) for spelling in found]
        spelt = [spelling.encode(_CODE_PAGE) for spelling in found]
        self._automaton = BytesAhoCorasick(spelt, matchkind=MatchKind.LeftmostLongest)

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """The terms in `text`, none overlapping: index into `terms`, start and end (code points)."""
        # A letter that the code page lacks becomes a question mark, one for one.
        return self._automaton.find_matches_as_indexes(text.encode(_CODE_PAGE, "replace"))


def _meaning(entries: tuple[Entry, ...]) -> Meaning:
    cue = next((e.id for e in entries if e.kind is Kind.CUE), "")
    return entries, frozenset(e.kind for e in entries), cue


def _term(spelling: str, meanings: dict[str, Meaning]) -> Term:
    verb = next((v for v in phrases("compound") if spelling.startswith(v) and spelling[len(v) :] in meanings), "")
    rest = meanings[spelling.removeprefix(verb)] if verb else None
    first, last, dotted = is_latin(spelling[0]), is_latin(spelling[-1]), spelling.endswith(".")
    plain = not (first or last or dotted)
    return Term(meanings[spelling], first, last, dotted, plain, len(verb), rest)


def is_latin(char: str) -> bool:
    """Whether `char` is a letter A-Z or a-z."""
    return char.isascii() and char.isalpha()


@cache
def lexicon() -> Lexicon:
    """The lexicon of all tables, built once."""
    return Lexicon(terms())
