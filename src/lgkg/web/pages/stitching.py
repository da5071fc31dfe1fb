"""An article's text as far as its passages go: the graph keeps no full text, only the stretches that state something.

Passages are laid over each other by their offsets, which count code points of the text as read; what lies between them
is not known and left out.

    >>> passages = [Passage("a", 0, 3, "abc"), Passage("b", 2, 5, "cde"), Passage("c", 9, 10, "x")]
    >>> [piece.text for piece in stitched(passages)]
    ['abcde', 'x']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick, MatchKind

from lgkg.markup.layers import runs
from lgkg.text import Span, normalise

SHORTEST = 4
"""Letters that a name must have to be looked for: the district คง is a part of many words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its IRI, its first code point and one past its last, and the words."""

    iri: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without a gap: where it begins, its text, and the passages that it is made of."""

    start: int
    text: str
    passages: tuple[Passage, ...]

    @property
    def end(self) -> int:
        """One past its last code point."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a piece over which the same lies.

    Attributes:
        text: its letters.
        within: the passages that it is a part of.
        begins: those of them that begin here.
        link: what it names, if it is a name.
        marked: whether the reader asked for it.
    """

    text: str
    within: tuple[Passage, ...]
    begins: tuple[Passage, ...]
    link: str | None
    marked: bool


def stitched(passages: Iterable[Passage]) -> list[Piece]:
    """The pieces of a text, in its order. A passage whose words are not as long as its offsets say is left out."""
    pieces: list[Piece] = []
    for one in sorted(passages, key=lambda passage: (passage.start, -passage.end, passage.iri)):
        if one.start < 0 or len(one.words) != one.end - one.start or not one.words:
            continue
        if pieces and one.start <= pieces[-1].end:
            last = pieces[-1]
            pieces[-1] = Piece(last.start, last.text + one.words[last.end - one.start :], (*last.passages, one))
            if one.end <= last.end:
                pieces[-1] = Piece(last.start, last.text, (*last.passages, one))
        else:
            pieces.append(Piece(one.start, one.words, (one,)))
    return pieces


def runs_of(piece: Piece, names: Mapping[str, str], mark: Span | None) -> list[Run]:
    """A piece cut into runs.

    Args:
        piece: which.
        names: name -> what it names, as normalised text.
        mark: what the reader asked for, in code points of the article.
    """
    laid: list[tuple[Span, _Laid]] = [(_within(piece, one.start, one.end), one) for one in piece.passages]
    laid += _links(piece.text, names)
    if mark and mark.start < piece.end and piece.start < mark.end:
        laid.append((_within(piece, max(mark.start, piece.start), min(mark.end, piece.end)), True))
    return [_run(piece, span, over) for span, over in runs(len(piece.text), laid)]


_Laid: TypeAlias = "Passage | str | bool"


def _within(piece: Piece, start: int, end: int) -> Span:
    return Span(start - piece.start, end - piece.start)


def _run(piece: Piece, span: Span, over: Sequence[_Laid]) -> Run:
    within = tuple(one for one in over if isinstance(one, Passage))
    return Run(
        text=span.of(piece.text),
        within=within,
        begins=tuple(one for one in within if one.start - piece.start == span.start),
        link=next((one for one in over if isinstance(one, str)), None),
        marked=True in over,
    )


def _links(text: str, names: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Where a text prints a name; of two that overlap the first, and the longest that begins there."""
    known = sorted(name for name in names if len(name) >= SHORTEST)
    if not known:
        return
    normal = normalise(text)
    automaton = AhoCorasick(known, matchkind=MatchKind.LeftmostLongest)
    for index, start, end in automaton.find_matches_as_indexes(normal.text):
        span = normal.original(Span(start, end))
        if span.start < span.end:
            yield span, names[known[index]]
