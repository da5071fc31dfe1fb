"""Short lists of phrases that rules of reading need, from `data/domain/phrases.csv`."""

from __future__ import annotations

from functools import cache

from lgkg.tables import table


@cache
def phrases(use: str) -> tuple[str, ...]:
    """The phrases for one rule, in the order of the table: `phrases("opens_list")`."""
    return tuple(row["th"] for row in table("phrases") if row["use"] == use)
