from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lgkg.web.search.grams import Grams
from lgkg.web.search.slips import allowed, distances

WORDS = st.text("กขคงa", max_size=8)


def plain_distance(pattern: str, text: str) -> int:
    row = list(range(len(text) + 1))
    for at, letter in enumerate(pattern, 1):
        before, row[0] = row[0], at
        for column, other in enumerate(text, 1):
            before, row[column] = row[column], min(before + (letter != other), row[column] + 1, row[column - 1] + 1)
    return row[-1]


@given(WORDS, st.lists(WORDS, max_size=5), st.booleans())
def test_the_distance_is_that_to_the_nearest_part(pattern: str, texts: list[str], anywhere: bool) -> None:
    expected = [
        min(
            plain_distance(pattern, text[start:end])
            for start in (range(len(text) + 1) if anywhere else (0,))
            for end in range(start, len(text) + 1)
        )
        for text in texts
    ]
    assert distances(pattern, texts, anywhere=anywhere).tolist() == expected


def test_short_words_may_have_no_slip_and_long_ones_two() -> None:
    assert [allowed(length) for length in (3, 4, 7, 8, 40)] == [0, 1, 1, 2, 2]


@given(st.lists(st.text("กขa😀", max_size=7), max_size=6), st.text("กขa😀", min_size=3, max_size=5))
def test_texts_that_contain_a_part_are_found_and_no_others(texts: list[str], part: str) -> None:
    assert Grams(texts).containing(part).tolist() == [number for number, text in enumerate(texts) if part in text]


def test_those_that_share_most_runs_come_when_not_all_may() -> None:
    grams = Grams(["กขคงจ", "กขค", "กขคง", "ฮฮฮ"])
    assert sorted(grams.sharing("กขคงจ", 1, 2).tolist()) == [0, 2]
    assert sorted(grams.sharing("กขคงจ", 2, 9).tolist()) == [0, 2]
