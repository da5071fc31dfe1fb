"""The exponents that benchmarks print are those of the growth from the first size to the last."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from lgkg.errors import NameUnclearError
from lgkg.questions import questions

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("asking")


def test_what_is_in_step_with_the_articles_grows_by_one(asking: Any) -> None:
    found = asking.Growth("who", (1_000, 4_000, 16_000), (0.1, 0.5, 1.6), (20, 20, 20))
    assert (round(found.of_time, 9), found.of_rows) == (1.0, 0.0)


def test_what_is_compared_with_each_other_grows_by_two(asking: Any) -> None:
    found = asking.Growth("who", (10, 100), (0.1, 10.0), (3, 300))
    assert (round(found.of_time, 9), round(found.of_rows, 9)) == (2.0, 2.0)


def test_an_answer_that_was_empty_has_no_growth(asking: Any) -> None:
    assert asking.Growth("who", (10, 100), (0.1, 0.2), (0, 5)).of_rows == 0.0


def test_a_question_about_what_the_graph_does_not_have_is_left_out(
    asking: Any, make_graph: Any, tmp_path: Path
) -> None:
    bare = make_graph(tmp_path / "graph", [])
    asked = [found.question for found in asking.measured([bare], 1)]
    alone = [it.id for it in questions() if all(one.optional or one.kind not in asking._MOST for one in it.parameters)]
    assert asked == alone


def test_a_name_that_two_people_bear_is_counted(asking: Any) -> None:
    class Two:
        """A graph in which every name is that of two people."""

        def query(self, *_: Any, **__: Any) -> Any:
            raise NameUnclearError("two", remedy="", parameter="person", meanings=2, choices=())

    assert asking._found("สมชาย ใจดี", Two()) == 2
