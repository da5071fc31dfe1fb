"""Every question as a whole: its words, its example, and the ways to ask it wrongly."""

from __future__ import annotations

import pytest

from lgkg.errors import QueryError
from lgkg.graph import Graph
from lgkg.questions import Question, question, questions

_NOT_IN_SAMPLES = {"two-holders-at-once"}
"""Questions about what is wrong in a graph, of which the samples need have nothing; test_terms.py asks them."""

every_question = pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.id)


@every_question
def test_the_example_of_a_question_has_an_answer(samples_graph: Graph, asked: Question) -> None:
    examples = {parameter.name: parameter.example for parameter in asked.parameters}
    answer = asked.ask(samples_graph, **examples)
    assert answer.rows or asked.id in _NOT_IN_SAMPLES
    assert answer.columns == tuple(asked.columns)


@every_question
def test_what_is_optional_may_be_left_out(samples_graph: Graph, asked: Question) -> None:
    needed = {parameter.name: parameter.example for parameter in asked.parameters if not parameter.optional}
    assert asked.ask(samples_graph, **needed).rows or asked.id in _NOT_IN_SAMPLES


def test_questions_come_by_id() -> None:
    ids = [asked.id for asked in questions()]
    assert ids == sorted(ids)
    assert question("who-met-whom").title.of("th").startswith("ใคร")


def test_an_unknown_question_is_told_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="Did you mean who-met-whom"):
        question("who-meets-whom")


def test_a_parameter_that_is_needed_or_unknown_is_told(samples_graph: Graph) -> None:
    with pytest.raises(QueryError, match=r"needs 'person'.*for example person="):
        question("who-was-with").ask(samples_graph)
    with pytest.raises(QueryError, match=r"takes no 'nobody'.*'person', 'top'"):
        question("who-was-with").ask(samples_graph, person="x", nobody="y")
