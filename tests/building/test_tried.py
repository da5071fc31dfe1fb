"""Of each article it is told truthfully what became of it, whatever ended the run, and what was never tried."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from lgkg.article import Article
from lgkg.building import Progress, build, redact, revision, statuses, update
from lgkg.building.block import Block, block_of
from lgkg.building.journal import Status
from lgkg.building.tried import EARLY, Told
from lgkg.errors import GraphError
from lgkg.identity import Identities
from lgkg.store import STATUS, replacing

TEXT = "วันที่ {day} ตุลาคม 2565 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุมคณะกรรมการป้องกันไฟป่า"
ARTICLES = 130
FILE, GRAPH = "news.jsonl", "graph"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to work in, with articles of which one fails, one says nothing, and a line that is none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(revision, "block_of", failing_on_7)
    write(FILE, [told(f"n{number}", TEXT.format(day=number % 28 + 1)) for number in range(ARTICLES)], "{")


def told(id: str, text: str) -> str:
    return json.dumps({"id": id, "text": "สวัสดี" if id == "n9" else text}, ensure_ascii=False)


def write(file: str, lines: list[str], *more: str) -> None:
    Path(file).write_text("\n".join([*lines, *more]), encoding="utf-8")


def failing_on_7(article: Article, ids: Identities, base: str, *, include_private: bool) -> Block:
    if article.id == "n7":
        raise KeyError("lost")
    return block_of(article, ids, base, include_private=include_private)


def interrupt(progress: Progress) -> None:
    if progress.articles == 110:
        raise KeyboardInterrupt


def counted() -> dict[str, int]:
    return dict(Counter(one.status for one in statuses(GRAPH, FILE)))


def test_of_a_graph_it_is_what_its_own_list_tells() -> None:
    build(FILE, GRAPH)
    rows = map(json.loads, Path(GRAPH, STATUS).read_text(encoding="utf-8").splitlines())
    listed = {(row["id"], row["origin"], row["status"], row["reason"]) for row in rows}
    assert {(one.id, one.origin, one.status, one.reason) for one in statuses(GRAPH, FILE)} == listed
    assert counted() == {"ok": ARTICLES - 2, "failed": 1, "nothing found": 1, "problem": 1}


def test_where_nothing_was_built_nothing_was_tried() -> None:
    assert counted() == {"never tried": ARTICLES, "problem": 1}


def test_what_an_interrupted_run_read_is_told_from_what_it_did_not_get_to() -> None:
    with pytest.raises(KeyboardInterrupt):
        build(FILE, GRAPH, progress=interrupt)
    found = list(statuses(GRAPH, FILE))
    assert found[0] == Told("n0", f"{FILE}:1", Status.OK, EARLY)
    assert [one.status for one in found if one.id == "n7"] == ["failed"]
    assert counted() == {"ok": 99, "failed": 1, "nothing found": 1, "never tried": ARTICLES - 101, "problem": 1}
    build(FILE, GRAPH)
    assert "never tried" not in counted()


def test_beside_a_graph_the_rest_of_an_update_is_told_too() -> None:
    write("one.jsonl", [told("first", TEXT.format(day=1))])
    build("one.jsonl", GRAPH)
    with pytest.raises(KeyboardInterrupt):
        update(GRAPH, FILE, progress=interrupt)
    assert [one.reason for one in statuses(GRAPH, "one.jsonl")] == [""]
    assert counted()["never tried"] == ARTICLES - 101


def test_an_article_whose_text_has_changed_was_never_tried() -> None:
    build(FILE, GRAPH)
    write(FILE, [told("n0", TEXT.format(day=30)), told("n1", TEXT.format(day=2))])
    assert [one.status for one in statuses(GRAPH, FILE)] == ["never tried", "ok"]


def test_of_one_id_given_twice_each_place_is_told() -> None:
    lines = [told("a", TEXT.format(day=1)), told("a", TEXT.format(day=1)), told("a", TEXT.format(day=2))]
    write(FILE, lines)
    build(FILE, GRAPH)
    assert [one.status for one in statuses(GRAPH, FILE)] == ["ok", "repeated", "failed"]


def test_a_file_that_was_moved_is_known_by_its_articles() -> None:
    build(FILE, GRAPH)
    before = counted()
    Path(FILE).rename("moved.jsonl")
    moved = Counter(one.status for one in statuses(GRAPH, "moved.jsonl"))
    assert moved[Status.OK] == before["ok"]
    assert moved[Status.NEVER_TRIED] == before["failed"]


def test_what_is_withdrawn_is_told_as_that() -> None:
    build(FILE, GRAPH)
    redact(GRAPH, article="n0", why="asked")
    assert next(iter(statuses(GRAPH, FILE))).status == "withdrawn"


def test_while_a_build_is_at_work_nothing_is_told() -> None:
    def told_meanwhile() -> None:
        with replacing(Path(GRAPH)):
            list(statuses(GRAPH, FILE))

    with pytest.raises(GraphError, match="another build is writing"):
        told_meanwhile()


def test_telling_changes_nothing() -> None:
    with pytest.raises(KeyboardInterrupt):
        build(FILE, GRAPH, progress=interrupt)
    for _ in range(2):
        counted()
    report = build(FILE, GRAPH)
    assert (report.resumed, report.read) == (100, ARTICLES - 1)
