"""The table of all benchmarks: one row a figure, and nothing of the machine but what its figures depend on."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
RESULTS = sorted((BENCHMARKS / "results").glob("*.json"))


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("table")


def test_rows_of_all_kinds_stand_in_one_table(table: Any) -> None:
    found = [{"measure": "a", "value": 1200.0, "unit": "s"}, {"measure": "b", "value": 0.5, "unit": "s", "ratio": 2.0}]
    lines = table.markdown({"runs": 3}, found).splitlines()
    assert lines == [
        "runs: 3",
        "",
        "| measure | value | unit | ratio |",
        "| --- | --- | --- | --- |",
        "| a | 1,200 | s |  |",
        "| b | 0.5 | s | 2 |",
    ]


@pytest.mark.parametrize("file", RESULTS, ids=lambda file: file.stem)
def test_a_kept_result_has_flat_rows_and_names_no_path(file: Path) -> None:
    told = json.loads(file.read_text("utf-8"))
    assert told["rows"]
    for row in told["rows"]:
        assert {"measure", "value", "unit"} <= row.keys()
        assert all(isinstance(value, str | int | float) for value in row.values())
    assert not [value for value in told.values() if isinstance(value, str) and value.startswith("/")]


def test_a_kept_table_tells_what_its_json_does(table: Any) -> None:
    for file in RESULTS:
        told = json.loads(file.read_text("utf-8"))
        found = told.pop("rows")
        assert file.with_suffix(".md").read_text("utf-8") == table.markdown(told, found)
