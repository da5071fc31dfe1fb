"""What is written to the terminal: never a character from an article that could steer it (see `lgkg.harmless`)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lgkg.harmless import STEERING
from lgkg.harmless import one_line as one_line
from lgkg.harmless import safe as safe

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_LEAST = 14
"""Cells that a column needs for text to be read in it."""
_WIDE = 10_000
"""The width of what is not shown on a terminal: rows stay whole for `grep` and `less -S`."""


def say(message: str) -> None:
    """One line on standard error, as `lgkg: …`."""
    print(f"lgkg: {one_line(message)}", file=sys.stderr)


def write(text: str) -> None:
    """Text on standard output, as it is, in UTF-8 whatever the locale."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def write_json(value: object) -> None:
    """A value on standard output as JSON, in which what could steer a terminal is written as `\\uXXXX`."""
    write(_json(value) + "\n")


def write_json_line(value: object) -> None:
    """The same on one line."""
    write(_json(value, indent=None) + "\n")


def write_json_list(values: Iterable[object]) -> None:
    """As `write_json` writes a list of these values, each written when it comes."""
    before = "["
    for value in values:
        inner = _json(value).replace("\n", "\n ")
        write(f"{before}\n {inner}")
        before = ","
    write("[]\n" if before == "[" else "\n]\n")


def _json(value: object, indent: int | None = 1) -> str:
    plain = json.dumps(value, ensure_ascii=False, indent=indent)
    return STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)


def terminal() -> Console:
    """A console as wide as the terminal, or as its text needs to be where there is none."""
    from rich.console import Console  # here, because it takes as long to import as all the rest of the command line

    return Console(width=None if sys.stdout.isatty() else _WIDE)


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on standard output, as wide as the terminal, or as it needs to be where there is none.

    On a terminal too narrow for its columns each row is written as a record, one field a line.
    """
    console, rows = terminal(), list(rows)
    table = _table(columns, rows)
    needed = console.measure(table, options=console.options.update(width=_WIDE)).maximum
    if needed > console.width and console.width < _LEAST * len(columns):
        table = _records(columns, rows)
    with console.capture() as captured:
        console.print(table)
    write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_header=any(columns), show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(Text(safe(column)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(safe(cell)) for cell in row))
    return table


def _records(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """The rows below each other, a blank line between them; what is empty is left out."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for number, row in enumerate(rows):
        if number:
            grid.add_row()
        for column, cell in zip(columns, row, strict=True):
            if cell:
                grid.add_row(Text(safe(column), style="bold"), Text(safe(cell)))
    return grid
