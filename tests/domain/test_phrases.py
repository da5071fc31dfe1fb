"""Short lists of phrases for single rules of reading."""

from __future__ import annotations

from lgkg.domain.phrases import phrases
from lgkg.tables import table


def test_phrases_are_those_of_their_use_in_the_order_of_the_table() -> None:
    assert phrases("opens_list")[0] == "ดังนี้"
    assert set(phrases("doubtful_province")) >= {"เลย", "ตาก", "แพร่", "น่าน"}


def test_an_unknown_use_has_no_phrases() -> None:
    assert phrases("nothing") == ()


def test_every_use_is_told_above_the_table_and_no_phrase_stands_twice() -> None:
    for use in {row["use"] for row in table("phrases")}:
        assert len(set(phrases(use))) == len(phrases(use)) > 0
