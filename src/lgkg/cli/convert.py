"""`lgkg convert`: articles of any kind as JSON lines, which hold the very texts that a graph's offsets count in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lgkg.cli.options import Articles, Column
from lgkg.cli.outcome import DONE, PROBLEMS
from lgkg.cli.summary import Problems
from lgkg.cli.terminal import say


def convert(
    inputs: Articles,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Gzipped if its name ends in .gz.")],
    column: Column = None,
) -> int:
    """Write articles as JSON lines: id, title, day, address, and the text as it was found in page or document.

    Offsets of passages count the letters of these texts. What cannot be read is named and left out.

    \b
    Example:
      lgkg convert pages/ news.xlsx -o news.jsonl.gz
      lgkg convert export.csv --column text=เนื้อข่าวเต็ม -o news.jsonl
    """
    from lgkg.sources import Columns, Intake, record
    from lgkg.store.disk import writing_whole

    problems, written = Problems(), 0
    intake = Intake(inputs, problems.show, columns=Columns(dict(column or ())))
    try:
        with writing_whole(output) as file:
            for article in intake:
                file.write(record.line(article))
                written += 1
    finally:
        problems.sum_up()
    say(f"wrote {written:,} articles to {output}")
    return PROBLEMS if problems.count else DONE
