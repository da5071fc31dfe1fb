"""Layers: marks of which no two overlap. Of marks that do, the longest lies undermost and shorter ones on top of it.

The rows of a page are laid in order, so a text with marks and passages that overlap in any way is cut into runs, each
of which lies under the same marks from its first letter to its last.

    >>> [(run.start, run.end, over) for run, over in runs(5, [(Span(0, 3), "a"), (Span(2, 4), "b")])]
    [(0, 2, ('a',)), (2, 3, ('a', 'b')), (3, 4, ('b',)), (4, 5, ())]
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from lgkg.text.span import Span

T = TypeVar("T")


def packed(items: Iterable[T], span: Callable[[T], Span], needed: Callable[[T], bool]) -> tuple[tuple[T, ...], ...]:
    """The items in layers, the undermost first, each in the order of the text.

    Args:
        items: in the order of their claims; an item that overlaps one before it goes a layer up.
        span: where an item lies; none may be empty.
        needed: whether an item that finds no room in the undermost layer goes up, rather than being left out.
    """
    layers: list[_Layer[T]] = []
    for item in items:
        level = next((number for number, layer in enumerate(layers) if layer.has_room(span(item))), len(layers))
        if level and not needed(item):
            continue
        if level == len(layers):
            layers.append(_Layer())
        layers[level].add(span(item), item)
    return tuple(layer.items() for layer in layers)


class _Layer(Generic[T]):
    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._items: dict[Span, T] = {}

    def has_room(self, span: Span) -> bool:
        at = bisect_left(self._spans, span)
        before, behind = self._spans[at - 1 : at], self._spans[at : at + 1]
        return all(other.end <= span.start for other in before) and all(span.end <= other.start for other in behind)

    def add(self, span: Span, item: T) -> None:
        insort(self._spans, span)
        self._items[span] = item

    def items(self) -> tuple[T, ...]:
        return tuple(self._items[span] for span in self._spans)


def runs(length: int, laid: Sequence[tuple[Span, T]]) -> Iterator[tuple[Span, tuple[T, ...]]]:
    """Cuts a text into runs, each with all that lies over it, in the order of `laid`; together they are the text."""
    begin, end = defaultdict(list), defaultdict(list)
    for number, (span, _) in enumerate(laid):
        begin[span.start].append(number)
        end[span.end].append(number)
    over: set[int] = set()
    cuts = sorted({0, length, *begin, *end})
    for start, stop in pairwise(cuts):
        over.difference_update(end[start])
        over.update(begin[start])
        yield Span(start, stop), tuple(laid[number][1] for number in sorted(over))
