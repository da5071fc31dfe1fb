"""Who is who, on the driver: what articles tell of people and events is small, a row a person and article.

Near names alone are compared on the executors; see `lgkg.identity.linkage.Spark`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from lgkg.building import plain
from lgkg.building.archive import digest_of
from lgkg.building.settling import Told
from lgkg.building.spark.extraction import READ
from lgkg.identity import EventRecord, Occurrence

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


@dataclass(slots=True)
class Gathered:
    """What is gathered of all articles.

    Attributes:
        digests: article -> the digest of all that it says, sorted.
        signatures: what tells articles of nearly the same text.
        occurrences, events: people and events.
        withheld: articles, each with the id, by name alone, of somebody who was withheld from it.
        passages, facts: what all come to.
    """

    digests: dict[str, bytes] = field(default_factory=dict)
    signatures: list[tuple[str, bytes]] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    events: list[EventRecord] = field(default_factory=list)
    withheld: set[tuple[str, str]] = field(default_factory=set)
    passages: int = 0
    facts: int = 0

    @property
    def input_digest(self) -> str:
        """SHA-256 over all articles."""
        return digest_of(self.digests[id] for id in sorted(self.digests))

    def told(self) -> Told:
        """What identity is settled by."""
        people = sorted(self.occurrences, key=attrgetter("person", "article"))
        return Told(people, sorted(self.events, key=attrgetter("article", "id")), sorted(self.signatures))


def gathered(outcomes: DataFrame) -> Gathered:
    """What the driver has to know of the articles that were read."""
    found = Gathered()
    wanted = "id", "occurrences", "events", "signature", "digest", "passages", "facts", "withheld"
    for row in outcomes.where(outcomes.status.isin(*READ)).select(*wanted).toLocalIterator():
        found.digests[row.id] = bytes(row.digest)
        found.signatures.append((row.id, bytes(row.signature)))
        found.occurrences += (plain.occurrence(person, row.id, told) for person, told in json.loads(row.occurrences))
        found.events += (plain.event(row.id, event, told) for event, told in json.loads(row.events))
        found.withheld |= {(row.id, person) for person in json.loads(row.withheld)}
        found.passages += row.passages
        found.facts += row.facts
    return found
