"""The rules of decisions: which rows for the ledger join two people or part them, and which decisions are refused.

A merge says "same" of two people, and of all their ids that would keep them apart; a split takes back every "same" that
held the two together. So a split after a merge leaves who is who as it was.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import product

from lgkg.errors import DecisionError
from lgkg.identity.ledger import Judgement, JudgementRow, PersonRow
from lgkg.identity.mint import mint
from lgkg.identity.standing import Standing


@dataclass(frozen=True, slots=True)
class Grounds:
    """Who decides, why, and on which day (`2026-11-26`)."""

    who: str
    why: str
    when: str

    def row(self, a: str, b: str, judgement: Judgement) -> JudgementRow:
        """The row that records a decision."""
        return JudgementRow(min(a, b), max(a, b), judgement, self.who, self.why, self.when)


def merging(
    standing: Standing, a: str, b: str, grounds: Grounds, *, override: bool = False
) -> tuple[JudgementRow, ...]:
    """The rows that make two people one.

    Args:
        standing: who is who now.
        a, b: ids of the two.
        grounds: who decides, and why.
        override: whether "different" may be overruled.

    Raises:
        DecisionError: they are one already, or were decided to be different.
    """
    if standing.oldest(a) == standing.oldest(b):
        raise DecisionError(f"{a} and {b} are one person already{_since(standing, a, b, Judgement.SAME)}")
    pairs = {(min(pair), max(pair)) for pair in product(standing.members(a), standing.members(b))}
    apart = [row for pair, row in standing.ledger.judgements.items() if pair in pairs and _is(row, Judgement.DIFFERENT)]
    if apart and not override:
        raise DecisionError(
            f"it was decided that they are different: {told(apart[-1])}", remedy="--override overrules it"
        )
    barred = {(row.a, row.b) for row in apart} | {(min(pair), max(pair)) for pair in standing.of_one_name()} & pairs
    return tuple(grounds.row(*pair, Judgement.SAME) for pair in sorted({(min(a, b), max(a, b)), *barred}))


def splitting(standing: Standing, a: str, b: str, grounds: Grounds) -> tuple[JudgementRow, ...]:
    """The rows that part two ids, which are one person's now.

    What was joined with one of them before the two were joined stays with it.

    Raises:
        DecisionError: they are not one person's, or it is one id given twice.
    """
    if a == b:
        raise DecisionError(f"{a} is one id", remedy="`lgkg explain` lists the ids that were merged into a person")
    if standing.oldest(a) != standing.oldest(b):
        raise DecisionError(f"{a} and {b} are two people already{_since(standing, a, b, Judgement.DIFFERENT)}")
    parted = grounds.row(a, b, Judgement.DIFFERENT)
    then = standing.after(parted)
    across = {(min(pair), max(pair)) for pair in product(then.members(a), then.members(b))}
    joined = {(row.a, row.b) for row in standing.ledger.decided(Judgement.SAME)}
    undone = {pair for pair in joined if (min(pair), max(pair)) in across}
    return tuple(grounds.row(*pair, Judgement.DIFFERENT) for pair in sorted({(parted.a, parted.b), *undone}))


def parting(
    standing: Standing, person: str, articles: Collection[str], grounds: Grounds
) -> tuple[PersonRow | JudgementRow, ...]:
    """The rows that give what some articles say of a person to a new one of the same name.

    Args:
        standing: who is who now.
        person: an id of the person.
        articles: ids of articles that name the person.
        grounds: who decides, and why.

    Raises:
        DecisionError: no article is given, one does not name the person, or none is left that does.
    """
    named = standing.articles(person)
    strangers = sorted(set(articles) - named)
    if strangers:
        raise DecisionError(
            f"{person} is not named in {', '.join(strangers)}", remedy="`lgkg explain` lists the articles"
        )
    if not articles or set(articles) == named:
        raise DecisionError(
            f"{person} is named in {len(named)} articles, and {len(set(articles))} of them were given",
            remedy="Give at least one of them, and not all",
        )
    given = [
        PersonRow(_new_id(standing, name, where[0]), _printed(standing, name), name, where)
        for name, where in standing.named_in(person, articles).items()
    ]
    first, *others = (row.person for row in given)
    joined = (grounds.row(first, other, Judgement.SAME) for other in others)
    return (*given, *joined, grounds.row(first, standing.oldest(person), Judgement.DIFFERENT))


def told(row: JudgementRow) -> str:
    """A decision as a sentence: `person/5n3v… and person/k2p… are different, as somchai decided on 2026-11-26: …`."""
    kinds = {Judgement.SAME: "are the same", Judgement.DIFFERENT: "are different", Judgement.UNSURE: "may be the same"}
    return f"{row.a} and {row.b} {kinds[row.judgement]}, {_as_decided(row)}"


def _as_decided(row: JudgementRow) -> str:
    when = f" on {row.when}" if row.when else ""
    score = f" with score {row.score:.2f}" if row.score is not None else ""
    return f"as {row.who} decided{when}{score}: {row.why}"


def _is(row: JudgementRow, judgement: Judgement) -> bool:
    return row.judgement is judgement


def _since(standing: Standing, a: str, b: str, judgement: Judgement) -> str:
    """Who decided that, if it was decided about these two ids and not about others that they were joined with."""
    row = standing.ledger.judgements.get((min(a, b), max(a, b)))
    return f", {_as_decided(row)}" if row and _is(row, judgement) else ""


def _printed(standing: Standing, name: str) -> str:
    """The name that the ledger prints for an id by name alone."""
    return next(row.name for row in standing.ledger.rows if isinstance(row, PersonRow) and row.by_name == name)


def _new_id(standing: Standing, name: str, article: str) -> str:
    """An id that nobody has or had, of the name and the first article."""
    id, number = mint("person", name, article), 1
    while id in standing.ledger.ages:
        number += 1
        id = mint("person", name, article, str(number))
    return id
