"""What is written to the terminal: never a character from an article that could steer it.

>>> safe("ก\\x1b[2Jข\\u202e")
'ก\\\\x1b[2Jข\\\\u202e'
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WIDE = 10_000
"""The width of a table that is not shown on a terminal: its rows stay whole for `grep` and `less -S`."""


def safe(text: str) -> str:
    """The text with control characters, direction overrides and lone surrogates written out as escapes."""
    return _STEERING.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def one_line(text: str) -> str:
    """The same, with tabs and line feeds written out too."""
    return safe(text).replace("\n", "\\n").replace("\t", "\\t")


def say(message: str) -> None:
    """One line on standard error, as `lgkg: …`."""
    print(f"lgkg: {one_line(message)}", file=sys.stderr)


def write(text: str) -> None:
    """Text on standard output, as it is, in UTF-8 whatever the locale."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on standard output, as wide as the terminal, or as it needs to be where there is none."""
    from rich import box  # here, because it takes as long to import as all the rest of the command line
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_header=any(columns), show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(Text(safe(column)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(safe(cell)) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else _WIDE)
    with console.capture() as captured:
        console.print(table)
    write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))
