"""Which people with near names may be one: pairs scored by a record-linkage model, to merge or to be decided.

Names are compared by how Thai is misspelt, and with their context: posts, places, time, gender of titles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lgkg.identity.linkage.backends import Backend, DuckDb, Spark
from lgkg.identity.linkage.blocks import blocks
from lgkg.identity.linkage.compared import Compared
from lgkg.identity.linkage.features import context
from lgkg.identity.linkage.names import names
from lgkg.identity.linkage.one_letter import one_letter_apart
from lgkg.identity.linkage.scoring import Scored, score
from lgkg.identity.linkage.slips import slurred, spelt
from lgkg.identity.records import Link, PersonRecord

__all__ = ["CERTAIN", "DOUBTFUL", "SAFE", "Backend", "DuckDb", "Spark", "candidates", "slurred", "spelt"]

SAFE = 0.97
"""A link that scores as much merges by itself; equal names alone never do. It lies between the pairs of
`data/identity` that are one person and those that are two, where they were seen when the model was tuned."""
CERTAIN = 0.995
"""A link that scores as much merges also two whom one article names: it prints one name in two ways. All 21 such pairs
of 3,692 press releases were one person, at scores from .9977."""
DOUBTFUL = 0.5
"""A link that scores as much, and less than `SAFE`, waits for a person to decide; one below is none."""
_DIGITS = 6


def candidates(
    people: Iterable[PersonRecord], *, among: Collection[str] | None = None, backend: Backend | None = None
) -> list[Link]:
    """The pairs of people who may be one.

    Args:
        people: everybody who may be in a pair, ids unequal.
        among: ids; only pairs with at least one of them are looked for, which is what an update needs. None: all.
        backend: what the model runs on; DuckDB unless given.

    Returns:
        links that score `DOUBTFUL` or more, sorted by ids. A score depends on the two records alone. People of one post
        whose names are one letter apart are `DOUBTFUL` at least.
    """
    people = list(people)
    named = [(person, names(person)) for person in people]
    shared = blocks(named, among)
    compared = (
        Compared(person.id, among is None or person.id in among, own, name, context(person, name))
        for (person, name), own in zip(named, shared, strict=True)
        if own
    )
    found = [_link(pair) for pair in score(compared, DOUBTFUL, backend or DuckDb())] if any(shared) else []
    scored = {(link.a, link.b) for link in found}
    found += [Link(*pair, DOUBTFUL, _ONE_LETTER) for pair in one_letter_apart(people, among) if pair not in scored]
    return sorted(found, key=lambda link: (link.a, link.b))


_ONE_LETTER = ("held the same post", "names one letter apart")


def _link(pair: Scored) -> Link:
    strongest = sorted((level for level in pair.levels if level.reason), key=lambda level: -abs(level.weight))
    return Link(pair.a, pair.b, round(pair.score, _DIGITS), tuple(level.reason for level in strongest))
