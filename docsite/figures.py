"""Pages of figures that were measured: how well articles are read, how fast lgkg is. No figure there is typed by hand.

Quality: `benchmarks/results/quality/*.json`, which `make quality` writes, and the floors of continuous integration.
Speed: the newest `benchmarks/results/DATE.json`, which `make bench` writes.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
FLOORS = ROOT / ".ci" / "floors.json"
SAMPLES = {
    "samples": "The twenty sample articles of the demo, `data/samples`",
    "hard": "The twenty that were written to be hard, `data/samples/hard`",
}


def quality(results: Path = RESULTS / "quality", floors: Path = FLOORS) -> str:
    """The page of how well lgkg reads.

    Args:
        results: the folder of files that `make quality` writes.
        floors: kind of fact -> figure -> the least it may be.
    """
    least = [
        {"kind": kind, "figure": figure, "at least": value}
        for kind, figures in _read(floors).items()
        for figure, value in figures.items()
    ]
    parts = [_QUALITY]
    for name, about in SAMPLES.items():
        parts += [f"## {about}", _table(_read(results / f"{name}.json"))]
    return "\n\n".join([*parts, _FLOORS, _table(least), ""])


def speed(results: Path = RESULTS) -> str:
    """The page of how fast lgkg is, from the newest file; it says how to measure where there is none.

    Args:
        results: the folder of `DATE.json`: an object with `rows`, a list of flat objects, and whatever else it tells of
            the machine, the versions and the input.
    """
    found = sorted(results.glob("[0-9]*.json"))
    if not found:
        return f"{_SPEED}\n\nNothing has been measured yet.\n"
    told = _read(found[-1])
    if isinstance(told, list):
        told = {"rows": told}
    about = [{"what": key, "": _flat(it)} for key, it in told.items() if key != "rows"]
    measured = f"Measured: {_cell(found[-1].stem)}."
    grown = [row for row in told["rows"] if "grows" in row]
    parts = [_SPEED, measured, *([_table(about)] if about else [])]
    parts.append(_table([row for row in told["rows"] if row not in grown]))
    if grown:
        parts += ["## Growth", _table([{key: it for key, it in row.items() if key != "value"} for row in grown])]
    return "\n\n".join([*parts, ""])


_QUALITY = """# Figures of reading

What `lgkg evaluate` says of the articles that come with lgkg, and what continuous integration holds it to. The samples
were written with the rules in view, so that their figures show what works and what is known not to;
[how well lgkg reads](../quality.md) tells of real articles, those that nobody looked at among them."""
_FLOORS = """## Floors

A change that falls below one of these on the 35 annotated press releases is not taken (`.ci/floors.json`)."""
_SPEED = """# Benchmarks

How fast lgkg is, and what it takes, as `make bench` measures it; [the scale it reaches](../scale.md).

Seconds are of the processor, since other work on the machine does not count then; where a unit says `clock`, it does.
A ratio is how many times as fast as the peer lgkg was (of memory: how many times as much the peer took). Figures
*at 4×* and *at 16×* are of so many copies of the articles with people, places and days changed; *grows* is the exponent
of the growth from 1× to 16×: 1 is in step."""


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _table(rows: Iterable[Mapping[str, object]]) -> str:
    """A table of flat objects; a column for every key, in the order in which they come."""
    listed = list(rows)
    columns = list(dict.fromkeys(key for row in listed for key in row))
    lines = [columns, ["---"] * len(columns), *([_cell(row.get(key)) for key in columns] for row in listed)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    text = f"{value:,.{4 if abs(value) < 1e4 else 15}g}" if isinstance(value, float) else _flat(value)
    return html.escape(text).replace("|", "&#124;")


def _flat(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_flat(it)}" for key, it in value.items())
    if isinstance(value, list):
        return ", ".join(map(_flat, value))
    return f"{value:,}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
