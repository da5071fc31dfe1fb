"""Shows an article and its facts on a terminal: names under colour, as with a marker pen, names of events underlined.

Where there is no colour, names are bold; where there is no terminal, nothing is marked, and the facts say where they
stand. Nothing from the article is more than text here: rich is given no markup, and what could steer a terminal is
written out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import Console
from rich.style import Style
from rich.text import Text

from lgkg.facts import Evidence, Facts
from lgkg.harmless import one_line, safe
from lgkg.markup.ids import Kind
from lgkg.markup.layers import runs
from lgkg.markup.marks import Markup, marked
from lgkg.markup.telling import Entry, Line, Section, told
from lgkg.markup.words import Words

_PENS = {
    Kind.PERSON: ("#87d7ff", "bright_blue"),
    Kind.OFFICE: ("#ffd787", "yellow"),
    Kind.ORGANIZATION: ("#87ffaf", "bright_green"),
    Kind.PLACE: ("#ffff87", "bright_yellow"),
    Kind.POLICY: ("#ffafd7", "bright_magenta"),
    Kind.MEETING: ("#af5fff", "magenta"),
}
"""Colours that black letters can be read on, in dark and in light terminals: of 256, and of the 16 that all have."""

_INDENT = "  "
_HANGING = "    "


def show(facts: Facts, *, language: str = "en", console: Console | None = None) -> None:
    """Shows an article as read with the names of what was found marked, and below it the facts in words.

    Args:
        facts: what was found.
        language: `th` or `en`, the language of the words around the facts.
        console: where to show it; standard output unless given. It decides on colours and width.

    Raises:
        ValueError: there are no words in that language.
    """
    _Shown(facts, language, console or Console()).show()


class _Shown:
    def __init__(self, facts: Facts, language: str, console: Console) -> None:
        self._facts, self._console, self._word = facts, console, Words(language)
        self._sections = told(facts, language)

    def show(self) -> None:
        with self._console:  # written in one piece: a notebook would set every line apart
            self._print(*self._heading())
            self._print(self._legend(), Text())
            self._print(_text(marked(self._facts), self._pen), Text())
            for section in self._sections:
                self._print(*map(self._hanging, self._section(section)))
            self._print(Text(self._word("how" if self._sections else "nothing"), "dim"))

    def _print(self, *texts: Text) -> None:
        for text in texts:
            self._console.print(text, soft_wrap=True, highlight=False)

    def _hanging(self, text: Text) -> Text:
        """The text in lines as wide as the terminal, all but the first indented; as it is where there is none."""
        if not self._console.is_terminal:
            return text
        lines = text.wrap(self._console, max(self._console.width - len(_HANGING), len(_HANGING)))
        return Text(f"\n{_HANGING}").join(lines)

    def _pen(self, kind: Kind) -> Style:
        if self._console.no_color or self._console.color_system is None:
            return Style(underline=True) if kind is Kind.MEETING else Style(bold=True)
        colour = _PENS[kind][self._console.color_system in ("standard", "windows")]
        if kind is Kind.MEETING:
            return Style(underline=True, color=colour)
        return Style(color="black", bgcolor=colour)

    def _heading(self) -> Iterator[Text]:
        article = self._facts.article
        day = self._word("published", day=self._word.moment(article.published)) if article.published else ""
        if article.title:
            yield Text(one_line(article.title), "bold")
        yield Text(" · ".join(one_line(part) for part in (article.id, day, article.url) if part), "dim")

    def _legend(self) -> Text:
        counted = (
            (s.kind, f"{self._word(s.kind)} {len(s.entries):,}") for s in self._sections if s.id != "delegations"
        )
        return Text(" ").join(Text(f" {words} ", self._pen(kind)) for kind, words in counted)

    def _section(self, section: Section) -> Iterator[Text]:
        yield Text(f"{section.title} {len(section.entries):,}", "bold")
        for entry in section.entries:
            yield from self._entry(entry)
        yield Text()

    def _entry(self, entry: Entry) -> Iterator[Text]:
        head = Text(f" {one_line(entry.head.text)} ", self._pen(entry.kind))
        yield Text.assemble(head, _notes(entry), self._why(entry.evidence))
        for detail in entry.details:
            yield self._part(detail) if isinstance(detail, Entry) else _line(detail)

    def _part(self, part: Entry) -> Text:
        head = (one_line(part.head.text), _notes(part))
        return Text.assemble(_INDENT, (f"{part.label}  ", "dim"), *head, self._why(part.evidence))

    def _why(self, evidence: Evidence) -> Text:
        letters = self._word("letters", start=evidence.span.start, end=evidence.span.end)
        return Text(f"  {evidence.confidence:.0%} · {one_line(evidence.rule)} · {letters}", "dim")


def _notes(entry: Entry) -> str:
    return "".join(f" · {one_line(note)}" for note in entry.notes)


def _line(line: Line) -> Text:
    values = ", ".join(one_line(value.text) for value in line.values)
    return Text.assemble(_INDENT, (f"{line.label}  ", "dim"), values)


def _text(markup: Markup, pen: Callable[[Kind], Style]) -> Text:
    """The article's text; a tab is a space, as its width would depend on where it stands."""
    raw = markup.facts.article.text
    text = Text()
    for span, over in runs(len(raw), [(mark.span, mark) for mark in markup.marks()]):
        text.append(safe(span.of(raw)).replace("\t", " "), sum((pen(mark.kind) for mark in over), Style.null()))
    return text
