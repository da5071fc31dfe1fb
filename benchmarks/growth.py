"""Builds ever more articles and prints how time, memory and disk grow.

    python benchmarks/growth.py INPUT... [--copies 1 4 16] [--first N] [--jobs N] [--keep FOLDER]

Each build is of so many copies of the articles with people, places and days changed (see `altered.py`), and runs in a
process of its own. Seconds are of the processor, in all processes; memory is the most that all processes held
together, as the kernel counts it. An exponent is that of the growth from the build before: 1 is in step with the
articles.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from math import log
from pathlib import Path

import altered
from processes import Watch

from lgkg.building import build


@dataclass(frozen=True, slots=True)
class Figures:
    """What a build came to: numbers, seconds by the clock and of the processor, MB of memory and of disk."""

    articles: int
    people: int
    quads: int
    seconds: float
    processor: float
    peak: float
    store: float
    archive: float


def grown(articles: Sequence[altered.Named], copies: Sequence[int], folder: Path, jobs: int) -> Iterator[Figures]:
    """Builds so many copies of the articles, each time as a graph in the folder: `x1`, `x4` …"""
    for number in copies:
        file = altered.write(folder / f"x{number}.jsonl.gz", articles, number)
        yield measured([file], folder / f"x{number}", jobs)


def measured(inputs: Sequence[Path], graph: Path, jobs: int) -> Figures:
    """Builds a graph in a process of its own."""
    command = [sys.executable, __file__, "--measure", str(graph), "--jobs", str(jobs), *map(str, inputs)]
    return Figures(**json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))


def _measure(inputs: Sequence[Path], graph: Path, jobs: int) -> Figures:
    started = time.monotonic()
    with Watch() as watch:
        report = build(inputs, graph, jobs=jobs)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return Figures(
        articles=report.articles,
        people=report.people,
        quads=json.loads((graph / "build.json").read_text())["quads"],
        seconds=time.monotonic() - started,
        processor=sum(one.ru_utime + one.ru_stime for one in used),
        peak=watch.peak,
        store=sum(file.stat().st_size for file in (graph / "store").iterdir()) / 1e6,
        archive=(graph / "articles.db").stat().st_size / 1e6,
    )


def rows(figures: Sequence[Figures]) -> Iterator[tuple[str, ...]]:
    """The table: one row a build, with exponents of processor time and memory."""
    yield (
        "articles",
        "people",
        "quads",
        "s",
        "CPU s",
        "articles/CPU s",
        "grows",
        "peak MB",
        "grows",
        "store MB",
        "db MB",
    )
    yield ("---:",) * 11
    for before, now in zip([None, *figures], figures, strict=False):
        yield (
            f"{now.articles:,}",
            f"{now.people:,}",
            f"{now.quads:,}",
            f"{now.seconds:,.0f}",
            f"{now.processor:,.0f}",
            f"{now.articles / now.processor:,.1f}",
            _exponent(before and before.processor, now.processor, before, now),
            f"{now.peak:,.0f}",
            _exponent(before and before.peak, now.peak, before, now),
            f"{now.store:,.0f}",
            f"{now.archive:,.0f}",
        )


def exponent(small: float, large: float, before: Figures, now: Figures) -> float:
    """How a figure grows from one build to another by their articles: 1 is in step with them."""
    return log(large / small) / log(now.articles / before.articles)


def _exponent(small: float | None, large: float, before: Figures | None, now: Figures) -> str:
    return f"{exponent(small, large, before, now):.2f}" if before and small else ""


def main() -> None:
    """Builds and prints the table; with `--measure` it is the process of one build."""
    arguments = _arguments()
    if arguments.measure:
        print(json.dumps(asdict(_measure(arguments.inputs, arguments.measure, arguments.jobs))))
        return
    with tempfile.TemporaryDirectory() as name:
        articles = altered.first_of(arguments.inputs, arguments.first)
        figures = list(grown(articles, arguments.copies, arguments.keep or Path(name), arguments.jobs))
    for row in rows(figures):
        print(f"| {' | '.join(row)} |")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", type=Path, metavar="INPUT")
    parser.add_argument("--copies", nargs="+", type=int, default=[1, 4, 16])
    parser.add_argument("--first", type=int)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--measure", type=Path, metavar="GRAPH", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
