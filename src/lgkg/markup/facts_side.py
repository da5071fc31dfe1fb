"""The facts' side of the page: cards whose links lead to the passages, and to each other."""

from __future__ import annotations

from lgkg.facts import Span
from lgkg.markup.marks import Markup
from lgkg.markup.telling import Entry, Line, Phrase, Section
from lgkg.markup.words import Words
from lgkg.pages import escaped


class FactsSide:
    """Writes the cards of an article.

    Args:
        markup: the article with its marks and passages.
        word: the words of the page's language.
    """

    def __init__(self, markup: Markup, word: Words) -> None:
        self._word = word
        self._cited = {mark.fact for mark in markup.marks() if mark.cited}
        self._numbers: dict[str, tuple[int, Span]] = {
            fact: (passage.number, passage.span) for passage in markup.passages for fact in passage.facts
        }

    def section(self, section: Section) -> str:
        """One section, as HTML."""
        cards = "".join(map(self._card, section.entries))
        title = f'{escaped(section.title)} <span class="soft">{len(section.entries):,}</span>'
        return f'<section id="{section.id}"><h2>{title}</h2>\n{cards}</section>\n'

    def _card(self, entry: Entry) -> str:
        head = f'<div class="{self._lit(entry)}"><h3>{self._head(entry)}</h3>{_notes(entry)}{self._why(entry)}</div>'
        details = "".join(self._part(it) if isinstance(it, Entry) else _line(it) for it in entry.details)
        details = f"<ul>{details}</ul>" if details else ""
        return f'<article class="card {entry.kind}" id="{entry.fact}">{head}{details}</article>\n'

    def _part(self, entry: Entry) -> str:
        told = f"<div>{_phrase(entry.head)}{_notes(entry)}{self._why(entry)}</div>"
        return f'<li class="{self._lit(entry)}" id="{entry.fact}">{_label(entry.label)}{told}</li>'

    def _head(self, entry: Entry) -> str:
        """The name, leading to where it was read; that of a delegate leads to the person."""
        text = _text(entry.head.text)
        if entry.head.fact != entry.fact:
            return _phrase(entry.head)
        return f'<a href="#at-{entry.fact}">{text}</a>' if entry.fact in self._cited else text

    def _why(self, entry: Entry) -> str:
        evidence = entry.evidence
        letters = escaped(self._word("letters", start=evidence.span.start, end=evidence.span.end))
        number = self._numbers.get(entry.fact)
        if number:
            where = f'<a href="#passage-{number[0]}"><b>{number[0]}</b> {letters}</a>'
        else:
            where = f'<a href="#at-{entry.fact}">{letters}</a>' if entry.fact in self._cited else letters
        return f'<p class="why">{evidence.confidence:.0%} · <code>{escaped(evidence.rule)}</code> · {where}</p>'

    def _lit(self, entry: Entry) -> str:
        """Classes by which the style lights up what belongs together."""
        number = self._numbers.get(entry.fact)
        return f"told f-{entry.fact} c{number[0]}" if number else f"told f-{entry.fact}"


def _notes(entry: Entry) -> str:
    return "".join(f' <span class="note">{_text(note)}</span>' for note in entry.notes)


def _line(line: Line) -> str:
    values = ", ".join(map(_phrase, line.values))
    return f'<li class="told">{_label(line.label)}<div>{values}</div></li>'


def _label(label: str) -> str:
    return f'<span class="soft">{escaped(label)}</span>'


def _phrase(phrase: Phrase) -> str:
    text = _text(phrase.text)
    return f'<a href="#{phrase.fact}">{text}</a>' if phrase.fact else text


def _text(text: str) -> str:
    return f"<bdi>{escaped(text)}</bdi>"
