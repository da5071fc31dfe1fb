"""What `describe` adds; on `harbour` and `flood` of the shared conftest, and on the town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lgkg.graph import Graph, open_graph
from lgkg.network import Appearance, Name, Network, Node, Sighting, Source, classified, describe, project
from lgkg.network.model import join

SOMMAI, JAINGAM, ADEET, PROM = "สมหมาย ทดสอบดี", "ใจงาม ลองเขียน", "อดีต เคยเป็น", "พร้อม รับน้ํา"
HARBOUR_URL = "https://www.example.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/1"


@pytest.fixture(scope="module")
def graph(graph_folder: Path) -> Iterator[Graph]:
    with open_graph(graph_folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def network(graph: Graph) -> Network:
    return describe(graph, project(graph))


def node(network: Network, name: str) -> Node:
    return next(node for node in network.nodes if node.name == name)


def test_a_person_has_the_offices_that_articles_saw_by_day(network: Network) -> None:
    governor = "ผู้ว่าราชการจังหวัดระยอง"
    assert node(network, SOMMAI).sightings == (
        Sighting(governor, None, False, False, Source("flood", "นายสมหมาย  ทดสอบดี ผวจ.ระยอง")),
        Sighting(
            governor,
            date(2022, 10, 3),
            False,
            False,
            Source("harbour", "นายสมหมาย ทดสอบดี ผู้ว่าราชการจังหวัดระยอง", HARBOUR_URL),
        ),
    )


def test_acting_and_former_holders_are_marked(network: Network) -> None:
    assert [(seen.acting, seen.former) for seen in node(network, JAINGAM).sightings] == [(True, False)]
    assert [(seen.acting, seen.former) for seen in node(network, ADEET).sightings] == [(False, True)]


@pytest.mark.parametrize(
    ("name", "sector", "province"),
    [
        (SOMMAI, "provincial", Name("ระยอง", "Rayong")),
        (JAINGAM, "provincial", Name("ระยอง", "Rayong")),
        (ADEET, "local", Name("ระยอง", "Rayong")),
        (PROM, "central", None),
    ],
)
def test_offices_give_a_person_sector_and_province(
    network: Network, name: str, sector: str, province: Name | None
) -> None:
    assert node(network, name).sector == sector
    assert node(network, name).province == province


def test_whoever_has_no_office_has_no_sector_and_no_province(town: Graph) -> None:
    described = describe(town, project(town))
    assert {(one.sector, one.province, one.sightings) for one in described.nodes} == {("", None, ())}


def test_an_event_has_the_passage_that_reports_it(network: Network) -> None:
    event = next(event for event in network.events if event.title == "สัมมนาท่าเรือสะอาด")
    assert event.sources == (Source("harbour", "เป็นประธานเปิดสัมมนาท่าเรือสะอาด", HARBOUR_URL),)


def test_whoever_appears_has_roles_chair_first_and_the_passages_that_say_so(network: Network) -> None:
    event = next(event for event in network.events if event.title == "สัมมนาท่าเรือสะอาด")
    appeared = {one.person: one for one in event.appearances}
    chair, guest = node(network, SOMMAI).iri, node(network, JAINGAM).iri
    assert appeared[chair].roles == ("chair", "speaker")
    assert appeared[guest] == Appearance(
        guest, ("attendee",), (Source("harbour", "โดยมี นางสาวใจงาม ลองเขียน", HARBOUR_URL),)
    )


def test_one_who_is_named_twice_at_an_event_has_the_roles_and_passages_of_both(town: Graph) -> None:
    network = describe(town, project(town))
    opening = next(event for event in network.events if event.title == "opening")
    (kwan,) = (one for one in opening.appearances if one.person == node(network, "ขวัญ ชัยมา").iri)
    assert kwan.roles == ("speaker", "attendee")
    assert [source.passage for source in kwan.sources] == ["ขวัญ ชัยมากล่าว", "นายขวัญ ชัยมา"]


def test_people_events_and_weights_stay_as_they_were(graph: Graph, network: Network) -> None:
    bare = project(graph)
    assert [one.iri for one in network.nodes] == [one.iri for one in bare.nodes]
    assert [(edge.a, edge.b, edge.weight) for edge in network.edges] == [(e.a, e.b, e.weight) for e in bare.edges]
    assert [(event.iri, event.day, event.kind) for event in network.events] == [
        (event.iri, event.day, event.kind) for event in bare.events
    ]


def test_the_events_of_an_edge_are_those_described(network: Network) -> None:
    described = {event.iri: event for event in network.events}
    assert all(event is described[event.iri] for edge in network.edges for event in edge.events)


def test_only_who_is_shown_is_asked_for(graph: Graph) -> None:
    first = project(graph).top(1)
    described = describe(graph, first)
    assert [one.name for one in described.nodes] == [first.nodes[0].name]
    assert described.nodes[0].sightings


def test_every_passage_is_in_its_article(samples_graph: Graph) -> None:
    network = describe(samples_graph, project(samples_graph))
    articles = {entry.id for entry in samples_graph.articles()}
    told = [seen.source for one in network.nodes for seen in one.sightings]
    told += [source for event in network.events for source in event.sources]
    told += [source for event in network.events for one in event.appearances for source in one.sources]
    assert {source.article for source in told} <= articles
    assert all(source.passage for source in told)
    assert all(event.sources for event in network.events)
    assert all(one.sources and one.roles for event in network.events for one in event.appearances)


def test_describing_in_many_batches_gives_the_same(samples_graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = describe(samples_graph, project(samples_graph))
    monkeypatch.setattr("lgkg.network.batches._BATCH", 7)
    assert describe(samples_graph, project(samples_graph)) == whole


def test_an_empty_network_stays_empty(graph: Graph) -> None:
    assert describe(graph, join([], [])) == join([], [])


def test_who_is_not_in_the_graph_stays_without_details(graph: Graph) -> None:
    stranger = Node("https://example.org/stranger", "ใคร ก็ไม่รู้")
    described = describe(graph, join([stranger], []))
    assert described.nodes == (replace(stranger, sightings=()),)


def test_colours_are_the_same_without_the_passages(graph: Graph, samples_graph: Graph) -> None:
    for one in (graph, samples_graph):
        projected = project(one)
        bare = classified(one, projected)
        assert [replace(node, sightings=()) for node in describe(one, projected).nodes] == list(bare.nodes)
        assert any(node.sector for node in bare.nodes)
