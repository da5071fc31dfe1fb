"""What a graph says of an article is read from the article's own graph, with passage, confidence and rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from lgkg.evaluation.graph_facts import ArticleFacts, Grounds
from lgkg.evaluation.graph_reader import read_facts
from lgkg.facts import Facts, PolicyKind
from lgkg.graph import Graph, open_graph

GraphMaker = Callable[[Path, Iterable[Facts]], Path]

SOMMAI, JAINGAM, ADEET = "สมหมาย ทดสอบดี", "ใจงาม ลองเขียน", "อดีต เคยเป็น"


@pytest.fixture(scope="module")
def graph(graph_folder: Path) -> Iterator[Graph]:
    with open_graph(graph_folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def said(graph: Graph) -> ArticleFacts:
    return read_facts(graph, ["harbour"])["harbour"]


def test_entities_are_known_by_the_labels_of_the_article(said: ArticleFacts) -> None:
    assert [it.label for it in said.persons] == sorted([SOMMAI, JAINGAM, ADEET])
    assert [it.label for it in said.organisations] == ["องค์การบริหารส่วนจังหวัดระยอง"]
    assert ([it.label for it in said.provinces], said.districts) == (["ระยอง"], ())
    assert [(it.label, it.kind) for it in said.policies] == [("โครงการท่าเรือสะอาด", PolicyKind.PROJECT)]


def test_tenures_say_whether_they_are_acting_or_former(said: ArticleFacts) -> None:
    assert {it.shown: it.status for it in said.tenures} == {
        f"{SOMMAI}: ผู้ว่าราชการจังหวัดระยอง": (False, False),
        f"{JAINGAM}: รองผู้ว่าราชการจังหวัดระยอง": (True, False),
        f"{ADEET}: นายกองค์การบริหารส่วนจังหวัดระยอง": (False, True),
    }


def test_statements_have_passage_confidence_and_rule_and_entities_a_passage(said: ArticleFacts) -> None:
    grounds = {it.person: it.grounds for it in said.tenures}
    assert grounds[ADEET] == Grounds("นายอดีต เคยเป็น อดีตนายก อบจ.ระยอง", 0.7, "by-hand")
    people = {it.label: it.grounds for it in said.persons}
    assert people[ADEET] == Grounds("และนายอดีต เคยเป็น")


def test_an_event_has_its_setting_and_who_took_part_in_which_roles(said: ArticleFacts) -> None:
    (meeting,) = said.meetings
    setting = (meeting.titles, meeting.dates, meeting.venues, meeting.provinces)
    assert [set(labels) for labels in setting] == [{"สัมมนาท่าเรือสะอาด"}, {"2022-10-03"}, {"ห้องประชุมพลอย"}, {"ระยอง"}]
    assert {it.person: it.roles for it in meeting.participations} == {
        SOMMAI: {"chair", "speaker"},
        JAINGAM: {"attendee"},
        ADEET: {"attendee"},
    }
    assert [(it.delegate, it.delegator) for it in said.delegations] == [(JAINGAM, SOMMAI)]


def test_passages_come_with_the_longest_first(said: ArticleFacts) -> None:
    lengths = [len(passage) for passage in said.passages]
    assert lengths == sorted(lengths, reverse=True)
    assert len(lengths) > 5


def test_each_article_is_read_by_itself_whatever_its_id(graph: Graph, hostile: Facts) -> None:
    found = read_facts(graph, ["flood", hostile.article.id, "gone"])
    assert sorted(found) == sorted(["flood", hostile.article.id])
    assert [it.label for it in found["flood"].districts] == ["หนองบัว"]
    assert [it.label for it in found[hostile.article.id].organisations] == [hostile.organizations[0].label]
    assert found["flood"].text_sha256 != found[hostile.article.id].text_sha256


def test_the_order_in_which_a_graph_was_made_does_not_tell(
    graph: Graph, make_graph: GraphMaker, all_facts: tuple[Facts, ...], tmp_path: Path
) -> None:
    ids = [facts.article.id for facts in all_facts]
    with open_graph(make_graph(tmp_path / "turned", reversed(all_facts))) as turned:
        assert read_facts(turned, reversed(ids)) == read_facts(graph, ids)


def test_of_an_event_that_two_articles_tell_each_keeps_its_own_words(shared: Graph) -> None:
    said = read_facts(shared, ["harbour", "harbour-again"])
    (mine,), (theirs,) = said["harbour"].meetings, said["harbour-again"].meetings
    assert (set(mine.titles), set(mine.venues)) == ({"สัมมนาท่าเรือสะอาด"}, {"ห้องประชุมพลอย"})
    assert (set(theirs.titles), set(theirs.venues)) == ({"งานท่าเรือสะอาดเพื่อทะเลไทย"}, {"ศาลากลางจังหวัดระยอง"})
    assert {one.person for one in theirs.participations} == {SOMMAI, JAINGAM, "ใหม่ เพิ่งมา"}
    assert (mine.grounds.confidence, theirs.grounds.confidence) == (0.85, 0.95)
