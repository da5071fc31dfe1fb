"""Settles who is who and which event is which over all articles, and notes what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lgkg.building.archive import Archive
from lgkg.identity import (
    SAME_EVENT,
    EventRecord,
    Events,
    Identities,
    Ledger,
    Link,
    Occurrence,
    People,
    PersonRecord,
    near_duplicates,
    same_events,
    which_is_which,
    who_is_who,
    with_people,
)
from lgkg.identity.linkage import CERTAIN, SAFE, Backend, DuckDb, candidates
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


@dataclass(frozen=True, slots=True)
class Told:
    """What articles tell of who is who and which event is which.

    Attributes:
        occurrences: the people of all articles, sorted by id and article.
        events: the events of all articles, sorted by article and id.
        signatures: what tells articles of nearly the same text, by article.
        waiting: pairs of people noted when this was last settled.
    """

    occurrences: Iterable[Occurrence]
    events: Iterable[EventRecord]
    signatures: Iterable[tuple[str, bytes]]
    waiting: Iterable[Link] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What was settled: who is who, which event is which, and what holds for all articles together."""

    people: People
    meetings: Events
    settled: Settled

    @property
    def ids(self) -> dict[tuple[str, str], str]:
        """(article, id in the article alone) -> the id, where the two differ."""
        return self.people.ids | self.meetings.ids


def decide(told: Told, ledger: Ledger, backend: Backend, changed: Collection[str] | None = None) -> Decided:
    """Settles identity, given what the ledger holds; adds to the ledger what is new.

    Args:
        told: by all articles.
        ledger: what was settled before.
        backend: what near names are compared on.
        changed: ids, by name alone, of people whose occurrences changed since this was last settled; None for all.
    """

    def links(people: Collection[PersonRecord], among: Collection[str]) -> list[Link]:
        return candidates(people, among=None if len(among) == len(people) else among, backend=backend)

    people = who_is_who(told.occurrences, ledger, links, SAFE, certain=CERTAIN, changed=changed, waiting=told.waiting)
    ledger.add(*people.rows)
    near = tuple((a, b) for a, b, _ in near_duplicates(told.signatures))
    events = (with_people(event, people.ids) for event in told.events)
    meetings = which_is_which(events, ledger, lambda records: same_events(records, near), SAME_EVENT)
    ledger.add(*meetings.rows)
    return Decided(people, meetings, Settled(people.replaced | meetings.replaced, near))


def settle(archive: Archive, ledger: Ledger, changed: Collection[str] | None = None) -> Settled:
    """Settles identity over an archive, in this process.

    Args:
        archive: is told which ids are known by which others, and which pairs wait for a decision.
        ledger, changed: as for `decide`.
    """
    told = Told(archive.occurrences(), archive.events(), archive.signatures(), archive.links())
    decided = decide(told, ledger, DuckDb(), changed)
    archive.rename(decided.ids)
    archive.wait(decided.people.links, decided.people.within)
    return decided.settled
