"""Finds places for newcomers in a picture in which everybody else stays: each near where it is wanted, over nobody.

    >>> beside({"a": (0, 0)}, {"b": (0.0, 0.0)})["b"] != (0, 0)
    True
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import numpy

from lgkg.network.forces import Points
from lgkg.network.layout import BOX

Place: TypeAlias = tuple[int, int]

_TURN = numpy.pi * (3 - 5**0.5)
"""Seeds of a sunflower lie this angle apart, so that they fill a disc evenly (H. Vogel 1979)."""
_SEEDS = numpy.arange(1, 4_097)
_FINE = 0.3
"""How far apart places are that are tried, in boxes."""
_AT_ONCE = 128


def beside(places: Mapping[str, Place], wanted: Mapping[str, tuple[float, float]]) -> dict[str, Place]:
    """The places with those of the newcomers added, in the order in which they are wanted.

    Args:
        places: where the others are, in pixels at zoom 1; they stay there.
        wanted: where each newcomer would best be; who comes first finds a place first.
    """
    taken = numpy.array([*places.values(), *([(0, 0)] * len(wanted))], dtype=float).reshape(-1, 2)
    for i, ideal in enumerate(wanted.values(), len(places)):
        taken[i] = _free(taken[:i], numpy.array(ideal, dtype=float))
    newcomers = taken[len(places) :].astype(int).tolist()
    return {**places, **{name: (x, y) for name, (x, y) in zip(wanted, newcomers, strict=True)}}


def _free(taken: Points, ideal: Points) -> Points:
    """The place nearest to the ideal at which a box covers none of those taken."""
    scale = 1
    while True:
        for start in range(0, len(_SEEDS), _AT_ONCE):
            tried = numpy.rint(ideal + scale * _OFFSETS[start : start + _AT_ONCE])
            apart = abs(tried[:, None] - taken)
            clear = (apart >= BOX).any(axis=2).all(axis=1)
            if clear.any():
                found: Points = tried[clear.argmax()]
                return found
        scale *= 2


def _sunflower() -> Points:
    radius, angle = numpy.sqrt(_SEEDS - 1), _SEEDS * _TURN
    seeds: Points = numpy.stack([numpy.cos(angle), numpy.sin(angle)], axis=1) * radius[:, None] * _FINE * BOX
    return seeds


_OFFSETS = _sunflower()
