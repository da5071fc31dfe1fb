from __future__ import annotations

import pytest

from lgkg.errors import QueryError
from lgkg.web.walk.steps import MOST, about, read


def test_steps_are_read_in_their_order() -> None:
    assert read("open.a1.20~drop.b2~path.a1.c3") == (("open", "a1", "20"), ("drop", "b2"), ("path", "a1", "c3"))
    assert read("") == ()


def test_a_step_is_about_people_and_not_about_their_number() -> None:
    assert [about(step) for step in read("open.a1.20~path.a1.c3~pin.7")] == [("a1",), ("a1", "c3"), ("7",)]


@pytest.mark.parametrize("text", ["open.a1", "open.a1.x", "jump.a1", "drop", "drop.a/../b", "path.a", "~", "drop.ก"])
def test_what_is_no_step_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="no step of a walk"):
        read(text)


def test_a_walk_without_end_is_refused() -> None:
    with pytest.raises(QueryError, match="at most"):
        read("~".join(["drop.a"] * (MOST + 1)))
