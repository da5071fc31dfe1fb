"""Finds the questions: every `.rq` file in this folder is one."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path

from lgkg.errors import QueryError
from lgkg.questions.question import Question


@cache
def questions() -> tuple[Question, ...]:
    """The built-in questions, by id.

    Raises:
        DataError: the header of one is wrong.
    """
    return tuple(Question.read(file) for file in sorted(Path(__file__).parent.glob("*.rq")))


def question(id: str) -> Question:
    """The built-in question of this id.

    Raises:
        QueryError: there is none.
    """
    known = {question.id: question for question in questions()}
    if id not in known:
        near = get_close_matches(id[:60], known, n=3)
        hint = f"Did you mean {' or '.join(near)}? " if near else ""
        raise QueryError(f"there is no question {id[:60]!r}", remedy=f"{hint}`lgkg questions` lists them")
    return known[id]
