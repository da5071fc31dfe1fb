"""Places people on a plane, once and for all: the same network gives the same picture on every run.

Each connected component is laid out by itself (see `forces`) and spread until no name covers another; then the
components are packed in rows, so that two people who met nobody else neither fly away nor shrink the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import networkx
import numpy

from lgkg.network.forces import Points, arrange
from lgkg.network.spreading import spread

BOX = numpy.array([118.0, 54.0])
"""Width and height a person takes with the name below, in pixels at zoom 1."""
ROOM = 2.0
"""How many boxes a component's area holds for each of its people, before they are pushed apart."""
GAP = 60.0
"""Space between two components, in pixels."""
ASPECT = 1.6
"""Width to height of the whole."""
PULL = "newman"
"""The attribute of an edge that says how strongly it pulls."""


def layout(graph: networkx.Graph) -> dict[str, tuple[float, float]]:
    """Where each node of `graph` goes: x to the right and y down, in pixels around (0, 0), whole numbers."""
    graph = graph.to_undirected(as_view=True)
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
    number = {node: position for position, node in enumerate(nodes)}
    joined = graph.subgraph(nodes).edges(data=PULL, default=1.0)
    edges = sorted((*sorted((number[a], number[b])), weight) for a, b, weight in joined)
    ends = numpy.array([edge[:2] for edge in edges])
    points = _lie_down(arrange(len(nodes), ends, numpy.array([weight for _, _, weight in edges], dtype=float)))
    area = 6 * float(points.var(axis=0).sum())  # of a square in which points scatter like these
    return spread(points * (ROOM * len(points) * float(BOX.prod()) / area) ** 0.5, BOX)


def _lie_down(points: Points) -> Points:
    """Turns the points so that their long side is horizontal: screens are wide, and so are names."""
    centred = points - points.mean(axis=0)
    _, _, axes = numpy.linalg.svd(centred, full_matrices=False)
    turned: Points = centred @ axes.T
    return turned * numpy.where(turned[numpy.abs(turned).argmax(axis=0), [0, 1]] < 0, -1, 1)


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
