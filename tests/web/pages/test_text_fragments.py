from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from lgkg.web.pages.text_fragments import pointing_at

URL = "https://www.example.go.th/1"


def test_a_short_passage_is_written_whole() -> None:
    assert unquote(pointing_at(URL, "เป็นประธาน  เปิดงาน")) == f"{URL}#:~:text=เป็นประธาน เปิดงาน"


def test_of_a_long_passage_the_first_and_last_words_are_written() -> None:
    words = [f"คำที่{n:02}" for n in range(60)]
    told = unquote(pointing_at(URL, " ".join(words))).partition("#:~:text=")[2]
    first, last = told.split(",")
    assert first.split() == words[: len(first.split())]
    assert last.split() == words[-len(last.split()) :]


def test_what_has_a_meaning_in_a_directive_is_encoded() -> None:
    assert pointing_at(URL, "a-b, c&d").partition("text=")[2] == "a%2Db%2C%20c%26d"


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert pointing_at(f"{URL}#top", "a") == f"{URL}#top:~:text=a"


def test_without_an_address_or_words_there_is_nothing_to_point_at() -> None:
    assert pointing_at("", "a") == ""
    assert pointing_at(URL, " \n ") == URL


@given(st.text())
def test_no_passage_breaks_out_of_the_address(passage: str) -> None:
    told = pointing_at(URL, passage).removeprefix(URL)
    assert told.isascii()
    assert not set(told) & set("<>\"' \n\\&")
