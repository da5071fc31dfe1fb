"""What the page gets to show, as plain records."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lgkg.graph import Graph
from lgkg.network import Appearance, Event, Name, Network, Node, Sighting, Source, describe, project
from lgkg.network.measures import Measures
from lgkg.network.model import join
from lgkg.network.picture.records import records
from lgkg.tables import table

NEWS = Source("news", "นายกร พบนางแก้ว", "https://example.go.th/1")
MORE = Source("more", "นายกร ผู้ว่าฯ", "")


def two(**changes: Any) -> Network:
    """Two people at one event; changes are made to the first of them."""
    people = [replace(Node("urn:a", "กร ดี"), **changes), Node("urn:b", "แก้ว งาม")]
    appearances = (Appearance("urn:a", ("chair",), (NEWS,)), Appearance("urn:b", ("attendee",), (NEWS, MORE)))
    event = Event("urn:e", "พบกัน", date(2024, 1, 2), Name("พิธี", "ceremony"), None, (MORE,), appearances)
    return join(people, [event])


def test_people_events_and_edges_refer_to_each_other_by_number() -> None:
    shown = records(two(), "th")
    assert [person["name"] for person in shown["people"]] == ["กร ดี", "แก้ว งาม"]
    assert shown["edges"] == [[0, 1, [0]]]
    assert [person["events"] for person in shown["people"]] == [[0], [0]]
    assert shown["events"] == [
        {
            "title": "พบกัน",
            "day": "2024-01-02",
            "kind": 0,
            "province": None,
            "sources": [0],
            "present": [[0, ["chair"], [1]], [1, ["attendee"], [1, 0]]],
        }
    ]
    assert shown["names"] == [["พิธี", "ceremony"]]


def test_each_source_is_said_once() -> None:
    shown = records(two(), "th")
    assert shown["articles"] == [["more", ""], ["news", "https://example.go.th/1"]]
    assert shown["passages"] == [[0, "นายกร ผู้ว่าฯ"], [1, "นายกร พบนางแก้ว"]]


def test_the_passages_of_an_article_stand_together() -> None:
    sources = tuple(Source(article, passage) for passage in "กขค" for article in ("one", "two"))
    event = replace(two().events[0], sources=sources, appearances=())
    shown = records(join(two().nodes, [event]), "th")
    assert [article for article, _ in shown["passages"]] == [0, 0, 0, 1, 1, 1]


def test_offices_and_names_are_said_once() -> None:
    seen = Sighting("ปลัด", date(2024, 1, 1), False, False, NEWS)
    people = [Node(f"urn:{letter}", letter, (seen,), "", Name("ระยอง", "Rayong")) for letter in "ab"]
    shown = records(join(people, []), "th")
    assert (shown["offices"], shown["names"]) == (["ปลัด"], [["ระยอง", "Rayong"]])
    assert [(one["offices"][0]["office"], one["province"]) for one in shown["people"]] == [(0, 0), (0, 0)]


def test_communities_and_standing_are_those_of_the_measures() -> None:
    def measured(community: int, pagerank: float, betweenness: float) -> Measures:
        return Measures(1, 1, 1.0, betweenness, pagerank, community, 1)

    standing = {"urn:a": measured(1, 0.2, 0.5), "urn:b": measured(0, 0.3, 0.1), "urn:cut": measured(0, 0.5, 0.0)}
    first, second = records(two(), "th", standing)["people"]
    assert (first["community"], first["standing"]) == (1, [1, 1, 3, 1])
    assert (second["community"], second["standing"]) == (0, [1, 1, 2, 2])
    assert [one["community"] for one in records(two(), "th")["people"]] == [0, 0]


def test_offices_are_grouped_the_latest_first_with_days_and_the_latest_passage() -> None:
    def seen(office: str, day: date | None, source: Source, former: bool = False) -> Sighting:
        return Sighting(office, day, False, former, source)

    sightings = (
        seen("ปลัด", None, NEWS),
        seen("ปลัด", date(2023, 1, 1), NEWS),
        seen("ปลัด", date(2024, 1, 1), MORE),
        seen("นายก", date(2024, 5, 1), NEWS),
        seen("ปลัด", date(2024, 6, 1), NEWS, former=True),
    )
    offices = records(two(sightings=sightings), "th")["people"][0]["offices"]
    labels = records(two(sightings=sightings), "th")["offices"]
    assert [(labels[one["office"]], one["former"], one["days"], one["seen"]) for one in offices] == [
        ("ปลัด", True, ["2024-06-01"], 1),
        ("นายก", False, ["2024-05-01"], 1),
        ("ปลัด", False, ["2023-01-01", "2024-01-01"], 2),
    ]
    shown = records(two(sightings=sightings), "th")
    article, passage = shown["passages"][shown["people"][0]["offices"][2]["source"]]
    assert (shown["articles"][article][0], passage) == ("more", MORE.passage)


@pytest.mark.parametrize(("sector", "kind"), [("central", 0), ("society", 5), ("other", "other"), ("", "unknown")])
def test_the_kind_of_a_person_is_the_place_of_the_sector_in_its_table(sector: str, kind: int | str) -> None:
    shown = records(two(sector=sector), "th")
    assert shown["people"][0]["kind"] == kind
    assert len(shown["kinds"]) == len(table("sectors"))


def test_whoever_is_not_shown_is_not_told_of() -> None:
    shown = records(two().top(1), "th")
    assert [person["name"] for person in shown["people"]] == ["กร ดี"]
    assert shown["total"] == 2
    assert shown["edges"] == []
    assert shown["events"][0]["present"] == [[0, ["chair"], [1]]]


def test_everyone_has_a_place_and_a_name_to_draw() -> None:
    first, second = records(two(), "th")["people"]
    assert (first["label"], second["label"]) == ("กร ดี", "แก้ว งาม")
    assert first["place"] != second["place"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "//evil.example",
        "https://user@evil.example",
        "https://a b.example/",
        "https://example.org/a\nb",
        "",
    ],
)
def test_only_plain_web_addresses_become_links(url: str) -> None:
    event = replace(two().events[0], sources=(Source("given", "x", url),), appearances=())
    shown = records(join(two().nodes, [event]), "th")
    assert shown["articles"] == [["given", ""]]


@pytest.mark.parametrize("letter", "\u202e\u200f\u061c\u200b\ufeff\x00\n\x1b\u2028\u2066\x85", ids=ascii)
def test_what_cannot_be_drawn_is_left_out_of_drawn_names_but_not_of_the_records(letter: str) -> None:
    shown = records(two(name=f"ก{letter}ร"), "th")
    assert shown["people"][0]["label"] == "กร"
    assert shown["people"][0]["name"] == f"ก{letter}ร"


def test_a_name_without_anything_to_draw_is_a_question_mark() -> None:
    assert {one["label"] for one in records(two(name="\u200b\u202e"), "th")["people"]} == {"?", "แก้ว งาม"}


def test_records_are_json(samples_graph: Graph) -> None:
    shown = records(describe(samples_graph, project(samples_graph)), "th")
    assert json.loads(json.dumps(shown))["edges"] == shown["edges"]


def test_an_empty_network_has_empty_records() -> None:
    shown = records(join([], []), "en")
    assert shown["language"] == "en"
    assert all(shown[part] == [] for part in ("people", "events", "edges", "passages", "articles", "offices", "names"))
    assert shown["total"] == 0


def test_every_word_is_said_in_both_languages() -> None:
    words = records(join([], []), "th")["words"]
    assert all(set(word) == {"th", "en"} and all(word.values()) for word in words.values())
