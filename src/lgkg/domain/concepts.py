"""The closed sets of the domain as concepts: kinds of office, body and event, and roles, in Thai and English.

They become the SKOS schemes of `ontology/concepts.ttl`.
"""

from __future__ import annotations

from dataclasses import dataclass

from lgkg.tables import table

SCHEMES = {
    "office-kind": "offices",
    "body-kind": "bodies",
    "event-kind": "event_kinds",
}
"""Concept scheme -> the table that lists its concepts."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of one scheme; `broader` is the id of a wider concept of the same scheme, or empty."""

    scheme: str
    id: str
    th: str
    en: str
    broader: str


def concepts() -> tuple[Concept, ...]:
    """All concepts, by scheme and id, each id once."""
    found: dict[tuple[str, str], Concept] = {}
    for scheme, name in SCHEMES.items():
        for row in table(name):
            concept = Concept(scheme, row["id"], row["th"], row["en"], row.get("broader", ""))
            found.setdefault((scheme, concept.id), concept)
    return tuple(found[key] for key in sorted(found))
