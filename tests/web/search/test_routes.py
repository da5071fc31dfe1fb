from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from lgkg.facts import Facts

Serving = Callable[..., AbstractContextManager[str]]


def hits(client: httpx.Client, **asked: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get("/api/search", params=asked).json()["hits"]
    return found


def test_a_hit_tells_what_it_is_where_it_lies_and_how_much_is_told_of_it(client: httpx.Client) -> None:
    hit = hits(client, q="พิทักษ์พล รัตน", lang="th")[0]
    assert (hit["kind"], hit["label"], hit["context"]) == (
        "person",
        "พิทักษ์พล รัตนวรากุล",
        "ผู้ว่าราชการจังหวัดนครราชสีมา",
    )
    assert str(hit["path"]).startswith("/lgkg/id/person/")
    assert str(hit["iri"]).endswith(str(hit["path"]))
    assert hit["parts"] == [["พิทักษ์พล รัตน", True], ["วรากุล", False]]
    assert isinstance(hit["articles"], int) and hit["articles"] > 0


def test_bodies_places_and_articles_are_found_too(client: httpx.Client) -> None:
    assert hits(client, q="อบจ.ลำปาง")[0]["label"] == "องค์การบริหารส่วนจังหวัดลำปาง"
    assert hits(client, q="Lampang")[0]["context"] in ("จังหวัด", "province")
    title = str(hits(client, q="จังหวัด", kind="article")[0]["label"])
    assert "article" in [hit["kind"] for hit in hits(client, q=title)]


def test_kind_and_limit_are_kept_to(client: httpx.Client) -> None:
    found = hits(client, q="นคร", kind="place,organization", limit="4")
    assert len(found) == 4
    assert {hit["kind"] for hit in found} <= {"place", "organization"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "dog"},
        *({"limit": limit} for limit in ("0", "99", "x", "๕", "000000001000", "000000001" + "0" * 5_000)),
    ],
)
def test_a_wrong_kind_or_limit_is_answered_with_what_is_right(client: httpx.Client, wrong: dict[str, str]) -> None:
    answer = client.get("/api/search", params={"q": "ก", **wrong})
    assert answer.status_code == 400
    assert "Give" in answer.text


def test_nothing_typed_finds_nothing(client: httpx.Client) -> None:
    assert client.get("/api/search").json() == {"query": "", "hits": []}
    assert "/reconcile/about" in client.get("/search").text, "a table of names is matched elsewhere"


def test_the_page_groups_what_was_found_and_leads_to_all_of_a_kind(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "นครราชสีมา", "lang": "en"}).text
    assert page.index('id="group-place"') < page.index('id="group-office"')
    assert (
        "q=%E0%B8%99%E0%B8%84%E0%B8%A3%E0%B8%A3%E0%B8%B2%E0%B8%8A%E0%B8%AA%E0%B8%B5%E0%B8%A1%E0%B8%B2&amp;kind=office"
        in page
    )
    assert "<mark>นครราชสีมา</mark>" in page
    only = client.get("/search", params={"q": "นครราชสีมา", "kind": "office"}).text
    assert 'id="group-place"' not in only


def test_names_and_what_was_typed_are_shown_as_text_whatever_they_hold(serving: Serving, graph_folder: Path) -> None:
    typed = "<script>alert(1)</script>\u202e\"'"
    with serving(graph_folder) as address, httpx.Client(base_url=address) as client:
        for text in ("<script>", typed, "\ufffe", "alert"):
            page = client.get("/search", params={"q": text}).text
            assert "<script>alert" not in page
            assert "\u202e" not in page
            assert client.get("/api/search", params={"q": text}).status_code == 200
        assert hits(client, q="alert")


def test_a_name_leads_to_the_page_of_who_bears_it_and_to_the_search_where_that_is_unclear(client: httpx.Client) -> None:
    def led(**asked: str) -> str:
        answer = client.get("/called", params=asked, follow_redirects=False)
        assert answer.status_code == 303
        return answer.headers["location"]

    assert led(name="พิทักษ์พล รัตนวรากุล", kind="person").startswith("/lgkg/id/person/")
    assert led(name="ลำปาง", kind="place").startswith("/lgkg/id/place/")
    assert led(name="a03", kind="article") == "/lgkg/id/article/a03"
    assert led(name="ไม่มีผู้ใด", kind="person").startswith("/search?q=")
    assert led(name="ก" * 500) == f"/search?q={'%E0%B8%81' * 200}"
    assert led(name="https://example.com/", kind="person").startswith("/search?q=https%3A")


def test_a_name_that_is_longer_than_what_somebody_types_leads_to_its_page(
    serving: Serving, tmp_path: Path, make_graph: Callable[..., Path], harbour: Facts
) -> None:
    (policy,) = harbour.policies[:1]
    long = replace(policy, label=f"โครงการ{'พัฒนาท้องถิ่น' * 30}")
    graph = make_graph(tmp_path / "graph", [Facts(harbour.article, policies=(long,))])
    with serving(graph) as address:
        answer = httpx.get(f"{address}/called", params={"name": long.label, "kind": "policy"})
    assert answer.headers["location"].startswith("/lgkg/id/policy/")
