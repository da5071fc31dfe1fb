"""Finds every term of the domain in a text at once.

One Aho-Corasick automaton holds all spellings of all tables (about ten thousand); of terms that overlap, the one that
begins first counts, and of those that begin together the longest: `นายกเทศมนตรีเมือง` is the mayor's post, not Mr. This
is what makes `นาย` safe: half of its occurrences begin a post or another word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Entry, Kind, terms
from lgkg.text.letters import DEPENDENT, LATIN, LEADING, THAI, Spellings, kinds_of, letters

Meaning: TypeAlias = tuple[tuple[Entry, ...], frozenset[Kind], str]


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
        not_behind: the kinds of letters (`lgkg.text.letters`) behind which it is part of another word.
        not_before: likewise, before which.
        verb: length of the verb it begins with which hides a term of its own (`เปิด` in `เปิดโครงการ`); 0 if none.
        rest: what that term stands for.
    """

    meaning: Meaning
    not_behind: int
    not_before: int
    verb: int
    rest: Meaning | None


class Lexicon:
    """All terms, ready to be found in text."""

    def __init__(self, found: dict[str, tuple[Entry, ...]]) -> None:
        meanings = {spelling: _meaning(entries) for spelling, entries in found.items()}
        self.terms = [_term(spelling, meanings) for spelling in found]
        self._spellings = Spellings(found)
        self._kinds = frozenset(kinds for _, kinds, _ in meanings.values())

    def kinds_with(self, kinds: tuple[Kind, ...]) -> list[frozenset[Kind]]:
        """All that terms are at once (`Hit.kinds`) which have one of `kinds` among them."""
        return [those for those in self._kinds if not those.isdisjoint(kinds)]

    def matches(self, coded: bytes) -> list[tuple[int, int, int]]:
        """The terms in a text coded by `letters`, none overlapping: index into `terms`, start and end (code points)."""
        return self._spellings.matches(coded)


def _meaning(entries: tuple[Entry, ...]) -> Meaning:
    cue = next((e.id for e in entries if e.kind is Kind.CUE), "")
    return entries, frozenset(e.kind for e in entries), cue


def _term(spelling: str, meanings: dict[str, Meaning]) -> Term:
    verb = next((v for v in phrases("compound") if spelling.startswith(v) and spelling[len(v) :] in meanings), "")
    rest = meanings[spelling.removeprefix(verb)] if verb else None
    # A dot lets a Thai letter before it be another word's: `ทร.` is none in `โทร.`
    kinds = kinds_of(letters(spelling))
    not_behind = LEADING | (kinds[0] & LATIN) | (THAI if spelling.endswith(".") else 0)
    not_before = DEPENDENT | (kinds[-1] & LATIN)
    return Term(meanings[spelling], not_behind, not_before, len(verb), rest)


@cache
def lexicon() -> Lexicon:
    """The lexicon of all tables, built once."""
    return Lexicon(terms())
