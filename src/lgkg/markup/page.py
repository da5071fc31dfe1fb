"""Writes an article and its facts side by side as one HTML page that loads nothing and runs nothing.

Plain links tie the two sides together: a mark leads to its fact, a fact to its passage. See `lgkg.pages` for what keeps
the page safe, `lights` for how it answers the pointer without a script.
"""

from __future__ import annotations

import re

from lgkg.facts import Facts
from lgkg.markup.facts_side import FactsSide
from lgkg.markup.lights import lights
from lgkg.markup.marks import marked
from lgkg.markup.telling import Section, told
from lgkg.markup.text_side import text_side
from lgkg.markup.words import Words
from lgkg.pages import escaped, filled, part, policy

_ROOM = "lgkg.markup"
_WEB = re.compile(r"https?://[^\s/]+(?:/\S*)?", re.IGNORECASE)


def facts_page(facts: Facts, language: str = "en") -> str:
    """The whole page.

    Args:
        facts: what was found.
        language: `th` or `en`, the language of the words around the facts.

    Raises:
        ValueError: there are no words in that language.
    """
    word, markup, sections = Words(language), marked(facts), told(facts, language)
    side = FactsSide(markup, word)
    style = part(_ROOM, "page.css") + lights(markup)
    values = {
        "language": language,
        "policy": policy(style),
        "style": style,
        "title": escaped(" ".join((facts.article.title or facts.article.id).split())),
        "about": _about(facts, word),
        "legend": "".join(_chip(section, word) for section in sections if section.id != "delegations"),
        "text": text_side(markup, _titles(sections, word), word),
        "facts": "".join(map(side.section, sections)) or f'<p class="soft">{escaped(word("nothing"))}</p>',
        **{f"word_{key}": escaped(word(key)) for key in ("text", "facts", "guide", "how")},
    }
    return filled(part(_ROOM, "page.html"), values)


def _about(facts: Facts, word: Words) -> str:
    article = facts.article
    known = [f"<bdi>{escaped(article.id)}</bdi>"]
    if article.published:
        known.append(escaped(word("published", day=word.moment(article.published))))
    if article.url and _WEB.fullmatch(article.url):
        known.append(f'<a href="{escaped(article.url)}" rel="noopener noreferrer">{escaped(word("source"))} ↗</a>')
    return " · ".join(known)


def _chip(section: Section, word: Words) -> str:
    count = f"<b>{len(section.entries):,}</b>"
    return f'<a class="chip {section.kind}" href="#{section.id}">{escaped(word(section.kind))} {count}</a>'


def _titles(sections: tuple[Section, ...], word: Words) -> dict[str, str]:
    """What is said of each fact where the pointer rests on a mark of it."""
    return {
        entry.fact: f"{word(entry.kind)}: {entry.head.text} ({entry.evidence.confidence:.0%})"
        for section in sections
        for entry in section.entries
    }
