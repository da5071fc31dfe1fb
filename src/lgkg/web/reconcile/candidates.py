"""Which entities a name may mean, with a score from 0 to 100, and whether one of them is safe to be taken.

The score is how alike the names are, 100 where their keys are equal; each property that agrees adds to it, each that
does not takes from it. One is safe (`match`) where it alone bears the very name, in full, and no property speaks
against it; of several of one name, where the properties speak for one of them alone.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from lgkg.identity import name_key
from lgkg.web.reconcile.properties import PROPERTIES, agrees
from lgkg.web.reconcile.requested import Query
from lgkg.web.reconcile.types import is_of, kinds_of
from lgkg.web.search import Index, Kind, Thing, Way, meanings, rough

_AGREES, _DISAGREES = 10.0, -25.0
_OTHER_TYPE = -10.0
_NEARLY = 95.0
"""What a name scores at most that is not the very name."""
_ROMAN = 85.0
"""What a name scores at most that is written in other letters."""
_LOOKED_AT = 3
"""For each candidate that is wanted so many are scored."""


class Candidate(NamedTuple):
    """An entity that may be meant: the score, whether it is safe, and what it rests on."""

    thing: Thing
    score: float
    match: bool
    features: dict[str, float | bool]


def candidates(index: Index, query: Query, base: str) -> list[Candidate]:
    """The entities that a query may mean, the best first.

    Args:
        index: what there is.
        query: the query.
        base: what stands before every id.
    """
    same = [thing for thing in index.called(query.text) if is_of(thing, query.types, query.strict)]
    kinds = kinds_of(query.types) if query.strict != "should" else []
    if query.types and not kinds and query.strict != "should":
        return []
    found = index.find(query.text, kinds, query.limit * _LOOKED_AT)
    near = [(hit.thing, hit.way) for hit in found if is_of(hit.thing, query.types, query.strict)]
    known = {thing.iri: (thing, way) for thing, way in [*near, *((thing, Way.EXACT) for thing in same)]}
    evidence = {iri: _evidence(index, query, thing, base) for iri, (thing, _) in known.items()}
    safe = _safe(query.text, same, evidence)
    scored = [_scored(query, thing, way, evidence[thing.iri], thing.iri == safe) for thing, way in known.values()]
    scored.sort(key=lambda one: (-one.match, -one.score, -one.thing.articles, one.thing.iri))
    return scored[: query.limit]


def _evidence(index: Index, query: Query, thing: Thing, base: str) -> dict[str, bool]:
    """Property -> whether it agrees; without those of which nothing is known."""
    told = {pid: agrees(PROPERTIES[pid], thing, values, index, base) for pid, values in query.values.items() if values}
    return {pid: agreed for pid, agreed in told.items() if agreed is not None}


def _safe(text: str, same: list[Thing], evidence: dict[str, dict[str, bool]]) -> str | None:
    """The IRI of the only thing that can be meant, if there is one."""
    full = [thing for thing in same if _is_full(text, thing)]
    if len(same) == 1 == len(full) and all(evidence[same[0].iri].values()):
        return same[0].iri
    speaking = [thing for thing in same if evidence[thing.iri] and all(evidence[thing.iri].values())]
    return speaking[0].iri if len(speaking) == 1 and speaking[0] in full else None


def _is_full(text: str, thing: Thing) -> bool:
    """Whether a text names a person by given and family name: one alone is borne by many whom no article names."""
    if thing.kind is not Kind.PERSON:
        return True
    keys = {meaning.key for meaning in meanings(text)}
    return any(name_key(name) in keys for name in thing.names if " " in name)


def _scored(query: Query, thing: Thing, way: Way, evidence: dict[str, bool], match: bool) -> Candidate:
    alike = 100.0 if way is Way.EXACT else _alike(query.text, thing, way)
    score = alike + sum(_AGREES if agreed else _DISAGREES for agreed in evidence.values())
    if query.types and not is_of(thing, query.types, "any"):
        score += _OTHER_TYPE
    features: dict[str, float | bool] = {"name": round(alike, 1), **evidence}
    return Candidate(thing, round(min(100.0, max(0.0, score)), 1), match, features)


def _alike(text: str, thing: Thing, way: Way) -> float:
    """How alike a text and the nearest name of a thing are, below that of equal ones."""
    if way in (Way.ROMAN, Way.ROMAN_SLIP):
        form = "".join(map(rough, text.split()))
        return _ROMAN * _ratio(form, "".join(map(rough, thing.label.split())))
    keys = [meaning.key for meaning in meanings(text) if not meaning.keyed]
    return _NEARLY * max((_ratio(key, name_key(name)) for key in keys for name in thing.names), default=0.0)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
