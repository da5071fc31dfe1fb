"""An article with its passages marked: where it prints what was found in it, and what each passage became.

    show(facts)                                  # on a terminal
    Path("a05.html").write_text(facts_page(facts, "en"), encoding="utf-8")
    facts_record(facts)["persons"][0]["name"]    # for programs

Marks come from `marked`; what is told beside them, in Thai and English, from `told`.
"""

from lgkg.markup.ids import Kind
from lgkg.markup.marks import Mark, Markup, Passage, marked
from lgkg.markup.page import facts_page
from lgkg.markup.record import facts_record
from lgkg.markup.telling import Entry, Line, Phrase, Section, told
from lgkg.markup.terminal import show

__all__ = [
    "Entry",
    "Kind",
    "Line",
    "Mark",
    "Markup",
    "Passage",
    "Phrase",
    "Section",
    "facts_page",
    "facts_record",
    "marked",
    "show",
    "told",
]
