"""Asks about many things at once: a batch of them in each query, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lgkg.knowledge_graph import KnowledgeGraph
from lgkg.store.values import Iri, Term, Value, to_term

Row: TypeAlias = "tuple[Value | None, ...]"

_BATCH = 500
"""How many things one query asks for."""


def asked(graph: KnowledgeGraph, sparql: str, things: Iterable[str], **bindings: Value | Term) -> list[Row]:
    """The rows of a query for things, asked for a batch at a time; each once, in an order that never changes.

    Args:
        graph: where to read.
        sparql: a query with `VALUES ?thing { THINGS }`; the IRIs are written there as terms, which cannot break out.
        things: IRIs.
        bindings: further variables of the query and what they shall be.

    Raises:
        QueryError: the query takes too long, or too much memory.
        ValueError: a thing is not an IRI.
    """
    found: set[Row] = set()
    for batch in _batches(things):
        terms = " ".join(str(to_term(Iri(thing))) for thing in batch)
        found.update(graph.query(sparql.replace("THINGS", terms), **bindings))
    return sorted(found, key=lambda row: tuple(map(str, row)))


def _batches(things: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(set(things))
    return (listed[start : start + _BATCH] for start in range(0, len(listed), _BATCH))
