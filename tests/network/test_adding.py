from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lgkg.network.adding import Place, beside
from lgkg.network.layout import BOX

PLACES = st.tuples(st.integers(-900, 900), st.integers(-900, 900))
CROWDS = st.lists(PLACES, max_size=12).map(lambda places: {f"old {i}": place for i, place in enumerate(places)})
NEWCOMERS = st.lists(PLACES, max_size=25).map(lambda places: {f"new {i}": place for i, place in enumerate(places)})


def covers(one: Place, other: Place) -> bool:
    return bool(abs(one[0] - other[0]) < BOX[0] and abs(one[1] - other[1]) < BOX[1])


@given(CROWDS, NEWCOMERS)
def test_newcomers_cover_nobody_and_nobody_moves_for_them(old: dict[str, Place], new: dict[str, Place]) -> None:
    placed = beside(old, new)
    assert {name: placed[name] for name in old} == old
    assert list(placed) == [*old, *new]
    for one, other in combinations(placed, 2):
        if other in new:
            assert not covers(placed[one], placed[other])


def test_a_newcomer_finds_a_place_as_near_as_the_others_allow() -> None:
    assert beside({}, {"new": (300, 200)})["new"] != beside({"old": (300, 200)}, {"new": (300, 200)})["new"]
    x, y = beside({"old": (300, 200)}, {"new": (300, 200)})["new"]
    assert abs(x - 300) <= 2 * BOX[0] and abs(y - 200) <= 2 * BOX[1]


def test_hundreds_find_a_place_around_one() -> None:
    placed = beside({"host": (0, 0)}, {str(i): (0.0, 0.0) for i in range(400)})
    assert len(set(placed.values())) == 401
    assert max(abs(x) for x, _ in placed.values()) < 30 * BOX[0]
