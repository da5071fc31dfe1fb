"""Scores a graph against annotated articles and fails where a figure is below its floor.

    python .ci/score.py SCORER ANNOTATIONS GRAPH TEXTS

SCORER is the script that compares them. The floors are in `floors.json`: kind of fact -> figure -> the least it may be.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"
NONE_ALLOWED = ("facts_without_passage", "wrong_offsets")


def main(scorer: str, annotations: str, graph: str, texts: str) -> int:
    """Prints the scores and what is below its floor; returns 1 if anything is."""
    scores = _scores(scorer, annotations, graph, texts)
    falls = [
        f"{kind} {figure} {scores.get(kind, {}).get(figure, 0):.3f} is below its floor {least:.3f}"
        for kind, figures in json.loads(FLOORS.read_text()).items()
        for figure, least in figures.items()
        if scores.get(kind, {}).get(figure, 0) < least
    ]
    falls += [f"{figure} is {scores['evidence'][figure]}" for figure in NONE_ALLOWED if scores["evidence"][figure]]
    for fall in falls:
        print(f"score: {fall}", file=sys.stderr)
    return 1 if falls else 0


def _scores(scorer: str, annotations: str, graph: str, texts: str) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "scores.json"
        command = [sys.executable, scorer, annotations, graph, "--texts", texts, "--json", str(out)]
        subprocess.run(command, check=True)
        scores: dict[str, dict[str, float]] = json.loads(out.read_text(encoding="utf-8"))
    return scores


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
