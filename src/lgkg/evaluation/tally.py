"""Counts what is right, and keeps what is not: every mistake with what was annotated, what was found, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from lgkg.evaluation.graph_facts import Grounds
from lgkg.evaluation.matching import Matched
from lgkg.evaluation.printed import Printed
from lgkg.evaluation.scores import Counts, Kind


class Fault(StrEnum):
    """What is wrong: the graph lacks a fact, has one too many, or has another."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that the graph says otherwise than the annotation.

    Attributes:
        kind: what kind of fact.
        article: id of the article.
        fault: what is wrong.
        annotated: what the annotation says; empty if the fact is spurious.
        found: what the graph says; empty if it was missed.
        passage: of a missed fact where the article prints it, with 60 code points on either side, or empty if it prints
            none of its forms; of any other the passage that the graph cites for it.
        confidence: that of the fact in the graph; None if it was missed, or is of a kind that has none.
        rule: the rule that read it; empty likewise.
    """

    kind: Kind
    article: str
    fault: Fault
    annotated: str
    found: str
    passage: str
    confidence: float | None = None
    rule: str = ""


class Wanted(Protocol):
    """A fact of an annotation."""

    @property
    def shown(self) -> str: ...

    @property
    def forms(self) -> tuple[str, ...]: ...


class Found(Protocol):
    """A fact of the graph."""

    @property
    def shown(self) -> str: ...

    @property
    def grounds(self) -> Grounds: ...


class Tally:
    """The counts and mistakes of one article.

    Args:
        article: its id.
        printed: its text, to say where a missed fact is printed.
    """

    def __init__(self, article: str, printed: Printed) -> None:
        self._article, self._printed = article, printed
        self.counts: dict[Kind, Counts] = defaultdict(Counts)
        self.mistakes: list[Mistake] = []

    def matched(self, kind: Kind, outcome: Matched[Wanted, Found]) -> None:
        """Enters the outcome of a matching."""
        self.counts[kind] += Counts(len(outcome.pairs), len(outcome.missed), len(outcome.spurious))
        for wanted in outcome.missed:
            self._miss(kind, wanted.shown, wanted.forms)
        for found in outcome.spurious:
            self._keep(kind, Fault.SPURIOUS, "", found.shown, found.grounds)

    def attribute(self, kind: Kind, annotated: str, found: Iterable[str], right: bool, grounds: Grounds) -> None:
        """Enters whether an attribute is right; `found` is empty if the graph has none."""
        self.counts[kind] += Counts(right=int(right), missed=int(not right))
        shown = " / ".join(sorted(found))
        if not right and shown:
            self._keep(kind, Fault.WRONG, annotated, shown, grounds)
        elif not right:
            self._miss(kind, annotated, (annotated,))

    def _miss(self, kind: Kind, shown: str, forms: Iterable[str]) -> None:
        self.mistakes.append(Mistake(kind, self._article, Fault.MISSED, shown, "", self._printed.around(forms)))

    def _keep(self, kind: Kind, fault: Fault, annotated: str, found: str, grounds: Grounds) -> None:
        told = grounds.passage, grounds.confidence, grounds.rule
        self.mistakes.append(Mistake(kind, self._article, fault, annotated, found, *told))
