"""`lgkg status`: what became of each article, and which ones were never tried."""

from __future__ import annotations

from collections import Counter

from lgkg.cli.options import Articles, Column, GraphFolder
from lgkg.cli.records import record
from lgkg.cli.terminal import say, write_json_line


def status(graph: GraphFolder, inputs: Articles, column: Column = None) -> None:
    """Tell of each article whether it is in a graph, failed, or was never tried.

    One line of JSON an article, as in the graph's status.jsonl. A build or update that ended early, by Ctrl-C or a full
    disk, leaves what it had read to the next one: that is told too. Nothing is changed.

    \b
    Example:
      lgkg status out/demo data/samples/articles more/
      lgkg status out/demo news.jsonl.gz | grep 'never tried'
    """
    from lgkg.building import statuses

    counts = Counter[str]()
    for one in statuses(graph, inputs, columns=dict(column or ())):
        counts[one.status] += 1
        write_json_line(record(one))
    say(", ".join(f"{number:,} {status}" for status, number in counts.most_common()) or "no article")
