"""The closed sets of the domain as concepts: kinds of office, body and event, and roles, in Thai and English.

They become the SKOS schemes of `ontology/concepts.ttl`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lgkg.tables import table, values

SCHEMES: Final = {
    "office-kind": "offices",
    "body-kind": "bodies",
    "event-kind": "event_kinds",
}
"""Concept scheme -> the table that lists its concepts."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of one scheme.

    Attributes:
        scheme: the scheme that it is of.
        id: its id in the scheme.
        th: its Thai name.
        en: its English name.
        broader: the id of a wider concept of the same scheme, or empty.
        single_seat: whether one person at a time holds a post of this kind.
        sole_post: whether there is one such post in the country, whole without a body or an area.
    """

    scheme: str
    id: str
    th: str
    en: str
    broader: str
    single_seat: bool = False
    sole_post: bool = False


def concepts() -> tuple[Concept, ...]:
    """All concepts, by scheme and id, each id once; kinds of office also with the ranks that may stand before them."""
    found: dict[tuple[str, str], Concept] = {}
    for scheme, name in SCHEMES.items():
        for row in table(name):
            single = row.get("seat") == "one"
            sole = single and row["takes"] == "none"
            concept = Concept(scheme, row["id"], row["th"], row["en"], row.get("broader", ""), single, sole)
            found.setdefault((scheme, concept.id), concept)
    for concept in _ranked_offices():
        found.setdefault((concept.scheme, concept.id), concept)
    return tuple(found[key] for key in sorted(found))


def _ranked_offices() -> Iterator[Concept]:
    """`deputy_governor` of `deputy` and `governor`: a kind of its own, not a narrower one."""
    ranks = {row["id"]: row for row in table("office_ranks")}
    for row in table("offices"):
        for rank in (ranks[name] for name in values(row["ranks"])):
            yield Concept(
                "office-kind", f"{rank['id']}_{row['id']}", rank["th"] + row["th"], f"{rank['en']} {row['en']}", ""
            )
