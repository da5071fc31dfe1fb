"""Proves that a store has what the graph has: it is counted there, and asked what the graph is asked.

Counted are the triples of every graph. Asked are five built-in questions, whose answers must be the same as sets of
rows. Each store is asked so that it sees all graphs together; see `lgkg.store.remote`. Numbers are compared by their
value and `1` is true, since some stores write them so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

import pyoxigraph as ox

from lgkg.errors import QueryError, RemoteError
from lgkg.loading.contents import Entry
from lgkg.questions import question
from lgkg.questions.values import MOST
from lgkg.rdf.terms import XSD
from lgkg.store.values import Term

if TYPE_CHECKING:
    from lgkg.endpoint import RemoteGraph
    from lgkg.graph import Graph
    from lgkg.knowledge_graph import KnowledgeGraph
    from lgkg.store.remote import RemoteStore

QUESTIONS = (
    "acting-holders",
    "observed-terms",
    "most-active-people",
    "most-active-organisations",
    "who-chaired-with-whom",
)
"""Questions that need no value, touch every kind of fact, and have one right answer whatever order a store takes.
Those with a `LIMIT` are asked for as many rows as may be; `events` says by what they are cut."""

_AT_ONCE = 200
"""Graphs that are counted in one query."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A graph of which the store has not what it should.

    Attributes:
        graph: its IRI.
        expected: how many triples it should have; 0 if there should be no such graph.
        found: how many it has.
    """

    graph: str
    expected: int
    found: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as both answered it.

    Attributes:
        question: its id.
        rows: rows of the graph's answer, each counted once.
        missing: how many of these the store's answer lacks.
        foreign: how many rows the store's answer has beside them.
        error: what the store said instead of an answer; empty if it gave one.
    """

    question: str
    rows: int
    missing: int
    foreign: int
    error: str = ""

    @property
    def same(self) -> bool:
        """Whether the answers are the same."""
        return not (self.missing or self.foreign or self.error)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was compared.

    Attributes:
        graphs: how many graphs.
        quads: how many quads they hold.
        differences: the graphs that differ, by name.
        asked: the questions.
    """

    graphs: int
    quads: int
    differences: tuple[Difference, ...]
    asked: tuple[Asked, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing differs."""
        return not self.differences and all(one.same for one in self.asked)


def prove(entries: Sequence[Entry], graph: Graph, remote: RemoteGraph, prefix: str, *, alone: bool = True) -> Proof:
    """Compares a graph with what a store has.

    Args:
        entries: what each of its graphs should hold.
        graph: the graph.
        remote: the store.
        prefix: what the names of the graphs begin with.
        alone: whether the store shall have nothing else under this prefix; if not, more than expected is right.

    Raises:
        RemoteError: the store cannot be reached, or refuses us.
        QueryError: it does not let its graphs be counted.
    """
    found = inventory(remote.store, prefix, entries)
    differences = differing(entries, found, alone=alone)
    asked = tuple(_asked(id, graph, remote, alone) for id in QUESTIONS)
    return Proof(len(entries), sum(entry.count for entry in entries), differences, asked)


def inventory(store: RemoteStore, prefix: str, entries: Sequence[Entry]) -> dict[str, int]:
    """How many triples the store has in each graph under the prefix.

    Counted in one query. A store that cuts long answers is asked for the rest by name.
    """
    found, whole = store.counts(prefix)
    left = [] if whole else [entry.graph for entry in entries if entry.graph not in found]
    while left:
        asked = left[:_AT_ONCE]
        counted, whole = store.counts_of(asked)
        found |= counted
        answered = set(counted) if counted and not whole else set(asked)
        left = [graph for graph in left if graph not in answered]
    return found


def differing(entries: Sequence[Entry], found: Mapping[str, int], *, alone: bool = True) -> tuple[Difference, ...]:
    """The graphs of which the store has less, or other than expected; `alone` as for `prove`."""
    expected = {entry.graph: entry.count for entry in entries}
    graphs = sorted(expected.keys() | found.keys() if alone else expected)
    every = (Difference(graph, expected.get(graph, 0), found.get(graph, 0)) for graph in graphs)
    return tuple(one for one in every if one.found < one.expected or (alone and one.found > one.expected))


def _asked(id: str, graph: Graph, remote: RemoteGraph, alone: bool) -> Asked:
    ours = _rows(id, graph)
    try:
        theirs = _rows(id, remote)
    except (QueryError, RemoteError) as error:
        return Asked(id, len(ours), 0, 0, str(error))
    return Asked(id, len(ours), len(ours - theirs), len(theirs - ours) if alone else 0)


def _rows(id: str, graph: KnowledgeGraph) -> set[tuple[object, ...]]:
    asked = question(id)
    most = {parameter.name: MOST for parameter in asked.parameters if parameter.name == "top"}
    answer = asked.ask(graph, **most)
    rows = {tuple(map(_value, row)) for row in answer.terms}
    if most and len(answer) == MOST:  # which of those with as few events as the last are there is chance
        events = answer.columns.index("events")
        least = answer.terms[-1][events]
        rows = {row for row in rows if row[events] != _value(least)}
    return rows


def _value(term: Term | None) -> object:
    """What a term says, however a store writes it."""
    if not isinstance(term, ox.Literal):
        return term
    kind = term.datatype.value
    if kind == f"{XSD}boolean":
        return term.value in ("true", "1")
    if kind in _NUMBERS:
        try:
            return Decimal(term.value)
        except InvalidOperation:
            return term
    return ox.Literal(term.value, language=term.language.lower()) if term.language else term


_NUMBERS = frozenset(f"{XSD}{name}" for name in ("integer", "decimal", "double", "float", "int", "long"))
