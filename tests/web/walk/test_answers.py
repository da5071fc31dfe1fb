from __future__ import annotations

import json
import re
from typing import Any

import httpx
import pytest

from lgkg.graph import Graph
from lgkg.network import describe
from lgkg.network.picture import PARTS
from lgkg.pages import part
from lgkg.web.walk.walking import Walks


def record(client: httpx.Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    return response.json()


def test_the_page_uses_the_very_scripts_of_the_picture(client: httpx.Client) -> None:
    page = client.get("/network").text
    paths = re.findall(r'<script src="(/network/parts/[0-9a-f]+/([a-z-]+)\.js)" defer>', page)
    assert [name for _, name in paths] == ["canvas-library", "canvas", *PARTS]
    for path, name in paths[1:]:
        assert client.get(path).text == part("lgkg.network.picture", f"{name}.js")
    assert "vis-network" in client.get(paths[0][0]).text[:200]
    assert "<script>" not in page and " style=" not in page


def test_a_file_of_another_version_or_from_elsewhere_is_not_there(client: httpx.Client) -> None:
    path = re.findall(r"/network/parts/[0-9a-f]+/stage\.js", client.get("/network").text)[0]
    assert client.get(path).headers["cache-control"].startswith("public, max-age=")
    assert client.get(re.sub("[0-9a-f]{16}", "0" * 16, path)).status_code == 404
    assert client.get(path.replace("stage.js", "page.py")).status_code == 404


def test_a_walk_begins_with_those_at_most_events(client: httpx.Client, walks: Walks) -> None:
    answer = record(client, "/network/walk")
    assert [person["name"] for person in answer["people"]] == [node.name for node in walks.whole.network.nodes[:60]]
    assert answer["begun"] == {"way": "most", "name": ""}
    assert answer["total"] == len(walks.whole.node)
    for a, b, events in answer["edges"]:
        met = walks.whole.partners[walks.iri(answer["people"][a]["id"])][walks.iri(answer["people"][b]["id"])]
        assert len(events) == walks.whole.network.edges[met].weight


def test_a_walk_begins_with_a_person_by_name_or_by_id(client: httpx.Client, walks: Walks) -> None:
    node = walks.whole.network.nodes[0]
    by_name = record(client, f"/network/walk?person={node.name}")
    assert by_name == record(client, f"/network/walk?person={walks.id(node.iri)}")
    assert by_name["begun"] == {"way": "person", "name": node.name}


@pytest.mark.parametrize(
    "path",
    [
        "/network/walk?person=ไม่มีคนนี้เลย",
        "/network/walk?body=ไม่มี",
        "/network/walk?province=ไม่มี",
        "/network/walk?steps=jump.a",
    ],
)
def test_what_cannot_be_shown_is_refused_with_the_reason(client: httpx.Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 400
    assert response.headers["content-type"].startswith("text/plain")


def test_a_person_is_told_with_offices_all_events_and_partners(
    client: httpx.Client, walks: Walks, samples_graph: Graph
) -> None:
    whole = walks.whole
    iri = next(node.iri for node in whole.network.nodes if node.sector)
    answer = record(client, f"/network/person/{walks.id(iri)}")
    node = describe(samples_graph, whole.alone(iri)).nodes[0]
    assert {answer["offices"][office["office"]] for office in answer["people"][0]["offices"]} == {
        seen.office for seen in node.sightings
    }
    assert [event["id"] for event in answer["events"]] == [one.removeprefix(walks.base) for one in whole.attended[iri]]
    assert [row[0] for row in answer["table"]] == [walks.id(other) for other in whole.partners[iri]]
    assert client.get("/network/person/nobody").status_code == 404


def test_events_are_told_with_who_says_so(client: httpx.Client, walks: Walks) -> None:
    event = walks.whole.network.events[0]
    answer = record(client, f"/network/events?ids={event.iri.removeprefix(walks.base)}+meeting/nothing")
    (told,) = answer["events"]
    assert told["title"] == event.title
    assert len(told["present"]) == len(event.appearances)
    assert all(sources for _, _, sources in told["present"])


def test_people_are_suggested_by_a_part_of_the_name(client: httpx.Client, walks: Walks) -> None:
    node = walks.whole.network.nodes[0]
    answer = record(client, f"/network/people?q={node.name[:4]}")
    assert walks.id(node.iri) in [person["id"] for person in answer["people"]]
    assert record(client, "/network/people?q=")["people"] == []


def test_texts_of_articles_arrive_as_they_are_and_break_nothing(hostile_address: str) -> None:
    with httpx.Client(base_url=hostile_address, timeout=60) as client:
        answer = record(client, "/network/walk")
        (hostile,) = [person for person in answer["people"] if "<script>" in person["name"]]
        assert json.dumps(record(client, f"/network/person/{hostile['id']}"))
        page = client.get("/network", params={"person": '"><script>alert(1)</script>'}).text
        assert "<script>alert" not in page
