"""Finds every term of the domain in a text at once.

One Aho-Corasick automaton holds all spellings of all tables (about ten thousand); of terms that overlap, the one that
begins first counts, and of those that begin together the longest: `นายกเทศมนตรีเมือง` is the mayor's post, not Mr. This
is what makes `นาย` safe: half of its occurrences begin a post or another word.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from lgkg.domain.terms import Entry, Kind, terms


class Hit(NamedTuple):
    """A term found at `start` to `end` (code points).

    Attributes:
        entries: all it may stand for.
        kinds: the kinds of that.
        cue: which kind of cue it is; empty if none.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    kinds: frozenset[Kind]
    cue: str

    def of(self, kind: Kind) -> Entry | None:
        """What it stands for as a `kind`, if it can."""
        for entry in self.entries:
            if entry.kind is kind:
                return entry
        return None


class Lexicon:
    """All terms, ready to be found in text."""

    def __init__(self, found: dict[str, tuple[Entry, ...]]) -> None:
        self._meanings = [_meaning(entries) for entries in found.values()]
        self._by_term = dict(zip(found, self._meanings, strict=True))
        self._automaton = AhoCorasick(list(found), matchkind=MatchKind.LeftmostLongest)

    def meaning(self, term: str) -> tuple[tuple[Entry, ...], frozenset[Kind], str] | None:
        """What `term` stands for: entries, kinds and kind of cue, as in `Hit`; None if it is no term."""
        return self._by_term.get(term)

    def scan(self, text: str) -> list[Hit]:
        """The terms in `text`, from left to right, none overlapping."""
        meanings = self._meanings
        return [
            Hit(start, end, *meanings[index]) for index, start, end in self._automaton.find_matches_as_indexes(text)
        ]


def _meaning(entries: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], frozenset[Kind], str]:
    cue = next((e.id for e in entries if e.kind is Kind.CUE), "")
    return entries, frozenset(e.kind for e in entries), cue


@cache
def lexicon() -> Lexicon:
    """The lexicon of all tables, built once."""
    return Lexicon(terms())
