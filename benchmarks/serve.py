"""Times the SPARQL endpoint and prints one table: requests a second of a simple look-up, beside those of other servers.

    python benchmarks/serve.py GRAPH [--seconds N] [--clients N] [--minute]

The others are `oxigraph serve-read-only` and `rdflib-endpoint`, where they are installed (PyPI: oxigraph,
rdflib-endpoint); all have the same graph, merged, and the same client. `--minute` lets 200 clients ask lgkg alone for a
minute, and prints what memory its processes take meanwhile. Nothing leaves this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

from processes import held, spent

from lgkg.graph import open_graph

LOOKUP = "SELECT ?person {{ ?person <http://xmlns.com/foaf/0.1/name> {} }}"
STARTED = 180.0
LGKG = [sys.executable, "-c", "from lgkg.cli import main; main()"]

RDFLIB = """
import sys, rdflib, uvicorn
from rdflib_endpoint import SparqlEndpoint
graph = rdflib.Graph().parse(sys.argv[1], format="turtle")
uvicorn.run(SparqlEndpoint(graph=graph, path="/sparql"), port=int(sys.argv[2]), log_config=None)
"""


def main() -> None:
    """Prints the table."""
    told = _arguments()
    with tempfile.TemporaryDirectory() as folder, open_graph(told.graph) as graph:
        turtle = Path(folder) / "graph.ttl"
        graph.export("turtle", turtle)
        names = [name for (name,) in graph.query("SELECT DISTINCT ?n { ?p foaf:name ?n } ORDER BY ?n LIMIT 500")]
        requests = [_request(str(name)) for name in names]
        if told.minute:
            _minute(told.graph, requests)
            return
        print("| server | requests/s | median ms | 95th percentile ms | CPU ms a request |\n|---|---:|---:|---:|---:|")
        for name, command, path in _servers(told.graph, turtle, Path(folder)):
            with _running(command) as (port, process):
                asyncio.run(_asking(port, path, requests, told.clients, 1.0))
                before = spent(process)
                times = asyncio.run(_asking(port, path, requests, told.clients, told.seconds))
                each = (spent(process) - before) / len(times) * 1000
            print(f"{_row(name, times, told.seconds)} {each:.2f} |", flush=True)


def _servers(graph: Path, turtle: Path, folder: Path) -> Iterator[tuple[str, list[str], str]]:
    yield "lgkg serve", [*LGKG, "serve", str(graph), "--port", "PORT"], "/sparql"
    beside = Path(sys.executable).with_name("oxigraph")
    if oxigraph := shutil.which("oxigraph") or (beside.exists() and str(beside)):
        store = folder / "oxigraph"
        subprocess.run([oxigraph, "load", "-l", str(store), "-f", str(turtle)], check=True, stderr=subprocess.DEVNULL)
        serve = [oxigraph, "serve-read-only", "-l", str(store), "-b", "127.0.0.1:PORT"]
        yield "oxigraph serve-read-only", serve, "/query"
    yield "rdflib-endpoint", [sys.executable, "-c", RDFLIB, str(turtle), "PORT"], "/sparql"


@contextmanager
def _running(command: list[str]) -> Iterator[tuple[int, int]]:
    """A server while the block runs: its port and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [part.replace("PORT", str(port)) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(port, process)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTED
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"this does not answer: {process.args}")


def _request(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return quote(LOOKUP.format(f'"{escaped}"'))


async def _asking(port: int, path: str, queries: list[str], clients: int, seconds: float) -> list[float]:
    """The seconds that each request took, of so many clients that ask as fast as they are answered."""
    times: list[float] = []
    until = time.perf_counter() + seconds
    await asyncio.gather(*(_client(port, path, queries[n::clients] or queries, until, times) for n in range(clients)))
    return times


async def _client(port: int, path: str, queries: list[str], until: float, times: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    at = 0
    while (started := time.perf_counter()) < until:
        query = (
            f"{queries[at % len(queries)]}%23{id(writer)}.{at}"  # a comment, since people ask each time something new
        )
        head = f"GET {path}?query={query} HTTP/1.1\r\nHost: localhost\r\n"
        writer.write(f"{head}Accept: application/sparql-results+json\r\n\r\n".encode())
        status, headers = await _head(reader)
        await _body(reader, headers)
        if status != b"200":
            sys.exit(f"port {port} answered {status.decode()}")
        times.append(time.perf_counter() - started)
        at += 1
    writer.close()


async def _head(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    return head.split(b" ", 2)[1], head.lower()


async def _body(reader: asyncio.StreamReader, headers: bytes) -> None:
    if b"content-length:" in headers:
        await reader.readexactly(int(headers.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0]))
        return
    while size := int(await reader.readline(), 16):
        await reader.readexactly(size + 2)
    await reader.readline()


def _row(name: str, times: list[float], seconds: float) -> str:
    cut = quantiles(times, n=20)
    return f"| {name} | {len(times) / seconds:,.0f} | {cut[9] * 1000:.1f} | {cut[18] * 1000:.1f} |"


def _minute(graph: Path, requests: list[str]) -> None:
    command = [*LGKG, "serve", str(graph), "--port", "PORT"]
    print("| second | requests/s | median ms | 95th percentile ms | memory, MB |\n|---|---:|---:|---:|---:|")
    with _running(command) as (port, process):
        for part in range(12):
            times = asyncio.run(_asking(port, "/sparql", requests, 200, 5.0))
            print(_row(str(part * 5 + 5), times, 5.0) + f" {held(process):,.0f} |", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, metavar="GRAPH")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--minute", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
