"""Measures everything at once: one table, and the same as JSON; `make bench INPUT=FOLDER` runs it.

    python benchmarks/table.py [INPUT...] [--first N] [--runs N] [--out FOLDER]

What is measured is what the benchmarks beside this one measure, each on its own: builds (`growth.py`), reading by stage
(`stages.py`), the store (`bulk_load.py`), questions (`asking.py`), the picture (`picture.py`), the start of the command
(`starting.py`). Figures are medians of several runs, but those of the builds of 4 and 16 times the articles, which are
built once. Seconds are of the processor, since other work on the machine does not count then; `clock` says otherwise.
A ratio is how many times as fast as its peer lgkg was in the same runs. A question is told at 1, 4 and 16 times the
articles with the exponents of its time and of its answer: 1 is in step with the articles.

Written are DATE.md and DATE.json into the folder. Without INPUT the sample articles are measured.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TypeAlias

import altered
import asking
import bulk_load
import growth
import picture
import stages
import starting

import lgkg
from lgkg import resources
from lgkg.article import Article
from lgkg.graph import open_graph
from lgkg.network import describe, project
from lgkg.reading import COMPILED
from lgkg.sources import Intake

RESULTS = Path(__file__).with_name("results")
FIRST, STAGED, DRAWN = 1_000, 200, 300
"""Articles that are built and copied; articles that are read by stage; people who are drawn, of whom pyvis is fast."""
COPIES = (1, 4, 16)
PEERS = ("pyoxigraph", "rdflib", "pyvis", "pythainlp", "ahocorasick_rs")

Row: TypeAlias = dict[str, str | float]


def rows(inputs: Sequence[Path], first: int, runs: int) -> Iterator[Row]:
    """The rows of the table, measured one after another."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = altered.first_of(inputs, first)
        figures = list(growth.grown(articles, COPIES, folder, 2))
        yield from _building(folder, figures, runs)
        yield from _reading([one.article for one in articles[:STAGED]], runs)
        yield from _storing(folder / f"x{COPIES[1]}", runs)
        yield from _asking([folder / f"x{copies}" for copies in COPIES], runs)
        yield from _drawing(folder / "x1", runs)
    yield from _starting(runs)


def _building(folder: Path, grown: Sequence[growth.Figures], runs: int) -> Iterator[Row]:
    file = folder / "x1.jsonl.gz"
    megabytes = sum(len(article.text.encode()) for article in Intake([file], print)) / 1e6
    taken = [[growth.measured([file], folder / f"again{jobs}", jobs) for jobs in (1, 2)] for _ in range(runs)]
    alone, both = zip(*taken, strict=True)
    processor, clock = median(it.processor for it in alone), median(it.seconds for it in alone)
    together = median(it.seconds for it in both)
    articles = alone[0].articles
    yield _row("articles a core, the whole build", articles / processor, "articles/s")
    yield _row("texts a core, the whole build", megabytes / processor, "MB/s")
    yield _row("articles with --jobs 2", articles / together, "articles/s, clock", "--jobs 1", clock / together)
    yield _row("peak memory of all processes", median(it.peak for it in alone), "MB")
    yield _row("peak memory of all processes, --jobs 2", median(it.peak for it in both), "MB")
    for what, unit, values in (
        ("processor of a build", "s", [it.processor for it in grown]),
        ("peak memory of a build", "MB", [it.peak for it in grown]),
        ("store on disk", "MB", [it.store for it in grown]),
        ("archive on disk", "MB", [it.archive for it in grown]),
    ):
        exponent = growth.exponent(values[0], values[-1], grown[0], grown[-1])
        yield _growing(what, unit, values) | {"grows": round(exponent, 2)}


def _reading(articles: Sequence[Article], runs: int) -> Iterator[Row]:
    found = stages.measured(articles, runs)
    seconds, whole = found.seconds, found.whole
    for peer, name in (("bare Aho–Corasick scan", "bare scan"), ("pythainlp newmm", "newmm")):
        yield _row("an article to its quads", found.articles / whole, "articles/s", peer, seconds[name] / whole)
    writing = seconds["quads"]
    yield _row("facts to N-Quads", found.quads / writing, "quads/s", "rdflib", seconds["rdflib"] / writing)


def _storing(graph: Path, runs: int) -> Iterator[Row]:
    found = bulk_load.measured(graph, runs)
    ours, theirs = found["lgkg"], found["pyoxigraph"]
    yield _row("quads into the store", ours.rate, "quads/s", "pyoxigraph, the same", ours.rate / theirs.rate)
    yield _row(
        "quads into the store",
        ours.quads / ours.seconds,
        "quads/s, clock",
        "pyoxigraph, the same",
        theirs.seconds / ours.seconds,
    )
    for peer in ("pyoxigraph, without the merge", "rdflib"):
        yield _row("quads into the store", ours.rate, "quads/s", peer, ours.rate / found[peer].rate)
    yield _row("memory of loading", ours.peak, "MB", "pyoxigraph, the same", theirs.peak / ours.peak)


def _asking(graphs: Sequence[Path], runs: int) -> Iterator[Row]:
    for it in asking.measured(graphs, runs):
        told = _growing(f"question: {it.question}", "ms", [1_000 * seconds for seconds in it.seconds])
        yield told | {"grows": round(it.of_time, 2), "its answer grows": round(it.of_rows, 2)}


def _drawing(graph: Path, runs: int) -> Iterator[Row]:
    with open_graph(graph) as opened:
        network = describe(opened, project(opened)).top(DRAWN)
    taken = [[_spent(partial(draw, network)) for draw in picture.DRAWN_BY.values()] for _ in range(runs)]
    ours, theirs = (median(times) for times in zip(*taken, strict=True))
    yield _row(
        f"picture of {len(network.nodes)} people",
        1_000 * ours,
        "ms",
        "pyvis, which lays out in the browser",
        theirs / ours,
    )


def _starting(runs: int) -> Iterator[Row]:
    ours, theirs = (1_000 * seconds for seconds in starting.measured(runs).values())
    yield _row("start of the command", ours, "ms", "a bare Python", theirs / ours)


def _spent(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def _row(measure: str, value: float, unit: str, peer: str = "", ratio: float | None = None) -> Row:
    told: Row = {"measure": measure, "value": _rounded(value), "unit": unit}
    return told if ratio is None else told | {"peer": peer, "ratio": _rounded(ratio)}


def _growing(measure: str, unit: str, values: Sequence[float]) -> Row:
    """A figure at each size; its value is that of the largest."""
    at = {f"at {copies}×": _rounded(value) for copies, value in zip(COPIES, values, strict=True)}
    return {**_row(measure, values[-1], unit), **at}


def _rounded(value: float) -> float:
    """To three digits, which is more than two runs agree in."""
    return float(f"{value:.3g}")


def about(inputs: Sequence[Path], first: int, runs: int) -> dict[str, str | int]:
    """What was measured, on what."""
    articles = sum(1 for _ in Intake(inputs, print))
    names = (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return {
        "articles": f"the first {min(first, articles):,} of {articles:,}",
        "runs": runs,
        "processors": f"{os.cpu_count()} of {next(names, platform.machine())}",
        "memory": f"{memory:.0f} GB",
        "processes that wanted a processor before": f"{os.getloadavg()[0]:.0f}",
        "system": platform.system(),
        "Python": platform.python_version(),
        "lgkg": lgkg.__version__ + (", compiled" if COMPILED else ""),
        **{peer: version(peer) for peer in PEERS},
    }


def _lines(file: str) -> list[str]:
    return Path(file).read_text().splitlines() if Path(file).exists() else []


def markdown(told: dict[str, str | int], found: Sequence[Row]) -> str:
    """The table, and above it what was measured on what."""
    columns = list(dict.fromkeys(column for row in found for column in row))
    lines = [columns, ["---"] * len(columns), *([_cell(row.get(column, "")) for column in columns] for row in found)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{'; '.join(f'{name}: {value}' for name, value in told.items())}\n\n{table}\n"


def _cell(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:,.10g}"


def main() -> None:
    """Measures, prints the table and writes it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", type=Path, metavar="INPUT")
    parser.add_argument("--first", type=int, default=FIRST)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="FOLDER")
    arguments = parser.parse_args()
    inputs = arguments.inputs or [resources.data("samples", "articles")]
    told, found = about(inputs, arguments.first, arguments.runs), list[Row]()
    arguments.out.mkdir(exist_ok=True)
    file = arguments.out / f"{date.today()}.json"
    for row in rows(inputs, arguments.first, arguments.runs):
        found.append(row)
        print(*row.values(), sep="\t", flush=True)
        write(file, told, found)


def write(file: Path, told: dict[str, str | int], found: Sequence[Row]) -> None:
    """Writes what was measured so far, which is all of it at the end: the JSON, and the table beside it."""
    file.write_text(json.dumps({**told, "rows": found}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    file.with_suffix(".md").write_text(markdown(told, found), "utf-8")


if __name__ == "__main__":
    main()
