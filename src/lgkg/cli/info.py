"""`lgkg info`: what a graph holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lgkg.cli.options import GraphFolder
from lgkg.cli.terminal import write_table

if TYPE_CHECKING:
    from datetime import date

    from lgkg.graph import Info


def info(graph: GraphFolder) -> None:
    """Show what a graph holds.

    \b
    Example:
      lgkg info out/demo
    """
    from lgkg.graph import open_graph

    with open_graph(graph) as opened:
        write_table(("", ""), _rows(opened.info()))


def _rows(info: Info) -> Iterator[tuple[str, str]]:
    yield "folder", str(info.path)
    yield "built by", f"lgkg {info.version}"
    yield "base", info.base
    yield "quads", f"{info.quads:,}"
    yield "articles", f"{info.articles:,}"
    yield "published", _days(info.published)
    yield "events", _days(info.events)
    for name, count in info.counts.items():
        yield name, f"{count:,}"


def _days(days: tuple[date, date] | None) -> str:
    return f"{days[0]} to {days[1]}" if days else "unknown"
