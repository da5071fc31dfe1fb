"""Fits the weights of the merging of people to all sets of pairs but one, measures that one, and prints one table.

    python benchmarks/linkage_left_out.py data/identity/pairs-{dev,test,more,fresh,tune}.csv

The weights in `data/identity/linkage.csv` are set by judgement with all of these sets in view. Here the comparisons and
their levels stay and all weights are forgotten and fitted anew by logistic regression, held near 0 by a ridge, so what
it finds on the set left out tells how far the comparisons carry, whoever sets the weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import chain
from math import log
from pathlib import Path

import numpy as np
from linkage import Pair, levels, pairs
from numpy.typing import NDArray

from lgkg.identity.linkage import SAFE
from lgkg.identity.linkage.model import PRIOR, comparisons

RIDGE = 0.01
STEPS = 2000
Rows = NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="+")
    sets = {path.name: _rows(list(pairs(path))) for path in parser.parse_args().pairs}
    for left_out, (found, same) in sets.items():
        others = [rows for name, rows in sets.items() if name != left_out]
        weights = _fitted(*(np.concatenate(column) for column in zip(*others, strict=True)))
        merged = _log_odds(found, weights) >= log(SAFE / (1 - SAFE))
        right, wrong = int((merged * same).sum()), int((merged * (1 - same)).sum())
        precision, recall = right / max(1, right + wrong), right / same.sum()
        print(f"{left_out:16} precision {precision:.3f} ({wrong} wrong of {right + wrong} merged), recall {recall:.3f}")


def _rows(found: Sequence[Pair]) -> tuple[Rows, Rows]:
    """A row a pair with 1 for each level that was found, and for each row 1 if it is one person. Levels that tell
    people apart by a number in the name find nothing, which merges nobody."""
    at = {level: number for number, level in enumerate(dict.fromkeys(chain.from_iterable(comparisons().values())))}
    rows = np.zeros((len(found), len(at)))
    for row, scored in zip(rows, levels(found), strict=True):
        for level in scored.levels if scored else ():
            row[at[level]] = 1
    return rows, np.array([float(pair.same) for pair in found])


def _fitted(rows: Rows, same: Rows) -> Rows:
    """Weights in nats, by Newton's method with a bend that is never too small, so that each step goes uphill."""
    weights = np.zeros(rows.shape[1])
    step = np.linalg.inv(rows.T @ rows / 4 + 2 * RIDGE * np.eye(len(weights)))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-_log_odds(rows, weights)))
        weights = weights + step @ (rows.T @ (same - chance) - 2 * RIDGE * weights)
    return weights


def _log_odds(rows: Rows, weights: Rows) -> Rows:
    return rows @ weights + log(PRIOR / (1 - PRIOR))


if __name__ == "__main__":
    main()
