"""Joining by links: the same way for people and for events.

A link joins by itself where its score is safe, nobody decided otherwise, and no id that was published before would
change: of two that were published, a person has to decide.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import inf

from lgkg.identity.clusters import Clusters
from lgkg.identity.ledger import AUTOMATIC, Judgement, JudgementRow, Ledger
from lgkg.identity.records import Link


def ages_of(where: Mapping[str, Collection[str]], ledger: Ledger, kind: str) -> dict[str, Collection[str]]:
    """Ids with the articles they occur in, oldest first.

    Ids that were joined before and occur nowhere now are among them: what is left of their cluster keeps its id.

    Args:
        where: id -> articles, by age.
        ledger: tells which ids were joined.
        kind: what the ids are of, `person` or `meeting`: the ledger joins both.
    """
    joined = {id for row in ledger.decided(Judgement.SAME) for id in (row.a, row.b)} - where.keys()
    absent = {id: () for id in joined if id in ledger.ages and id.startswith(f"{kind}/")}
    known = {**{id: articles for id, articles in where.items() if id in ledger.ages}, **absent}
    oldest_first: dict[str, Collection[str]] = {id: known[id] for id in sorted(known, key=ledger.ages.__getitem__)}
    return oldest_first | {id: articles for id, articles in where.items() if id not in ledger.ages}


def kept_apart(ledger: Ledger, pairs: Iterable[tuple[str, str]] = ()) -> Iterator[tuple[str, str]]:
    """Pairs that no link may join: those judged different, and `pairs` that were not judged the same."""
    yield from ((row.a, row.b) for row in ledger.decided(Judgement.DIFFERENT))
    for a, b in pairs:
        row = ledger.judgements.get((min(a, b), max(a, b)))
        if row is None or row.judgement is not Judgement.SAME:
            yield a, b


def join_safe(
    clusters: Clusters, links: Iterable[Link], ledger: Ledger, safe: float, certain: float = inf
) -> list[JudgementRow]:
    """Joins what safe links hold together, the safest first.

    Args:
        clusters: what is joined so far.
        links: in any order.
        ledger: what was decided.
        safe: the score from which a link joins.
        certain: the score from which it joins also what occurs in one article.

    Returns:
        A row for the ledger for each link that joined two clusters.
    """
    rows = []
    for link in sorted(links, key=_safest_first):
        if link.score < safe or (link.a, link.b) in ledger.judgements or clusters.one(link.a, link.b):
            continue
        if clusters.join(link.a, link.b, together=link.score >= certain):
            why = "; ".join(link.reasons)
            rows.append(JudgementRow(link.a, link.b, Judgement.SAME, AUTOMATIC, why, score=round(link.score, 4)))
    return rows


def undecided(links: Iterable[Link], ledger: Ledger) -> tuple[Link, ...]:
    """The links about which nothing was decided, the safest first."""
    return tuple(sorted({link for link in links if (link.a, link.b) not in ledger.judgements}, key=_safest_first))


def _safest_first(link: Link) -> tuple[float, str, str]:
    return (-link.score, link.a, link.b)
