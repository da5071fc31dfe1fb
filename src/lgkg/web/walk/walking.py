"""What a walk shows: a few people to begin with, then one step after the other; the same steps show the same.

Nobody moves when others come: newcomers are placed around whoever brought them (see `lgkg.network.adding`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from lgkg.network.adding import Place, beside
from lgkg.network.layout import layout
from lgkg.web.walk.steps import Step, about
from lgkg.web.walk.whole import Whole

_REMEMBERED = 256
"""Stages of walks that are kept, so that a further step costs no more than itself."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Who is shown, and where.

    Attributes:
        places: the people by IRI, in pixels at zoom 1.
        opened: whose partners were asked for, and how many of them.
        pinned: who stays.
        brought: who was brought by whose opening.
    """

    places: Mapping[str, Place]
    opened: Mapping[str, int] = field(default_factory=dict)
    pinned: frozenset[str] = frozenset()
    brought: Mapping[str, str] = field(default_factory=dict)


class Walks:
    """Walks over the whole network.

    Args:
        whole: the network.
        base: what stands before every id of the graph.
        most: people that are shown at most; whoever comes later is left out.
    """

    def __init__(self, whole: Whole, base: str, most: int) -> None:
        self.whole, self.base, self._most = whole, base, most
        self.after = lru_cache(_REMEMBERED)(self._after)

    def iri(self, id: str) -> str:
        """The IRI of a person by the id."""
        return f"{self.base}person/{id}"

    def id(self, iri: str) -> str:
        """The id of a person by the IRI."""
        return iri.removeprefix(f"{self.base}person/")

    def start(self, people: tuple[str, ...], opened: int = 0) -> Stage:
        """People to begin with; of one of them also the `opened` nearest partners."""
        if not opened:
            return Stage(self._laid_out(people))
        (person,) = people
        near = self._nearest(person, opened)
        return Stage(self._laid_out([person, *near]), {person: opened}, brought=dict.fromkeys(near, person))

    def _after(self, people: tuple[str, ...], opened: int, steps: tuple[Step, ...]) -> Stage:
        """The stage after these steps; what is remembered of it begins with the steps before the last."""
        if not steps:
            return self.start(people, opened)
        before, step = self.after(people, opened, steps[:-1]), steps[-1]
        known = [self.iri(id) for id in about(step)]
        if any(person not in self.whole.node for person in known):
            return before  # an address may be older than the graph
        if step[0] == "open":
            return self._open(before, known[0], int(step[2]))
        return _STEPS[step[0]](self, before, *known)

    def _add(self, stage: Stage, person: str) -> Stage:
        return self._with(stage, [person])

    def _open(self, stage: Stage, person: str, count: int) -> Stage:
        stage = self._with(stage, [person])
        near = [one for one in self._nearest(person, count) if one not in stage.places]
        brought = {**dict.fromkeys(near, person), **stage.brought}
        opened = {**stage.opened, person: max(count, stage.opened.get(person, 0))}
        return replace(self._with(stage, near, person), opened=opened, brought=brought)

    def _shut(self, stage: Stage, person: str) -> Stage:
        opened = {one: count for one, count in stage.opened.items() if one != person}
        staying = stage.pinned | opened.keys()
        leaving = {one for one, host in stage.brought.items() if host == person and one not in staying}
        return replace(_without(stage, leaving), opened=opened)

    def _drop(self, stage: Stage, person: str) -> Stage:
        return _without(stage, {person})

    def _pin(self, stage: Stage, person: str) -> Stage:
        return replace(stage, pinned=stage.pinned | {person})

    def _free(self, stage: Stage, person: str) -> Stage:
        return replace(stage, pinned=stage.pinned - {person})

    def _path(self, stage: Stage, start: str, end: str) -> Stage:
        way = self.whole.way(start, end) or [start, end]
        stage = self._with(stage, [start, end])
        for before, one in pairwise(way):
            stage = self._with(stage, [one], before)
        return stage

    def _nearest(self, person: str, count: int) -> list[str]:
        return list(self.whole.partners[person])[:count]

    def _laid_out(self, people: Iterable[str]) -> dict[str, Place]:
        listed = list(people)
        placed = layout(self.whole.among(listed).to_networkx())
        return {one: placed[one] for one in listed}

    def _with(self, stage: Stage, people: Iterable[str], host: str = "") -> Stage:
        """The people too, around their host and whom else they know."""
        room = max(0, self._most - len(stage.places))
        coming = [one for one in dict.fromkeys(people) if one not in stage.places][:room]
        wanted = {one: self._wanted(stage, one, host) for one in coming}
        return replace(stage, places=beside(stage.places, wanted)) if coming else stage

    def _wanted(self, stage: Stage, person: str, host: str) -> Place:
        """Between the partners who are shown; half the way to the host, if there is one."""
        edges = self.whole.network.edges
        known = [
            (stage.places[other], edges[number].newman)
            for other, number in self.whole.partners[person].items()
            if other in stage.places
        ]
        middle = _middle(known or [(place, 1.0) for place in stage.places.values()])
        return _middle([(middle, 1.0), (stage.places[host], 1.0)]) if host else middle


def _without(stage: Stage, people: Iterable[str]) -> Stage:
    gone = set(people)
    return Stage(
        {one: place for one, place in stage.places.items() if one not in gone},
        {one: count for one, count in stage.opened.items() if one not in gone},
        stage.pinned - gone,
        {one: host for one, host in stage.brought.items() if one not in gone},
    )


def _middle(places: Iterable[tuple[Place, float]]) -> Place:
    """The middle of places by their shares."""
    listed = list(places)
    whole = sum(share for _, share in listed) or 1.0
    return sum(x * share for (x, _), share in listed) / whole, sum(y * share for (_, y), share in listed) / whole


_STEPS: dict[str, Callable[..., Stage]] = {
    "add": Walks._add,
    "shut": Walks._shut,
    "drop": Walks._drop,
    "pin": Walks._pin,
    "free": Walks._free,
    "path": Walks._path,
}
