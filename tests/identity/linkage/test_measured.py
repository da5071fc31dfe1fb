"""The merging of people on the pairs for tuning: what it reaches, and that the report says so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(("pairs", "size"), [("dev", 200), ("more", 240), ("test", 200)])
def test_merges_of_the_pairs_for_tuning_are_right_and_nearly_all_are_made(pairs: str, size: int) -> None:
    command = [sys.executable, "benchmarks/linkage.py", f"data/identity/pairs-{pairs}.csv"]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    ran = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, encoding="utf-8")
    told = {name: float(figure) for name, figure in re.findall(r"(\w+) +([\d.]+)", ran.stdout)}
    assert told["pairs"] == size
    assert told["precision"] == 1
    assert told["recall"] >= 0.98
