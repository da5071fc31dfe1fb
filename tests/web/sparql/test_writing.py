"""Whoever shows the token may put articles in and take them out; the graph is then what `lgkg update` makes of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from lgkg.building import build
from lgkg.store import NQUADS
from lgkg.web import Settings

if TYPE_CHECKING:
    from tests.web.conftest import Serving

TOKEN = "a long and random token"
WRITER = {"Authorization": f"Bearer {TOKEN}"}
BASE = "https://w3id.org/lgkg/id/article/"
TEXT = "วันที่ 9 มีนาคม 2566 นายมานะ กล้าหาญ ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุมคณะกรรมการจังหวัด"
ASK = "ASK { ?p a lgkg:Person ; foaf:name 'มานะ กล้าหาญ' }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a1.txt").write_text("นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำปาง เป็นประธานการประชุมคณะกรรมการจังหวัด", "utf-8")
    build([tmp_path / "a1.txt"], tmp_path / "graph")
    return tmp_path / "graph"


@pytest.fixture
def writable(folder: Path, serving: Serving) -> Iterator[httpx.Client]:
    with serving(folder, Settings(token=TOKEN)) as address, httpx.Client(base_url=address, timeout=120) as client:
        yield client


def store(id: str) -> str:
    return f"/rdf-graph-store?graph={BASE}{id}"


def knows(client: httpx.Client) -> bool:
    """Whether the endpoint knows the person of the article; a replaced graph is noticed within a second."""
    import time

    time.sleep(1.2)
    answer = client.get("/sparql", params={"query": ASK}, headers={"Accept": "application/sparql-results+json"})
    return bool(answer.json()["boolean"])


def test_an_article_that_is_put_is_read_and_one_that_is_deleted_is_gone(writable: httpx.Client, folder: Path) -> None:
    before = (folder / NQUADS).read_bytes()
    record = {"text": TEXT, "title": "ประชุม", "published": "2023-03-09", "url": "https://a.go.th/1"}
    assert writable.put(store("news-1"), json=record, headers=WRITER).status_code == 201
    assert knows(writable)
    turtle = writable.get(store("news-1"), headers={"Accept": "text/turtle"}).text
    assert "https://a.go.th/1" in turtle
    assert writable.put(store("news-1"), json=record, headers=WRITER).status_code == 200
    assert writable.delete(store("news-1"), headers=WRITER).status_code == 204
    assert not knows(writable)
    assert (folder / NQUADS).read_bytes() == before


def test_what_was_put_is_what_an_update_makes(writable: httpx.Client, folder: Path, tmp_path: Path) -> None:
    from lgkg.building import update

    other = Path(shutil.copytree(folder, tmp_path / "other"))
    headers = {**WRITER, "Content-Type": "text/plain; charset=utf-8"}
    assert writable.put(store("news-1"), content=TEXT.encode(), headers=headers).status_code == 201
    (tmp_path / "news-1.jsonl").write_text(json.dumps({"id": "news-1", "text": TEXT}), "utf-8")
    update(other, [tmp_path / "news-1.jsonl"])
    assert (folder / NQUADS).read_bytes() == (other / NQUADS).read_bytes()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Authorization": "Basic eDp5"}, 401),
        ({"Authorization": "Bearer wrong"}, 403),
        ({"Authorization": "Bearer"}, 401),
    ],
)
def test_without_the_token_nobody_writes(
    writable: httpx.Client, folder: Path, headers: dict[str, str], status: int
) -> None:
    before = (folder / NQUADS).read_bytes()
    for method in ("PUT", "DELETE"):
        response = writable.request(
            method, store("a1"), content=TEXT.encode(), headers={"Content-Type": "text/plain", **headers}
        )
        assert response.status_code == status
        assert TOKEN not in response.text
    assert (folder / NQUADS).read_bytes() == before


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"<a:b> <a:b> <a:b> .", "text/turtle", 415),
        (b"{", "application/json", 400),
        (b"[1]", "application/json", 400),
        (b"\xff\xfe", "text/plain", 400),
        (b"   ", "text/plain", 422),
        (b'{"title": "no text"}', "application/json", 422),
        (b"[" * 100_000, "application/json", 400),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(
    writable: httpx.Client, folder: Path, content: bytes, kind: str, status: int
) -> None:
    before = (folder / NQUADS).read_bytes()
    response = writable.put(store("news-1"), content=content, headers={**WRITER, "Content-Type": kind})
    assert (response.status_code, len(response.text) > 10) == (status, True)
    assert (folder / NQUADS).read_bytes() == before


@pytest.mark.parametrize(
    "graph",
    ["", "?default", "?graph=https://w3id.org/lgkg/id/graph/vocabulary", f"?graph={BASE}", f"?graph={BASE}../x"],
)
def test_only_the_graph_of_an_article_can_be_written(writable: httpx.Client, graph: str) -> None:
    response = writable.put(
        f"/rdf-graph-store{graph}", content=TEXT.encode(), headers={**WRITER, "Content-Type": "text/plain"}
    )
    assert response.status_code == 400


def test_an_article_that_is_not_there_cannot_be_deleted(writable: httpx.Client) -> None:
    assert writable.delete(store("none"), headers=WRITER).status_code == 404


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_triples_are_not_added_to_a_graph(writable: httpx.Client, method: str) -> None:
    response = writable.request(method, store("a1"), content=b"", headers=WRITER)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD, OPTIONS, PUT, DELETE")


def test_a_website_elsewhere_may_not_write(writable: httpx.Client) -> None:
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "PUT"}
    assert "PUT" not in writable.options(store("a1"), headers=asked).headers.get("access-control-allow-methods", "")
