"""The words of Thai: whether letters are an ordinary word.

The list is pythainlp's (`thai_words`, about 62,000 words, Apache-2.0); it is read at the first question.
"""

from __future__ import annotations

from functools import cache

from pythainlp.corpus import thai_words


@cache
def _words() -> frozenset[str]:
    return frozenset(thai_words())


def is_word(letters: str) -> bool:
    """Whether `letters` as a whole are a word of the dictionary."""
    return letters in _words()
