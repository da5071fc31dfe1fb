"""What a list of redactions has to say so that a person is withdrawn: every spelling, and nobody else of that name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lgkg.building.archive import Archive
from lgkg.errors import GraphError
from lgkg.identity import Judgement, Ledger, Occurrence, PersonRow, name_key
from lgkg.identity.mint import mint
from lgkg.identity.name_finder import skeleton
from lgkg.identity.redaction import LEAST, Redaction

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A person who is to be withdrawn.

    Attributes:
        rows: for the list; who, when and why are not told yet.
        ids: all ids of the person, which are to be struck out of the ledger.
    """

    rows: tuple[Redaction, ...]
    ids: frozenset[str]


def withdrawal(asked: str, archive: Archive, ledger: Ledger, base: str, *, unknown: bool = False) -> Withdrawal:
    """What withdraws a person.

    Args:
        asked: id, IRI or name.
        archive: the articles of the graph.
        ledger: its ledger.
        base: what stands before every id.
        unknown: whether a name that nobody in the graph bears is withdrawn too.

    Raises:
        GraphError: there is no such person, several bear the name, or nothing tells this one from namesakes.
    """
    people = _people(archive)
    person = _asked(asked.removeprefix(base), people, ledger)
    if person is None:
        return Withdrawal((_not_yet_there(asked, unknown),), frozenset())
    ids = _ids(person, people[person], ledger)
    others = (one for other, group in people.items() if other != person for one in group)
    namesakes = _by_key(filter(_is_whole, others))
    named = _by_key(people[person])
    rows = [row for key, group in named.items() for row in _rows(group, namesakes.get(key, ()))]
    names = _named_before(ids, named, ledger)
    before = [Redaction(name) for name in names if name_key(name) not in namesakes]
    return Withdrawal(tuple(dict.fromkeys(rows + before)), ids)


def _people(archive: Archive) -> dict[str, list[Occurrence]]:
    """Everybody's occurrences, by the id that each is known by."""
    others = archive.renamed()
    people: dict[str, list[Occurrence]] = defaultdict(list)
    for one in archive.occurrences():
        people[others.get(one.article, {}).get(one.person, one.person)].append(one)
    return dict(people)


def _asked(asked: str, people: dict[str, list[Occurrence]], ledger: Ledger) -> str | None:
    """The id of who is asked for; None for a name that nobody in the graph bears."""
    if asked.startswith("person/"):
        if person := _by_id(asked, people, ledger):
            return person
        raise GraphError(f"there is no person {asked!r}", remedy="`lgkg query GRAPH` finds the ids of people")
    key = name_key(asked)
    bearers = {id: [one for one in group if key in _keys(one)] for id, group in people.items()}
    whole = sorted(id for id, group in bearers.items() if any(map(_is_whole, group)))
    found = whole or sorted(id for id, group in bearers.items() if group)
    if len(found) > 1:
        ids = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise GraphError(f"{len(found)} people bear this name: {ids}", remedy="Give the id of the one you mean")
    return found[0] if found else None


def _by_id(id: str, people: dict[str, list[Occurrence]], ledger: Ledger) -> str | None:
    """The id by which somebody is known now who is, or was, known by this one."""
    if id in people:
        return id
    now = {other for other, group in people.items() if any(id in (one.person, _part(one, ledger)) for one in group)}
    return now.pop() if len(now) == 1 else None


def _keys(one: Occurrence) -> tuple[str, str]:
    return name_key(one.name), name_key(one.honorific + one.name)


def _is_whole(one: Occurrence) -> bool:
    """Whether the id says that this name is one person's wherever it stands, as that of a given name alone does not."""
    return one.person == mint("person", name_key(one.name))


def _part(one: Occurrence, ledger: Ledger) -> str:
    """The id that the ledger gave these occurrences of a name."""
    return ledger.people.get(one.person, {}).get(one.article, one.person)


def _ids(person: str, group: Iterable[Occurrence], ledger: Ledger) -> frozenset[str]:
    """All ids of a person: those of what was joined, and of what was joined to that."""
    ids = {person, *(_part(one, ledger) for one in group)}
    pairs = [{row.a, row.b} for row in ledger.decided(Judgement.SAME)]
    while more := {id for pair in pairs if pair & ids for id in pair} - ids:
        ids |= more
    return frozenset(ids)


def _by_key(occurrences: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    """Occurrences by what the spellings of their name have in common."""
    names: dict[str, list[Occurrence]] = defaultdict(list)
    for one in occurrences:
        names[name_key(one.name)].append(one)
    return dict(sorted(names.items()))


def _rows(group: Sequence[Occurrence], namesakes: Sequence[Occurrence]) -> Iterator[Redaction]:
    """The rows for one name of a person: everywhere, or where nobody else of this name can be meant.

    A given name alone belongs to a person in one article; a namesake is told by other posts.
    """
    name = min(one.name for one in group)
    if not _is_whole(group[0]) or len(skeleton(name)) < LEAST:
        yield from (Redaction(name, article=one.article) for one in group)
    elif not namesakes:
        yield Redaction(name)
    else:
        offices = {seat.office for one in group for seat in one.seats}
        if not offices or offices & {seat.office for one in namesakes for seat in one.seats}:
            raise GraphError(
                "others bear this name, and no post tells this person from them",
                remedy="Withdraw the articles that name this person, with --article; or part them first",
            )
        yield from (Redaction(name, office=office) for office in sorted(offices))
        yield from (Redaction(name, article=one.article) for one in group if not one.seats)


def _named_before(ids: frozenset[str], now: Collection[str], ledger: Ledger) -> list[str]:
    """Whole names that the ledger has of a person and that are not among the keys `now`; sorted."""
    rows = (row for row in ledger.rows if isinstance(row, PersonRow) and row.person in ids)
    whole = {row.name for row in rows if row.by_name == mint("person", name_key(row.name))}
    return sorted(name for name in whole if name_key(name) not in now and len(skeleton(name)) >= LEAST)


def _not_yet_there(name: str, wanted: bool) -> Redaction:
    """The row for a name that nobody in the graph bears, who may be named in passing or tomorrow."""
    if not wanted:
        raise GraphError(
            "nobody in the graph bears this name",
            remedy="Look how it is spelt there, or give --unknown to withhold it wherever it comes",
        )
    if len(name.split()) < 2 or len(skeleton(name)) < LEAST:
        raise GraphError(
            "this name is too short to be withheld wherever it stands",
            remedy="Give the given and the family name without title",
        )
    return Redaction(name)
