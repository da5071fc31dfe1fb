"""What can be found in a graph: everything that has a name, with the names that it goes by and a line about it.

Names stand in Thai; places, kinds of post and of body have English ones too, and so have the bodies of
`data/domain/named_bodies.csv`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from lgkg.harmless import one_line
from lgkg.markup.words import LANGUAGES, Words
from lgkg.rdf.terms import CONCEPT
from lgkg.tables import table

if TYPE_CHECKING:
    from lgkg.graph import Graph

_LONGEST = 500
"""Code points of a name that are looked at."""


class Kind(StrEnum):
    """What can be found; the order is that of the groups of a page."""

    PERSON = auto()
    OFFICE = auto()
    ORGANIZATION = auto()
    PLACE = auto()
    POLICY = auto()
    MEETING = auto()
    ARTICLE = auto()


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be found.

    Attributes:
        iri: its IRI.
        kind: what it is.
        of_class: its class in the ontology, the narrowest: `District`.
        label: its preferred name, Thai where there is a Thai one; as it may be shown.
        names: all that it is called, the preferred name first.
        english: those of them that are English.
        context: language -> a line that tells it from others of its name; empty where nothing is known.
        articles: how many articles name it.
        seen: the first and the last day on which such an article was published; None where none tells.
        links: what it is connected with, as IRIs, by `office` (posts of a person), `body` and `place` (of itself or of
            its posts; a place is followed by those that it lies in).
    """

    iri: str
    kind: Kind
    of_class: str
    label: str
    names: tuple[str, ...]
    english: tuple[str, ...]
    context: dict[str, str]
    articles: int
    seen: tuple[date, date] | None
    links: dict[str, tuple[str, ...]]


def things(graph: Graph) -> list[Thing]:
    """Everything of a graph that can be found, sorted by IRI. Whoever was merged into another is found as that one."""
    told = _Told(graph)
    return [told.thing(iri) for iri in sorted(told.classes) if told.thai[iri] or told.english[iri]]


class _Told:
    """What the graph tells of its things, by IRI."""

    def __init__(self, graph: Graph) -> None:
        self.classes = {iri: name for name in _KINDS for iri in _of_class(graph, name)}
        self.thai, self.english = _names(graph)
        self._articles = {iri: int(n) for iri, n in _rows(graph, _COUNTS)}
        self._seen = {iri: (_day(first), _day(last)) for iri, first, last in _rows(graph, _SEEN)}
        self._words = {language: Words(language, "lgkg.web.search") for language in LANGUAGES}
        self._within = _pairs(graph, "schema:containedInPlace", "lgkg:jurisdiction", "lgkg:province")
        self._days = _pairs(graph, "dcterms:issued", "schema:startDate")
        self._bodies = _pairs(graph, "org:postIn")
        self._posts = self._posts_of_people(graph)
        self._add_english(_pairs(graph, "org:role", "org:classification"))

    def thing(self, iri: str) -> Thing:
        """What is known of one thing."""
        thai, english, of_class = self.thai[iri], self.english[iri], self.classes[iri]
        return Thing(
            iri,
            _KINDS[of_class],
            of_class,
            (thai or english)[0],
            tuple(dict.fromkeys((*thai, *english))),
            tuple(english),
            {language: " · ".join(filter(None, self._line(iri, language))) for language in LANGUAGES},
            1 if of_class == "Article" else self._articles.get(iri, 0),
            (_day(self._days[iri]),) * 2 if of_class == "Article" and iri in self._days else self._seen.get(iri),
            {name: tuple(dict.fromkeys(found)) for name, found in self._links(iri).items() if found},
        )

    def _links(self, iri: str) -> dict[str, list[str]]:
        posts = self._posts.get(iri, [])[::-1]
        bodies = [self._bodies[one] for one in (iri, *posts) if one in self._bodies]
        return {"office": posts, "body": bodies, "place": [area for one in (iri, *posts) for area in self._areas(one)]}

    def _areas(self, iri: str) -> Iterator[str]:
        while iri := self._within.get(iri, ""):
            yield iri

    def _line(self, iri: str, language: str) -> Iterator[str]:
        """Of a person the last post, of a post its body, of places and policies what they are, days, areas."""
        if self.classes[iri] in _TOLD:
            yield self._words[language](self.classes[iri])
        for post in (*self._posts.get(iri, [])[-1:], *filter(None, [self._bodies.get(iri)])):
            yield self._called(post, "th")
        if iri in self._days:
            yield self._words[language].moment(_day(self._days[iri]))
        for area in self._areas(iri):
            yield self._called(area, language)

    def _called(self, iri: str, language: str) -> str:
        names = (self.english[iri] if language == "en" else []) or self.thai[iri]
        return names[0] if names else ""

    def _posts_of_people(self, graph: Graph) -> dict[str, list[str]]:
        """Person -> posts, the one seen last at the end; of several that of which most is told."""
        members, posts = _pairs(graph, "org:member"), _pairs(graph, "lgkg:office")
        days, former = _pairs(graph, "lgkg:observedOn"), _pairs(graph, "lgkg:former")
        seen = [
            (one not in former, days.get(one, ""), self._articles.get(posts[one], 0), posts[one], person)
            for one, person in members.items()
            if one in posts
        ]
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for *_, post, person in sorted(seen):
            found[person].pop(post, None)
            found[person][post] = None
        return {person: list(held) for person, held in found.items()}

    def _add_english(self, kinds: dict[str, str]) -> None:
        """Gives bodies and posts English names: from the tables, or of their kind and area (`Governor Rayong`)."""
        for iri, concept in sorted(kinds.items()):
            scheme, _, id = concept.removeprefix(CONCEPT).partition("/")
            named = next((_english_bodies()[name] for name in self.thai[iri][:1] if name in _english_bodies()), None)
            area = next(iter(self.english[self._within.get(iri, "")]), None)
            if named or area:
                self.english[iri].append(named or f"{self._words['en'].concept(scheme, id)} {area}")


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _of_class(graph: Graph, name: str) -> list[str]:
    return [iri for (iri,) in _rows(graph, f"SELECT DISTINCT ?x {{ ?x a lgkg:{name} }}")]


def _names(graph: Graph) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """IRI -> Thai names, and English names; the preferred ones first."""
    found: dict[str, set[tuple[int, str, bool]]] = defaultdict(set)
    for rank, predicate in enumerate(_NAMES):
        for thing, name in graph.query(f"SELECT ?x ?name {{ ?x {predicate} ?name }}").terms:
            if isinstance(thing, ox.NamedNode) and isinstance(name, ox.Literal):
                found[thing.value].add((rank, one_line(name.value[:_LONGEST]), name.language == "en"))
    thai: dict[str, list[str]] = defaultdict(list)
    english: dict[str, list[str]] = defaultdict(list)
    for iri, names in found.items():
        for _, called, is_english in sorted(names):
            (english if is_english else thai)[iri].append(called)
    return thai, english


def _pairs(graph: Graph, *predicates: str) -> dict[str, str]:
    """Subject -> object; the least of several objects, and that of the first predicate."""
    found: dict[str, str] = {}
    for predicate in reversed(predicates):
        rows = _rows(graph, f"SELECT ?x ?y {{ ?x {predicate} ?y }}")
        found.update((thing, value) for thing, value in sorted(rows, reverse=True))
    return found


def _rows(graph: Graph, sparql: str) -> list[tuple[str, ...]]:
    return [tuple(getattr(term, "value", "") for term in row) for row in graph.query(sparql).terms]


@cache
def _english_bodies() -> dict[str, str]:
    return {row["th"]: row["en"] for row in table("named_bodies")}


_KINDS = {
    "Article": Kind.ARTICLE,
    "Person": Kind.PERSON,
    "Office": Kind.OFFICE,
    "Organization": Kind.ORGANIZATION,
    "Venue": Kind.PLACE,
    "Province": Kind.PLACE,
    "District": Kind.PLACE,
    "Subdistrict": Kind.PLACE,
    "Policy": Kind.POLICY,
    "Law": Kind.POLICY,
    "Strategy": Kind.POLICY,
    "Project": Kind.POLICY,
    "PolicyStatement": Kind.POLICY,
    "Agreement": Kind.POLICY,
    "Meeting": Kind.MEETING,
}
"""Classes of what can be found, a wider one before the narrower."""
_TOLD = {"Venue", "Province", "District", "Subdistrict", "Law", "Strategy", "Project", "PolicyStatement", "Agreement"}
"""Classes whose name stands in the line."""

_NAMES = ("skos:prefLabel", "dcterms:title", "rdfs:label", "skos:altLabel")
_COUNTS = "SELECT ?x (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?g a lgkg:Article . ?x rdfs:label ?name } } GROUP BY ?x"
_SEEN = """
SELECT ?x (MIN(?day) AS ?first) (MAX(?day) AS ?last) {
  GRAPH ?g { ?g dcterms:issued ?day . ?x rdfs:label ?name }
} GROUP BY ?x
"""
