"""Pushes boxes apart until none covers another, each as little as may be."""

from __future__ import annotations

from typing import TypeAlias

import numpy
from numpy.typing import NDArray

Points: TypeAlias = NDArray[numpy.float64]
Places: TypeAlias = NDArray[numpy.int64]

GROWTH = 1.002
"""How much all grow with every push, so that the densest crowd comes apart in the end."""
ROUNDS = 2_000
"""Pushes before boxes are left to overlap; dozens are usual."""
_SPAN = 2**31
_NEIGHBOURS = (0, 1, _SPAN - 1, _SPAN, _SPAN + 1)


def spread(points: Points, box: Points) -> Points:
    """The points, moved so far that boxes of this width and height around them are clear of each other."""
    room = box + 1  # a pixel more, for places are rounded
    for _ in range(ROUNDS):
        one, other = _near(points, room)
        if not len(one):
            break
        points = points * GROWTH + _push(points, one, other, room)
    return points


def _push(points: Points, one: Places, other: Places, room: Points) -> Points:
    """How far each box must move, along its smaller overlap, to make way for the others."""
    apart = points[one] - points[other]
    overlap = room - abs(apart)
    share = overlap / room
    step = numpy.where(apart < 0, -0.5, 0.5) * overlap * (share == share.min(axis=1, keepdims=True))
    push = numpy.zeros_like(points)
    numpy.add.at(push, one, step)
    numpy.subtract.at(push, other, step)
    return push


def _near(points: Points, room: Points) -> tuple[Places, Places]:
    """The pairs whose boxes overlap, found among those in the same and in touching cells as large as a box."""
    cells = numpy.floor((points - points.min(axis=0)) / room).astype(numpy.int64)
    keys = cells[:, 0] * _SPAN + cells[:, 1]
    order = numpy.argsort(keys, kind="stable")
    pairs = [_within(keys[order], step) for step in _NEIGHBOURS]
    one, other = (order[numpy.concatenate(side)] for side in zip(*pairs, strict=True))
    close = (abs(points[one] - points[other]) < room).all(axis=1)
    return one[close], other[close]


def _within(keys: Places, step: int) -> tuple[Places, Places]:
    """Places in the sorted keys: of each, and of all those whose key is greater by `step`; each pair once."""
    start = numpy.arange(1, len(keys) + 1) if step == 0 else numpy.searchsorted(keys, keys + step, "left")
    count = numpy.maximum(numpy.searchsorted(keys, keys + step, "right") - start, 0)
    one = numpy.repeat(numpy.arange(len(keys)), count)
    run = numpy.arange(len(one)) - numpy.repeat(numpy.cumsum(count) - count, count)
    return one, numpy.repeat(start, count) + run
