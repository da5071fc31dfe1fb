"""An event that two articles tell of is one event of the network, with the evidence of both."""

from __future__ import annotations

from datetime import date

from lgkg.graph import Graph
from lgkg.network import project
from lgkg.network.details import describe

SOMMAI, JAINGAM, ADEET, MAI = "สมหมาย ทดสอบดี", "ใจงาม ลองเขียน", "อดีต เคยเป็น", "ใหม่ เพิ่งมา"


def test_it_weighs_one_and_joins_the_people_of_both_articles(shared: Graph) -> None:
    network = project(shared)
    assert {node.name for node in network.nodes} == {SOMMAI, JAINGAM, ADEET, MAI}
    assert len(network.edges) == 6
    assert {edge.weight for edge in network.edges} == {1}


def test_it_has_one_title_kind_and_day(shared: Graph) -> None:
    (event,) = project(shared).events
    assert (event.title, event.day) == ("งานท่าเรือสะอาดเพื่อทะเลไทย", date(2022, 10, 3))
    assert event.kind and event.kind.en in ("ceremony", "seminar")
    assert project(shared).events == (event,)


def test_its_evidence_and_that_of_who_took_part_is_of_both_articles(shared: Graph) -> None:
    network = project(shared)
    (event,) = describe(shared, network).events
    assert [source.article for source in event.sources] == ["harbour", "harbour-again"]
    names = {node.iri: node.name for node in network.nodes}
    told = {names[one.person]: one for one in event.appearances}
    assert told[SOMMAI].roles == ("chair", "speaker")
    assert told[JAINGAM].roles == ("chair", "attendee")
    articles = {name: [source.article for source in one.sources] for name, one in told.items()}
    both = ["harbour", "harbour-again"]
    assert articles == {SOMMAI: both, JAINGAM: both, ADEET: ["harbour"], MAI: ["harbour-again"]}
