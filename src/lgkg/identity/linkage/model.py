"""The model: how much each agreement and disagreement of two people weighs, as Splink's settings.

Fellegi and Sunter (1969): the log odds that two records are of one person are those of any two records, plus
log2(m/u) for the level that each comparison finds. The probabilities stand in `data/identity/linkage.csv` and are
never estimated from a user's people, so that a score depends on its two records alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import log2
from typing import TYPE_CHECKING

from lgkg.tables import table

if TYPE_CHECKING:
    from splink import SettingsCreator

PRIOR = 0.00012
"""How probable it is that two people who share a block are one, before anything is compared."""
BLOCKING = "l.blocks = r.blocks and l.telling = r.telling and (l.among or r.among)"
"""Who is compared: `blocks` is taken apart first, one row a block. Names told apart by a number never are."""

_SHARES = re.compile(r"shares\((\w+)\)")
_IN_COMMON = {"duckdb": r"list_has_any(\1_l, \1_r)", "spark": r"arrays_overlap(\1_l, \1_r)"}


@dataclass(frozen=True, slots=True)
class Level:
    """What a comparison may find.

    Attributes:
        condition: SQL, or ELSE.
        m, u: how probable it is for records of one person, and of two; None where nothing is known to compare.
        reason: what is told of it; may be empty.
    """

    condition: str
    m: float | None
    u: float | None
    reason: str

    @property
    def weight(self) -> float:
        """What it adds to the log odds, in bits."""
        return log2(self.m / self.u) if self.m and self.u else 0.0


@cache
def comparisons() -> dict[str, tuple[Level, ...]]:
    """The levels of each comparison, in the order in which they are tried."""
    rows = table("linkage", "identity")
    return {
        name: tuple(
            Level(row["condition"] or "ELSE", _probability(row["m"]), _probability(row["u"]), row["reason"])
            for row in levels
        )
        for name, levels in groupby(rows, key=lambda row: row["comparison"])
    }


def settings(dialect: str) -> SettingsCreator:
    """The model as Splink takes it, for a backend whose SQL is `dialect`: duckdb or spark."""
    from splink import SettingsCreator

    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        probability_two_random_records_match=PRIOR,
        blocking_rules_to_generate_predictions=[{"blocking_rule": BLOCKING, "arrays_to_explode": ["blocks"]}],
        comparisons=[
            {"output_column_name": name, "comparison_levels": [_level(level, dialect) for level in levels]}
            for name, levels in comparisons().items()
        ],
        retain_matching_columns=True,  # with them come the levels that were found
    )


def _probability(cell: str) -> float | None:
    return float(cell) if cell else None


def _level(level: Level, dialect: str) -> dict[str, str | float | bool | None]:
    condition = _SHARES.sub(_IN_COMMON[dialect], level.condition)
    told = {"sql_condition": condition, "label_for_charts": level.reason or level.condition}
    if level.m is None:
        return {**told, "is_null_level": True}
    return {**told, "m_probability": level.m, "u_probability": level.u}
