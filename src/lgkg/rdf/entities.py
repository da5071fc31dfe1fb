"""The entities graph: one preferred name a language for every entity, whatever the articles print.

It is made from the names counted over all articles, as a stream: memory holds one entity at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from lgkg.domain.gazetteer import Area, gazetteer
from lgkg.facts import Facts, Level
from lgkg.identity import Identities
from lgkg.rdf.nquads import Block, thai
from lgkg.rdf.places import area_ids, area_statements, areas_of
from lgkg.rdf.terms import ALT_LABEL, DEFAULT_BASE, PREF_LABEL, TYPE, term

Label: TypeAlias = tuple[str, str, str]
"""An entity's id, its class in the ontology, and a name that an article gives it."""

CountedLabel: TypeAlias = tuple[str, str, str, int]
"""A label, and how many articles give it."""

EntityLink: TypeAlias = tuple[str, str, str]
"""An id, a property as in `dcterms:isReplacedBy`, and the id that it leads to."""


def article_labels(facts: Facts, ids: Identities) -> tuple[Label, ...]:
    """The name of every entity of an article, once each; people without honorific."""
    found = [(ids.place(place), str(place.level), place.name) for place in areas_of(facts)]
    found += [(ids.organization(body), "Organization", body.label) for body in facts.organizations]
    found += [(ids.office(office), "Office", office.label) for office in facts.offices]
    found += [(ids.person(facts, person), "Person", person.name) for person in facts.persons]
    found += [(ids.policy(policy), "Policy", policy.label) for policy in facts.policies]
    found += [(ids.venue(meeting), "Venue", meeting.venue) for meeting in facts.meetings if meeting.venue]
    return tuple(sorted(set(found)))


def entities_iri(base: str = DEFAULT_BASE) -> str:
    """The IRI of the entities graph."""
    return f"{base}graph/entities"


def entities_quads(
    counted: Iterable[CountedLabel], ids: Identities, base: str = DEFAULT_BASE, links: Iterable[EntityLink] = ()
) -> Iterator[tuple[str, bytes]]:
    """The entities graph.

    Args:
        counted: the labels of all articles with their counts, sorted, so that an entity's stand together.
        ids: gives areas their ids.
        base: what is written before every id.
        links: what else is known of entities, sorted.

    Yields:
        An entity's id and its canonical N-Quads, in the order of ids.
    """
    writer = _EntitiesGraph(ids, base)
    described = ((entity, writer.described(entity, list(labels))) for entity, labels in groupby(counted, itemgetter(0)))
    linked = ((entity, writer.linked(list(found))) for entity, found in groupby(links, itemgetter(0)))
    for entity, blocks in groupby(merge(described, linked, key=itemgetter(0)), itemgetter(0)):
        yield entity, b"".join(sorted(line for _, block in blocks for line in block.splitlines(keepends=True)))


def preferred(labels: Iterable[CountedLabel]) -> str:
    """The name that most articles give; among equals the shorter, then the first by code points."""
    return min(labels, key=lambda label: (-label[3], len(label[2]), label[2]))[2]


_AREAS = frozenset(map(str, Level))


class _EntitiesGraph:
    def __init__(self, ids: Identities, base: str) -> None:
        self._ids, self._base = ids, base
        self._graph = f"<{entities_iri(base)}>"

    def described(self, entity: str, labels: list[CountedLabel]) -> bytes:
        block, node = Block(self._graph), f"<{self._base}{entity}>"
        area = self._areas.get(entity) if labels[0][1] in _AREAS else None
        if area:
            block.add_all(area_statements(area, self._ids, self._base))
        best = area.name if area else preferred(labels)
        block.add(node, PREF_LABEL, thai(best))
        for _, kind, label, _ in labels:
            block.add(node, TYPE, term(f"lgkg:{kind}"))
            if label != best:
                block.add(node, ALT_LABEL, thai(label))
        return block.canonical()

    def linked(self, links: list[EntityLink]) -> bytes:
        block = Block(self._graph)
        for entity, predicate, other in links:
            block.add(f"<{self._base}{entity}>", term(predicate), f"<{self._base}{other}>")
        return block.canonical()

    @cached_property
    def _areas(self) -> dict[str, Area]:
        return area_ids(gazetteer().by_code.values(), self._ids)
