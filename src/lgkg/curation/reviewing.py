"""The pairs of people that wait for a decision, each with what there is to compare."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike

from lgkg.curation.desk import Desk, opened
from lgkg.curation.profile import Profile, preferred_name, profile
from lgkg.identity import Link


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one.

    Attributes:
        link: their ids, how probable it is that they are one, and why.
        a: what the graph says of the first, who may be known by an older id than the link's.
        b: the same of the other.
    """

    link: Link
    a: Profile
    b: Profile


class Queue:
    """What waits for a decision.

    Attributes:
        links: the pairs, the most probable first.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self.links = desk, tuple(desk.archive.waiting())

    def pair(self, link: Link) -> Pair:
        """A pair with what the graph says of both."""
        return Pair(link, self._profile(link.a), self._profile(link.b))

    def names(self, link: Link) -> tuple[str, str]:
        """The preferred names of a pair."""
        graph, known = self._desk.graph, self._desk.standing.oldest
        return preferred_name(graph, known(link.a)), preferred_name(graph, known(link.b))

    def _profile(self, id: str) -> Profile:
        return profile(self._desk.graph, self._desk.standing.oldest(id))


@contextmanager
def queue(graph: str | PathLike[str]) -> Generator[Queue, None, None]:
    """What waits in a graph, to be looked at while the block runs.

    Raises:
        GraphError: the graph is missing or damaged.
    """
    with opened(graph) as desk:
        yield Queue(desk)


def review(graph: str | PathLike[str], limit: int | None = None) -> tuple[Pair, ...]:
    """The pairs that wait for a decision, the most probable first; `judge` enters what is decided.

    Args:
        graph: the graph's folder.
        limit: how many pairs to give at most.

    Raises:
        GraphError: the graph is missing or damaged.
    """
    with queue(graph) as waiting:
        return tuple(waiting.pair(link) for link in waiting.links[:limit])
