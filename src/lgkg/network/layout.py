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
ROOM = 2.0
"""How many boxes a component's area holds for each of its people, before they are pushed apart."""
GROWTH = 1.002
"""How much a component grows with every push, so that the densest crowd comes apart in the end."""
ROUNDS = 2_000
"""Pushes before names are left to overlap; dozens are usual."""
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
    found = networkx.forceatlas2_layout(ordered, max_iter=_iterations(len(nodes)), seed=SEED)  # linlog divides by 0
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
    """Scales the points to `ROOM`, then pushes people apart until no name covers another."""
    area = 6 * float(points.var(axis=0).sum())  # of a square in which points scatter like these
    points = points * (ROOM * len(points) * float(BOX.prod()) / area) ** 0.5
    for _ in range(ROUNDS):
        push = _overlaps(points)
        if not push.any():
            break
        points = points * GROWTH + push
    return points


def _overlaps(points: Points) -> Points:
    """How far each box must move, along its smaller overlap, to make way for the others."""
    room = BOX + 1  # a pixel more, for places are rounded
    x, y = points.T
    near = (abs(x[:, None] - x) < room[0]) & (abs(y[:, None] - y) < room[1])
    one, other = numpy.nonzero(numpy.triu(near, 1))
    apart = points[one] - points[other]
    overlap = room - abs(apart)
    share = overlap / BOX
    step = numpy.where(apart < 0, -0.5, 0.5) * overlap * (share == share.min(axis=1, keepdims=True))
    push = numpy.zeros_like(points)
    numpy.add.at(push, one, step)
    numpy.subtract.at(push, other, step)
    return push


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
