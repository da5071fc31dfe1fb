"""The article's side of the page: its text, line by line, under marks that lead to the facts.

Taken out of its tags, the text is the article's, with nothing added: the numbers of passages are drawn by the style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from lgkg.facts import Span
from lgkg.markup.ids import Kind
from lgkg.markup.layers import runs
from lgkg.markup.marks import Mark, Markup, Passage
from lgkg.markup.words import Words
from lgkg.pages import escaped

Laid: TypeAlias = Mark | Passage | None
"""What may lie over a run; None is the line itself."""


def text_side(markup: Markup, titles: Mapping[str, str], word: Words) -> str:
    """The lines of the article, as HTML.

    Args:
        markup: the article with its marks and passages.
        titles: what to say of each fact where the pointer rests on its mark.
        word: the words of the page's language.
    """
    return "".join(_lines(markup, titles, word))


def _lines(markup: Markup, titles: Mapping[str, str], word: Words) -> Iterator[str]:
    raw = markup.facts.article.text
    laid: list[tuple[Span, Laid]] = [(mark.span, mark) for mark in markup.marks()]
    laid += [(passage.span, passage) for passage in markup.passages]
    laid += [(line, None) for line in _line_spans(raw)]
    numbers, printed = [], []
    for span, over in runs(len(raw), laid):
        numbers += [_number(p, word) for p in over if isinstance(p, Passage) and p.span.start == span.start]
        printed.append(_run(span, span.of(raw), over, titles))
        if span.end == len(raw) or raw[span.end - 1] == "\n":
            yield _line("".join(numbers), "".join(printed))
            numbers, printed = [], []


def _line_spans(raw: str) -> Iterator[Span]:
    start = 0
    for line in raw.split("\n"):
        end = min(start + len(line) + 1, len(raw))
        if start < end:
            yield Span(start, end)
        start = end


def _line(numbers: str, printed: str) -> str:
    return f'<div class="line"><p class="numbers">{numbers}</p><p class="print">{printed}</p></div>\n'


def _number(passage: Passage, word: Words) -> str:
    label = escaped(word("passage", n=passage.number))
    n = passage.number
    return f'<a id="n{n}" href="#{passage.facts[0]}" data-n="{n}" aria-label="{label}" title="{label}"></a>'


def _run(span: Span, text: str, over: tuple[Laid, ...], titles: Mapping[str, str]) -> str:
    marks = [mark for mark in over if isinstance(mark, Mark)]
    passages = [passage for passage in over if isinstance(passage, Passage)]
    lit = " ".join([*(f"m-{mark.fact}" for mark in marks), *(f"p{passage.number}" for passage in passages)])
    anchors = [f'<i id="at-{mark.fact}"></i>' for mark in marks if mark.cited and mark.span.start == span.start]
    anchors += [f'<i id="passage-{p.number}"></i>' for p in passages if p.span.start == span.start]
    shown = escaped(text)
    if marks:
        title = escaped("\n".join(titles.get(mark.fact, "") for mark in reversed(marks)))
        shown = f'<a class="{_look(marks)} {lit}" href="#{marks[-1].fact}" title="{title}">{shown}</a>'
    elif lit:
        shown = f'<span class="{lit}">{shown}</span>'
    return "".join(anchors) + shown


def _look(marks: list[Mark]) -> str:
    """Classes: the kind of the uppermost mark, that of a name it lies in, and whether the name of an event is below."""
    top = marks[-1]
    names = [mark for mark in marks if mark.kind is not Kind.MEETING]
    look = ["mark", top.kind, *(["cited"] if top.cited else []), *(f"on-{mark.kind}" for mark in names[:-1])]
    return " ".join([*look, "event"] if len(names) < len(marks) else look)
