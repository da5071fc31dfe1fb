"""Times the loading of a graph's quads into the embedded store beside pyoxigraph's own loader, and prints one table.

    python benchmarks/bulk_load.py GRAPH [--runs N]

The ways take turns, each in a process of its own and into a new store: seconds of the processor and by the clock are
medians of the runs, memory is the most that the process held. lgkg's store has every quad in its graph and, in the
default graph, the merge of all. pyoxigraph's `bulk_load` is timed twice: with all that, which is the same work, and
with the quads of the file alone. rdflib's memory store has a part of the quads, at a rate that hardly depends on it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import IO, cast

import pyoxigraph
import rdflib

from lgkg.store import NQUADS, Manifest
from lgkg.store.embedded import load

RDFLIB_QUADS = 50_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a way of loading took: quads of the file, seconds of the processor and by the clock, MB held, MB on disk."""

    quads: int
    processor: float
    seconds: float
    peak: float
    disk: float

    @property
    def rate(self) -> float:
        """Quads of the file a second of the processor."""
        return self.quads / self.processor


def measured(graph: Path, runs: int) -> dict[str, Loaded]:
    """Way of loading -> the medians of several runs."""
    with tempfile.TemporaryDirectory() as name:
        merged = _merged(graph / NQUADS, Path(name) / "merged.nq.gz")
        files = {way: merged if way == "pyoxigraph" else graph / NQUADS for way in _WAYS}
        taken = [{way: _apart(way, file) for way, file in files.items()} for _ in range(runs)]
    quads = Manifest.read(graph).quads
    return {way: _median([one[way] for one in taken], RDFLIB_QUADS if way == "rdflib" else quads) for way in _WAYS}


def _median(runs: list[dict[str, float]], quads: int) -> Loaded:
    return Loaded(quads, **{name: median(run[name] for run in runs) for name in runs[0]})


def _merged(quads: Path, file: Path) -> Path:
    """The quads and, without a graph, each triple of them once."""
    with gzip.open(quads, "rb") as lines, gzip.open(file, "wb", compresslevel=1) as out:
        triples = set()
        for line in lines:
            out.write(line)
            triples.add(line.rsplit(b" ", 2)[0])
        out.writelines(triple + b" .\n" for triple in sorted(triples))
    return file


def _apart(way: str, quads: Path) -> dict[str, float]:
    """Loads in a process of its own."""
    command = [sys.executable, __file__, str(quads), "--way", way]
    told: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return told


def _here(way: str, quads: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        store, started = Path(name) / "store", time.perf_counter()
        before = time.process_time()
        _WAYS[way](quads, store)
        spent, seconds = time.process_time() - before, time.perf_counter() - started
        disk = sum(file.stat().st_size for file in store.glob("*")) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"processor": spent, "seconds": seconds, "peak": peak, "disk": disk}


def _ours(quads: Path, store: Path) -> None:
    load(quads, store)


def _pyoxigraph(quads: Path, store: Path) -> None:
    made = pyoxigraph.Store(str(store))
    with gzip.open(quads, "rb") as lines:
        made.bulk_load(cast("IO[bytes]", lines), pyoxigraph.RdfFormat.N_QUADS, lenient=True)
    made.flush()


def _rdflib(quads: Path, _: Path) -> None:
    with gzip.open(quads, "rb") as lines:
        rdflib.Dataset().parse(data=b"".join(islice(lines, RDFLIB_QUADS)), format="nquads")


_WAYS: dict[str, Callable[[Path, Path], None]] = {
    "lgkg": _ours,
    "pyoxigraph": _pyoxigraph,
    "pyoxigraph, without the merge": _pyoxigraph,
    "rdflib": _rdflib,
}


def main() -> None:
    """Prints the table; with `--way` it is the process of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, metavar="GRAPH")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--way", choices=_WAYS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.way:
        print(json.dumps(_here(arguments.way, arguments.graph)))
        return
    print("| way | quads/CPU s | quads/s | CPU s | memory, MB | disk, MB |\n|---|---:|---:|---:|---:|---:|")
    for way, it in measured(arguments.graph, arguments.runs).items():
        print(f"| {way} | {it.rate:,.0f} | {it.quads / it.seconds:,.0f} ", end="")
        print(f"| {it.processor:,.1f} | {it.peak:,.0f} | {it.disk:,.0f} |")


if __name__ == "__main__":
    main()
