"""What a graph says about who appeared with whom; see conftest.py for the town that most tests ask about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lgkg.errors import QueryError
from lgkg.facts import Facts
from lgkg.graph import Graph, open_graph
from lgkg.network import Name, Network, project

KONG, KWAN, KHAM, NGAM, CHAN = "ก้อง ใจดี", "ขวัญ ชัยมา", "คำ ดอนแก้ว", "งาม ตาเมือง", "จันทร์ ถาวร"

WEIGHTS = """
SELECT ?p ?q (COUNT(DISTINCT ?meeting) AS ?weight) {
  ?x a lgkg:Participation ; lgkg:participant ?p ; lgkg:meeting ?meeting .
  ?y a lgkg:Participation ; lgkg:participant ?q ; lgkg:meeting ?meeting .
  FILTER (STR(?p) < STR(?q))
} GROUP BY ?p ?q
"""
"""The same by a self-join: slow, but plain."""


def weights(network: Network) -> dict[frozenset[str], int]:
    """Names of a pair -> weight of its edge."""
    pairs = network.top_pairs(len(network.edges))
    return {frozenset((one.name, other.name)): edge.weight for one, other, edge in pairs}


def names(network: Network) -> list[str]:
    return [node.name for node in network.nodes]


def titles(network: Network) -> list[str]:
    return [event.title for event in network.events]


def test_a_pair_weighs_as_many_events_as_both_took_part_in_each_once(town: Graph) -> None:
    assert weights(project(town)) == {
        frozenset((KONG, KWAN)): 3,
        frozenset((KONG, KHAM)): 1,
        frozenset((KWAN, KHAM)): 1,
        frozenset((KONG, NGAM)): 1,
    }


def test_everyone_at_an_event_is_there_the_most_joined_first(town: Graph) -> None:
    network = project(town)
    assert names(network) == [KONG, KWAN, KHAM, NGAM, CHAN]
    assert network.total == 5


def test_weights_are_those_that_sparql_counts(samples_graph: Graph, graph_folder: Path) -> None:
    counted = {(a, b): n for a, b, n in samples_graph.query(WEIGHTS)}
    assert {(edge.a, edge.b): edge.weight for edge in project(samples_graph).edges} == counted
    assert len(counted) > 300
    with open_graph(graph_folder) as three:
        counted = {(a, b): n for a, b, n in three.query(WEIGHTS)}
        assert {(edge.a, edge.b): edge.weight for edge in project(three).edges} == counted


def test_an_event_has_title_day_kind_and_province(town: Graph) -> None:
    talk, opening = project(town).events[:2]
    assert (opening.title, opening.day) == ("opening", date(2024, 1, 10))
    assert (opening.kind, opening.province) == (Name("พิธี", "ceremony"), Name("ระยอง", "Rayong"))
    assert (talk.title, talk.day, talk.province) == ("talk", None, None)


def test_a_time_of_day_does_not_matter(graph_folder: Path) -> None:
    with open_graph(graph_folder) as three:
        days = {event.title: event.day for event in project(three).events}
    assert days["สัมมนาท่าเรือสะอาด"] == date(2022, 10, 3)


def test_roles_offices_and_passages_are_left_to_describe(town: Graph) -> None:
    network = project(town)
    assert all(not node.sightings and not node.sector and not node.province for node in network.nodes)
    assert all(not event.sources for event in network.events)
    assert all(not one.roles and not one.sources for event in network.events for one in event.appearances)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["talk", "opening", "seminar", "visit", "speech"]),
        ({"since": date(2024, 2, 20)}, ["seminar", "visit", "speech"]),
        ({"until": date(2024, 2, 20)}, ["opening", "seminar"]),
        ({"since": date(2024, 2, 20), "until": date(2024, 3, 5)}, ["seminar", "visit"]),
        ({"since": date(2025, 1, 1)}, []),
        ({"province": "ลำปาง"}, ["visit", "speech"]),
        ({"province": "ระยอง", "since": date(2024, 2, 1)}, ["seminar"]),
        ({"province": "ภูเก็ต"}, []),
    ],
)
def test_only_events_of_these_days_and_this_province_count(
    town: Graph, asked: dict[str, Any], expected: list[str]
) -> None:
    assert titles(project(town, **asked)) == expected


def test_filters_take_weight_and_people_away(town: Graph) -> None:
    network = project(town, province="ระยอง")
    assert names(network) == [KONG, KWAN, KHAM]
    assert weights(network)[frozenset((KONG, KWAN))] == 2
    assert network.total == 3


@pytest.mark.parametrize("name", ["ระยอง", "จังหวัดระยอง", "จ.ระยอง", "Rayong", "rayong province", " ระยอง\u200b"])
def test_a_province_goes_by_any_of_its_names(town: Graph, name: str) -> None:
    assert titles(project(town, province=name)) == ["opening", "seminar"]


def test_a_province_goes_by_its_nickname(samples_graph: Graph) -> None:
    assert project(samples_graph, province="โคราช") == project(samples_graph, province="นครราชสีมา")


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("เรยอง", "Did you mean"), ("ฌฌฌ", "Check the spelling"), ("นคร", "Give the whole name"), (" ", "Give a name")],
)
def test_a_province_that_is_none_is_told_with_what_to_do(town: Graph, name: str, remedy: str) -> None:
    with pytest.raises(QueryError, match=remedy):
        project(town, province=name)


def test_around_a_person_are_those_at_the_same_events(town: Graph) -> None:
    network = project(town, person=KWAN)
    assert names(network) == [KWAN, KONG, KHAM]
    assert weights(network) == {
        frozenset((KONG, KWAN)): 3,
        frozenset((KONG, KHAM)): 1,
        frozenset((KWAN, KHAM)): 1,
    }
    assert network.total == 3


@pytest.mark.parametrize("name", ["งาม", "งาม ตาเมือง", "นายงาม ตาเมือง", "งามตาเมือง", "ตาเมือง", "งาม\u200b  ตาเมือง"])
def test_a_person_goes_by_any_name(town: Graph, name: str) -> None:
    assert names(project(town, person=name)) == [NGAM, KONG]


def test_a_person_who_met_nobody_is_alone(town: Graph) -> None:
    network = project(town, person=CHAN)
    assert names(network) == [CHAN]
    assert network.edges == ()
    assert titles(network) == ["speech"]


def test_a_person_who_is_unknown_is_told_with_the_nearest(town: Graph) -> None:
    with pytest.raises(QueryError, match="Did you mean 'ก้อง ใจดี'"):
        project(town, person="ก้อง ใจดีมาก")


def test_a_name_of_several_people_is_told_with_all_of_them(town: Graph) -> None:
    with pytest.raises(QueryError, match=r"may be 4 things .*Give the whole name") as told:
        project(town, person="า")
    assert all(name in str(told.value) for name in (KWAN, KHAM, NGAM))


def test_a_person_who_was_at_no_such_event_is_told(town: Graph) -> None:
    with pytest.raises(QueryError, match=r"'คำ' took part in no event here\. Give other days or another province"):
        project(town, person="คำ", province="ลำปาง")


@pytest.mark.parametrize("attack", ['"} ?x ?y ?z . {"', "<urn:x> . ", "\\", "?p", "ก" * 10_000, "\x00"])
def test_a_hostile_name_is_only_a_name(town: Graph, attack: str) -> None:
    with pytest.raises(QueryError):
        project(town, person=attack)
    with pytest.raises(QueryError):
        project(town, province=attack)


def test_a_graph_without_events_has_an_empty_network(
    tmp_path: Path, make_graph: Callable[[Path, Iterable[Facts]], Path]
) -> None:
    with open_graph(make_graph(tmp_path / "empty", [])) as graph:
        assert project(graph) == Network((), (), (), 0)


def test_a_hostile_article_is_projected_like_any_other(graph_folder: Path) -> None:
    with open_graph(graph_folder) as three:
        network = project(three)
    assert any("<script>" in node.name for node in network.nodes)
    assert any("<script>" in event.title for event in network.events)


def test_projecting_twice_gives_the_same(samples_graph: Graph) -> None:
    assert project(samples_graph) == project(samples_graph)
