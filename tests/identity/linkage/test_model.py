"""The table of the model: its probabilities, and SQL that both backends have."""

from __future__ import annotations

import re
from math import log2

import pytest
import sqlglot

from lgkg.identity.linkage import SAFE
from lgkg.identity.linkage.kinds import staying
from lgkg.identity.linkage.model import PRIOR, comparisons, settings
from lgkg.tables import table, values

SPARK = {"levenshtein", "least", "greatest", "length", "coalesce", "instr", "arrays_overlap"}
"""Functions that Spark has and that mean there what they mean in DuckDB; `arrays_overlap` stands for `shares`."""


@pytest.mark.parametrize("name", comparisons())
def test_the_levels_of_a_comparison_are_probabilities_that_exclude_each_other(name: str) -> None:
    levels = comparisons()[name]
    for chances in ([level.m or 0 for level in levels], [level.u or 0 for level in levels]):
        assert all(0 <= chance < 1 for chance in chances)
        assert sum(chances) <= 1
    assert [level.condition == "ELSE" for level in levels] == [False] * (len(levels) - 1) + [True]


def test_a_name_alone_never_merges() -> None:
    best = {name: max(level.weight for level in levels) for name, levels in comparisons().items()}
    best["post"] = comparisons()["post"][-1].weight
    assert log2(PRIOR / (1 - PRIOR)) + sum(best.values()) < log2(SAFE / (1 - SAFE))


@pytest.mark.parametrize("name", comparisons())
def test_conditions_are_sql_that_spark_has(name: str) -> None:
    told = settings("spark").create_settings_dict("spark")["comparisons"]
    levels = next(one for one in told if one["output_column_name"] == name)["comparison_levels"]
    for condition in (level["sql_condition"] for level in levels if level["sql_condition"] != "ELSE"):
        assert sqlglot.parse_one(condition, dialect="spark")
        assert set(re.findall(r"(\w+) ?\(", condition)) - {"and", "or", "not"} <= SPARK


def test_a_body_stands_in_one_service() -> None:
    bodies = [body for row in table("services", "identity") for body in values(row["bodies"])]
    assert bodies and len(set(bodies)) == len(bodies)


def test_a_kind_of_post_stands_in_one_service_and_its_holders_belong_to_no_area() -> None:
    kinds = [kind for row in table("services", "identity") for kind in values(row["kinds"])]
    assert len(set(kinds)) == len(kinds)
    assert staying().isdisjoint(kinds)
