"""ForceAtlas2, the layout by forces of Gephi, in numpy: of ten thousand people and fifty thousand edges in seconds.

M. Jacomy et al., ForceAtlas2 (2014), doi:10.1371/journal.pone.0098679, in its LinLog mode (A. Noack 2007), which parts
groups. People repel each other; edges pull by their weight. How many repel one is summed pair by pair in small graphs;
in large ones their masses are laid on a grid and the sums found by convolution, which takes n + g log g steps for g
cells instead of n² (as in fast t-SNE: G. C. Linderman et al. 2019, doi:10.1038/s41592-018-0308-4).
"""

from __future__ import annotations

from typing import TypeAlias

import numpy
from numpy.typing import NDArray

Points: TypeAlias = NDArray[numpy.float64]
Numbers: TypeAlias = NDArray[numpy.float64]
Places: TypeAlias = NDArray[numpy.int64]

SEED = 7
STEPS = 300
"""Moves before the layout is taken as it is."""
PAIRS = 150
"""People whose repulsion is summed pair by pair; of more, on the grid."""
GRID = 128
"""Cells of the grid on each side."""
REPULSION = 2.0
GRAVITY = 0.05
CALM = 0.3
"""How much swinging a move may have (the paper's tau): less is slower and smoother."""


def arrange(n: int, edges: Places, weights: Numbers) -> Points:
    """Places of `n` nodes, in no unit.

    Args:
        n: how many nodes.
        edges: two columns, the numbers of the nodes that each edge joins.
        weights: how strongly each edge pulls.
    """
    points: Points = numpy.random.default_rng(SEED).uniform(-1, 1, (n, 2)) * n**0.5
    mass = 1.0 + _sums(edges.ravel(), numpy.repeat(weights, 2), n)
    before, speed = numpy.zeros_like(points), 1.0
    for _ in range(STEPS):
        force = _repulsion(points, mass) + _attraction(points, edges, weights) - _gravity(points, mass)
        swing = _length(force - before)
        traction = _length(force + before) / 2
        wanted = CALM * float((mass * traction).sum()) / max(float((mass * swing).sum()), 1e-9)
        speed, before = min(wanted, speed * 1.5), force
        points = points + force * (speed / (1 + speed * numpy.sqrt(swing)))[:, None]
    return points


def _length(vectors: Points) -> Numbers:
    length: Numbers = numpy.hypot(vectors[:, 0], vectors[:, 1])
    return length


def _gravity(points: Points, mass: Numbers) -> Points:
    away = points - points.mean(axis=0)
    pull: Points = away * (GRAVITY * mass / numpy.maximum(_length(away), 1e-9))[:, None]
    return pull


def _attraction(points: Points, edges: Places, weights: Numbers) -> Points:
    """What edges pull: log(1 + distance) times the weight."""
    apart = points[edges[:, 1]] - points[edges[:, 0]]
    distance = numpy.maximum(_length(apart), 1e-9)
    pull = apart * (weights * numpy.log1p(distance) / distance)[:, None]
    sums = [_sums(edges[:, 0], axis, len(points)) - _sums(edges[:, 1], axis, len(points)) for axis in pull.T]
    return numpy.stack(sums, axis=1)


def _sums(nodes: Places, values: Numbers, n: int) -> Numbers:
    """For each of `n` nodes, the sum of the values that stand beside it."""
    return numpy.bincount(nodes, values, n).astype(numpy.float64)


def _repulsion(points: Points, mass: Numbers) -> Points:
    """What all others push: the product of the masses over the distance."""
    field = _field_by_pairs(points, mass) if len(points) <= PAIRS else _field_by_grid(points, mass)
    return field * (REPULSION * mass)[:, None]


def _field_by_pairs(points: Points, mass: Numbers) -> Points:
    apart = points[:, None] - points
    square = (apart**2).sum(axis=2) + 1e-3
    field: Points = (apart * (mass / square)[:, :, None]).sum(axis=1)
    return field


def _field_by_grid(points: Points, mass: Numbers) -> Points:
    """Masses are shared among the four cells around each point, and the field is read there in the same shares."""
    low = points.min(axis=0)
    cell = float(numpy.ptp(points, axis=0).max()) / (GRID - 2)
    where = (points - low) / cell
    corner = where.astype(int)
    part = where - corner
    shares = [
        (numpy.add(corner, (i, j)), abs(1 - i - part[:, 0]) * abs(1 - j - part[:, 1]))
        for i in range(2)
        for j in range(2)
    ]
    density = numpy.zeros((GRID, GRID))
    for at, share in shares:
        numpy.add.at(density, (at[:, 0], at[:, 1]), mass * share)
    spectrum = numpy.fft.rfft2(density, (2 * GRID, 2 * GRID))
    field = numpy.zeros_like(points)
    for axis, kernel in enumerate(_KERNELS):
        pushed = numpy.fft.irfft2(spectrum * kernel, (2 * GRID, 2 * GRID))[:GRID, :GRID] / cell
        for at, share in shares:
            field[:, axis] += pushed[at[:, 0], at[:, 1]] * share
    return field


def _kernels() -> tuple[NDArray[numpy.complex128], NDArray[numpy.complex128]]:
    """The spectra of x/r² and y/r² on the doubled grid, in cells."""
    offset = numpy.fft.fftfreq(2 * GRID, 1 / (2 * GRID))
    x, y = offset[:, None], offset[None, :]
    square = x**2 + y**2 + 0.25
    return numpy.fft.rfft2(x / square), numpy.fft.rfft2(y / square)


_KERNELS = _kernels()
