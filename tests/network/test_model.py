from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.network import Appearance, Event, Name, Network, Node
from lgkg.network.model import join

PEOPLE = [
    Node(f"urn:{letter}", name) for letter, name in zip("abcdef", ("กร", "แก้ว", "กร", "ดาว", "ใจ", "ฟ้า"), strict=True)
]
ATTENDANCE = st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), max_size=8)
"""For each event, who is reported there; some more than once."""


def event(name: str, people: str, day: date | None = None) -> Event:
    return Event(f"urn:{name}", name, day, appearances=tuple(Appearance(f"urn:{one}") for one in people))


def network(*people: str) -> Network:
    """The network of these events, each given as its people."""
    return join(PEOPLE, [event(str(number), present) for number, present in enumerate(people)])


@given(ATTENDANCE)
def test_the_weight_of_an_edge_is_the_number_of_events_that_both_took_part_in(attendance: list[list[str]]) -> None:
    shared = Counter(pair for present in attendance for pair in combinations(sorted(set(present)), 2))
    joined = network(*map("".join, attendance))
    assert {(edge.a[-1], edge.b[-1]): edge.weight for edge in joined.edges} == dict(shared)


@given(ATTENDANCE, st.randoms(use_true_random=False))
def test_the_order_in_which_people_and_events_come_changes_nothing(attendance: list[list[str]], random: Random) -> None:
    events = [event(str(number), "".join(present)) for number, present in enumerate(attendance)]
    people, mixed = list(PEOPLE), list(events)
    random.shuffle(people)
    random.shuffle(mixed)
    assert join(people, mixed) == join(PEOPLE, events)


@given(ATTENDANCE)
def test_two_people_are_joined_once_and_nobody_to_himself(attendance: list[list[str]]) -> None:
    edges = network(*map("".join, attendance)).edges
    assert all(edge.a < edge.b for edge in edges)
    assert len({(edge.a, edge.b) for edge in edges}) == len(edges)


@given(ATTENDANCE, st.integers(0, 7))
def test_the_first_people_keep_all_edges_between_them_and_no_other(attendance: list[list[str]], n: int) -> None:
    whole = network(*map("".join, attendance))
    part = whole.top(n)
    kept = {node.iri for node in part.nodes}
    assert part.nodes == whole.nodes[:n]
    assert part.edges == tuple(edge for edge in whole.edges if {edge.a, edge.b} <= kept)
    assert set(part.events) == {one for one in whole.events if kept & {there.person for there in one.appearances}}
    assert part.total == len(whole.nodes) == len(PEOPLE)


@given(ATTENDANCE, st.sampled_from("abcdef"))
def test_around_a_person_are_those_with_an_edge_to_the_person(attendance: list[list[str]], centre: str) -> None:
    whole = network(*map("".join, attendance))
    ego = whole.around(f"urn:{centre}")
    pairs = [{edge.a, edge.b} for edge in whole.edges]
    partners = set().union(*(pair - {f"urn:{centre}"} for pair in pairs if f"urn:{centre}" in pair))
    assert ego.nodes[0].iri == f"urn:{centre}"
    assert {node.iri for node in ego.nodes[1:]} == partners
    assert ego.total == len(ego.nodes) == len(partners) + 1


@given(ATTENDANCE)
def test_people_come_by_events_shared_with_others_then_by_partners_then_by_name(attendance: list[list[str]]) -> None:
    whole = network(*map("".join, attendance))
    shared: dict[str, set[str]] = {node.iri: set() for node in PEOPLE}
    partners = Counter[str]()
    for edge in whole.edges:
        for person in (edge.a, edge.b):
            shared[person] |= {one.iri for one in edge.events}
            partners[person] += 1
    ranks = [(-len(shared[node.iri]), -partners[node.iri], node.name, node.iri) for node in whole.nodes]
    assert ranks == sorted(ranks)


@given(ATTENDANCE)
def test_networkx_gets_the_same_people_weights_and_events(attendance: list[list[str]]) -> None:
    whole = network(*map("".join, attendance))
    graph = whole.to_networkx()
    assert list(graph) == [node.iri for node in whole.nodes]
    assert {frozenset(pair): data["weight"] for *pair, data in graph.edges(data=True)} == {
        frozenset((edge.a, edge.b)): edge.weight for edge in whole.edges
    }
    assert all(len(data["events"]) == data["weight"] for _, _, data in graph.edges(data=True))


def test_networkx_gets_names_sectors_and_provinces() -> None:
    people = [Node("urn:a", "กร", sector="local", province=Name("ระยอง", "Rayong")), Node("urn:b", "แก้ว")]
    graph = join(people, [event("e", "ab")]).to_networkx()
    assert graph.nodes["urn:a"] == {"name": "กร", "sector": "local", "province": "ระยอง"}
    assert graph.nodes["urn:b"] == {"name": "แก้ว", "sector": "", "province": ""}
    assert graph.edges["urn:a", "urn:b"] == {"weight": 1, "newman": 1.0, "events": ["urn:e"]}


def test_whoever_met_nobody_stays_as_a_node_without_an_edge() -> None:
    whole = network("ab", "c")
    assert len(whole.nodes) == len(PEOPLE)
    assert len(whole.edges) == 1
    assert [node.iri for node in whole.around("urn:c").nodes] == ["urn:c"]
    assert [one.title for one in whole.around("urn:c").events] == ["1"]


def test_whoever_is_at_an_event_but_unknown_is_left_out() -> None:
    assert network("az").edges == ()


def test_pairs_come_by_weight_and_equal_ones_by_name() -> None:
    pairs = network("ab", "ab", "de", "ef", "ef").top_pairs(3)
    assert [(one.name, other.name, edge.weight) for one, other, edge in pairs] == [
        ("กร", "แก้ว", 2),
        ("ใจ", "ฟ้า", 2),
        ("ดาว", "ใจ", 1),
    ]
    assert network("ab").top_pairs(0) == ()


def test_events_come_by_day_those_of_unknown_day_first() -> None:
    days = {"late": date(2024, 2, 1), "early": date(2024, 1, 1), "unknown": None}
    whole = join(PEOPLE, [event(name, "ab", day) for name, day in days.items()])
    assert [one.title for one in whole.events] == ["unknown", "early", "late"]
    assert whole.edges[0].events == whole.events


def test_an_empty_network_has_nothing_and_can_still_be_asked() -> None:
    empty = join([], [])
    assert empty == Network((), (), (), 0)
    assert empty.top(5) == empty
    assert empty.top_pairs(5) == ()
    assert len(empty.to_networkx()) == 0


def test_around_a_stranger_is_no_network() -> None:
    with pytest.raises(KeyError):
        network("ab").around("urn:nobody")
