"""Withdrawing a person lists every name of the person, and nobody else who bears one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lgkg.building import build, redact, update
from lgkg.building.withholding import Withholder
from lgkg.errors import GraphError
from lgkg.identity import JudgementRow
from lgkg.identity.ledger import Judgement
from lgkg.identity.mint import mint
from lgkg.identity.redaction import Redaction, Redactions
from lgkg.rdf import DEFAULT_BASE

HERE = "วันที่ 12 ตุลาคม 2565 นาย{} ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุมคณะกรรมการจังหวัดระยอง"
THERE = "วันที่ 14 ตุลาคม 2565 นาย{} นายอำเภอกันตัง จังหวัดตรัง เป็นประธานการประชุมคณะกรรมการจังหวัดตรัง"
NAME, OTHER = "กรกฎ พงศ์ทดสอบ", "กรกต พงศ์ทดสอบ"
ID, OTHER_ID = (mint("person", name.replace(" ", "")) for name in (NAME, OTHER))


def graph(folder: Path, **texts: str) -> Path:
    (folder / "in").mkdir()
    for name, text in texts.items():
        (folder / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    build([folder / "in"], folder / "graph", include_private=True)
    return folder / "graph"


def withdrawn(graph: Path, person: str) -> list[Redaction]:
    redact(graph, person=person, why="w")
    return [Redaction(row.name, row.office, row.article) for row in Redactions.read(graph / "redactions.jsonl").rows]


@pytest.mark.parametrize("asked", [ID, DEFAULT_BASE + ID, NAME, "กรกฎพงศ์ทดสอบ", f"นาย{NAME}"])
def test_a_person_is_withdrawn_by_id_iri_or_name(tmp_path: Path, asked: str) -> None:
    assert withdrawn(graph(tmp_path, a=HERE.format(NAME)), asked) == [Redaction(NAME)]


def test_all_names_of_people_who_were_joined_are_listed(tmp_path: Path) -> None:
    folder = graph(tmp_path, a=HERE.format(NAME), b=HERE.format(OTHER))
    update(folder, decisions=[JudgementRow(ID, OTHER_ID, Judgement.SAME, "x", "y")])
    assert withdrawn(folder, OTHER_ID) == [Redaction(NAME), Redaction(OTHER)]
    assert "person/" not in (folder / "ledger.jsonl").read_text()


def test_a_name_that_only_the_ledger_still_has_is_listed(tmp_path: Path) -> None:
    folder = graph(tmp_path, a=HERE.format(NAME), b=HERE.format(OTHER))
    update(folder, remove=["b"], decisions=[JudgementRow(ID, OTHER_ID, Judgement.SAME, "x", "y")])
    assert withdrawn(folder, ID) == [Redaction(NAME), Redaction(OTHER)]


def test_a_homonym_stays(tmp_path: Path) -> None:
    folder = graph(tmp_path, a=HERE.format(NAME), b=THERE.format(NAME))
    with pytest.raises(GraphError, match=r"2 people bear this name: person/.*, person/.*Give the id") as caught:
        withdrawn(folder, NAME)
    assert NAME not in str(caught.value)
    rows = [json.loads(line) for line in (folder / "ledger.jsonl").read_text().splitlines()]
    (there,) = {row["person"] for row in rows if row.get("articles") == ["b"]}
    assert withdrawn(folder, there) == [Redaction(NAME, office="office/district_chief.9202")]
    left = [json.loads(line) for line in (folder / "ledger.jsonl").read_text().splitlines()]
    assert [row["articles"] for row in left if "person" in row] == [["a"]]
    assert update(folder).people == 1


def test_a_homonym_whom_no_post_tells_apart_is_refused(tmp_path: Path) -> None:
    folder = graph(tmp_path, a=HERE.format(NAME), b=THERE.format(NAME), c=f"นาย{NAME} กล่าวว่า ขอขอบคุณทุกฝ่าย")
    rows = [json.loads(line) for line in (folder / "ledger.jsonl").read_text().splitlines()]
    found = {article: row["person"] for row in rows if "person" in row for article in row["articles"]}
    with pytest.raises(GraphError, match="no post tells this person from them"):
        redact(folder, person=found["c"], why="w")
    assert not (folder / "redactions.jsonl").exists()


def test_a_given_name_alone_is_withheld_in_its_article_alone(tmp_path: Path) -> None:
    folder = graph(tmp_path, a=HERE.format("ธีรภัทร"), b=THERE.format("ธีรภัทร"))
    assert withdrawn(folder, mint("person", "ธีรภัทร", "a")) == [Redaction("ธีรภัทร", article="a")]
    assert update(folder).people == 1


def test_a_name_that_nobody_bears_is_withheld_only_if_asked_for(tmp_path: Path) -> None:
    folder = graph(tmp_path, a=HERE.format(NAME))
    with pytest.raises(GraphError, match="nobody in the graph bears this name"):
        redact(folder, person=OTHER, why="w")
    with pytest.raises(GraphError, match="too short"):
        redact(folder, person="กรกต", why="w", unknown=True)
    redact(folder, person=OTHER, why="w", unknown=True)
    assert [row.name for row in Redactions.read(folder / "redactions.jsonl").rows] == [OTHER]
    with pytest.raises(GraphError, match="no person 'person/x'"):
        redact(folder, person="person/x", why="w", unknown=True)


def test_a_leak_fails_the_build_and_tells_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = graph(tmp_path, a=HERE.format(NAME))
    before = (folder / "graph.nq.gz").read_bytes()
    monkeypatch.setattr(Withholder, "block", lambda _, block: block)
    with pytest.raises(GraphError, match="a name that is withheld would be published") as caught:
        redact(folder, person=ID, why="w")
    assert "กรกฎ" not in str(caught.value)
    assert (folder / "graph.nq.gz").read_bytes() == before
    assert not (folder / "redactions.jsonl").exists()


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HERE.format(NAME), encoding="utf-8")
    with pytest.raises(GraphError, match="no such list of redactions"):
        build([tmp_path / "a.txt"], tmp_path / "graph", redactions=tmp_path / "gone.jsonl")
