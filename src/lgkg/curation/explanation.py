"""Everything held about a person: what the graph says, what the ledger settled, and what waits for a decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from os import PathLike

from lgkg.curation.desk import opened
from lgkg.curation.profile import Profile, profile
from lgkg.identity import JudgementRow, Link, PersonRow
from lgkg.identity.ledger import Row
from lgkg.identity.standing import Standing


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything held about a person.

    Attributes:
        asked: the id that was asked for, which may have been merged into that of `profile`.
        profile: what the graph says.
        merged: the ids that were merged into the person, oldest first.
        given: rows of the ledger that say which articles mean the person.
        judgements: decisions about the person that hold, in the order in which they were made: the merges among them.
        overridden: earlier ones that later ones overrode.
        waiting: pairs that wait for a decision, the most probable first.
    """

    asked: str
    profile: Profile
    merged: tuple[str, ...]
    given: tuple[PersonRow, ...]
    judgements: tuple[JudgementRow, ...]
    overridden: tuple[JudgementRow, ...]
    waiting: tuple[Link, ...]


def explain(graph: str | PathLike[str], person: str) -> Explanation:
    """Everything held about a person.

    Args:
        graph: the graph's folder.
        person: an id, also one that was merged into another, or a name.

    Raises:
        QueryError: nobody has this id or name, or several people bear the name.
        GraphError: the graph is missing or damaged.
    """
    with opened(graph) as desk:
        asked = desk.person(person)
        ids = desk.standing.members(asked)
        rows = list(_rows(desk.standing, set(ids)))
        judged = [row for row in rows if isinstance(row, JudgementRow)]
        hold = [row for row in judged if desk.standing.ledger.judgements[min(row.a, row.b), max(row.a, row.b)] is row]
        return Explanation(
            asked=asked,
            profile=profile(desk.graph, ids[0]),
            merged=ids[1:],
            given=tuple(row for row in rows if isinstance(row, PersonRow)),
            judgements=tuple(hold),
            overridden=tuple(row for row in judged if row not in hold),
            waiting=tuple(link for link in desk.archive.waiting() if {link.a, link.b} & set(ids)),
        )


def _rows(standing: Standing, ids: set[str]) -> Iterator[Row]:
    """The rows of the ledger that name one of these ids, oldest first."""
    for row in standing.ledger.rows:
        match row:
            case PersonRow() if row.person in ids:
                yield row
            case JudgementRow() if {row.a, row.b} & ids:
                yield row
