"""Reads what a graph says of articles, as any user would ask it: in SPARQL, in the named graph of each article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from lgkg.evaluation import sparql
from lgkg.evaluation.graph_facts import (
    ArticleFacts,
    Delegation,
    Entity,
    Grounds,
    Meeting,
    Participation,
    Policy,
    Tenure,
)
from lgkg.facts import PolicyKind
from lgkg.graph import Graph
from lgkg.rdf.terms import LGKG
from lgkg.store.values import Iri, Value, to_term

_Row: TypeAlias = "tuple[str, ...]"
"""A row as text, what is unbound as an empty one; the first three are the grounds."""


def read_facts(graph: Graph, ids: Iterable[str]) -> dict[str, ArticleFacts]:
    """What the graph says of these articles: id -> facts; one that the graph does not hold is not there."""
    terms = " ".join(str(to_term(id)) for id in sorted(ids))
    listed = graph.query(sparql.ARTICLES.replace("IDS", terms))
    return {str(id): _facts(graph, str(iri), str(digest or "")) for iri, id, digest in listed}


def _facts(graph: Graph, article: str, digest: str) -> ArticleFacts:
    rows = {what: _rows(graph, query, article) for what, query in sparql.FACTS.items()}
    return ArticleFacts(
        _entities(rows["persons"]),
        _entities(rows["organisations"]),
        _entities(row for row in rows["places"] if row[-1] == "Province"),
        _entities(row for row in rows["places"] if row[-1] == "District"),
        _policies(rows["policies"]),
        _tenures(rows["tenures"]),
        _meetings(rows["meetings"], _participations(rows["participations"])),
        _delegations(rows["delegations"]),
        digest,
        tuple(sorted((passage for (passage,) in rows["passages"]), key=len, reverse=True)),
    )


def _rows(graph: Graph, query: str, article: str) -> list[_Row]:
    """The rows, each once and sorted, so that no order in the store tells."""
    answer = graph.query(query.replace("ARTICLE", str(to_term(Iri(article)))))
    return sorted({tuple(map(_text, row)) for row in answer})


def _text(value: Value | None) -> str:
    if isinstance(value, Iri):
        return value.rpartition("#")[2] if value.startswith(LGKG) else str(value)
    if isinstance(value, bool):
        return "true" if value else ""
    return "" if value is None else str(value)


def _grounds(row: _Row) -> Grounds:
    passage, confidence, rule, *_ = row
    return Grounds(passage, float(confidence) if confidence else None, rule)


def _entities(rows: Iterable[_Row]) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    for row in rows:
        found.setdefault(row[3], Entity(row[3], _grounds(row)))
    return tuple(found[label] for label in sorted(found))


def _policies(rows: Iterable[_Row]) -> tuple[Policy, ...]:
    found: dict[tuple[str, str], Policy] = {}
    for row in rows:
        found.setdefault((row[3], row[4]), Policy(row[3], _grounds(row), PolicyKind(row[4])))
    return tuple(found[policy] for policy in sorted(found))


def _tenures(rows: Iterable[_Row]) -> tuple[Tenure, ...]:
    found: dict[_Row, Tenure] = {}
    for row in rows:
        fact, person, office, acting, former = row[3:]
        found.setdefault(row[3:], Tenure(fact, person, office, bool(acting), bool(former), _grounds(row)))
    return tuple(found[values] for values in sorted(found))


def _participations(rows: Iterable[_Row]) -> Mapping[str, list[Participation]]:
    """Meeting -> who took part."""
    roles: dict[_Row, set[str]] = defaultdict(set)
    grounds: dict[_Row, Grounds] = {}
    for row in rows:
        fact, person, meeting, role = row[3:]
        roles[meeting, fact, person].add(role)
        grounds.setdefault((meeting, fact, person), _grounds(row))
    found: dict[str, list[Participation]] = defaultdict(list)
    for (meeting, fact, person), played in sorted(roles.items()):
        found[meeting].append(Participation(fact, person, frozenset(played), grounds[meeting, fact, person]))
    return found


def _meetings(rows: Iterable[_Row], present: Mapping[str, list[Participation]]) -> tuple[Meeting, ...]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        found[row[3]].append(row)
    return tuple(_meeting(fact, found[fact], tuple(present.get(fact, ()))) for fact in sorted(found))


def _meeting(fact: str, rows: list[_Row], present: tuple[Participation, ...]) -> Meeting:
    titles, days, venues, provinces = (frozenset(row[at] for row in rows if row[at]) for at in range(4, 8))
    return Meeting(fact, titles, frozenset(day[:10] for day in days), venues, provinces, present, _grounds(rows[0]))


def _delegations(rows: Iterable[_Row]) -> tuple[Delegation, ...]:
    found: dict[_Row, Delegation] = {}
    for row in rows:
        fact, delegate, delegator = row[3:]
        found.setdefault(row[3:], Delegation(fact, delegate, delegator, _grounds(row)))
    return tuple(found[values] for values in sorted(found))
