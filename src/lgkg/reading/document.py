"""An article made ready for reading: normal spelling, boilerplate blanked out, all terms found.

Everything in this room works on `Document.text`; offsets into it are turned into offsets of the text as read only when
a fact is made (`Document.evidence`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Final

from lgkg.article import Article
from lgkg.domain.lexicon import Hit, lexicon
from lgkg.domain.phrases import phrases
from lgkg.domain.terms import Kind
from lgkg.facts import Evidence, Span
from lgkg.reading.hits import whole_hits
from lgkg.text import DateMention, Layout, clip, find_dates, layout, letters, normalise, sentences

ELSEWHERE: Final = phrases("day_elsewhere")
PASSAGE_LIMIT: Final = 400
"""Longest passage, in code points: enough for a long Thai sentence, short enough to quote."""
_START: Final = attrgetter("start")


class Document:
    """One article with what every reader needs.

    Attributes:
        article: the article as read.
        text: its normal form; what is boilerplate is blanked with line ends, so that no name runs into it.
        letters: the text at one byte a letter.
        layout: title, page date, source and the stretches of content.
        hits: the terms in `text`, from left to right.
        blocks: headings and paragraphs, in order.
        dates: the dates in `text`, in order.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.normal = normalise(article.text)
        self.layout: Layout = layout(self.normal.text)
        self.text = _blanked(self.normal.text, (*self.layout.headings, *self.layout.body))
        self.letters = letters(self.text)
        self.hits = whole_hits(self.letters)
        self._starts = [hit.start for hit in self.hits]
        self._ends = [hit.end for hit in self.hits]
        self._by_start = {hit.start: hit for hit in self.hits}
        self._by_end = {hit.end: hit for hit in self.hits}
        self._all_by_kinds: dict[frozenset[Kind], list[Hit]] = defaultdict(list)
        for hit in self.hits:
            self._all_by_kinds[hit.kinds].append(hit)
        self._by_kinds: Mapping[frozenset[Kind], list[Hit]] = self._all_by_kinds
        self._all_of_kind: dict[tuple[Kind, ...], list[Hit]] = {}
        self._sentences: dict[Span, list[Span]] = {}
        self.blocks = sorted((*self.layout.headings, *self.layout.body))
        self.dates = self._dates()
        self._date_starts = [day.span.start for day in self.dates]

    @property
    def published(self) -> date | None:
        """The day the page prints, else the day the source gave."""
        return self.layout.published or self.article.published

    def hit_at(self, start: int) -> Hit | None:
        """The term that begins at `start`."""
        return self._by_start.get(start)

    def hit_ending(self, end: int) -> Hit | None:
        """The term that ends at `end`."""
        return self._by_end.get(end)

    def set_apart(self, spans: list[Span]) -> None:
        """Sorts the terms by kind, those inside `spans` (names of people, sorted) left out: ราชบุรี may be a surname."""
        ranges = ((bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)) for span in spans)
        inside = {hit.start: hit.kinds for first, last in ranges for hit in self.hits[first:last]}
        outside = {k: [h for h in self._all_by_kinds[k] if h.start not in inside] for k in set(inside.values())}
        self._by_kinds = self._all_by_kinds | outside

    def of_kind(self, *kinds: Kind) -> list[Hit]:
        """The terms that can be one of `kinds`, outside the spans set apart, from left to right."""
        return _of_kind(self._by_kinds, kinds)

    def kind_in(self, start: int, end: int, *kinds: Kind) -> list[Hit]:
        """The terms that can be one of `kinds`, also in names of people, and begin in `start` to `end`."""
        found = self._all_of_kind.get(kinds)
        if found is None:
            found = self._all_of_kind[kinds] = _of_kind(self._all_by_kinds, kinds)
        return found[bisect_left(found, start, key=_START) : bisect_left(found, end, key=_START)]

    def hits_in(self, start: int, end: int) -> list[Hit]:
        """The terms that begin in `start` to `end`."""
        return self.hits[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def skip_space(self, at: int) -> int:
        """`at`, or the place behind one space there."""
        return at + 1 if self.text.startswith(" ", at) else at

    def behind(self, at: int, count: int) -> tuple[Span, ...]:
        """The next `count` paragraphs of the body that begin behind `at`."""
        index = bisect_right(self.layout.body, (at, len(self.text)))
        return self.layout.body[index : index + count]

    def block_at(self, at: int) -> Span:
        """The heading or paragraph around `at`; empty if there is none."""
        index = bisect_right(self.blocks, (at, len(self.text))) - 1
        return self.blocks[index] if index >= 0 and at < self.blocks[index].end else Span(at, at)

    def _dates(self) -> list[DateMention]:
        """The dates in the content; one without a year takes that of the page's day, else of the first full date."""
        reference = self.published
        if reference is None:
            reference = next((d.start for d in find_dates(self.normal.text, None)), None)
        return find_dates(self.text, reference)

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """The dates that begin in `start` to `end`."""
        return self.dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]

    def sentence_at(self, at: int) -> Span:
        """The sentence around `at`, else the last before it."""
        for number in range(bisect_right(self.blocks, (at, len(self.text))) - 1, -1, -1):
            found = self._sentences_of(self.blocks[number])
            index = bisect_right(found, (at, len(self.text)))
            if index:
                return found[index - 1]
        return Span(0, min(len(self.text), PASSAGE_LIMIT))

    def _sentences_of(self, block: Span) -> list[Span]:
        found = self._sentences.get(block)
        if found is None:
            found = self._sentences[block] = sentences(self.text, block)
        return found

    def evidence(self, start: int, end: int, confidence: float, rule: str) -> Evidence:
        """Evidence for a fact: the passage from `start` to `end`, in offsets of the text as read."""
        return Evidence(self.normal.original(Span(start, end)), confidence, rule)

    def sentence_evidence(self, start: int, end: int, confidence: float, rule: str) -> Evidence:
        """Evidence whose passage is the sentence around the focus, clipped to `PASSAGE_LIMIT`."""
        sentence = self.sentence_at(start)
        if sentence.end < end:
            sentence = Span(sentence.start, end)
        focus = Span(start, min(end, start + PASSAGE_LIMIT))
        passage = clip(self.text, sentence, focus, PASSAGE_LIMIT)
        return self.evidence(passage.start, passage.end, confidence, rule)


def is_kind(hit: Hit | None, *kinds: Kind) -> bool:
    """Whether `hit` can be one of `kinds`."""
    return hit is not None and not hit.kinds.isdisjoint(kinds)


def belongs_elsewhere(doc: Document, day: DateMention) -> bool:
    """Whether a date is that of a decision, a term or an anniversary (`มติคณะรัฐมนตรีเมื่อวันที่…`), not of an event."""
    before = doc.text[max(0, day.span.start - 30) : day.span.start]
    before = before[before.rfind("\n") + 1 :]
    return any(word in before for word in ELSEWHERE)


def cue(hit: Hit | None) -> str:
    """Which kind of cue `hit` is; empty if none."""
    return hit.cue if hit is not None else ""


def _of_kind(by_kinds: Mapping[frozenset[Kind], list[Hit]], kinds: tuple[Kind, ...]) -> list[Hit]:
    found = [hit for those in _kinds_with(kinds) for hit in by_kinds.get(those, ())]
    found.sort(key=_START)
    return found


@cache
def _kinds_with(kinds: tuple[Kind, ...]) -> list[frozenset[Kind]]:
    return lexicon().kinds_with(kinds)


def _blanked(text: str, kept: tuple[Span, ...]) -> str:
    pieces, at = [], 0
    for span in sorted(kept):
        pieces.append("\n" * (span.start - at))
        pieces.append(text[span.start : span.end])
        at = span.end
    pieces.append("\n" * (len(text) - at))
    return "".join(pieces)
