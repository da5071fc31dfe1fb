"""Settles who is who and which event is which over the whole archive, and notes what came of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from lgkg.building.archive import Archive
from lgkg.identity import (
    SAME_EVENT,
    Identities,
    Ledger,
    Link,
    PersonRecord,
    near_duplicates,
    same_events,
    which_is_which,
    who_is_who,
    with_people,
)
from lgkg.identity.linkage import CERTAIN, SAFE, candidates
from lgkg.rdf.entities import EntityLink


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds for all articles together.

    Attributes:
        replaced: id of a person or an event -> the id that this one is known by.
        near_duplicates: pairs of articles of nearly the same text, by their ids.
    """

    replaced: dict[str, str]
    near_duplicates: tuple[tuple[str, str], ...]

    def links(self, ids: Identities) -> list[EntityLink]:
        """What the entities graph tells of it, sorted."""
        found = [(old, "dcterms:isReplacedBy", new) for old, new in self.replaced.items()]
        found += [(ids.article(a), "lgkg:nearDuplicateOf", ids.article(b)) for a, b in self.near_duplicates]
        return sorted(found)


def settle(archive: Archive, ledger: Ledger, changed: Collection[str] | None = None) -> Settled:
    """Settles identity anew, given what the ledger holds; adds to the ledger what is new.

    Args:
        archive: is told which ids are known by which others, and which pairs wait for a decision.
        ledger: what was settled before.
        changed: ids, by name alone, of people whose occurrences changed since the archive was last settled; None for
            all.
    """
    people = who_is_who(
        archive.occurrences(), ledger, _links, SAFE, certain=CERTAIN, changed=changed, waiting=archive.links()
    )
    ledger.add(*people.rows)
    near = tuple((a, b) for a, b, _ in near_duplicates(archive.signatures()))
    events = (with_people(event, people.ids) for event in archive.events())
    meetings = which_is_which(events, ledger, lambda records: same_events(records, near), SAME_EVENT)
    ledger.add(*meetings.rows)
    archive.rename(people.ids | meetings.ids)
    archive.wait(people.links, people.within)
    return Settled(people.replaced | meetings.replaced, near)


def _links(people: Collection[PersonRecord], among: Collection[str]) -> list[Link]:
    return candidates(people, among=None if len(among) == len(people) else among)
