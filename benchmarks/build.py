"""Times a build and prints one table: articles a second in all and by stage, processor time, memory, sizes.

    python benchmarks/build.py [INPUT...] [--jobs N] [--copies N] [--runs N]

The build is timed once, by the clock; then what an article costs on one core, by stage, from the first articles of
the input: medians of several runs, of the processor's time, as articles and megabytes of UTF-8 a second and as share
of the whole.

Without INPUT it builds the sample articles over and over, each copy under an id of its own, which is enough to compare
two versions on one machine; only real articles tell how fast a real build is.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import stages

import lgkg
from lgkg import resources
from lgkg.building import BuildReport, Progress, Stage, build
from lgkg.sources import Intake

MOST_ARTICLES = 500
"""Articles whose stages are timed."""


@dataclass
class Clock:
    """Notes when each stage of a build began."""

    began: dict[Stage, float] = field(default_factory=dict)

    def note(self, progress: Progress) -> None:
        """To be called with the build's progress."""
        self.began.setdefault(progress.stage, time.perf_counter())

    def seconds(self) -> dict[Stage, float]:
        """How long each stage took, the last one until now."""
        ends = [*list(self.began.values())[1:], time.perf_counter()]
        return {stage: end - start for (stage, start), end in zip(self.began.items(), ends, strict=True)}


def main() -> None:
    """Builds once and prints what it took."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        inputs = arguments.inputs or [sample_copies(Path(folder) / "samples.jsonl", arguments.copies)]
        clock = Clock()
        report = build(inputs, Path(folder) / "graph", jobs=arguments.jobs, progress=clock.note)
        for name, figure in _rows(report, clock.seconds(), arguments.jobs):
            print(f"| {name:<44} | {figure:>28} |")
        articles = list(islice(Intake(inputs, print), MOST_ARTICLES))
        for name, figure in stages.rows(stages.measured(articles, arguments.runs)):
            print(f"| {name:<44} | {figure:>28} |")


def _rows(report: BuildReport, stages: dict[Stage, float], jobs: int) -> Iterator[tuple[str, str]]:
    yield "what", "figure"
    yield "---", "---"
    yield "lgkg, Python, processes", f"{lgkg.__version__}, {platform.python_version()}, {jobs}"
    yield "articles", f"{report.articles:,}"
    yield "articles a second", f"{report.articles / report.seconds:,.1f}"
    for stage, seconds in stages.items():
        yield f"{stage}: seconds, articles a second", f"{seconds:,.1f}, {report.articles / seconds:,.0f}"
    yield "processor seconds", f"{_processor_seconds():,.1f}"
    yield "peak memory of a process, MB", f"{_peak_megabytes():,.0f}"
    yield "graph.nq.gz, MB", f"{(report.graph / 'graph.nq.gz').stat().st_size / 1e6:,.1f}"
    yield "store, MB", f"{sum(file.stat().st_size for file in (report.graph / 'store').iterdir()) / 1e6:,.1f}"


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _peak_megabytes() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return max(usage.ru_maxrss for usage in used) / 1024


def sample_copies(file: Path, copies: int) -> Path:
    """Writes the sample articles over and over, each copy under an id of its own; returns the file."""
    articles = list(Intake([resources.data("samples", "articles")], print))
    with file.open("w", encoding="utf-8") as lines:
        for copy in range(copies):
            for article in articles:
                record = {"id": f"{article.id}-{copy}", "text": article.text}
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return file


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", type=Path, metavar="INPUT")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--copies", type=int, default=25)
    parser.add_argument("--runs", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    main()
