"""Loads a graph into real stores over HTTP, beside each store's own loader; prints one table.

    python benchmarks/load.py GRAPH [--jobs N] [--rounds N]

The stores are started here, on loopback, in folders that are removed in the end: Oxigraph's server and Virtuoso, where
they are installed. The two ways take turns, each into an empty store, and the fastest of each counts. Told are seconds
of a clock, which are worth something where nothing else runs, and of the processor: the store's until all is sent, and
ours. The share of the own loader's rate is told by both.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import urllib3

from lgkg.loading import Progress, load
from lgkg.store import NQUADS, Manifest

_INI = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = .
NumberOfBuffers = 40000
MaxDirtyBuffers = 30000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 10
MaxKeepAlives = 10
KeepAliveTimeout = 10
[SPARQL]
ResultSetMaxRows = 1000000
"""


Started: TypeAlias = tuple[str, int, int]
"""A server's address, its SQL port if it has one, and its process."""
Server: TypeAlias = Callable[[Path], AbstractContextManager[Started]]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds that a way of loading took, of a clock, the store's processor and ours; and whether it was proven."""

    seconds: float
    store: float
    ours: float = 0.0
    proven: bool | None = None

    @property
    def processor(self) -> float:
        """Seconds of the processor in all."""
        return self.store + self.ours


Way: TypeAlias = Callable[[Path, Path], Taken]
"""Loads a graph's folder into a store in another folder."""


def main() -> None:
    """Loads in all ways, and prints what each took."""
    arguments = _arguments()
    os.environ.update(LGKG_LOAD_USER="dba", LGKG_LOAD_PASSWORD="dba")
    print(f"| {'store':<10} | {'way':<26} | {'s':>6} | {'quads/s':>8} ", end="")
    print(f"| {'CPU s: store':>12} | {'ours':>5} | {'rate by clock':>13} | {'by CPU':>6} |")
    for store, (own, ours) in _ways(arguments.jobs).items():
        rounds = [
            (_in_folder(own, arguments.graph), _in_folder(ours, arguments.graph)) for _ in range(arguments.rounds)
        ]
        best = [min(way, key=lambda taken: taken.seconds) for way in zip(*rounds, strict=True)]
        for way, taken in zip(("its own loader", f"lgkg load, {arguments.jobs} jobs"), best, strict=True):
            _print(store, way, taken, best[0], _quads(arguments.graph))


def _ways(jobs: int) -> dict[str, tuple[Way, Way]]:
    found: dict[str, tuple[Way, Way]] = {}
    if _oxigraph():
        found["oxigraph"] = (_oxigraph_load, lambda graph, folder: _over_http(graph, folder, _oxigraph_server, jobs))
    if shutil.which("virtuoso-t"):
        found["virtuoso"] = (_virtuoso_load, lambda graph, folder: _over_http(graph, folder, _virtuoso_server, jobs))
    return found


def _oxigraph_load(graph: Path, folder: Path) -> Taken:
    command = [_oxigraph(), "load", "--location", str(folder / "data"), "--file", str(graph / NQUADS), "--lenient"]
    before, started = _children(), time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return Taken(time.monotonic() - started, _children() - before)


def _virtuoso_load(graph: Path, folder: Path) -> Taken:
    shutil.copy(graph / NQUADS, folder / NQUADS)
    before = _children()
    with _virtuoso_server(folder) as (_, sql, _):
        started = time.monotonic()
        _isql(sql, f"ld_dir('.', '{NQUADS}', 'urn:none'); rdf_loader_run(); checkpoint;")
        seconds = time.monotonic() - started
    return Taken(seconds, _children() - before)


def _over_http(graph: Path, folder: Path, server: Server, jobs: int) -> Taken:
    os.environ["LGKG_STATE"] = str(folder / "state")
    with server(folder) as (url, _, process):
        store, ours = [_used(process)], [time.process_time()]

        def note(_: Progress) -> None:
            store.append(_used(process))
            ours.append(time.process_time())

        report = load(graph, url, jobs=jobs, progress=note)
    return Taken(report.seconds, store[-1] - store[0], ours[-1] - ours[0], bool(report.proof and report.proof.holds))


@contextmanager
def _oxigraph_server(folder: Path) -> Iterator[Started]:
    port = _port()
    command = [_oxigraph(), "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    url = f"http://127.0.0.1:{port}"
    with _running(command, folder, url) as process:
        yield url, port, process


@contextmanager
def _virtuoso_server(folder: Path) -> Iterator[Started]:
    http, sql = _port(), _port()
    (folder / "virtuoso.ini").write_text(_INI.format(http=http, sql=sql), encoding="ascii")
    url = f"http://127.0.0.1:{http}/sparql"
    with _running(["virtuoso-t", "-f", "-c", "virtuoso.ini"], folder, url) as process:
        yield url, sql, process


@contextmanager
def _running(command: list[str], folder: Path, url: str) -> Iterator[int]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet)
    try:
        with urllib3.PoolManager(retries=False) as pool:
            while process.poll() is None:
                with suppress(urllib3.exceptions.HTTPError):
                    pool.request("GET", url)
                    break
                time.sleep(0.1)
        yield process.pid
    finally:
        process.kill()
        process.wait()


def _in_folder(way: Way, graph: Path) -> Taken:
    with tempfile.TemporaryDirectory() as folder:
        return way(graph, Path(folder))


def _isql(port: int, statements: str) -> None:
    command = ["isql-vt", f"127.0.0.1:{port}", "dba", "dba", f"exec={statements}"]
    subprocess.run(command, check=True, capture_output=True)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _used(process: int) -> float:
    """Seconds of the processor that a running process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _oxigraph() -> str:
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph") or ""


def _quads(graph: Path) -> int:
    return Manifest.read(graph).quads


def _print(store: str, way: str, taken: Taken, own: Taken, quads: int) -> None:
    way += "" if taken.proven is None else ", proven" if taken.proven else ", DIFFERENT"
    print(
        f"| {store:<10} | {way:<26} | {taken.seconds:>6.1f} | {quads / taken.seconds:>8,.0f} | {taken.store:>12.1f} "
        f"| {taken.ours:>5.1f} | {own.seconds / taken.seconds:>13.0%} | {own.processor / taken.processor:>6.0%} |"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, metavar="GRAPH")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
