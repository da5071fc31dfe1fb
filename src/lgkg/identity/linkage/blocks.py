"""Which people are compared at all: those who share a block.

Blocks are keys of few people each: the name less one letter (two names at edit distance one have one such key in
common, whatever the letter), the name as it sounds, a given or family name in one place, how they begin in one post,
one of them and how the other begins in one service.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from lgkg.identity.linkage.kinds import services
from lgkg.identity.linkage.names import Names
from lgkg.identity.records import PersonRecord

LARGEST = 100
"""A block of more people is not compared: its pairs, if they are near at all, meet in narrower ones."""
_FULL_NAME = 9
_END = 5

Named = tuple[PersonRecord, Names]


def blocks(people: Sequence[Named], among: Collection[str] | None) -> list[list[str]]:
    """For each person the blocks that have others in it too; if `among` is given, only those with one of `among` in.

    Blocks of more than `LARGEST` people are left out.
    """
    keys = _shared_keys(people) if among is None else _keys_among(people, among)
    size = Counter(chain.from_iterable(keys))
    used = {key for key, n in size.items() if 1 < n <= LARGEST}
    return [sorted(own & used) for own in keys]


def _shared_keys(people: Sequence[Named]) -> list[set[str]]:
    """The keys of everybody, as far as others have them too.

    Most people have fifty keys of their own, so all are made twice: what all of them take is 8 bytes a key. Where two
    keys have one hash, one too many is kept, which whoever counts the keys will see.
    """
    import numpy as np

    hashes = array("q", (hash(key) for one in people for key in _all_keys(*one)))
    ordered = np.sort(np.frombuffer(hashes, dtype=np.int64))
    shared = set(ordered[1:][ordered[1:] == ordered[:-1]].tolist())
    return [{key for key in _all_keys(*one) if hash(key) in shared} for one in people]


def _all_keys(person: PersonRecord, name: Names) -> set[str]:
    return {*_keys(person, name), *_letters(person, name)}


def _keys_among(people: Sequence[Named], among: Collection[str]) -> list[set[str]]:
    """The keys of everybody, as far as one of `among` has them too.

    Names at edit distance one begin or end alike, which spares most people the keys of their letters.
    """
    new = [(person, name) for person, name in people if person.id in among]
    wanted = {key for person, name in new for key in (*_keys(person, name), *_letters(person, name))}
    ends = {end for _, name in new for end in _ends(name)}
    return [
        wanted.intersection(chain(_keys(person, name), () if ends.isdisjoint(_ends(name)) else _letters(person, name)))
        for person, name in people
    ]


def _keys(person: PersonRecord, name: Names) -> list[str]:
    """The name as it sounds; in places, posts and services one of given and family name, or how they begin."""
    given, family = name.given_sound, name.family_sound
    places = {part for seat in person.seats for part in (seat.office, seat.body, seat.area, seat.area[:2]) if part}
    keys = [f"{place} {given}" for place in places]
    keys += [f"{seat.office} {name.given_spelt[:2]}" for seat in person.seats]
    if name.family_spelt:
        keys += [f"{place}  {family}" for place in places]
        keys += [f"{seat.office}  {name.family_spelt[:2]}" for seat in person.seats]
        if " " in (person.family or ""):  # what stands first may be a by-name
            keys += [f"{seat.office} {name.family_spelt[:2]}" for seat in person.seats]
        keys += [f"{given} {family}", f"{given} {name.family_spelt[:2]}", f"{name.given_spelt[:2]}  {family}"]
        served = {one for seat in person.seats for one in services(seat)}
        keys += [f"{one} {given} {name.family_spelt[:2]}" for one in served]
        keys += [f"{one} {name.given_spelt[:2]}  {family}" for one in served]
    return keys


def _letters(person: PersonRecord, name: Names) -> set[str]:
    """The name less one letter, as written and as spelt; of short names, which many bear, in each post."""
    less = {word[:at] + word[at + 1 :] for word in _words(name) for at in range(len(word) + 1)}
    length = len(_words(name)[0])
    keys = less if name.family or length >= _FULL_NAME else set()
    if length > _FULL_NAME:
        return keys
    return keys | {f"{seat.office} less {word}" for seat in person.seats for word in less}


def _ends(name: Names) -> Iterator[str]:
    """What names at edit distance one have in common: five letters at one end, unless both are short."""
    for word in _words(name):
        yield word[:_END]
        yield word[-_END:]
        if len(word) < 2 * _END:
            yield "short"


def _words(name: Names) -> tuple[str, str]:
    """The name as written, sara am being one letter, and as spelt."""
    return name.whole.replace("\u0e4d\u0e32", "\u0e33"), name.whole_spelt
