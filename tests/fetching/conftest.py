"""A web server of this machine with sites that behave well and badly, and that remembers what it was asked."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeAlias

import pytest

Answer: TypeAlias = "Callable[[BaseHTTPRequestHandler], None]"


@dataclass
class Web:
    """The server.

    Attributes:
        port: where it listens.
        answers: path -> what answers.
        asked: (path, name -> value of headers) of each request.
        times: when each came, in seconds.
    """

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def misbehave(self, path: str, how: str) -> None:
        """Answers a path in one of the ways of `MISBEHAVIOURS`."""
        self.answers[path] = MISBEHAVIOURS[how]

    def answer(self, path: str, status: int, body: str = "", **headers: str) -> None:
        """Answers a path with a status."""
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = lambda handler: send(handler, status, body.encode(), told)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def serve(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        """Answers a path with this content."""
        content = body.encode() if isinstance(body, str) else body
        told = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.answers[path] = lambda handler: send(handler, 200, content, told)

    def move(self, path: str, to: str) -> None:
        """Answers a path with another address."""
        self.answers[path] = lambda handler: send(handler, 302, b"", {"Location": to})


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str]) -> None:
    """One answer, its length told."""
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    with suppress(BrokenPipeError, ConnectionResetError):
        handler.wfile.write(body)


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Ten gigabytes, or as much of it as somebody takes."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    part = b"<p>" + b"x" * 65_533
    with suppress(BrokenPipeError, ConnectionResetError):
        for _ in range(10 * (1 << 30) // len(part)):
            handler.wfile.write(part)


def bomb(handler: BaseHTTPRequestHandler) -> None:
    """A gigabyte, packed to one megabyte."""
    send(handler, 200, gzip.compress(bytes(1 << 28)), {"Content-Type": "text/html", "Content-Encoding": "gzip"})


def slow(handler: BaseHTTPRequestHandler) -> None:
    """A letter a tenth of a second, for a minute."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    with suppress(BrokenPipeError, ConnectionResetError):
        for _ in range(600):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    """Half of what was announced."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>half")
    handler.close_connection = True


MISBEHAVIOURS: dict[str, Answer] = {"endless": endless, "bomb": bomb, "slow": slow, "broken off": broken_off}


def _handler(web: Web) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            web.asked.append((self.path, dict(self.headers)))
            web.times.append(time.monotonic())
            answer = web.answers.get(self.path)
            answer(self) if answer else send(self, 404, b"", {})

        def log_message(self, format: str, *_: object) -> None:
            pass

    return Handler


def _running() -> Iterator[Web]:
    web = Web()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(web))
    server.daemon_threads = True
    web.port = server.server_port
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield web
    server.shutdown()
    server.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    """A site."""
    yield from _running()


@pytest.fixture
def canary(web: Web) -> Iterator[Web]:
    """A server that must not be asked for anything."""
    for other in _running():
        yield other
        assert other.asked == []
