from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from .checks import check_extension, check_manifest, check_named, check_results, check_type

Serving = Callable[..., AbstractContextManager[str]]

NAME = "พิทักษ์พล รัตนวรากุล"
ORIGIN = {"Origin": "http://127.0.0.1:3333"}


def asked(client: httpx.Client, **queries: Any) -> dict[str, Any]:
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)}, headers=ORIGIN)
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    check_results(told)
    return told


def person(client: httpx.Client) -> str:
    return str(asked(client, q0={"query": NAME})["q0"]["result"][0]["id"])


def test_the_manifest_tells_what_the_service_can_do_and_where(client: httpx.Client, address: str) -> None:
    told = client.get("/reconcile").json()
    check_manifest(told)
    assert told["suggest"]["entity"]["service_url"] == address
    assert told["identifierSpace"] + "person/x" == "https://w3id.org/lgkg/id/person/x"


def test_a_batch_is_answered_by_its_keys_in_a_form_and_in_an_address(client: httpx.Client) -> None:
    batch = {
        "q0": {"query": f"นาย{NAME}", "type": "Person", "limit": 3},
        "q1": {"query": "ลำปาง", "type": ["Province"]},
    }
    told = asked(client, **batch)
    assert [told[key]["result"][0]["name"] for key in ("q0", "q1")] == [NAME, "ลำปาง"]
    assert [told[key]["result"][0]["match"] for key in ("q0", "q1")] == [True, True]
    assert client.get("/reconcile", params={"queries": json.dumps(batch)}).json() == told


def test_a_key_and_an_id_that_no_text_can_hold_are_repeated_as_they_came(client: httpx.Client) -> None:
    lone = "\ud800"
    assert set(asked(client, **{lone: {"query": NAME}})) == {lone}
    extend = json.dumps({"ids": [lone], "properties": [{"id": "office"}]})
    assert client.get("/reconcile", params={"extend": extend}).json()["rows"] == {lone: {"office": []}}


def test_properties_are_evidence(client: httpx.Client) -> None:
    def score(province: object) -> dict[str, Any]:
        query = {"query": NAME, "properties": [{"pid": "province", "v": province}, {"pid": "unknown", "v": 1}]}
        found: dict[str, Any] = asked(client, q=query)["q"]["result"][0]
        return found

    assert score("นครราชสีมา")["match"]
    assert score({"id": "place/30", "name": "นครราชสีมา"})["features"][-1] == {"id": "province", "value": True}
    assert not score(["ลำปาง"])["match"]


def test_an_id_leads_to_the_page_of_the_entity(client: httpx.Client) -> None:
    manifest = client.get("/reconcile").json()
    assert manifest["view"]["url"].replace("{{id}}", person(client)).endswith(f"/lgkg/id/{person(client)}")


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "[]",
        "{",
        "[" * 9000,
        '{"q0": 5}',
        '{"q0": {}}',
        '{"q0": {"query": ""}}',
        '{"q0": {"query": 5}}',
        '{"q0": {"query": "a", "type_strict": "none"}}',
        '{"q0": {"query": "a", "limit": "x"}}',
        '{"q0": {"query": "a", "limit": Infinity}}',
        '{"q0": {"query": "a", "properties": 5}}',
        json.dumps({f"q{n}": {"query": "a"} for n in range(201)}),
    ],
)
def test_a_batch_that_is_none_is_refused_with_what_one_looks_like(client: httpx.Client, wrong: str) -> None:
    answer = client.post("/reconcile", data={"queries": wrong})
    assert answer.status_code == 400
    assert "Send" in answer.text


def test_other_origins_may_ask_and_nothing_is_sent_as_a_script(client: httpx.Client) -> None:
    answer = client.get("/reconcile", params={"callback": "steal"}, headers=ORIGIN)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert answer.headers["content-type"] == "application/json"
    preflight = client.options("/reconcile", headers={**ORIGIN, "Access-Control-Request-Method": "POST"})
    assert preflight.status_code == 200
    refused = client.post("/reconcile", data={"queries": "{"}, headers=ORIGIN)
    assert refused.headers["access-control-allow-origin"] == "*"


def test_entities_types_and_properties_are_suggested_by_what_is_typed(client: httpx.Client) -> None:
    entities = client.get("/reconcile/suggest/entity", params={"prefix": "พิทักษ์"}).json()["result"]
    check_named(entities[0])
    assert (entities[0]["name"], entities[0]["notable"][0]["id"]) == (NAME, "Person")
    types = client.get("/reconcile/suggest/type", params={"prefix": "prov"}).json()["result"]
    check_type(types[0])
    assert [(one["id"], one["broader"][0]["id"]) for one in types] == [("Province", "Place")]
    properties = client.get("/reconcile/suggest/property", params={"prefix": "จังหวัด", "lang": "th"}).json()["result"]
    assert [one["id"] for one in properties] == ["province"]


def test_a_cursor_continues_suggestions(client: httpx.Client) -> None:
    def listed(cursor: int) -> list[str]:
        told = client.get("/reconcile/suggest/entity", params={"prefix": "จังหวัด", "cursor": str(cursor)}).json()
        return [one["id"] for one in told["result"]]

    assert len(listed(0)) == 20
    assert listed(0)[5:] == listed(5)[:15]
    assert not set(listed(0)) & set(listed(20))
    assert listed(10**8) == []
    assert client.get("/reconcile/suggest/entity", params={"cursor": "x"}).status_code == 400


def test_columns_are_added_to_a_table(client: httpx.Client) -> None:
    id = person(client)
    wanted = [{"id": name} for name in ("office", "province", "articles", "other_name")]
    extend = json.dumps({"ids": [id, "person/gone"], "properties": wanted})
    told = client.post("/reconcile", data={"extend": extend}).json()
    check_extension(told)
    row = told["rows"][id]
    assert "ผู้ว่าราชการจังหวัดนครราชสีมา" in [cell["name"] for cell in row["office"]]
    assert row["province"][0]["name"] == "นครราชสีมา"
    assert row["articles"][0]["int"] > 0
    assert told["rows"]["person/gone"] == {one["id"]: [] for one in wanted}
    assert [column["id"] for column in told["meta"]] == [one["id"] for one in wanted]
    assert told["meta"][0]["type"]["id"] == "Office"


@pytest.mark.parametrize(
    "wrong", ["", "[]", '{"ids": [1], "properties": []}', '{"ids": [], "properties": [{"id": "x"}]}']
)
def test_an_extension_that_is_none_is_refused(client: httpx.Client, wrong: str) -> None:
    assert client.post("/reconcile", data={"extend": wrong}).status_code == 400


def test_the_properties_of_a_type_are_proposed(client: httpx.Client) -> None:
    told = client.get("/reconcile/properties", params={"type": "Person", "limit": "2"}).json()
    assert (told["type"], [one["id"] for one in told["properties"]]) == ("Person", ["office", "body"])
    policy = client.get("/reconcile/properties", params={"type": "Law"}).json()
    assert "office" not in [one["id"] for one in policy["properties"]]


def test_a_preview_may_be_framed_anywhere_and_runs_nothing(client: httpx.Client) -> None:
    shown = client.get("/reconcile/preview", params={"id": person(client)})
    assert NAME in shown.text
    policy = shown.headers["content-security-policy"]
    assert "frame-ancestors *" in policy and "script-src" not in policy and "default-src 'none'" in policy
    flyout = client.get("/reconcile/flyout/entity", params={"id": person(client)}).json()
    assert flyout["id"] == person(client)
    assert NAME in flyout["html"] and "<html" not in flyout["html"]


def test_an_entity_that_is_not_there_has_no_preview(client: httpx.Client) -> None:
    assert client.get("/reconcile/preview", params={"id": "person/gone"}).status_code == 404
    assert client.get("/reconcile/flyout/entity").status_code == 404


def test_the_page_about_the_service_gives_its_address(client: httpx.Client, address: str) -> None:
    assert f"{address}/reconcile" in client.get("/reconcile/about", headers={"Accept": "text/html"}).text


def test_names_are_shown_as_text_whatever_they_hold(serving: Serving, graph_folder: Path) -> None:
    with serving(graph_folder) as address, httpx.Client(base_url=address) as client:
        told = asked(client, q={"query": "alert", "limit": 50})["q"]["result"]
        assert told
        for found in told:
            shown = client.get(f"/reconcile/preview?id={quote(found['id'], safe='')}").text
            assert "<script" not in shown
            assert "<script" not in client.get(f"/reconcile/flyout/entity?id={quote(found['id'])}").json()["html"]


def test_the_days_between_which_an_entity_was_told_of_are_columns(serving: Serving, graph_folder: Path) -> None:
    with serving(graph_folder) as address, httpx.Client(base_url=address) as client:
        id = asked(client, q={"query": "สมหมาย ทดสอบดี"})["q"]["result"][0]["id"]
        extend = {"ids": [id], "properties": [{"id": "first_seen"}, {"id": "last_seen"}]}
        told = client.post("/reconcile", data={"extend": json.dumps(extend)}).json()
    check_extension(told)
    assert told["rows"][id]["first_seen"] == [{"date": "2022-10-04T00:00:00Z"}]
