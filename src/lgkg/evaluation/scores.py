"""What is counted, and the figures made of it.

>>> counts = Counts(right=8, missed=2, spurious=0)
>>> counts.precision, counts.recall, round(counts.f1, 3)
(1.0, 0.8, 0.889)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of fact that are counted, in the order they are shown.

    Those of `ATTRIBUTES` are only compared where what they belong to was found, and are right or not: nothing can be
    spurious, so that precision is 1 and recall is the share that is right.
    """

    PERSON = "person"
    OFFICE = "office"
    ACTING_FORMER = "acting-former"
    ORGANISATION = "organisation"
    PROVINCE = "province"
    DISTRICT = "district"
    POLICY = "policy"
    POLICY_KIND = "policy-kind"
    MEETING = "meeting"
    MEETING_DATE = "meeting-date"
    MEETING_VENUE = "meeting-venue"
    MEETING_PROVINCE = "meeting-province"
    PARTICIPANT = "participant"
    CHAIR = "chair"
    DELEGATION = "delegation"
    PAIRS = "pairs"


ATTRIBUTES = frozenset(
    {Kind.ACTING_FORMER, Kind.POLICY_KIND, Kind.MEETING_DATE, Kind.MEETING_VENUE, Kind.MEETING_PROVINCE}
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many facts are right, missed and spurious, and the usual figures: 0 where there is nothing to divide."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.missed + other.missed, self.spurious + other.spurious)

    @property
    def annotated(self) -> int:
        """How many the annotations have."""
        return self.right + self.missed

    @property
    def found(self) -> int:
        """How many the graph has."""
        return self.right + self.spurious

    @property
    def precision(self) -> float:
        """The share of what the graph has that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what the annotations have that the graph has too."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.annotated + self.found
        return 2 * self.right / total if total else 0.0
