"""Finds things by what somebody types: the beginning of a name, a part of it, with slips, in Latin letters.

index = Index(things(graph))
for hit in index.find("ผวจ.ระยอง"):
    print(hit.thing.label, hit.thing.articles)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lgkg.identity import name_key
from lgkg.identity.linkage import slurred, spelt
from lgkg.web.search.forms import Forms
from lgkg.web.search.found import TITLED, Found, Way
from lgkg.web.search.roman import consonants, rough
from lgkg.web.search.slips import allowed, distances
from lgkg.web.search.things import Kind, Thing
from lgkg.web.search.typed import Meaning, is_name, meanings

LIMIT = 10
"""Things found, unless more are wanted."""
_WORDS = 12
"""Words of a name, and of what is typed, that count."""
_NEAR = 600
"""Names that are compared letter by letter, at most."""
_START = "^"


class Hit(NamedTuple):
    """A thing that was found, and how."""

    thing: Thing
    way: Way


class Group(NamedTuple):
    """Things of one kind that were found: how many, and the best of them."""

    kind: Kind
    number: int
    hits: list[Hit]


class Index:
    """An index of things by their names. It is never changed, so that any number of threads may ask it.

    Args:
        things: what can be found.
    """

    def __init__(self, things: Sequence[Thing]) -> None:
        import numpy as np

        self.things = things
        self._numbers = {thing.iri: at for at, thing in enumerate(things)}
        self._kinds = np.array([list(Kind).index(thing.kind) for thing in things], dtype=np.int8)
        self._articles = np.array([thing.articles for thing in things], dtype=np.int32)
        self._lengths = np.array([len(thing.label) for thing in things], dtype=np.int32)
        named = [(name, at) for at, thing in enumerate(things) for name in thing.names]
        self._keys = Forms((name_key(name), at) for name, at in named)
        self._words = Forms((word, at) for name, at in named for word in _beginnings(name))
        self._spelt = Forms((_spelt(name_key(name)), at) for name, at in named)
        people = [(thing.label, at) for at, thing in enumerate(things) if thing.kind is Kind.PERSON]
        self._rough = Forms((form, at) for name, at in people for form in _romanised(name))
        self._sounds = Forms(((_START + consonants(form), at) for at, form in enumerate(self._rough.texts)), 2)
        for forms in (self._keys, self._spelt, self._sounds):
            forms.grams  # noqa: B018  made now, not by who asks first

    def find(self, text: str, kinds: Collection[Kind] = (), limit: int = LIMIT) -> list[Hit]:
        """What may be meant by a text.

        Args:
            text: what somebody typed.
            kinds: what is wanted; all where empty.
            limit: how many at most.

        Returns:
            The best first: in the order of `Way`, then those that most articles name. Of events and articles there
            are few among others, unless these are wanted: many tell in their titles of one thing.
        """
        found = self._found(text, kinds, limit)
        ranked = self._ranked(found)
        best = ranked if kinds else self._few_titles(ranked, limit)
        return [self._hit(found, at) for at in best[:limit]]

    def groups(self, text: str, kinds: Collection[Kind] = (), each: int = LIMIT) -> list[Group]:
        """The same by kind, that of the best hit first, with up to `each` hits of every kind."""
        found = self._found(text, kinds, each)
        by_kind: dict[Kind, list[int]] = {}
        for at in self._ranked(found):
            by_kind.setdefault(self.things[at].kind, []).append(at)
        return [
            Group(kind, len(numbers), [self._hit(found, at) for at in numbers[:each]])
            for kind, numbers in by_kind.items()
        ]

    def _ranked(self, found: Found) -> list[int]:
        return found.ranked(-self._articles, self._lengths)

    def _few_titles(self, ranked: list[int], limit: int) -> list[int]:
        """Those ranked without the titles beyond a third of what is wanted."""
        titles = [at for at in ranked if self.things[at].kind in TITLED][limit // 3 :]
        left_out = frozenset(titles)
        return [at for at in ranked if at not in left_out]

    def _hit(self, found: Found, at: int) -> Hit:
        return Hit(self.things[at], Way(int(found.ways[at])))

    def _found(self, text: str, kinds: Collection[Kind], enough: int) -> Found:
        found, read = Found(self._kinds, kinds), meanings(text)
        for meaning in read:
            self._plainly(found, meaning)
        if len(found) < enough:
            for meaning in read:
                self._all_words(found, meaning)
        slips = not found.settled
        if is_name(text):
            self._in_latin_letters(found, text, slips)
        for meaning in read if slips and len(found) < enough else ():
            self._with_slips(found, meaning)
        return found

    def thing(self, iri: str) -> Thing | None:
        """What has this IRI."""
        at = self._numbers.get(iri)
        return None if at is None else self.things[at]

    def labelled(self, label: str) -> list[Thing]:
        """What has just this preferred name, by IRI."""
        return [thing for thing in self.things if thing.label == label]

    def called(self, text: str) -> list[Thing]:
        """What bears just the name that was typed, with or without what stands before names; by IRI."""
        found = Found(self._kinds, ())
        for meaning in meanings(text):
            if not meaning.keyed:
                found.add(Way.EXACT, self._keys.of(meaning.key), meaning.kind)
        return [self.things[at] for at in sorted(found.ranked())]

    def _plainly(self, found: Found, meaning: Meaning) -> None:
        key = meaning.key
        found.add(Way.EXACT, self._keys.of(key), meaning.kind)
        found.add(Way.BEGINS, self._keys.beginning(key), meaning.kind)
        found.add(Way.WORD, self._words.beginning(key), meaning.kind)
        if len(key) > 2:
            found.add(Way.INSIDE, self._keys.owners[self._keys.grams.containing(key)], meaning.kind)

    def _all_words(self, found: Found, meaning: Meaning) -> None:
        """Names that contain each word of what was typed, wherever."""
        import numpy as np

        keys = [name_key(word) for word in meaning.name.split()[:_WORDS]]
        longest = max(keys, key=len)
        if len(keys) > 1 and len(longest) > 2:
            numbers = self._keys.grams.containing(longest)
            holding = np.array([all(key in text for key in keys) for text in self._keys.at(numbers)], dtype=bool)
            found.add(Way.WORDS, self._keys.owners[numbers[holding]], meaning.kind)

    def _with_slips(self, found: Found, meaning: Meaning) -> None:
        """Names a part of which sounds as what was typed, or differs from that in a letter or two."""
        text = _spelt(meaning.key)
        slips = 0 if meaning.keyed else allowed(len(text))
        numbers = self._spelt.grams.sharing(text, len(text) - 2 - 3 * slips, _NEAR)
        far = distances(text, self._spelt.at(numbers))
        for way, slip in ((Way.SPELLING, 0), (Way.SLIP, 1), (Way.SLIPS, 2)):
            if slip <= slips:
                found.add(way, self._spelt.owners[numbers[far == slip]], meaning.kind)

    def _in_latin_letters(self, found: Found, text: str, slips: bool) -> None:
        """People whose names may be romanised so; those first that are nearest with their vowels too."""
        form = "".join(map(rough, text.split()[:_WORDS]))
        sounds = _START + consonants(form)
        if len(sounds) <= 2:
            return
        most = allowed(len(sounds)) if slips else 0
        numbers = self._sounds.grams.sharing(sounds, len(sounds) - 1 - 2 * most, _NEAR)
        far = distances(sounds, self._sounds.at(numbers), anywhere=False)
        forms = self._sounds.owners[numbers]
        apart = distances(form, self._rough.at(forms), anywhere=False) + 2 * far
        for way, near in ((Way.ROMAN, far == 0), (Way.ROMAN_SLIP, (far > 0) & (far <= most))):
            found.add(way, self._rough.owners[forms[near]], Kind.PERSON, apart[near])


def _spelt(key: str) -> str:
    """A key in which letters that are taken for each other are one, without tone marks and repetition marks."""
    return slurred(spelt(key.replace("ๆ", "")))


def _beginnings(name: str) -> Iterator[str]:
    """The key of a name from each word on but the first."""
    words = [name_key(word) for word in name.split(maxsplit=_WORDS)]
    for at in range(1, len(words)):
        yield "".join(words[at:])


def _romanised(name: str) -> Iterator[str]:
    """A name in Latin letters, whole and from the second word on."""
    words = [rough(word) for word in name.split()]
    for at in range(min(2, len(words))):
        yield "".join(words[at:])
