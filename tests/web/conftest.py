"""The website over the sample articles, on a real port of this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import httpx
import pytest
import uvicorn

from lgkg.graph import Graph
from lgkg.web import Settings
from lgkg.web.server import configured

Serving: TypeAlias = "Callable[..., AbstractContextManager[str]]"
STARTED = 20.0
"""Seconds within which a website must answer."""


@contextmanager
def _serving(folder: Path, settings: Settings | None = None) -> Iterator[str]:
    """A website while the block runs; gives its address, without a slash at the end."""
    config = configured(folder, replace(settings or Settings(), port=0))
    listening = config.bind_socket()
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + STARTED
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    assert server.started
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(STARTED)


@pytest.fixture(scope="session")
def serving() -> Serving:
    """Serves the graph in a folder while a block runs."""
    return _serving


@pytest.fixture(scope="session")
def address(samples_graph: Graph) -> Iterator[str]:
    """The address of the website over the samples."""
    with _serving(samples_graph.path) as found:
        yield found


@pytest.fixture(scope="session")
def hostile_address(graph_folder: Path) -> Iterator[str]:
    """The address of a website over `harbour`, `flood` and `hostile`."""
    with _serving(graph_folder) as found:
        yield found


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """A client of that website."""
    with httpx.Client(base_url=address, timeout=60) as opened:
        yield opened
