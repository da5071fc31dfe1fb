"""The terms of a text that are whole words, as far as spelling tells.

Thai prints no word breaks, so a term is also found inside others: `กรม` in `เกษตรกรมีรายได้`, `ทร.` in `โทร.`, `UN` in
`UNITED`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lgkg.domain.lexicon import Hit, Term, lexicon
from lgkg.text.letters import THAI, kinds_of

HIDDEN: Final = 40
"""How far, in code points, behind a dropped term one that it hid is looked for."""


def whole_hits(coded: bytes) -> list[Hit]:
    """The terms in a text coded by `letters` that are whole words, from left to right, none overlapping."""
    terms, matches = lexicon().terms, lexicon().matches(coded)
    around = kinds_of(b"\n" + coded + b"\n")
    kept: list[Hit] = []
    last = 0
    for number, (index, start, end) in enumerate(matches):
        if start < last:
            continue
        term = terms[index]
        if _is_whole(around, term, start, end, last):
            if term.rest is None:
                entries, kinds, cue = term.meaning
                kept.append(Hit(start, end, entries, kinds, cue))
            else:
                kept.extend(_parts(term, start, end))
            last = end
            continue
        limit = matches[number + 1][1] if number + 1 < len(matches) else len(coded)
        for hit in _hidden(coded, around, start + 1, limit):
            kept.append(hit)
            last = hit.end
    return kept


def _is_whole(around: bytes, term: Term, start: int, end: int, last: int) -> bool:
    """Whether the letters around a term leave it a word.

    `around` tells the kinds of the letters of the text, with a line end before and behind it; `last` is where the term
    before this one ends, behind which an abbreviation may stand.
    """
    if around[end + 1] & term.not_before:
        return False
    not_behind = term.not_behind & ~THAI if last == start else term.not_behind
    return not around[start] & not_behind


def _parts(term: Term, start: int, end: int) -> Iterator[Hit]:
    """A hit, parted where it is a verb and a term of its own: `เปิดโครงการ` hides a project, `ร่วมประชุม` a meeting."""
    if term.rest is None:
        yield Hit(start, end, *term.meaning)
    else:
        yield Hit(start, start + term.verb, *term.meaning)
        yield Hit(start + term.verb, end, *term.rest)


def _hidden(coded: bytes, around: bytes, start: int, limit: int) -> Iterator[Hit]:
    """The first whole term behind a dropped one that it hid (`กล่าว` in `โอภาสกล่าว`, where สกล is no term)."""
    for index, first, end in lexicon().matches(coded[start : start + HIDDEN]):
        term = lexicon().terms[index]
        if start + first >= limit:
            return
        if _is_whole(around, term, start + first, start + end, start):
            yield from _parts(term, start + first, start + end)
            return
