"""The terms of a text that are whole words, as far as spelling tells.

Thai prints no word breaks, so a term is also found inside others: `กรม` in `เกษตรกรมีรายได้`, `ทร.` in `โทร.`, `UN` in
`UNITED`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lgkg.domain.lexicon import Hit, Term, is_latin, lexicon

LEADING_VOWELS = frozenset("เแโใไ")
"""Vowels written before their consonant: a term behind one begins inside a syllable."""
DEPENDENT = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ")
"""Vowels and marks written behind or on their consonant: a term before one ends inside a syllable."""
HIDDEN = 40
"""How far, in code points, behind a dropped term one that it hid is looked for."""


def whole_hits(text: str) -> list[Hit]:
    """The terms in `text` that are whole words, from left to right, none overlapping."""
    terms = lexicon().terms
    matches = lexicon().matches(text)
    edged = f"\n{text}\n"
    kept: list[Hit] = []
    last = 0
    for number, (index, start, end) in enumerate(matches):
        if start < last:
            continue
        term = terms[index]
        if _is_whole(edged, term, start, end, last):
            if term.rest is None:
                entries, kinds, cue = term.meaning
                kept.append(Hit(start, end, entries, kinds, cue))
            else:
                kept.extend(_parts(term, start, end))
            last = end
            continue
        limit = matches[number + 1][1] if number + 1 < len(matches) else len(text)
        for hit in _hidden(edged, start + 1, limit):
            kept.append(hit)
            last = hit.end
    return kept


def _is_whole(edged: str, term: Term, start: int, end: int, last: int) -> bool:
    """Whether the letters around a term leave it a word.

    `edged` is the text between two line ends, so that there are letters around every term; `last` is where the term
    before it ends.
    """
    before, behind = edged[start], edged[end + 1]
    if before in LEADING_VOWELS or behind in DEPENDENT:
        return False
    if term.plain:
        return True
    if (term.latin_first and is_latin(before)) or (term.latin_last and is_latin(behind)):
        return False
    return not (term.dotted and last != start and is_thai(before))


def _parts(term: Term, start: int, end: int) -> Iterator[Hit]:
    """A hit, parted where it is a verb and a term of its own: `เปิดโครงการ` hides a project, `ร่วมประชุม` a meeting."""
    if term.rest is None:
        yield Hit(start, end, *term.meaning)
    else:
        yield Hit(start, start + term.verb, *term.meaning)
        yield Hit(start + term.verb, end, *term.rest)


def _hidden(edged: str, start: int, limit: int) -> Iterator[Hit]:
    """The first whole term behind a dropped one that it hid (`กล่าว` in `โอภาสกล่าว`, where สกล is no term)."""
    for index, first, end in lexicon().matches(edged[start + 1 : start + 1 + HIDDEN]):
        term = lexicon().terms[index]
        if start + first >= limit:
            return
        if _is_whole(edged, term, start + first, start + end, start):
            yield from _parts(term, start + first, start + end)
            return


def is_thai(char: str) -> bool:
    """Whether `char` is a Thai letter, vowel or mark (not ฯ, ๆ, ฿ or a digit)."""
    return "ก" <= char <= "๎" and char not in "ฯ฿ๆ๏"
