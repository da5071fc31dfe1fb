"""The part of the page's style that is made for one article: what lights up together, without any script.

Where the pointer or the keyboard rests on a fact, or a link led to it, its names and its passage light up; where it
rests on a name or on the number of a passage, the facts do.
"""

from __future__ import annotations

from collections.abc import Iterable

from lgkg.markup.marks import Markup


def lights(markup: Markup) -> str:
    """The rules for an article, as CSS."""
    facts = dict.fromkeys(mark.fact for mark in markup.marks())
    numbers = [passage.number for passage in markup.passages]
    return "".join(
        (
            _rule((_names_of(fact) for fact in facts), "box-shadow: 0 -2px 0 var(--ink), 0 2px 0 var(--ink);"),
            _rule((_facts_of(fact) for fact in facts), "background: var(--lit);"),
            _rule(map(_passage, numbers), "background-color: var(--lit);"),
            _rule(map(_facts_in, numbers), "background: var(--lit);"),
        )
    )


def _names_of(fact: str) -> str:
    return f"main:has(.f-{fact}:hover,.f-{fact}:focus-within,#{fact}:target,#at-{fact}:target) .m-{fact}"


def _facts_of(fact: str) -> str:
    return f"main:has(.m-{fact}:hover,.m-{fact}:focus) .f-{fact}"


def _passage(number: int) -> str:
    lit = f".c{number}:hover,.c{number}:focus-within,.c{number}:target,:target>.c{number}"
    return f"main:has({lit},#n{number}:hover,#n{number}:focus,#passage-{number}:target) span.p{number}"


def _facts_in(number: int) -> str:
    return f"main:has(#n{number}:hover,#n{number}:focus) .c{number}"


def _rule(selectors: Iterable[str], declarations: str) -> str:
    selected = ",\n".join(selectors)
    return f"{selected} {{ {declarations} }}\n" if selected else ""
