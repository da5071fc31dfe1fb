"""Triple stores that the tests start on loopback, each with a folder of its own, and end whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest
import urllib3

WAIT = 60.0
"""Seconds within which a store has to answer."""

_VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = .
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
CheckpointInterval = 60
CaseMode = 2
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
MaxKeepAlives = 10
KeepAliveTimeout = 10
[SPARQL]
ResultSetMaxRows = {rows}
MaxQueryCostEstimationTime = 400
MaxQueryExecutionTime = 60
"""


@dataclass
class Server:
    """A store that runs.

    Attributes:
        url: its address.
        folder: where it keeps its data.
        command: what starts it.
        process: the process that runs.
    """

    url: str
    folder: Path
    command: tuple[str, ...]
    process: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(self.command, cwd=self.folder, stdin=quiet, stdout=quiet, stderr=quiet)
        until = time.monotonic() + WAIT
        with urllib3.PoolManager(retries=False, timeout=5) as pool:
            while time.monotonic() < until and self.process.poll() is None:
                with suppress(urllib3.exceptions.HTTPError):
                    pool.request("GET", self.url)
                    return
                time.sleep(0.1)
        self.kill()
        pytest.fail(f"{self.command[0]} did not answer at {self.url}", pytrace=False)

    def kill(self) -> None:
        """Kills it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def killing(self) -> Killing:
        """What kills it when a load first tells how far it is."""
        return Killing(self)

    def restart(self) -> None:
        """Kills it and starts it again."""
        self.kill()
        (self.folder / "virtuoso.lck").unlink(missing_ok=True)
        self.start()


class Disk:
    """A file system in memory, whose size can be changed at any time.

    Attributes:
        folder: where it is mounted.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mount("-t", "tmpfs", "-o", "size=400m", "tmpfs")

    def leave(self, kilobytes: int) -> None:
        """Leaves room for so much more than is there."""
        told = os.statvfs(self.folder)
        used = (told.f_blocks - told.f_bfree) * told.f_frsize // 1024
        self._mount("-o", f"remount,size={used + kilobytes}k")

    def close(self) -> None:
        """Takes it away."""
        subprocess.run([program("umount", "apt install mount"), "--lazy", self.folder], check=True)

    def _mount(self, *arguments: str) -> None:
        command = [program("mount", "apt install mount"), *arguments, str(self.folder)]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8")
        if ran.returncode:
            lacking(f"a file system in memory cannot be mounted, which needs root: {ran.stderr.strip()}")


def unused_port() -> int:
    """A port on loopback that nobody uses."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def program(name: str, remedy: str) -> str:
    """The path of a program; without it tests are skipped, or fail where everything is required."""
    beside = Path(sys.executable).with_name(name)
    if path := (str(beside) if beside.exists() else shutil.which(name)):
        return path
    return lacking(f"{name} is missing; {remedy}")


def lacking(message: str) -> NoReturn:
    """Skips a test for want of something, or fails it where everything is required."""
    if os.environ.get("LGKG_REQUIRE_ALL") == "1":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def oxigraph_in(folder: Path) -> Server:
    """An Oxigraph server that keeps its data in a folder."""
    path, address = program("oxigraph", "pip install oxigraph"), f"127.0.0.1:{unused_port()}"
    server = Server(f"http://{address}", folder, (path, "serve", "--location", str(folder / "data"), "--bind", address))
    server.start()
    return server


def virtuoso_in(folder: Path, rows: int = 100_000) -> Server:
    """A Virtuoso server that keeps its data in a folder; its user is dba, whose password is dba."""
    path = program("virtuoso-t", "on Debian: apt install virtuoso-opensource-7")
    http = unused_port()
    ini = _VIRTUOSO.format(sql=unused_port(), http=http, rows=rows)
    (folder / "virtuoso.ini").write_text(ini, encoding="ascii")
    server = Server(f"http://127.0.0.1:{http}/sparql", folder, (path, "-f", "-c", "virtuoso.ini"))
    server.start()
    return server


def rdflib_in(folder: Path) -> Server:
    """A server of rdflib-endpoint, which keeps its data in memory."""
    port = str(unused_port())
    serve = f"-m rdflib_endpoint serve --enable-update --host 127.0.0.1 --port {port}".split()
    server = Server(f"http://127.0.0.1:{port}/", folder, (sys.executable, *serve))
    server.start()
    return server


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder for each test, and no credentials of whoever runs it."""
    for name in ("LGKG_LOAD_USER", "LGKG_LOAD_PASSWORD", "LGKG_LOAD_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LGKG_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


class Killing:
    """Kills a server when a load first tells how far it is.

    Attributes:
        seen: what the load told.
    """

    def __init__(self, server: Server) -> None:
        self._server, self.seen = server, list[object]()

    def __call__(self, progress: object) -> None:
        """Takes what the load tells."""
        if not self.seen:
            self._server.kill()
        self.seen.append(progress)


@contextmanager
def running(start: Callable[[Path], Server], folder: Path) -> Iterator[Server]:
    """A server that keeps its data in a folder, which is made where it is missing; killed in the end."""
    folder.mkdir(exist_ok=True)
    server = start(folder)
    try:
        yield server
    finally:
        server.kill()


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[Server]:
    """An empty Oxigraph server."""
    with running(oxigraph_in, tmp_path / "oxigraph") as server:
        yield server


@pytest.fixture
def virtuoso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """An empty Virtuoso server, whose user and password are in the environment."""
    monkeypatch.setenv("LGKG_LOAD_USER", "dba")
    monkeypatch.setenv("LGKG_LOAD_PASSWORD", "dba")
    with running(virtuoso_in, tmp_path / "virtuoso") as server:
        yield server


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A small disk, where that is permitted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    found = Disk(folder)
    yield found
    found.close()


@pytest.fixture
def rdflib_server(tmp_path: Path) -> Iterator[Server]:
    """An empty server of rdflib-endpoint."""
    with running(rdflib_in, tmp_path / "rdflib") as server:
        yield server


@pytest.fixture
def oxigraph_on_disk(disk: Disk) -> Iterator[Server]:
    """An empty Oxigraph server with its data on the small disk."""
    with running(oxigraph_in, disk.folder) as server:
        yield server


@pytest.fixture
def virtuoso_on_disk(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """An empty Virtuoso server with its data on the small disk."""
    monkeypatch.setenv("LGKG_LOAD_USER", "dba")
    monkeypatch.setenv("LGKG_LOAD_PASSWORD", "dba")
    with running(virtuoso_in, disk.folder) as server:
        yield server


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each of the two."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Server)
    return found
