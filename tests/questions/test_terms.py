"""Who was seen in which office, first and last, and two at once in an office with one seat, on articles made here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, SH
from rdflib import Graph as Rdf

from lgkg import resources
from lgkg.building import build
from lgkg.graph import Graph, open_graph
from lgkg.questions import question
from lgkg.rdf.findings import Severity
from lgkg.store import Value

GOVERNOR, CHIEF = "ผู้ว่าราชการจังหวัดระยอง", "นายอำเภอปลวกแดง"
SOMMAI, PRACHA, JAINGAM, WICHAI = "สมหมาย ทดสอบดี", "ประชา ลองเขียน", "ใจงาม อ่านดี", "วิชัย มาก่อน"
SEEN = [
    ("2022-01-10", f"นาย{SOMMAI} {GOVERNOR}"),
    ("2022-02-10", f"นาย{PRACHA} {GOVERNOR}"),
    ("2022-03-10", f"นาย{SOMMAI} {GOVERNOR}"),
    ("2022-02-11", f"นางสาว{JAINGAM} รักษาราชการแทน{GOVERNOR}"),
    ("2022-02-12", f"นาย{WICHAI} อดีต{GOVERNOR}"),
    ("2022-01-10", f"นาย{WICHAI} รอง{GOVERNOR}"),
    ("2022-01-10", f"นาย{PRACHA} รอง{GOVERNOR}"),
    ("2022-01-11", f"นาย{WICHAI} {CHIEF}"),
    ("2022-05-11", f"นาย{WICHAI} {CHIEF}"),
    ("2022-06-11", f"นางสาว{JAINGAM} {CHIEF}"),
    ("2022-01-12", f"นาย{SOMMAI} อธิบดี"),
    ("2022-01-12", f"นาย{PRACHA} อธิบดี"),
]
"""A governor before and after another; an acting and a former one between; deputies on one day; one district chief
after the other; and two directors-general of no department, who may be of two."""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    folder = tmp_path_factory.mktemp("terms")
    articles = [
        {"id": f"n{number:02}", "published": day, "text": f"{who} เป็นประธานเปิดการประชุม ณ ศาลากลางจังหวัดระยอง"}
        for number, (day, who) in enumerate(SEEN)
    ]
    (folder / "news.jsonl").write_text("\n".join(json.dumps(one) for one in articles), encoding="utf-8")
    build([folder / "news.jsonl"], folder / "graph")
    with open_graph(folder / "graph") as opened:
        yield opened


def terms(graph: Graph, **given: Value) -> list[tuple[Value | None, ...]]:
    return list(question("observed-terms").ask(graph, **given))


def test_an_observed_term_is_the_first_and_the_last_day_that_articles_see(graph: Graph) -> None:
    assert terms(graph, office=GOVERNOR) == [
        (SOMMAI, GOVERNOR, False, False, date(2022, 1, 10), date(2022, 3, 10), 2),
        (PRACHA, GOVERNOR, False, False, date(2022, 2, 10), date(2022, 2, 10), 1),
        (JAINGAM, GOVERNOR, True, False, date(2022, 2, 11), date(2022, 2, 11), 1),
        (WICHAI, GOVERNOR, False, True, date(2022, 2, 12), date(2022, 2, 12), 1),
    ]


def test_observed_terms_are_asked_of_a_person_of_both_or_of_all(graph: Graph) -> None:
    assert [(post, former) for _, post, _, former, *_ in terms(graph, person=WICHAI)] == [
        (CHIEF, False),
        (GOVERNOR, True),
        (f"รอง{GOVERNOR}", False),
    ]
    assert terms(graph, person=WICHAI, office=CHIEF) == [
        (WICHAI, CHIEF, False, False, date(2022, 1, 11), date(2022, 5, 11), 2)
    ]
    assert len(terms(graph)) == 10


def test_two_are_at_once_in_a_single_seat_only_by_turns_or_on_one_day(graph: Graph) -> None:
    (row,) = question("two-holders-at-once").ask(graph)
    office, *people, since, until, _, _, articles = row
    assert (office, sorted(map(str, people))) == (GOVERNOR, sorted([SOMMAI, PRACHA]))
    assert (since, until, articles) == (date(2022, 2, 10), date(2022, 2, 10), "n01")


def test_how_often_each_of_the_two_is_seen_stands_with_the_name(graph: Graph) -> None:
    ((_, one, other, _, _, one_seen, other_seen, _),) = question("two-holders-at-once").ask(graph)
    assert {one: one_seen, other: other_seen} == {SOMMAI: 2, PRACHA: 1}


def test_the_shapes_warn_of_what_the_question_finds(graph: Graph) -> None:
    (warning,) = graph.validate("en")
    assert (warning.severity, warning.label, warning.articles) == (Severity.WARNING, GOVERNOR, ("n01",))
    assert SOMMAI in warning.message and PRACHA in warning.message
    assert "from 2022-02-10, the sooner gone until 2022-02-10" in warning.message
    (thai,) = graph.validate("th")
    assert thai.message.startswith("พบสองคน")


def test_two_on_one_day_are_at_once(tmp_path: Path) -> None:
    text = f"นาย{SOMMAI} {CHIEF} จังหวัดระยอง และนาย{PRACHA} {CHIEF} จังหวัดระยอง ร่วมประชุม ณ ที่ว่าการอำเภอปลวกแดง"
    articles = tmp_path / "day.jsonl"
    articles.write_text(json.dumps({"id": "day", "published": "2022-01-10", "text": text}), encoding="utf-8")
    build([articles], tmp_path / "graph")
    with open_graph(tmp_path / "graph") as opened:
        assert [row[0] for row in question("two-holders-at-once").ask(opened)] == [CHIEF]


def test_the_store_warns_of_what_pyshacl_warns_of(graph: Graph) -> None:
    store = ox.Store.read_only(str(graph.path / "store"))
    merged = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""
    shapes = Rdf().parse(resources.ontology("shapes.ttl"))
    _, report, _ = pyshacl.validate(Rdf().parse(data=merged, format="nt"), shacl_graph=shapes)
    assert isinstance(report, Rdf)
    (result,) = report.subjects(RDF.type, SH.ValidationResult)
    told = set(map(str, report.objects(result, SH.resultMessage)))  # pySHACL drops their languages
    (english,), (thai,) = graph.validate("en"), graph.validate("th")
    assert (str(report.value(result, SH.focusNode)), told) == (english.node, {english.message, thai.message})
    assert report.value(result, SH.resultSeverity) == SH.Warning
