"""The small picture of a person's neighbourhood: places and sizes for an SVG whose names are links."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from lgkg.network.model import Network

_ACROSS, _ABOVE, _BELOW = 74, 26, 40
"""Pixels that a name takes to both sides of a dot, and what dot and name take above and below."""
_LONGEST = 24
"""Letters of a name that are drawn; the link's title has all."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A person in the picture: where, how large, and the name with what is drawn of it."""

    iri: str
    name: str
    label: str
    x: float
    y: float
    radius: float
    events: int


@dataclass(frozen=True, slots=True)
class Line:
    """An edge of the picture and how thick it is."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, and the box it lies in: left, top, width, height; the first dot is the person in question."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    box: tuple[float, float, float, float]


def picture(network: Network) -> Picture | None:
    """The picture of a neighbourhood whose first node is the person; None where nobody appeared with that person."""
    if len(network.nodes) < 2:
        return None
    from lgkg.network.layout import layout  # networkx and numpy take a second to import

    places = layout(network.to_networkx())
    most = max(edge.weight for edge in network.edges)
    weight = dict.fromkeys(places, 0)
    for edge in network.edges:
        for one, other in ((edge.a, edge.b), (edge.b, edge.a)):
            if other == network.nodes[0].iri:
                weight[one] = edge.weight
    weight[network.nodes[0].iri] = most
    dots = tuple(
        Dot(
            node.iri, node.name, _label(node.name), *places[node.iri], _radius(weight[node.iri], most), weight[node.iri]
        )
        for node in network.nodes
    )
    lines = tuple(
        Line(*places[edge.a], *places[edge.b], round(0.8 + 4.2 * edge.weight / most, 1))
        for edge in reversed(network.edges)
    )
    return Picture(dots, lines, _box(dots))


def _radius(weight: int, most: int) -> float:
    return round(4 + 8 * sqrt(weight / most), 1)


def _label(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _box(dots: tuple[Dot, ...]) -> tuple[float, float, float, float]:
    xs, ys = [dot.x for dot in dots], [dot.y for dot in dots]
    left, top = min(xs) - _ACROSS, min(ys) - _ABOVE
    return left, top, max(xs) + _ACROSS - left, max(ys) + _BELOW - top
