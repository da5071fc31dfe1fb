"""The dictionary tells ordinary words from what may be a name."""

from __future__ import annotations

from lgkg.reading.words import is_word


def test_words_of_the_dictionary_are_words() -> None:
    assert is_word("ประชุม") and is_word("ชาวบ้าน")


def test_names_pieces_and_nothing_are_no_words() -> None:
    assert not is_word("ศุกลรัตน์ชัย")
    assert not is_word("ประชุ")
    assert not is_word("")
