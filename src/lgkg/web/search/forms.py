"""Forms of names, sorted, each with the number of the thing that bears it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from lgkg.web.search.grams import Grams

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.int32]

_LAST = "\U0010ffff"


class Forms:
    """Forms of names.

    Args:
        pairs: a form and the number of a thing; empty forms are left out.
        size: letters of the runs by which parts of forms are found.
    """

    def __init__(self, pairs: Iterable[tuple[str, int]], size: int = 3) -> None:
        import numpy as np

        ordered = sorted({pair for pair in pairs if pair[0]})
        self.texts = [text for text, _ in ordered]
        self.owners = np.array([owner for _, owner in ordered], dtype=np.int32)
        self._size = size

    @cached_property
    def grams(self) -> Grams:
        """The forms by what is in them."""
        return Grams(self.texts, self._size)

    def of(self, text: str) -> Numbers:
        """The things that have just this form."""
        return self.owners[bisect_left(self.texts, text) : bisect_right(self.texts, text)]

    def beginning(self, text: str) -> Numbers:
        """The things of which a form begins so."""
        return self.owners[bisect_left(self.texts, text) : bisect_right(self.texts, text + _LAST)]

    def at(self, numbers: Numbers) -> list[str]:
        """The forms of these numbers."""
        return [self.texts[number] for number in numbers.tolist()]
