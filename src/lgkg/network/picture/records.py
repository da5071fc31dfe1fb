"""A network as the plain records that the page reads: lists and strings, each said once and referred to by number.

People, lines and their look go through pyvis, whose nodes and edges are what vis-network draws; its own page is not
used, since it loads files from elsewhere and prints headings unescaped.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from importlib import resources
from typing import Any, TypeAlias

from lgkg.harmless import STEERING
from lgkg.iris import web_iri
from lgkg.network.layout import layout
from lgkg.network.model import Event, Name, Network, Node, Sighting, Source
from lgkg.network.sectors import OTHER
from lgkg.tables import table

Record: TypeAlias = dict[str, Any]

_UNDRAWABLE = re.compile(f"{STEERING.pattern}|[\t\n\u200b-\u200d\u2060-\u2064\ufeff]")
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 0,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "dragNodes": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {
        "scaling": {"min": 9, "max": 26},
        "font": {"size": 0},  # the page writes names itself
        "borderWidthSelected": 3,
        "chosen": False,
    },
    "edges": {"scaling": {"min": 1, "max": 8}, "smooth": False, "selectionWidth": 0, "hoverWidth": 0},
}


class _Numbering:
    """Gives each different source its number, in the order they come."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}

    def __call__(self, source: Source) -> int:
        return self._numbers.setdefault(source, len(self._numbers))

    def records(self) -> list[list[str]]:
        return [[source.article, web_iri(source.url) or "", source.passage] for source in self._numbers]


def records(network: Network, language: str) -> Record:
    """All that the page shows, ready for JSON.

    Args:
        network: what to draw; its order is the order of lists on the page.
        language: `th` or `en`, the language the page opens in.
    """
    number = _Numbering()
    events = network.events
    people = {node.iri: position for position, node in enumerate(network.nodes)}
    place = {event.iri: position for position, event in enumerate(events)}
    attended = defaultdict(list)
    for event in events:
        for appearance in event.appearances:
            attended[appearance.person].append(place[event.iri])
    drawing = _drawing(network, people, attended)
    return {
        "language": language,
        "total": network.total,
        "kinds": [{"th": row["th"], "en": row["en"]} for row in table("sectors")],
        "people": [_person(node, attended[node.iri], number) for node in network.nodes],
        "events": [_event(event, people, number) for event in events],
        "edges": [
            {"a": people[edge.a], "b": people[edge.b], "events": [place[event.iri] for event in edge.events]}
            for edge in network.edges
        ],
        "sources": number.records(),
        "words": json.loads(resources.files(__package__).joinpath("words.json").read_text("utf-8")),
        **drawing,
    }


def _person(node: Node, events: list[int], number: _Numbering) -> Record:
    return {
        "name": node.name,
        "kind": _kind(node.sector),
        "province": _name(node.province),
        "offices": _offices(node.sightings, number),
        "events": events,
    }


def _name(name: Name | None) -> Record | None:
    return {"th": name.th, "en": name.en} if name else None


def _kind(sector: str) -> int | str:
    """The sector's place in the table, or what stands for those without."""
    ids = [row["id"] for row in table("sectors")]
    return ids.index(sector) if sector in ids else (OTHER if sector else "unknown")


def _offices(sightings: Iterable[Sighting], number: _Numbering) -> list[Record]:
    """Each office once, the one seen last first, with all the days it was seen on and the latest passage."""
    grouped: dict[tuple[str, bool, bool], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        grouped[sighting.office, sighting.acting, sighting.former].append(sighting)
    latest = sorted(grouped.values(), key=lambda seen: (seen[-1].day or date.min, len(seen)), reverse=True)
    return [
        {
            "label": seen[-1].office,
            "acting": seen[-1].acting,
            "former": seen[-1].former,
            "days": sorted({sighting.day.isoformat() for sighting in seen if sighting.day}),
            "seen": len({sighting.source.article for sighting in seen}),
            "source": number(seen[-1].source),
        }
        for seen in latest
    ]


def _event(event: Event, people: dict[str, int], number: _Numbering) -> Record:
    present = [appearance for appearance in event.appearances if appearance.person in people]
    return {
        "title": event.title,
        "day": event.day.isoformat() if event.day else "",
        "kind": _name(event.kind),
        "province": _name(event.province),
        "sources": [number(source) for source in event.sources],
        "present": [
            [people[appearance.person], list(appearance.roles), [number(source) for source in appearance.sources]]
            for appearance in present
        ],
    }


def _drawing(network: Network, people: dict[str, int], attended: dict[str, list[int]]) -> Record:
    """What vis-network draws: nodes with their places, lines, and options."""
    from pyvis.network import Network as Drawing  # half a second to import

    drawing = Drawing(directed=True)  # undirected, pyvis compares each new line with all before it
    places = layout(network.to_networkx())
    for node in network.nodes:
        x, y = places[node.iri]
        label = _UNDRAWABLE.sub("", node.name) or "?"
        drawing.add_node(people[node.iri], label, x=x, y=y, value=len(attended[node.iri]), color="")
    for position, edge in enumerate(network.edges):
        drawing.add_edge(people[edge.a], people[edge.b], id=position, value=edge.weight, arrows="")
    return {"nodes": drawing.nodes, "lines": drawing.edges, "options": _OPTIONS}
