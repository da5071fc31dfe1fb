"""Leaves out private people: those whom a text names without an office or any other public capacity.

A release names winners of prizes, patients, suspects and neighbours beside officials. Who holds a post, bears a rank of
the forces, the police or the Volunteer Defence Corps, is a monk, presides or speaks at an event, sends somebody or is
sent, appears in a public capacity; the others do not, and are published only if the user asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from lgkg.facts import Facts, Person, Role
from lgkg.tables import table, values

RANKS: Final = frozenset({"army", "navy", "air", "police", "vdc", "acting"})
"""Groups of titles that are ranks in public service."""


def without_private(facts: Facts) -> Facts:
    """The same facts without private people and what is said of them.

    Their names may still stand in passages that are quoted for something else.
    """
    public = frozenset(_public(facts))
    return replace(
        facts,
        persons=tuple(person for person in facts.persons if person in public),
        participations=tuple(part for part in facts.participations if part.person in public),
    )


def _public(facts: Facts) -> Iterator[Person]:
    """Everyone in a public capacity, some more than once."""
    yield from (tenure.person for tenure in facts.tenures)
    yield from (part.person for part in facts.participations if part.roles != (Role.ATTENDEE,))
    for sent in facts.delegations:
        yield from (sent.delegate, sent.delegator)
    yield from (person for person in facts.persons if not person.honorific or _is_rank(person.honorific))


@lru_cache(maxsize=1 << 10)
def _is_rank(honorific: str) -> bool:
    return honorific.startswith(_ranks())


@cache
def _ranks() -> tuple[str, ...]:
    rows = (row for row in table("titles") if row["group"] in RANKS)
    return tuple(form.lstrip("~") for row in rows for form in (row["th"], *values(row["forms"])))
