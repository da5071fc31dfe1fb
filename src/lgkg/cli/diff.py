"""`lgkg diff`: what differs between two graphs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lgkg.cli.options import Form
from lgkg.cli.records import record
from lgkg.cli.sections import Section, write_sections
from lgkg.cli.terminal import write, write_json

if TYPE_CHECKING:
    from lgkg.curation import Difference

PARTS = {
    "articles": "Articles",
    "people": "People",
    "events": "Events",
    "added": "Facts added",
    "gone": "Facts gone",
}


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", readable=False, help="The folder of a graph.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", readable=False, help="The folder of another.")],
    format: Annotated[Form, typer.Option(help="How to show it.")] = Form.TEXT,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="List at most N of each kind.")] = 20,
) -> None:
    """Show what differs between two graphs: articles, people, events, and facts added and gone.

    A person whom a merge or a split gave another id is compared as one, so that this alone changes no fact.

    \b
    Example:
      lgkg diff out/demo out/news
      lgkg diff out/demo out/news --format json --limit 1000
    """
    from lgkg.curation import diff as compare

    difference = compare(old, new, limit)
    if format is Form.JSON:
        write_json(record(difference))
    elif difference.nothing:
        write("The graphs say the same.\n")
    else:
        write_sections(_sections(difference))


def _sections(difference: Difference) -> Iterator[Section]:
    for part, heading in PARTS.items():
        for kind, listing in getattr(difference, part).items():
            if listing.count:
                more = listing.count - len(listing.first)
                rows = [("", one) for one in listing.first] + [("", f"… and {more:,} more")] * bool(more)
                yield f"{heading}, {kind}: {listing.count:,}", rows
