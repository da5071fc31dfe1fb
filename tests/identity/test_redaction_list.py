"""The list of who must not be published is read and written whole, is private, and tells no name in its errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from lgkg.errors import GraphError
from lgkg.identity.redaction import Redaction, Redactions

ROWS = (
    Redaction("ทดสอบ สมมุติดี", who="สมหญิง", when="2026-11-26", why="ขอให้ถอน"),
    Redaction("ทดสอบ สมมุติดี", office="office/governor.21"),
    Redaction("ทดสอบ", article="d1"),
    Redaction(article="d2"),
)


def test_a_list_is_read_as_it_was_written_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "redactions.jsonl"
    Redactions(ROWS).write(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert Redactions.read(path).rows == ROWS
    assert Redactions.read(path).articles == {"d2"}
    assert Redactions.read(path).everywhere.names == ("ทดสอบ สมมุติดี",)


def test_no_list_is_an_empty_one_and_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "redactions.jsonl"
    assert not Redactions.read(path)
    Redactions().write(path)
    assert not path.exists()


def test_what_is_withheld_twice_stands_once_as_told_last() -> None:
    again = Redaction("ทดสอบ สมมุติดี", why="อีกครั้ง")
    assert Redactions((*ROWS, again)).rows == (again, *ROWS[1:])


@pytest.mark.parametrize(
    "line",
    ['{"name": "ทดสอบ สมมุติดี"', '{"nom": "ทดสอบ สมมุติดี"}', '["ทดสอบ สมมุติดี"]', '{"name": 5}', '{"name": "ทดส"}'],
)
def test_a_broken_line_is_told_by_its_number_and_not_by_what_it_says(tmp_path: Path, line: str) -> None:
    path = tmp_path / "redactions.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(GraphError) as caught:
        Redactions.read(path)
    assert caught.value.where == f"{path}:2"
    assert "ทดส" not in str(caught.value)
    assert "ทดส" not in repr(caught.value.__cause__)
