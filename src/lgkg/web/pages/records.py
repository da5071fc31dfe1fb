"""Reads things by the batch: what is said of each, and what each is called.

found = records(graph, ["https://w3id.org/lgkg/id/meeting/5n3v…"])
found[iri].first("schema:startDate")
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from lgkg.graph import Graph
from lgkg.network.batches import asked
from lgkg.network.model import Name
from lgkg.rdf.terms import PREFIXES
from lgkg.store.values import Iri, Value


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that has a page.

    Attributes:
        iri: which.
        name: what it is called.
    """

    iri: str
    name: Name


@dataclass(frozen=True, slots=True)
class Record:
    """What a graph says of a thing: prefixed name of a property -> its values, in one order always."""

    iri: str
    said: Mapping[str, tuple[Value, ...]]

    def all(self, property: str) -> tuple[Value, ...]:
        """The values of a property, sorted as texts."""
        return self.said.get(property, ())

    def first(self, property: str) -> Value | None:
        """The first of them; None if there is none."""
        return next(iter(self.all(property)), None)

    def text(self, property: str) -> str:
        """The first of them as a text; empty if there is none."""
        found = self.first(property)
        return "" if found is None else str(found)

    def day(self, property: str) -> date | None:
        """The first of them that is a day."""
        return next((value for value in self.all(property) if isinstance(value, date)), None)

    def iris(self, property: str) -> tuple[str, ...]:
        """The things that a property leads to."""
        return tuple(str(value) for value in self.all(property) if isinstance(value, Iri))

    def concept(self, property: str) -> str:
        """The id of the concept that a property leads to: `governor`; empty if there is none."""
        return self.text(property).rpartition("/")[2]

    def classes(self) -> tuple[str, ...]:
        """Local names of the ontology's classes that the thing is of."""
        return tuple(iri.rpartition("#")[2] for iri in self.iris("rdf:type") if iri.startswith(PREFIXES["lgkg"]))


def records(graph: Graph, things: Iterable[str]) -> dict[str, Record]:
    """What the graph says of things, by IRI; those of which it says nothing are left out."""
    return _grouped(asked(graph, _SAID, things))


def record(graph: Graph, thing: str) -> Record:
    """What the graph says of one thing, but for the passages that name it, which may be thousands."""
    rows = [(Iri(thing), *row) for row in graph.query(_SAID_OF_ONE, thing=Iri(thing))]
    return _grouped(sorted(rows, key=lambda row: tuple(map(str, row)))).get(thing, Record(thing, {}))


def called(graph: Graph, things: Iterable[str]) -> dict[str, Thing]:
    """Things with their names, by IRI; one without a name is called by the end of its IRI."""
    wanted = sorted(set(things))
    names: dict[str, dict[str, str]] = {}
    for iri, label, language in asked(graph, _NAMES, wanted):
        names.setdefault(str(iri), {}).setdefault(str(language), str(label))
    return {iri: Thing(iri, _name(names.get(iri, {}), iri)) for iri in wanted}


def _name(by_language: Mapping[str, str], iri: str) -> Name:
    thai = by_language.get("th") or by_language.get("") or iri.rpartition("/")[2]
    return Name(thai, by_language.get("en", ""))


def _grouped(rows: Iterable[tuple[Value | None, ...]]) -> dict[str, Record]:
    said: dict[str, dict[str, tuple[Value, ...]]] = {}
    for thing, property, value in rows:
        if value is not None:
            values = said.setdefault(str(thing), {})
            name = _prefixed(str(property))
            values[name] = (*values.get(name, ()), value)
    return {iri: Record(iri, values) for iri, values in said.items()}


@cache
def _prefixed(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


_SAID = "SELECT ?thing ?property ?value { VALUES ?thing { THINGS } ?thing ?property ?value }"
_SAID_OF_ONE = "SELECT ?property ?value { ?thing ?property ?value FILTER (?property != lgkg:evidence) }"

_NAMES = """
SELECT ?thing ?name (LANG(?name) AS ?language) {
  { VALUES ?thing { THINGS } ?thing skos:prefLabel ?name }
  UNION { VALUES ?thing { THINGS } ?thing dcterms:title ?name }
}
"""
"""Each half begins at the things: with the properties in VALUES too, the engine would read all names of the graph."""
