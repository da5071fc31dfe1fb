"""How alike two titles of events, or two venues, are: by the letters they share once boilerplate is left out.

>>> similarity(core("พิธีเปิดโครงการท่าเรือสะอาด"), core("เปิดงานท่าเรือสะอาด (ครั้งแรก)"))
1.0
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lgkg.domain.gazetteer import gazetteer
from lgkg.identity.keys import name_key
from lgkg.tables import table

_GRAM = 3
"""Letters that are compared at a time: a Thai syllable has three or four."""
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBERED = re.compile(r"(ครั้งที่|รุ่นที่|ระยะที่|ชุดที่|สมัยที่|หมู่ที่|เขต|ภาค)(\d+(?:/\d+)?)")


@lru_cache(maxsize=1 << 16)
def core(title: str) -> str:
    """What tells an event from others: the key of its title without brackets, boilerplate, occasion and province.

    The words are those of `data/identity/event_words.csv`; it may be empty.
    """
    key = name_key(_IN_BRACKETS.sub("", title))
    for short, long in _written_out():
        key = key.replace(short, long)
    occasion = _any("rest").search(key)
    return _boilerplate().sub("", key[: occasion.start()] if occasion else key)


def meets_once(core_of_title: str) -> bool:
    """Whether the title names a body that meets at most once a day in the whole country."""
    return bool(_any("once").search(core_of_title))


def common(core_of_title: str) -> bool:
    """Whether the title names what many places hold on one day."""
    return bool(_any("common").search(core_of_title))


def numbers(title: str) -> dict[str, frozenset[str]]:
    """The numbers by which a title tells an event from others of a series: {"ครั้งที่": {"6/2565"}}."""
    found: dict[str, set[str]] = {}
    for word, number in _NUMBERED.findall(name_key(title)):
        found.setdefault(word, set()).add(number)
    return {word: frozenset(given) for word, given in found.items()}


def similarity(one: str, other: str) -> float:
    """From 0 to 1: the mean of what the shorter text shares with the longer and of the Dice coefficient, in trigrams.

    Either alone misleads: a short title lies by chance in a long one, and the same event has a short and a long title.
    """
    mine, theirs = _grams(one), _grams(other)
    if not mine or not theirs:
        return float(one == other)
    shared = len(mine & theirs)
    return shared * (0.5 / min(len(mine), len(theirs)) + 1 / (len(mine) + len(theirs)))


@lru_cache(maxsize=1 << 16)
def _grams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))


def _words(use: str) -> list[dict[str, str]]:
    return [row for row in table("event_words", "identity") if row["use"] == use]


@cache
def _written_out() -> tuple[tuple[str, str], ...]:
    return tuple((name_key(row["th"]), name_key(row["long"])) for row in _words("short"))


@cache
def _any(use: str) -> re.Pattern[str]:
    """The words of a use, the longest first."""
    words = sorted((name_key(row["th"]) for row in _words(use)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _boilerplate() -> re.Pattern[str]:
    """The words that are left out, and provinces, which are evidence of their own."""
    names = sorted((re.escape(name_key(area.name)) for area in gazetteer().provinces), key=len, reverse=True)
    return re.compile(f"(?:จังหวัด|จ\\.)(?:{'|'.join(names)})|{_any('word').pattern}")
