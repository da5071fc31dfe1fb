"""Decisions of people about who is who: made by the rules, entered into the ledger, and put into effect at once."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from os import PathLike

from lgkg.building import BuildReport, Progress, listed, update
from lgkg.curation.desk import Desk, opened
from lgkg.errors import DecisionError
from lgkg.identity import Judgement
from lgkg.identity.decisions import Grounds, merging, parting, splitting
from lgkg.identity.ledger import JudgementRow, PersonRow, Row
from lgkg.identity.standing import Standing

Folder = str | PathLike[str]
OnProgress = Callable[[Progress], None] | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision came to.

    Attributes:
        given: the ids that the decision is about.
        people: the ids by which the people concerned are known now.
        rows: what the ledger says of it.
        report: what the graph holds now.
    """

    given: tuple[str, ...]
    people: tuple[str, ...]
    rows: tuple[Row, ...]
    report: BuildReport


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about two ids."""

    a: str
    b: str
    judgement: Judgement


def merge(
    graph: Folder,
    a: str,
    b: str,
    *,
    why: str,
    who: str = "",
    override: bool = False,
    progress: OnProgress = None,
) -> Decided:
    """Makes two people one, who is known by the older id; the other keeps resolving.

    Args:
        graph: the graph's folder.
        a, b: ids or names.
        why: the reason, for the ledger.
        who: who decides; the login name unless given. The ledger also notes the day.
        override: whether an earlier decision that they are different may be overruled.
        progress: is called before each stage.

    Raises:
        DecisionError: they are one already, were decided to be different, or no reason is given.
        QueryError: somebody is not in the graph, or a name is that of several people.
        GraphError: the graph is missing, is in use, was changed meanwhile, or cannot be written.
    """
    grounds = _grounds(who, why)
    with opened(graph) as desk:
        one, other = desk.person(a), desk.person(b)
        rows = merging(desk.standing, one, other, grounds, override=override)
    return _put_into_effect(graph, desk, rows, (one, other), progress)


def split(
    graph: Folder,
    a: str,
    b: str | None = None,
    *,
    articles: str | Iterable[str] = (),
    why: str,
    who: str = "",
    progress: OnProgress = None,
) -> Decided:
    """Parts what is one person: an id that was merged into another, or what some articles say.

    Args:
        graph: the graph's folder.
        a: an id or a name.
        b: an id that was merged with it; None where articles are given.
        articles: ids of articles that mean somebody else of the same name, who gets a new id.
        why, who, progress: as for `merge`.

    Raises:
        DecisionError: the two are not one, an article does not name the person, or no reason is given.
        QueryError: somebody is not in the graph, or a name is that of several people.
        GraphError: the graph is missing, is in use, was changed meanwhile, or cannot be written.
        ValueError: neither or both of `b` and `articles` are given.
    """
    given = sorted(set(listed(articles)))
    if (b is None) == (not given):
        raise ValueError("give either another id or articles")
    grounds, rows = _grounds(who, why), tuple[Row, ...]()
    with opened(graph) as desk:
        standing, one = desk.standing, desk.person(a)
        if b is None:
            parted = parting(standing, one, given, grounds)
            rows, other = parted, next(row.person for row in parted if isinstance(row, PersonRow))
        else:
            other = desk.person(b)
            rows = splitting(standing, one, other, grounds)
    return _put_into_effect(graph, desk, rows, (one, other), progress)


def judge(
    graph: Folder, verdicts: Iterable[Verdict], *, why: str, who: str = "", progress: OnProgress = None
) -> tuple[Decided | None, tuple[DecisionError, ...]]:
    """Enters several decisions at once, one after the other.

    Args:
        graph: the graph's folder.
        verdicts: what was decided about pairs of ids.
        why, who, progress: as for `merge`.

    Returns:
        What they came to, None if none could be entered; and those that contradict others.

    Raises:
        DecisionError: no reason is given.
        QueryError: somebody is not in the graph.
        GraphError: the graph is missing, is in use, was changed meanwhile, or cannot be written.
    """
    grounds, rows, refused = _grounds(who, why), list[Row](), list[DecisionError]()
    with opened(graph) as desk:
        then = desk.standing
        for verdict in verdicts:
            try:
                entered = _rows(then, desk.person(verdict.a), desk.person(verdict.b), verdict.judgement, grounds)
            except DecisionError as error:
                refused.append(error)
                continue
            rows += entered
            then = then.after(*entered)
    people = tuple(sorted({id for row in rows if isinstance(row, JudgementRow) for id in (row.a, row.b)}))
    decided = _put_into_effect(graph, desk, rows, people, progress) if rows else None
    return decided, tuple(refused)


def remove(graph: Folder, articles: str | Iterable[str], *, progress: OnProgress = None) -> BuildReport:
    """Takes articles out of a graph; see `lgkg.update`, which also reads new ones.

    Raises:
        GraphError: there is no article of an id, or the graph is missing, is in use, or cannot be written.
    """
    return update(graph, remove=articles, progress=progress)


def _grounds(who: str, why: str) -> Grounds:
    if not why.strip():
        raise DecisionError("a decision needs a reason", remedy="Say why")
    return Grounds(who.strip() or login(), why.strip(), date.today().isoformat())


def login() -> str:
    """Who is logged in.

    Raises:
        DecisionError: nobody is.
    """
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # nobody is logged in
        raise DecisionError("it is unknown who decides", remedy="Say who") from None


def _rows(standing: Standing, a: str, b: str, judgement: Judgement, grounds: Grounds) -> tuple[Row, ...]:
    if judgement is Judgement.SAME:
        return merging(standing, a, b, grounds)
    one = standing.oldest(a) == standing.oldest(b)
    if one and judgement is Judgement.UNSURE:
        raise DecisionError(f"{a} and {b} are one person already", remedy="Split them first")
    if one:
        return splitting(standing, a, b, grounds)
    return (grounds.row(a, b, judgement),)


def _put_into_effect(
    graph: Folder, desk: Desk, rows: Iterable[Row], people: tuple[str, ...], progress: OnProgress
) -> Decided:
    """Adds rows to the ledger, unless the graph has been changed since it lay on the desk."""
    entered = tuple(rows)
    report = update(graph, decisions=entered, decided_on=desk.graph.build, progress=progress)
    then = desk.standing.after(*entered)
    return Decided(people, tuple(dict.fromkeys(map(then.oldest, people))), entered, report)
