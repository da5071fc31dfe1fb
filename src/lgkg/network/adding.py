"""Finds places for newcomers in a picture in which everybody else stays: each near where it is wanted, over nobody.

>>> beside({"a": (0, 0)}, {"b": (10, 0)})["a"]
(0, 0)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import numpy
from numpy.typing import NDArray

from lgkg.network.forces import Points
from lgkg.network.layout import BOX

Place: TypeAlias = tuple[float, float]

_STEP = numpy.ceil(BOX / 4)
"""How far apart the places are that newcomers may take, in pixels: whole ones, as all places are."""


def beside(places: Mapping[str, Place], wanted: Mapping[str, Place]) -> dict[str, Place]:
    """The places with those of the newcomers added, in the order in which they are wanted.

    Args:
        places: where the others are, in pixels at zoom 1; they stay there.
        wanted: where each newcomer would best be; who comes first finds a place first.
    """
    if not wanted:
        return dict(places)
    plane = _Plane([*places.values()], [*wanted.values()])
    return {**places, **{name: plane.nearest(ideal) for name, ideal in wanted.items()}}


class _Plane:
    """A raster of places, of which those are free at which a box covers nobody.

    Args:
        taken: where people are.
        wanted: where newcomers would best be; there is room for all of them around these.
    """

    def __init__(self, taken: list[Place], wanted: list[Place]) -> None:
        listed = numpy.array([*taken, *wanted], dtype=float).reshape(-1, 2)
        margin = BOX * (2 + len(wanted) ** 0.5)
        self._low = numpy.floor(listed.min(axis=0) - margin)
        size = numpy.ceil((listed.max(axis=0) + margin - self._low) / _STEP).astype(int)
        self._free: NDArray[numpy.bool_] = numpy.ones(size, dtype=bool)
        self._axes = [self._low[axis] + _STEP[axis] * numpy.arange(size[axis]) for axis in (0, 1)]
        for place in taken:
            self._take(numpy.array(place))

    def nearest(self, ideal: Place) -> Place:
        """The free place nearest to the ideal one; it is taken then."""
        x, y = ((axis - one) ** 2 for axis, one in zip(self._axes, ideal, strict=True))
        far = numpy.where(self._free, x[:, None] + y[None, :], numpy.inf)
        i, j = divmod(int(far.argmin()), far.shape[1])
        place = round(float(self._axes[0][i])), round(float(self._axes[1][j]))
        self._take(numpy.array(place))
        return place

    def _take(self, place: Points) -> None:
        first = numpy.maximum(numpy.floor((place - BOX - self._low) / _STEP).astype(int) + 1, 0)
        last = numpy.ceil((place + BOX - self._low) / _STEP).astype(int)
        self._free[first[0] : last[0], first[1] : last[1]] = False
