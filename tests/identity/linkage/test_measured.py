"""The merging of people on the pairs that it was tuned on: what it reaches, and that the report says so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_merges_of_the_pairs_for_tuning_are_right_and_nearly_all_are_made() -> None:
    command = [sys.executable, "benchmarks/linkage.py", "data/identity/pairs-dev.csv"]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    ran = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, encoding="utf-8")
    told = {name: float(figure) for name, figure in re.findall(r"(\w+) +([\d.]+)", ran.stdout)}
    assert told["pairs"] == 200
    assert told["precision"] >= 0.99
    assert told["recall"] >= 0.95
