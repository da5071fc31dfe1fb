"""The journal: one line an article that was given, which says what became of it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from lgkg.article import Article
from lgkg.building.journal import Journal, Status
from lgkg.sources import Problem

A, B = Article("a", "ก", origin="one.txt"), Article("b", "ข", origin="two.txt")


@pytest.fixture
def journal() -> Journal:
    return Journal(sqlite3.connect(":memory:"))


def lines(journal: Journal, folder: Path) -> list[list[str | None]]:
    journal.write(folder)
    rows = map(json.loads, (folder / "status.jsonl").read_text(encoding="utf-8").splitlines())
    return [[row["id"], row["origin"], row["status"], row["reason"]] for row in rows]


def test_lines_are_sorted_by_id_and_origin(journal: Journal, tmp_path: Path) -> None:
    journal.note(B, Status.OK)
    journal.note_problem(Problem("x.json", "broken", "Mend it"))
    journal.note(A, Status.NOTHING_FOUND)
    assert lines(journal, tmp_path) == [
        [None, "x.json", "problem", "broken"],
        ["a", "one.txt", "nothing found", ""],
        ["b", "two.txt", "ok", ""],
    ]


def test_the_same_is_noted_once(journal: Journal, tmp_path: Path) -> None:
    for _ in range(2):
        journal.note(A, Status.REPEATED, "the same as in one.txt")
        journal.note_problem(Problem("x.json", "broken", "Mend it"))
    assert len(lines(journal, tmp_path)) == 2
    assert (journal.count(Status.REPEATED), journal.count(Status.OK)) == (1, 0)


def test_what_is_forgotten_leaves_no_line_and_others_stay(journal: Journal, tmp_path: Path) -> None:
    journal.note(A, Status.OK)
    journal.note(A, Status.REPEATED, "the same as in one.txt")
    journal.note(B, Status.OK)
    journal.forget("a")
    assert lines(journal, tmp_path) == [["b", "two.txt", "ok", ""]]


def test_the_first_of_an_id_is_remembered_for_one_run(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "db", isolation_level=None)
    journal = Journal(database)
    assert journal.first("a") is None
    journal.enter(A)
    journal.note(A, Status.OK)
    first = journal.first("a")
    assert first is not None
    assert (first.origin, first.text) == ("one.txt", A.text_sha256)
    database.close()
    later = Journal(sqlite3.connect(tmp_path / "db"))
    assert later.first("a") is None
    assert later.count(Status.OK) == 1
