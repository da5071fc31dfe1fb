"""Scores pairs of people with Splink, on whichever backend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lgkg.identity.linkage.backends import Backend
from lgkg.identity.linkage.compared import Compared
from lgkg.identity.linkage.model import Level, comparisons, settings


class Scored(NamedTuple):
    """A pair: its ids in order, how probable it is that they are one, and the levels that were found."""

    a: str
    b: str
    score: float
    levels: tuple[Level, ...]


def score(people: Iterable[Compared], least: float, backend: Backend) -> list[Scored]:
    """The pairs that share a block and score `least` or more, in no order; of at least one person."""
    from splink import Linker

    linker = Linker(backend.table(people), settings(backend.dialect), log_level=None, validate_settings=False)
    found = linker.inference.predict(threshold_match_probability=least, warning_mode="never")
    wanted = ["id_l", "id_r", "match_probability", *(f"gamma_{name}" for name in comparisons())]
    pairs = backend.rows(found, wanted)
    return [Scored(min(a, b), max(a, b), chance, _levels(found)) for a, b, chance, *found in pairs]


def _levels(found: Sequence[int]) -> tuple[Level, ...]:
    """Splink numbers levels from the last, which is 0, without those where nothing is known, which are -1."""
    return tuple(
        [level for level in levels if level.m is not None][-1 - number]
        for levels, number in zip(comparisons().values(), found, strict=True)
        if number >= 0
    )
