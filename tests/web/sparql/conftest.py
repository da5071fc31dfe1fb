"""A client of the endpoint over the samples, and a server of this machine that nobody may call."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest


class Canary:
    """A server on this machine that notes who calls it.

    Attributes:
        address: where it is.
        calls: the paths that were asked of it.
    """

    def __init__(self) -> None:
        calls: list[str] = []

        class Noting(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                calls.append(self.path)
                self.send_response(404)
                self.end_headers()

            do_POST = do_HEAD = do_GET  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        self.calls = calls
        self.server = HTTPServer(("127.0.0.1", 0), Noting)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.address = f"http://{self.host}/"


@pytest.fixture
def canary() -> Iterator[Canary]:
    """The server, while the test runs."""
    yield from _singing()


@pytest.fixture
def other_canary() -> Iterator[Canary]:
    """Another one."""
    yield from _singing()


def _singing() -> Iterator[Canary]:
    made = Canary()
    threading.Thread(target=made.server.serve_forever, daemon=True).start()
    yield made
    made.server.shutdown()
    made.server.server_close()
