"""The text of an article is read again from where a build read it, if it is still the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lgkg import build
from lgkg.article import Article
from lgkg.evaluation.texts import article_texts

ONE, TWO = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง", "นางใจงาม ลองเขียน นายอำเภอแกลง"


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph of an article in a text file and one in a line of JSON Lines."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "in" / "more.jsonl").write_text(
        json.dumps({"id": "none", "text": "ไม่มี"}) + "\n" + json.dumps({"id": "two", "text": TWO}) + "\n"
    )
    build([tmp_path / "in"], tmp_path / "graph")
    return tmp_path / "graph"


def digests(**texts: str) -> dict[str, str]:
    return {id: Article(id, text).text_sha256 for id, text in texts.items()}


def test_texts_are_found_in_files_of_each_kind(graph: Path) -> None:
    assert article_texts(graph, digests(one=ONE, two=TWO)) == {"one": ONE, "two": TWO}


def test_a_text_that_has_changed_is_not_taken_for_the_one_that_was_read(graph: Path) -> None:
    (graph.parent / "in" / "one.txt").write_text("อื่น", encoding="utf-8")
    assert article_texts(graph, digests(one=ONE, two=TWO)) == {"two": TWO}


def test_texts_that_are_gone_are_left_out(graph: Path) -> None:
    (graph.parent / "in" / "more.jsonl").unlink()
    assert article_texts(graph, digests(one=ONE, two=TWO)) == {"one": ONE}
    (graph / "status.jsonl").unlink()
    assert article_texts(graph, digests(one=ONE)) == {}
