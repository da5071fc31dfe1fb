"""The merging of people on the pairs for tuning: what it reaches, and that the report says so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("pairs", "size", "recall"),
    [("dev", 200, 1), ("more", 240, 0.99), ("test", 200, 1), ("fresh", 599, 0.956), ("tune", 200, 0.99)],
)
def test_merges_of_the_pairs_for_tuning_are_right_and_nearly_all_are_made(pairs: str, size: int, recall: float) -> None:
    told = _measured(pairs)
    assert told["pairs"] == size
    assert told["precision"] == 1
    assert told["recall"] >= recall


@pytest.mark.parametrize("soundex", ["lk82", "udom83", "metasound", "prayut_and_somchaip"])
def test_a_soundex_of_pythainlp_merges_people_who_are_two(soundex: str) -> None:
    assert _measured("fresh", "--soundex", soundex)["precision"] < 0.991


def _measured(pairs: str, *more: str) -> dict[str, float]:
    """The figures of the benchmark by their names."""
    command = [sys.executable, "benchmarks/linkage.py", f"data/identity/pairs-{pairs}.csv", *more]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    ran = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, encoding="utf-8")
    return {name: float(figure) for name, figure in re.findall(r"(\w+) +([\d.]+)", ran.stdout)}
