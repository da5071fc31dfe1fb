"""A network as the plain records that the page reads: each text is said once and referred to by number.

Passages make up nine tenths of a picture. They are listed by article, so that what two passages share stands near
itself, where compression finds it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from functools import cache
from importlib import resources
from operator import attrgetter
from typing import Any, Generic, TypeAlias, TypeVar

from lgkg.harmless import STEERING
from lgkg.iris import web_iri
from lgkg.network.layout import layout
from lgkg.network.measures import Measures
from lgkg.network.model import Event, Name, Network, Node, Sighting, Source
from lgkg.network.sectors import OTHER
from lgkg.tables import table

Record: TypeAlias = dict[str, Any]
_T = TypeVar("_T", bound=Hashable)

_UNDRAWABLE = re.compile(f"{STEERING.pattern}|[\t\n\u200b-\u200d\u2060-\u2064\ufeff]")


class _Numbering(Generic[_T]):
    """Gives each different thing its number, in the order they are given."""

    def __init__(self, things: Iterable[_T] = ()) -> None:
        self.numbers: dict[_T, int] = {}
        for thing in things:
            self(thing)

    def __call__(self, thing: _T) -> int:
        return self.numbers.setdefault(thing, len(self.numbers))


class _Texts:
    """What is said more than once: names of provinces and kinds, offices, passages."""

    def __init__(self, network: Network) -> None:
        self.sources = _Numbering(sorted(_sources(network)))
        self.articles = _Numbering((source.article, source.url) for source in self.sources.numbers)
        self.offices = _Numbering[str]()
        self._names = _Numbering[Name]()

    def name(self, name: Name | None) -> int | None:
        return self._names(name) if name else None

    def records(self) -> Record:
        sources = self.sources.numbers
        return {
            "names": [[name.th, name.en] for name in self._names.numbers],
            "offices": list(self.offices.numbers),
            "articles": [[article, web_iri(url) or ""] for article, url in self.articles.numbers],
            "passages": [[self.articles((source.article, source.url)), source.passage] for source in sources],
        }


def records(network: Network, language: str, standing: Mapping[str, Measures] | None = None) -> Record:
    """All that the page shows, ready for JSON.

    Args:
        network: what to draw; its order is the order of lists on the page.
        language: `th` or `en`, the language the page opens in.
        standing: the measures of each person by IRI, best those of the network before it was cut down; left out, all
            are in one community and no measures are shown.
    """
    drawn = contents(network, layout(network.to_networkx()), standings(standing or {}))
    return {"language": language, **drawn, "words": words()}


def contents(network: Network, places: Mapping[str, tuple[float, float]], standing: Mapping[str, Record]) -> Record:
    """What is drawn, without the words around it.

    Args:
        network: its order is the order of lists on the page.
        places: where each person goes, in pixels at zoom 1.
        standing: see `standings`.
    """
    texts, events = _Texts(network), network.events
    people = {node.iri: position for position, node in enumerate(network.nodes)}
    place = {event.iri: position for position, event in enumerate(events)}
    attended = _attended(network)
    return {
        "total": network.total,
        "kinds": [[row["th"], row["en"]] for row in table("sectors")],
        "people": [
            {
                **_person(node, texts),
                "place": places[node.iri],
                **standing.get(node.iri, {"community": 0}),
                "events": [place[event] for event in attended[node.iri]],
            }
            for node in network.nodes
        ],
        "events": [_event(event, people, texts) for event in events],
        "edges": [
            [people[edge.a], people[edge.b], [place[event.iri] for event in edge.events]] for edge in network.edges
        ],
        **texts.records(),
    }


def standings(standing: Mapping[str, Measures]) -> dict[str, Record]:
    """Of each person the community and what the card says: partners, core, the place by PageRank and betweenness."""
    places = [
        {iri: place for place, iri in enumerate(sorted(standing, key=lambda iri: (-of(standing[iri]), iri)), 1)}
        for of in (attrgetter("pagerank"), attrgetter("betweenness"))
    ]
    return {
        iri: {"community": one.community, "standing": [one.degree, one.core, *(place[iri] for place in places)]}
        for iri, one in standing.items()
    }


def words() -> dict[str, dict[str, str]]:
    """What the page says, by key and language."""
    found: dict[str, dict[str, str]] = json.loads(
        resources.files(__package__).joinpath("words.json").read_text("utf-8")
    )
    return found


def drawable(name: str) -> str:
    """A name as it may be drawn: without what has no look of its own, and never empty."""
    return _UNDRAWABLE.sub("", name) or "?"


def _sources(network: Network) -> set[Source]:
    shown = {node.iri for node in network.nodes}
    present = (one for event in network.events for one in event.appearances if one.person in shown)
    return {
        *(source for event in network.events for source in event.sources),
        *(source for one in present for source in one.sources),
        *(seen[-1].source for node in network.nodes for seen in _by_office(node.sightings)),
    }


def _attended(network: Network) -> dict[str, list[str]]:
    """The events of each person, by day."""
    attended: dict[str, list[str]] = defaultdict(list)
    for event in network.events:
        for appearance in event.appearances:
            attended[appearance.person].append(event.iri)
    return attended


def _person(node: Node, texts: _Texts) -> Record:
    return {
        "name": node.name,
        "label": drawable(node.name),
        "kind": _kind(node.sector),
        "province": texts.name(node.province),
        "offices": _offices(node.sightings, texts),
    }


def _kind(sector: str) -> int | str:
    """The sector's place in the table, or what stands for those without."""
    ids = _sectors()
    return ids.index(sector) if sector in ids else (OTHER if sector else "unknown")


@cache
def _sectors() -> list[str]:
    return [row["id"] for row in table("sectors")]


def _offices(sightings: Iterable[Sighting], texts: _Texts) -> list[Record]:
    """Each office once, the one seen last first, with all the days it was seen on and the latest passage."""
    latest = sorted(_by_office(sightings), key=lambda seen: (seen[-1].day or date.min, len(seen)), reverse=True)
    return [
        {
            "office": texts.offices(seen[-1].office),
            "acting": seen[-1].acting,
            "former": seen[-1].former,
            "days": sorted({sighting.day.isoformat() for sighting in seen if sighting.day}),
            "seen": len({sighting.source.article for sighting in seen}),
            "source": texts.sources(seen[-1].source),
        }
        for seen in latest
    ]


def _by_office(sightings: Iterable[Sighting]) -> Iterable[list[Sighting]]:
    grouped: dict[tuple[str, bool, bool], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        grouped[sighting.office, sighting.acting, sighting.former].append(sighting)
    return grouped.values()


def _event(event: Event, people: Mapping[str, int], texts: _Texts) -> Record:
    present = [appearance for appearance in event.appearances if appearance.person in people]
    return {
        "title": event.title,
        "day": event.day.isoformat() if event.day else "",
        "kind": texts.name(event.kind),
        "province": texts.name(event.province),
        "sources": [texts.sources(source) for source in event.sources],
        "present": [
            [people[one.person], list(one.roles), [texts.sources(source) for source in one.sources]] for one in present
        ],
    }
