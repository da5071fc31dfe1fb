"""Two people side by side, as `lgkg review` shows them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lgkg.cli.explain import days, office
from lgkg.cli.terminal import one_line, safe, write

if TYPE_CHECKING:
    from rich.text import Text

    from lgkg.curation import Pair, Profile

POSTS, PASSAGES = 4, 2
"""How many are shown of each."""
LONGEST = 200
"""Code points of a passage."""
_WIDTH = 120
"""Where there is no terminal."""


def write_pair(pair: Pair, heading: str) -> None:
    """A pair on standard output: what there is of each, and what speaks for and against their being one."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for side, id in ((pair.a, pair.link.a), (pair.b, pair.link.b)):
        table.add_column(_head(side, id), ratio=1, overflow="fold")
    table.add_row(_body(pair.a), _body(pair.b))
    with console.capture() as captured:
        console.print(Text(heading, style="bold"))
        console.print(Text(safe("; ".join(pair.link.reasons)), style="yellow"))
        console.print(table)
    write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def _head(side: Profile, id: str) -> Text:
    from rich.text import Text

    known = "" if id == side.id else f", merged into {side.id}"
    return Text.assemble((one_line(side.name), "bold"), f"\n{id}{known}")


def _body(side: Profile) -> Text:
    from rich.text import Text

    return Text("\n").join(Text(safe(line), style=style) for line, style in _lines(side))


def _lines(side: Profile) -> Iterator[tuple[str, str]]:
    named = ", ".join(f"{name} ({count:,})" for name, count in side.names)
    titles = ", ".join(title for title, _ in side.honorifics)
    number = f"{side.articles:,} article{'s' * (side.articles != 1)}"
    yield " · ".join(filter(None, (number, titles, named))), ""
    for post in side.posts[:POSTS]:
        yield f"{days(post)}  {office(post)}", "green"
    if len(side.posts) > POSTS:
        yield f"… and {len(side.posts) - POSTS:,} more posts", "dim"
    for article, passage in _passages(side):
        yield f"{article}: “{passage}”", "dim"


def _passages(side: Profile) -> list[tuple[str, str]]:
    """The most telling passages, of different articles where there are: those of posts before others."""
    ranked = sorted(side.facts, key=lambda fact: (fact.kind != "tenure", fact.kind == "mention"))
    by_article = {fact.article: fact for fact in reversed(ranked)}
    first = [fact for fact in ranked if by_article[fact.article] is fact]
    rest = [fact for fact in ranked if fact not in first]
    found = dict.fromkeys((fact.article, one_line(_bounded(fact.passage))) for fact in (*first, *rest))
    return list(found)[:PASSAGES]


def _bounded(passage: str) -> str:
    return passage if len(passage) <= LONGEST else f"{passage[:LONGEST]}…"
