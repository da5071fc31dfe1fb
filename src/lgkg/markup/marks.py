"""Marks an article: where it prints the names of what was found, and the passages that state it.

A name is marked where the fact's evidence points, and wherever else the text prints a form of it; the latter is a help
for the eye, not a reading. Names of events are marked apart from the others, which often stand inside them. The
passages of statements are whole sentences and overlap; each different one has a number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from lgkg.facts import Evidence, Facts, Meeting, Organization, Place, Policy, Span
from lgkg.markup.forms import forms, is_other
from lgkg.markup.ids import Ids, Kind, Named
from lgkg.markup.layers import packed
from lgkg.text import Normalised, normalise

_BEFORE = 12
"""How many letters before a name are looked at."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A name in the text.

    Attributes:
        span: where it stands, in code points of the text as read.
        kind: what kind of thing it names.
        fact: the id of what it names: `person-1`.
        cited: whether the evidence of the fact points here.
    """

    span: Span
    kind: Kind
    fact: str
    cited: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that states something: its number from 1, where it stands, and the ids of the facts it states."""

    number: int
    span: Span
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Markup:
    """An article's facts with their places in its text.

    Attributes:
        facts: what was found.
        events: the names of events, in layers of which none overlaps in itself.
        names: all other names, in layers; those of the first lie undermost.
        passages: in the order of the text.
    """

    facts: Facts
    events: tuple[tuple[Mark, ...], ...]
    names: tuple[tuple[Mark, ...], ...]
    passages: tuple[Passage, ...]

    def marks(self) -> Iterator[Mark]:
        """All marks, the undermost first."""
        for layer in (*self.events, *self.names):
            yield from layer


def marked(facts: Facts) -> Markup:
    """Finds where an article prints what was found in it."""
    ids = Ids(facts)
    search = _Search(facts.article.text, ids.named)
    marks = sorted(search.marks(), key=_claim)
    events = _layers(mark for mark in marks if mark.kind is Kind.MEETING)
    names = _layers(mark for mark in marks if mark.kind is not Kind.MEETING)
    return Markup(facts, events, names, _passages(facts, ids))


def _claim(mark: Mark) -> tuple[int, bool, int]:
    """Longer marks first, so that they lie below those inside them."""
    return mark.span.start - mark.span.end, not mark.cited, mark.span.start


def _layers(marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], ...]:
    return packed(marks, span=lambda mark: mark.span, needed=lambda mark: mark.cited)


class _Search:
    """Finds the forms of names in a text, in normal spelling, and leads back to the text as read."""

    def __init__(self, text: str, named: dict[str, tuple[Kind, Named]]) -> None:
        self._text, self._normal, self._named = text, normalise(text), named
        self._forms = {id: forms(thing, thing.evidence.span.of(text)) for id, (_, thing) in named.items()}

    def marks(self) -> Iterator[Mark]:
        """Where names are cited, and where they are printed; these may overlap."""
        events = {id for id, (kind, _) in self._named.items() if kind is Kind.MEETING}
        printed = [*self._printed(events), *self._printed(self._named.keys() - events)]
        whole: dict[str, list[Span]] = defaultdict(list)
        for mark in printed:
            whole[mark.fact].append(mark.span)
        for id, (kind, thing) in self._named.items():
            span = self._cited(thing, self._forms[id])
            if span is not None:
                yield Mark(next((wider for wider in whole[id] if wider.covers(span)), span), kind, id, cited=True)
        yield from printed

    def _cited(self, thing: Named, known: frozenset[str]) -> Span | None:
        """The name in the passage that its evidence points at; the text may print more of it there (`จังหวัด`)."""
        span = _within(thing.evidence.span, self._text)
        if not isinstance(thing, Organization | Place | Policy | Meeting):
            return span
        inside = _longest(normalise(span.of(self._text)), known) if span else None
        if span is None or inside is None:
            return None if isinstance(thing, Policy | Meeting) else span
        return Span(span.start + inside.start, span.start + inside.end)

    def _printed(self, ids: Set[str]) -> Iterator[Mark]:
        """Every place that prints a name; of two that overlap the first, and the longest that begins there."""
        owner: dict[str, str] = {}
        for id in (id for id in self._named if id in ids):
            for form in sorted(self._forms[id]):
                owner.setdefault(form, id)
        automaton = AhoCorasick(list(owner), matchkind=MatchKind.LeftmostLongest)
        found = list(owner)
        for index, start, end in automaton.find_matches_as_indexes(self._normal.text):
            id = owner[found[index]]
            kind, thing = self._named[id]
            if not is_other(thing, found[index], self._normal.text[max(0, start - _BEFORE) : start]):
                yield Mark(self._normal.original(Span(start, end)), kind, id, cited=False)


def _within(span: Span, text: str) -> Span | None:
    """The part of a span that lies in the text; None if that is empty."""
    start, end = max(0, span.start), min(span.end, len(text))
    return Span(start, end) if start < end else None


def _longest(passage: Normalised, known: frozenset[str]) -> Span | None:
    """The longest form that a passage holds, in code points of the passage as read."""
    for form in sorted(known, key=lambda form: (-len(form), form)):
        at = passage.text.find(form)
        if at >= 0:
            return passage.original(Span(at, at + len(form)))
    return None


def _passages(facts: Facts, ids: Ids) -> tuple[Passage, ...]:
    """The passages of statements, and of policies, whose evidence is a sentence too."""
    stated: dict[Span, list[str]] = {}
    sources: list[tuple[str, Evidence]] = [(id, statement.evidence) for id, statement in ids.stated.items()]
    sources += [(ids.of(policy), policy.evidence) for policy in facts.policies]
    for id, evidence in sources:
        span = _within(evidence.span, facts.article.text)
        if span is not None:
            stated.setdefault(span, []).append(id)
    return tuple(Passage(number, span, tuple(stated[span])) for number, span in enumerate(sorted(stated), 1))
