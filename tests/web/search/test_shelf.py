from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import httpx

from lgkg.building import redact
from lgkg.graph import Graph

Serving = Callable[..., AbstractContextManager[str]]


def test_whoever_is_withdrawn_while_the_website_runs_is_not_found_any_more(
    serving: Serving, samples_graph: Graph, tmp_path: Path
) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(samples_graph.path, folder)
    with serving(folder) as address, httpx.Client(base_url=address, timeout=60) as client:
        hits = client.get("/api/search", params={"q": "พิทักษ์พล"}).json()["hits"]
        person = next(hit for hit in hits if hit["kind"] == "person")
        redact(folder, person=person["path"].rpartition("/id/")[2], why="asked for it")
        for typed in ("พิทักษ์พล", "รัตนวรากุล", "พิทักพล รัตนวรากูล", "Phithakphon"):
            hits = client.get("/api/search", params={"q": typed}).json()["hits"]
            assert all("พิทักษ์พล" not in str(hit) for hit in hits)
        assert "รัตนวรากุล" not in client.get("/search", params={"q": "พิทักษ์พล"}).text


def test_a_graph_that_is_gone_is_told(serving: Serving, samples_graph: Graph, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(samples_graph.path, folder)
    with serving(folder) as address, httpx.Client(base_url=address, timeout=60) as client:
        shutil.rmtree(folder)
        response = client.get("/api/search", params={"q": "ก"})
    assert (response.status_code, "cannot be asked" in response.text) == (503, True)
