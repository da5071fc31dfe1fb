"""What both formats tell, asked of the graph once: people, offices, bodies, terms, events, articles; sorted by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar, cast

from lgkg.graph import Graph
from lgkg.store.values import Value

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with a name.

    Attributes:
        id: its id, as in `person/5n3v…`.
        name: its preferred name, in Thai.
        others: other names that articles print, and English ones.
        kind: of an office or a body, its kind: `governor`.
        within: of an office, the id of its body; of an area, that of the area around it.
        area: of an office, the name of its province or district.
    """

    id: str
    name: str
    others: tuple[str, ...] = ()
    kind: str = ""
    within: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A person seen in an office.

    Attributes:
        person, office: their ids.
        first, last: first and last day on which articles saw it, not the days when the term began and ended; None if
            unknown.
        acting, former: whether every sighting says so.
        articles: ids of the articles that say it.
    """

    person: str
    office: str
    first: date | None
    last: date | None
    acting: bool
    former: bool
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event.

    Attributes:
        id, name: its id and title.
        start, end: its days; None if unknown.
        venue: where, in words; empty if unknown.
        kind: as in `ceremony`; empty if unknown.
        organisers, people: ids.
        articles: ids of the articles that tell of it.
    """

    id: str
    name: str
    start: date | None
    end: date | None
    venue: str
    kind: str
    organisers: tuple[str, ...]
    people: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """Somebody sent by somebody: ids, and the articles that say it."""

    delegate: str
    delegator: str
    event: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article: id, headline, day, address and publisher, as far as they are known."""

    id: str
    title: str
    issued: date | None
    url: str
    publisher: str = ""


def things(graph: Graph, of_class: str) -> list[Thing]:
    """What the articles name of a class: `lgkg:Person`, `lgkg:Office`, `lgkg:Organization`."""
    rows = graph.query(_THINGS.replace("CLASS", of_class))
    return [_thing(graph, id, told) for id, told in _by_first(graph, rows)]


def terms(graph: Graph) -> list[Term]:
    """Who was seen in which office."""
    found: dict[tuple[str, str], list[tuple[Value | None, ...]]] = {}
    for person, office, *told in graph.query(_TERMS):
        found.setdefault((_id(graph, person), _id(graph, office)), []).append(tuple(told))
    return [_term(graph, *pair, told) for pair, told in sorted(found.items())]


def happenings(graph: Graph) -> list[Happening]:
    """The events."""
    many = {name: _many(graph, query) for name, query in _OF_EVENTS.items()}
    rows = ((_id(graph, event), told) for event, *told in graph.query(_EVENTS))
    return [
        Happening(
            id=id,
            name=str(name),
            start=_day(start),
            end=_day(end),
            venue=str(venue or ""),
            kind=_last(kind),
            **{what: ids.get(id, ()) for what, ids in many.items()},
        )
        for id, (name, start, end, venue, kind) in sorted(rows, key=lambda row: row[0])
    ]


def sendings(graph: Graph) -> list[Sending]:
    """Who was sent by whom."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for delegate, delegator, event, article in graph.query(_SENDINGS):
        key = (_id(graph, delegate), _id(graph, delegator), _id(graph, event) if event else "")
        found.setdefault(key, set()).add(_id(graph, article))
    return [Sending(*key, tuple(sorted(articles))) for key, articles in sorted(found.items())]


def sources(graph: Graph) -> list[Source]:
    """The articles."""
    return [
        Source(
            it.iri.removeprefix(graph.manifest.base),
            it.title or "",
            it.issued,
            str(it.source or ""),
            it.publisher or "",
        )
        for it in graph.articles()
    ]


def _thing(graph: Graph, id: str, told: list[tuple[Value | None, ...]]) -> Thing:
    names = sorted({str(name) for name, *_ in told if name is not None})
    preferred, kind, body, area = told[0][1:]
    name = str(preferred or (names[0] if names else id))
    others = tuple(other for other in names if other != name)
    return Thing(id, name, others, _last(kind), _id(graph, body) if body else "", str(area or ""))


def _term(graph: Graph, person: str, office: str, told: list[tuple[Value | None, ...]]) -> Term:
    days = [day for day, *_ in told if isinstance(day, date)]
    return Term(
        person=person,
        office=office,
        first=min(days, default=None),
        last=max(days, default=None),
        acting=all(acting for _, acting, *_ in told),
        former=all(former for _, _, former, _ in told),
        articles=tuple(sorted({_id(graph, article) for *_, article in told})),
    )


def _many(graph: Graph, query: str) -> dict[str, tuple[str, ...]]:
    return {
        id: tuple(sorted({_id(graph, other) for (other,) in told})) for id, told in _by_first(graph, graph.query(query))
    }


def _by_first(
    graph: Graph, rows: Iterable[tuple[Value | None, ...]]
) -> Iterator[tuple[str, list[tuple[Value | None, ...]]]]:
    ordered = sorted(([_id(graph, first), *rest] for first, *rest in rows), key=lambda row: [str(cell) for cell in row])
    for id, group in groupby(ordered, lambda row: cast(str, row[0])):
        yield id, [tuple(row[1:]) for row in group]


def _id(graph: Graph, iri: Value | None) -> str:
    return str(iri).removeprefix(graph.manifest.base)


def _last(iri: Value | None) -> str:
    return str(iri).rpartition("/")[2] if iri else ""


def _day(value: Value | None) -> date | None:
    return value if isinstance(value, date) else None


_THINGS = """
SELECT ?thing ?name ?preferred ?kind ?body ?area {
  ?thing a CLASS .
  OPTIONAL { ?thing skos:prefLabel ?preferred . FILTER (LANG(?preferred) != "en") }
  OPTIONAL { ?thing rdfs:label|foaf:name|skos:altLabel|skos:prefLabel ?name }
  OPTIONAL { ?thing org:role|org:classification ?kind }
  OPTIONAL { ?thing org:postIn ?body }
  OPTIONAL { ?thing lgkg:jurisdiction/skos:prefLabel ?area . FILTER (LANG(?area) = "th") }
}
"""
_TERMS = """
SELECT ?person ?office ?day ?acting ?former ?article {
  ?it a lgkg:Tenure ; org:member ?person ; lgkg:office ?office ; lgkg:evidence/oa:hasSource ?article .
  OPTIONAL { ?it lgkg:observedOn ?day }
  OPTIONAL { ?it lgkg:acting ?acting }
  OPTIONAL { ?it lgkg:former ?former }
}
"""
_EVENTS = """
SELECT ?event (SAMPLE(?label) AS ?name) (MIN(?from) AS ?start) (MAX(?to) AS ?end) (SAMPLE(?place) AS ?venue)
       (SAMPLE(?of_kind) AS ?kind) {
  ?event a lgkg:Meeting ; rdfs:label ?label .
  OPTIONAL { ?event schema:startDate ?from }
  OPTIONAL { ?event schema:endDate ?to }
  OPTIONAL { ?event schema:location/rdfs:label ?place }
  OPTIONAL { ?event lgkg:eventKind ?of_kind }
} GROUP BY ?event
"""
_OF_EVENTS = {
    "organisers": "SELECT DISTINCT ?event ?org { ?event a lgkg:Meeting ; schema:organizer ?org }",
    "people": "SELECT DISTINCT ?event ?person { ?it lgkg:meeting ?event ; lgkg:participant ?person }",
    "articles": "SELECT DISTINCT ?event ?article { ?event a lgkg:Meeting ; lgkg:evidence/oa:hasSource ?article }",
}
_SENDINGS = """
SELECT DISTINCT ?delegate ?delegator ?event ?article {
  ?it a lgkg:Delegation ; lgkg:delegate ?delegate ; lgkg:delegator ?delegator ; lgkg:evidence/oa:hasSource ?article .
  OPTIONAL { ?it lgkg:meeting ?event }
}
"""
