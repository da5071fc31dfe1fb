"""Places people on a plane, once and for all: the same network gives the same picture on every run.

Each connected component is laid out by itself (ForceAtlas2: Jacomy et al. 2014, doi:10.1371/journal.pone.0098679, as
networkx has it) and spread until no name covers another; then the components are packed in rows, so that two people
who met nobody else neither fly away nor shrink the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import networkx
import numpy
from numpy.typing import NDArray

Points: TypeAlias = NDArray[numpy.float64]

BOX = numpy.array([118.0, 54.0])
"""Width and height a person takes with the name below, in pixels at zoom 1."""
GAP = 60.0
"""Space between two components, in pixels."""
ASPECT = 1.6
"""Width to height of the whole."""
SEED = 7
STEPS = 90_000_000
"""Pairs of people looked at before ForceAtlas2 stops: about two seconds."""


def layout(graph: networkx.Graph) -> dict[str, tuple[float, float]]:
    """Where each node of `graph` goes: x to the right and y down, in pixels around (0, 0), whole numbers."""
    components = sorted((sorted(nodes) for nodes in networkx.connected_components(graph)), key=_largest_first)
    placed = _pack([_place(graph, nodes) for nodes in components])
    centre = _middle(numpy.concatenate(placed)) if placed else numpy.zeros(2)
    return {
        node: (round(x), round(y))
        for nodes, points in zip(components, placed, strict=True)
        for node, (x, y) in zip(nodes, (points - centre).tolist(), strict=True)
    }


def _largest_first(nodes: Sequence[str]) -> tuple[int, Sequence[str]]:
    return -len(nodes), nodes


def _place(graph: networkx.Graph, nodes: list[str]) -> Points:
    """Positions of one component, in the order of `nodes`."""
    if len(nodes) == 1:
        return numpy.zeros((1, 2))
    ordered = networkx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted(map(sorted, graph.subgraph(nodes).edges)))
    found = networkx.forceatlas2_layout(ordered, max_iter=_iterations(len(nodes)), linlog=len(nodes) > 2, seed=SEED)
    return _spread(_lie_down(numpy.array([found[node] for node in nodes], dtype=float)))


def _iterations(n: int) -> int:
    return max(40, min(400, STEPS // (n * n)))


def _lie_down(points: Points) -> Points:
    """Turns the points so that their long side is horizontal: screens are wide, and so are names."""
    centred = points - points.mean(axis=0)
    _, _, axes = numpy.linalg.svd(centred, full_matrices=False)
    turned: Points = centred @ axes.T
    return turned * numpy.where(turned[numpy.abs(turned).argmax(axis=0), [0, 1]] < 0, -1, 1)


def _spread(points: Points) -> Points:
    """Scales the points until most names are clear of each other, and pushes the rest apart."""
    apart = _apart(points)
    nearest = (numpy.abs(apart) / BOX).max(axis=2) + numpy.diag(numpy.full(len(points), numpy.inf))
    points = points / max(float(numpy.median(nearest.min(axis=1))), 1e-9)
    for _ in range(200):
        push = _overlaps(points)
        if not push.any():
            break
        points = points + push
    return points


def _overlaps(points: Points) -> Points:
    """How far each box must move, along its shorter overlap, to make way for the others."""
    apart = _apart(points)
    overlap = BOX - numpy.abs(apart)
    numpy.fill_diagonal(overlap[:, :, 0], 0)
    hit = (overlap > 0.5).all(axis=2)
    sideways = hit & (overlap[:, :, 0] <= overlap[:, :, 1])
    away = numpy.where(apart < 0, -1.0, 1.0) - 2 * numpy.triu(numpy.ones(len(points)))[:, :, None] * (apart == 0)
    step = overlap * away / 2
    return numpy.stack(
        [(step[:, :, 0] * sideways).sum(axis=1), (step[:, :, 1] * (hit & ~sideways)).sum(axis=1)], axis=1
    )


def _apart(points: Points) -> Points:
    """The vector from each point to each other."""
    difference: Points = points[:, None] - points[None]
    return difference


def _pack(components: list[Points]) -> list[Points]:
    """Sets components beside each other in rows, the largest first."""
    sizes = [numpy.ptp(points, axis=0) + BOX + GAP for points in components]
    width = _row_width(sizes)
    placed, x, y, height = [], 0.0, 0.0, 0.0
    for points, size in zip(components, sizes, strict=True):
        if x > 0 and x + size[0] > width:
            x, y, height = 0.0, y + height, 0.0
        placed.append(points - points.min(axis=0) + numpy.array([x, y]) + (BOX + GAP) / 2)
        x, height = x + float(size[0]), max(height, float(size[1]))
    return placed


def _row_width(sizes: Iterable[Points]) -> float:
    listed = list(sizes)
    area = sum(float(size.prod()) for size in listed)
    widest = max((float(size[0]) for size in listed), default=0.0)
    return max(float((area * ASPECT) ** 0.5), widest)


def _middle(points: Points) -> Points:
    middle: Points = (points.min(axis=0) + points.max(axis=0)) / 2
    return middle
