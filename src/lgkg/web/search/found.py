"""What a search has found so far: for each thing the best way in which it was found."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from lgkg.web.search.things import Kind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Way(IntEnum):
    """How a name was found; the better way is less."""

    EXACT = 0
    BEGINS = 1
    WORD = 2
    """A word of it begins so."""
    ROMAN = 3
    """It may be romanised so."""
    INSIDE = 4
    WORDS = 5
    """It contains all words, in any order."""
    SPELLING = 6
    """It sounds so."""
    SLIP = 7
    SLIPS = 8
    ROMAN_SLIP = 9


_NONE = len(Way)
TITLED = (Kind.MEETING, Kind.ARTICLE)
"""Kinds whose names are sentences: that one begins so says little."""


class Found:
    """Things found by one search.

    Args:
        kinds: the kind of each thing, as its number in `Kind`.
        wanted: kinds that may be found; all where empty.
    """

    def __init__(self, kinds: NDArray[np.int8], wanted: Collection[Kind]) -> None:
        import numpy as np

        self._kinds = kinds
        self._wanted = np.array([not wanted or kind in wanted for kind in Kind])[kinds]
        self._titled = np.array([kind in TITLED for kind in Kind])[kinds]
        self.ways = np.full(len(kinds), _NONE, dtype=np.int8)
        self.slips = np.zeros(len(kinds), dtype=np.int16)

    def add(
        self, way: Way, things: NDArray[np.int32], kind: Kind | None, slips: NDArray[np.int16] | None = None
    ) -> None:
        """Adds what was found this way, unless a better one had found it.

        Args:
            way: how.
            things: the numbers of the things.
            kind: of what kind they must be; None: any.
            slips: how far each is from what was typed, by which those of one way are told apart.
        """
        import numpy as np

        order = np.argsort(-slips, kind="stable") if slips is not None else np.arange(len(things))
        things = things[order]
        new = self._wanted[things] & (self.ways[things] > way)
        if kind is not None:
            new &= self._kinds[things] == list(Kind).index(kind)
        self.ways[things[new]] = way
        if slips is not None:
            self.slips[things[new]] = slips[order][new]  # of a thing that comes twice the last counts, which is nearest

    @property
    def settled(self) -> bool:
        """Whether something was found that has a name of its own: nobody made a slip then."""
        return bool(((self.ways < _NONE) & ~self._titled).any())

    def __len__(self) -> int:
        return int((self.ways != _NONE).sum())

    def ranked(self, *less: NDArray[np.int32]) -> list[int]:
        """The numbers of the things that were found, the best first: by way, slips, and what is given further.

        Titles that hold what was typed are all alike, wherever they hold it.
        """
        import numpy as np

        numbers = np.flatnonzero(self.ways != _NONE)
        titled = self._titled & (self.ways > Way.EXACT) & (self.ways < Way.WORDS)
        ways = np.where(titled, np.int8(Way.WORDS), self.ways)
        keys: list[NDArray[Any]] = [*reversed(less), self.slips]
        order = np.lexsort((*(key[numbers] for key in keys), ways[numbers]))
        found: list[int] = numbers[order].tolist()
        return found
