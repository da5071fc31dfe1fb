"""An event that two articles tell of is counted once and stands in one row, whatever each of them calls it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from lgkg.facts import Facts
from lgkg.graph import Graph, open_graph
from lgkg.questions import question, questions
from lgkg.store import Value

Row: TypeAlias = "tuple[Value | None, ...]"

SOMMAI, JAINGAM, ADEET, MAI = "สมหมาย ทดสอบดี", "ใจงาม ลองเขียน", "อดีต เคยเป็น", "ใหม่ เพิ่งมา"
SEMINAR, OPENING, PROJECT = "สัมมนาท่าเรือสะอาด", "งานท่าเรือสะอาดเพื่อทะเลไทย", "โครงการท่าเรือสะอาด"
DAY, BOTH = date(2022, 10, 3), "harbour, harbour-again"

ASKED: dict[str, dict[str, Value]] = {
    "acting-holders": {},
    "delegations": {},
    "events-of-article": {"article": "harbour"},
    "find": {"text": "ท่าเรือ"},
    "local-governments": {"place": "ระยอง"},
    "meetings-in-province": {"province": "ระยอง"},
    "most-active-organisations": {},
    "most-active-organisers": {},
    "most-active-people": {},
    "office-holders": {"office": "ผู้ว่าราชการจังหวัดระยอง"},
    "observed-terms": {"office": "ผู้ว่าราชการจังหวัดระยอง"},
    "offices-of-organisation": {"organisation": "อบจ.ระยอง"},
    "person-meetings": {"person": SOMMAI},
    "person-record": {"person": SOMMAI},
    "policies-discussed": {"person": SOMMAI},
    "two-holders-at-once": {},
    "where-a-policy-appears": {"policy": PROJECT},
    "who-chaired-for": {"person": MAI},
    "who-chaired-with-whom": {},
    "who-discussed-a-policy": {"policy": PROJECT},
    "who-met-whom": {},
    "who-was-with": {"person": SOMMAI},
}


def ask(graph: Graph, id: str, *columns: str) -> list[Row]:
    answer = question(id).ask(graph, **ASKED[id])
    kept = [answer.columns.index(column) for column in columns] or range(len(answer.columns))
    return [tuple(row[at] for at in kept) for row in answer]


@pytest.mark.parametrize("id", [asked.id for asked in questions()])
def test_no_question_gives_a_row_twice(shared: Graph, id: str) -> None:
    rows = ask(shared, id)
    assert rows or id in ("most-active-organisations", "two-holders-at-once")
    assert len(rows) == len(set(rows))


def test_whoever_met_met_once(shared: Graph) -> None:
    pairs = ask(shared, "who-met-whom")
    assert len(pairs) == 6
    assert {row[2:] for row in pairs} == {(1, DAY, DAY)}
    assert ask(shared, "who-was-with") == [(name, 1, DAY, DAY) for name in sorted((JAINGAM, ADEET, MAI))]


def test_who_chaired_in_both_articles_chaired_one_event(shared: Graph) -> None:
    together = [(SOMMAI, JAINGAM, 1, 1), (JAINGAM, SOMMAI, 1, 1)]
    attended = [(chair, name, 1, 0) for chair in (SOMMAI, JAINGAM) for name in sorted((ADEET, MAI))]
    assert ask(shared, "who-chaired-with-whom") == together + attended
    assert ask(shared, "who-chaired-for") == [(chair, OPENING, DAY, BOTH) for chair in (SOMMAI, JAINGAM)]
    people = {name: counts for name, *counts in ask(shared, "most-active-people")}
    assert people == {name: [1, int(name in (SOMMAI, JAINGAM)), DAY, DAY] for name in (SOMMAI, JAINGAM, ADEET, MAI)}


def test_the_event_stands_in_one_row_with_both_articles(shared: Graph) -> None:
    (row,) = ask(shared, "meetings-in-province")
    assert row == (DAY, OPENING, "การสัมมนา", "ศาลากลางจังหวัดระยอง", "สำนักงานจังหวัดระยอง", f"{SOMMAI}, {JAINGAM}", BOTH)
    (row,) = ask(shared, "person-meetings")
    hall, province = "ศาลากลางจังหวัดระยอง", "ระยอง"
    assert row == (DAY, OPENING, "chair, speaker", "ผู้ว่าราชการจังหวัดระยอง", hall, province, BOTH)
    assert ask(shared, "most-active-organisers") == [("สำนักงานจังหวัดระยอง", 1, DAY, DAY)]


def test_an_article_tells_the_event_in_its_own_words(shared: Graph) -> None:
    columns = ("title", "kind", "venue", "people", "attendees")
    assert ask(shared, "events-of-article", *columns) == [(SEMINAR, "การสัมมนา", "ห้องประชุมพลอย", 3, 120)]
    again = question("events-of-article").ask(shared, article="harbour-again")
    assert [(row[0], row[5], row[6]) for row in again] == [(OPENING, 3, 100)]


def test_a_passage_goes_with_the_title_that_its_article_prints(shared: Graph) -> None:
    own = [("harbour", SEMINAR), ("harbour-again", OPENING)]
    assert ask(shared, "delegations", "article", "title") == own
    assert sorted(ask(shared, "where-a-policy-appears", "article", "event")) == own
    told = ask(shared, "person-record", "article", "what", "detail")
    assert [row for row in told if row[2] in ("chair", "speaker")] == [
        ("harbour", SEMINAR, "chair"),
        ("harbour", SEMINAR, "speaker"),
        ("harbour-again", OPENING, "chair"),
    ]


def test_a_policy_was_discussed_once(shared: Graph) -> None:
    assert ask(shared, "who-discussed-a-policy") == [
        (name, 1, 1, DAY, DAY) for name in sorted((SOMMAI, JAINGAM, ADEET, MAI))
    ]
    assert {row[2:] for row in ask(shared, "policies-discussed")} == {(1, 1, DAY)}


def test_events_that_are_not_one_keep_a_row_each(
    tmp_path: Path, make_graph: Callable[..., Path], harbour: Facts, harbour_again: Facts
) -> None:
    with open_graph(make_graph(tmp_path / "apart", [harbour, harbour_again])) as graph:
        assert [row[-1] for row in ask(graph, "meetings-in-province")] == ["harbour", "harbour-again"]
