"""What steps do to who is shown, over the samples."""

from __future__ import annotations

from itertools import pairwise

import networkx
import pytest

from lgkg.graph import Graph
from lgkg.network import project
from lgkg.web.walk.beginning import NEAR, beginning
from lgkg.web.walk.steps import Step
from lgkg.web.walk.walking import Stage, Walks


@pytest.fixture
def known(walks: Walks) -> list[str]:
    """The ids of people, those with most partners first."""
    by_partners = sorted(walks.whole.node, key=lambda iri: (-len(walks.whole.partners[iri]), iri))
    return [walks.id(iri) for iri in by_partners]


def after(walks: Walks, first: str, *steps: Step) -> Stage:
    return walks.after((walks.iri(first),), NEAR, steps)


def test_a_walk_begins_with_a_person_and_the_nearest_partners(walks: Walks, known: list[str]) -> None:
    person = walks.iri(known[0])
    nearest = sorted(
        (-edge.weight for edge in walks.whole.network.edges if person in (edge.a, edge.b)),
    )[:NEAR]
    stage = after(walks, known[0])
    assert len(stage.places) == NEAR + 1
    met = walks.whole.partners[person]
    weights = [-walks.whole.network.edges[met[one]].weight for one in stage.places if one != person]
    assert sorted(weights) == nearest


def test_opening_brings_partners_and_moves_nobody(walks: Walks, known: list[str]) -> None:
    before = after(walks, known[0])
    opened = after(walks, known[0], ("open", known[0], "200"))
    assert {one: opened.places[one] for one in before.places} == dict(before.places)
    assert opened.places.keys() == {walks.iri(known[0]), *walks.whole.partners[walks.iri(known[0])]}


def test_shutting_takes_away_whom_opening_brought_but_not_who_is_pinned_or_open(walks: Walks, known: list[str]) -> None:
    first = after(walks, known[0])
    stranger = next(id for id in known if walks.iri(id) not in first.places and walks.whole.partners[walks.iri(id)])
    opened = after(walks, known[0], ("open", stranger, "9"))
    brought = [walks.id(one) for one, host in opened.brought.items() if host == walks.iri(stranger)]
    assert brought
    steps: tuple[Step, ...] = (("open", stranger, "9"), ("pin", brought[0]), ("shut", stranger))
    shut = after(walks, known[0], *steps)
    assert shut.places.keys() == first.places.keys() | {walks.iri(stranger), walks.iri(brought[0])}
    assert after(walks, known[0], *steps, ("drop", brought[0])).places.keys() == first.places.keys() | {
        walks.iri(stranger)
    }


def test_a_person_who_is_not_in_the_graph_changes_nothing(walks: Walks, known: list[str]) -> None:
    assert after(walks, known[0], ("add", "nobody"), ("path", known[0], "nobody")) == after(walks, known[0])


def test_the_same_steps_show_the_same(walks: Walks, known: list[str]) -> None:
    steps: tuple[Step, ...] = (("open", known[3], "30"), ("drop", known[0]), ("add", known[40]))
    remembered = after(walks, known[0], *steps)
    walks.after.cache_clear()
    assert after(walks, known[0], *steps) == remembered


def test_no_more_are_shown_than_can_be(walks: Walks, known: list[str]) -> None:
    few = Walks(walks.whole, walks.base, 30)
    assert len(few.after((walks.iri(known[0]),), NEAR, (("open", known[0], "200"),)).places) == 30


def test_a_way_is_as_short_as_any_and_goes_along_pairs_with_most_events(
    walks: Walks, samples_graph: Graph, known: list[str]
) -> None:
    graph = project(samples_graph).to_networkx()
    start = walks.iri(known[0])
    for id in known[1:120:7]:
        end = walks.iri(id)
        if not networkx.has_path(graph, start, end):
            assert walks.whole.way(start, end) == []
            continue
        ways = list(networkx.all_shortest_paths(graph, start, end))
        found = walks.whole.way(start, end)
        assert found in ways
        cost = {tuple(way): sum(1 / graph.edges[pair]["weight"] for pair in pairwise(way)) for way in ways}
        assert cost[tuple(found)] == pytest.approx(min(cost.values()))


def test_a_walk_begins_in_a_province_with_those_of_its_events(walks: Walks, samples_graph: Graph) -> None:
    province = next(event.province for event in walks.whole.network.events if event.province)
    begun = beginning(samples_graph, walks.whole, "province", province.th)
    there = {
        one.person for event in walks.whole.network.events if event.province == province for one in event.appearances
    }
    assert begun.name == province.th
    assert set(begun.people) <= there and len(begun.people) == min(60, len(there))


def test_a_search_finds_beginnings_of_names_before_their_middles(walks: Walks) -> None:
    name = walks.whole.network.nodes[0].name
    assert walks.whole.called(name)[0].name == name
    assert name in [node.name for node in walks.whole.called(name[2:])]
    assert walks.whole.called(" ") == []
