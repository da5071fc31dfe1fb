"""`lgkg fetch`: pages that sites offer, politely, into a folder that `lgkg build` reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lgkg.cli.extras import require
from lgkg.cli.outcome import DONE, PROBLEMS
from lgkg.cli.summary import Problems
from lgkg.cli.terminal import one_line, say, write


def fetch(
    urls: Annotated[list[str], typer.Argument(metavar="URL", help="Pages, feeds (RSS, Atom) and sitemaps.")],
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where to keep the pages.")],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Fetch at most N pages.")] = 500,
    delay: Annotated[float, typer.Option(min=0.5, metavar="SECONDS", help="Pause between requests to a host.")] = 2.0,
    contact: Annotated[str, typer.Option(metavar="TEXT", help="Tells sites whom to write to: an address.")] = "",
    private: Annotated[
        list[str] | None, typer.Option(metavar="HOST[:PORT]", help="A server in your own network that may be asked.")
    ] = None,
    other_hosts: Annotated[
        bool, typer.Option("--other-hosts", help="Also pages on other hosts than the feed that names them.")
    ] = False,
) -> int:
    """Fetch pages, and the pages that feeds and sitemaps name.

    What robots.txt forbids is not fetched. Run again, it asks only for what has changed.

    \b
    Example:
      lgkg fetch https://www.example.go.th/feed/ --to pages --contact you@example.org
      lgkg build pages --out graph
    """
    require("fetch")
    from lgkg.fetching import Limits
    from lgkg.fetching import fetch as run

    limits = Limits(pages=limit, delay=delay, contact=contact, private=tuple(private or ()), other_hosts=other_hosts)
    report = run(urls, to, limits, tell=say)
    problems = Problems()
    for problem in report.problems:
        problems.show(problem)
    write(f"{report.new:,} new or changed, {report.unchanged:,} unchanged, {report.forbidden:,} forbidden\n")
    if report.left:
        write(f"{report.left:,} more addresses were not asked for: --limit {limit} pages were enough\n")
    write(f"The pages are in {one_line(str(to))}\n")
    return PROBLEMS if report.problems else DONE
