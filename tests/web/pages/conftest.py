"""Websites over small graphs: the invented articles, of which one is hostile in all it says; two people made one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from lgkg.building import build
from lgkg.curation import merge
from lgkg.graph import Graph, open_graph
from lgkg.web import Settings

Serving = Callable[..., AbstractContextManager[str]]


@dataclass(frozen=True)
class Website:
    """A website, a client of it that asks for pages, and the graph behind it."""

    address: str
    client: httpx.Client
    graph: Graph

    def path(self, sparql: str) -> str:
        """Where the one thing lies that a query finds."""
        ((iri, *_),) = self.graph.query(sparql).rows
        return str(iri).replace("https://w3id.org", "")

    def page(self, sparql: str, query: str = "") -> str:
        """The English page of the one thing that a query finds."""
        response = self.client.get(self.path(sparql) + query)
        assert response.status_code == 200, response.text
        return response.text


def _website(address: str, folder: Path) -> Iterator[Website]:
    headers = {"Accept": "text/html", "Accept-Language": "en"}
    with open_graph(folder) as graph, httpx.Client(base_url=address, headers=headers, timeout=60) as client:
        yield Website(address, client, graph)


@pytest.fixture(scope="session")
def three(serving: Serving, graph_folder: Path) -> Iterator[Website]:
    """The website over the three invented articles."""
    with serving(graph_folder) as address:
        yield from _website(address, graph_folder)


@pytest.fixture(scope="session")
def samples(address: str, samples_graph: Graph) -> Iterator[Website]:
    """The website over the samples."""
    yield from _website(address, samples_graph.path)


@pytest.fixture(scope="session")
def joined(tmp_path_factory: pytest.TempPathFactory, serving: Serving, samples_graph: Graph) -> Iterator[Website]:
    """The website over the samples, in which two people have been made one."""
    folder = tmp_path_factory.mktemp("graph") / "joined"
    shutil.copytree(samples_graph.path, folder)
    people = [str(iri) for (iri,) in samples_graph.query("SELECT ?p { ?p a lgkg:Person } ORDER BY ?p LIMIT 2")]
    merge(folder, *people, why="a test", who="tester")
    with serving(folder, Settings(language="en")) as address:
        yield from _website(address, folder)


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory, serving: Serving) -> Iterator[str]:
    """The address of a website whose things have another base, right below the root."""
    folder = tmp_path_factory.mktemp("graph") / "elsewhere"
    article = folder.parent / "one.txt"
    article.write_text("นายสมหมาย ทดสอบดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุมท่าเรือสะอาด", encoding="utf-8")
    build([article], folder, base="https://things.example.org/")
    with serving(folder) as address:
        yield address
