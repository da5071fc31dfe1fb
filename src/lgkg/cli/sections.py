"""Text in sections: a heading, and below it rows of a short word and what there is to say, which may wrap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from lgkg.cli.terminal import safe, terminal, write

Section: TypeAlias = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and rows of two cells; a cell may have several lines."""


def write_sections(sections: Iterable[Section]) -> None:
    """Sections on standard output, as wide as the terminal, or as they need to be where there is none."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = terminal()
    with console.capture() as captured:
        for number, (heading, rows) in enumerate(sections):
            if number:
                console.print()
            console.print(Text(safe(heading), style="bold"))
            grid = Table.grid(padding=(0, 2))
            grid.add_column(no_wrap=True, style="dim")
            grid.add_column(overflow="fold")
            for row in rows:
                grid.add_row(*(Text(safe(cell)) for cell in row))
            if rows:
                console.print(Padding(grid, (0, 0, 0, 2)))
    write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))
