from __future__ import annotations

from typing import Any

import pytest

from lgkg.errors import QueryError
from lgkg.graph import Graph
from lgkg.network import Network, project

KONG, KWAN, KHAM, NGAM = "ก้อง ใจดี", "ขวัญ ชัยมา", "คำ ดอนแก้ว", "งาม ตาเมือง"


def titles(network: Network) -> set[str]:
    return {event.title for event in network.events}


def names(network: Network) -> list[str]:
    return [node.name for node in network.nodes]


@pytest.mark.parametrize("name", ["ceremony", "Ceremony", "พิธี", " ceremony "])
def test_a_kind_of_event_goes_by_its_names(town: Graph, name: str) -> None:
    assert titles(project(town, event_kind=name)) == {"opening"}


def test_crowds_are_left_out(town: Graph) -> None:
    network = project(town, max_people=2)
    assert titles(network) == {"seminar", "visit", "talk", "speech"}
    assert KHAM not in names(network)


def test_weak_pairs_are_left_out_and_who_is_in_none_other(town: Graph) -> None:
    network = project(town, min_weight=2)
    assert sorted(names(network)) == [KWAN, KONG] or sorted(names(network)) == [KONG, KWAN]
    assert [edge.weight for edge in network.edges] == [3]
    assert network.total == 2


def test_two_steps_reach_the_partners_of_partners(town: Graph) -> None:
    assert names(project(town, person=NGAM, steps=1)) == [NGAM, KONG]
    assert names(project(town, person=NGAM, steps=2)) == [NGAM, KONG, KWAN, KHAM]
    assert names(project(town, person=NGAM, steps=9)) == [NGAM, KONG, KWAN, KHAM]


def test_steps_go_along_the_pairs_that_are_left(town: Graph) -> None:
    assert names(project(town, person=KWAN, steps=3, min_weight=2)) == [KWAN, KONG]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"event_kind": "wedding"}, "Give one of: ceremony, meeting, operation"),
        ({"body": "ไม่มี"}, "no organisation of this graph is called"),
        ({"min_weight": 0}, "0 is too small for min_weight. Give 1 or more"),
        ({"max_people": 1}, "Give 2 or more"),
        ({"person": KONG, "steps": 0}, "Give 1 or more"),
        ({"steps": 2}, "Give a person too"),
        ({"person": NGAM, "min_weight": 2}, "took part in no event here"),
    ],
)
def test_a_filter_that_cannot_be_is_told_with_what_to_do(town: Graph, asked: dict[str, Any], told: str) -> None:
    with pytest.raises(QueryError, match=told):
        project(town, **asked)


def test_a_filter_that_does_not_exist_is_an_error(town: Graph) -> None:
    with pytest.raises(TypeError, match="colour"):
        project(town, colour="red")  # type: ignore[call-arg]


def test_an_event_told_of_in_two_kinds_is_of_both(shared: Graph) -> None:
    assert len(project(shared, event_kind="ceremony").events) == 1
    assert len(project(shared, event_kind="seminar").events) == 1
    assert len(project(shared, event_kind="visit").events) == 0
