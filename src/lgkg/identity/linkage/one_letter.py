"""People of one post whose names are one letter apart: whatever the model says, a person should look at these.

Two words are one letter apart where dropping one letter of each, or none of one of them, gives the same word; so people
are brought together by all such shortened names, in time that grows with their number (Garbe's symmetric delete).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from lgkg.identity.keys import name_key
from lgkg.identity.linkage.slips import telling
from lgkg.identity.records import PersonRecord


def one_letter_apart(people: Iterable[PersonRecord], among: Collection[str] | None) -> list[tuple[str, str]]:
    """Pairs of ids of people who held the same post and whose normalised names differ in one letter, sorted.

    Names that are told apart by a number or a single letter (`ชุมชนพัฒนา 1`, `ชุมชนพัฒนา 2`) are no such names.

    Args:
        people: everybody who may be in a pair.
        among: ids; only pairs with at least one of them. None: all.
    """
    held: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for person in people:
        key, number = name_key(person.name), telling(person.name)
        for seat in person.seats:
            held[seat.office, number][person.id] = key
    pairs = {pair for keys in held.values() if len(keys) > 1 for pair in _near(keys)}
    return sorted(pair for pair in pairs if among is None or pair[0] in among or pair[1] in among)


def _near(keys: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs among the holders of one post, given as id -> name: memory holds the shortened names of one post alone."""
    met: dict[str, dict[str, str]] = defaultdict(dict)
    for person, key in keys.items():
        for shortened in _shortened(key):
            met[shortened][person] = key
    for alike in met.values():
        if len(alike) > 1:
            yield from _pairs(alike)


def _shortened(key: str) -> set[str]:
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


def _pairs(keys: dict[str, str]) -> Iterator[tuple[str, str]]:
    for a, b in combinations(sorted(keys), 2):
        if _one_apart(keys[a], keys[b]):
            yield a, b


def _one_apart(one: str, other: str) -> bool:
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    same = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]
