"""Parts a network by time, so that its measures can be followed from year to year.

for period, part in by_period(network, "year").items():
    print(period, measures(part)[person].pagerank)
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from enum import StrEnum

from lgkg.network.model import Event, Network, join


class Period(StrEnum):
    """How long a period is."""

    YEAR = "year"
    QUARTER = "quarter"


def by_period(network: Network, per: Period | str) -> dict[str, Network]:
    """The networks of each period in which something happened, in order of time: `2024`, or `2024-Q1`.

    Each has the nodes that took part in an event of the period. Events of unknown day, and what holds at any time, as
    that a post is one of a body, are in none.

    Args:
        network: what to part.
        per: `year` or `quarter`, of the calendar.
    """
    happened: dict[str, list[Event]] = defaultdict(list)
    for event in network.events:
        if event.day:
            happened[_period(event.day, Period(per))].append(event)
    return {period: _part(network, happened[period]) for period in sorted(happened)}


def _period(day: date, per: Period) -> str:
    return f"{day.year:04}" if per is Period.YEAR else f"{day.year:04}-Q{(day.month + 2) // 3}"


def _part(network: Network, events: list[Event]) -> Network:
    present = {one.person for event in events for one in event.appearances}
    return join([node for node in network.nodes if node.iri in present], events, directed=network.directed)
