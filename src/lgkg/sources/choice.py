"""Chooses one article of an input, by its id or as the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources.columns import Columns
from lgkg.sources.files import shown
from lgkg.sources.intake import Intake
from lgkg.sources.problem import Problem

_IDS_TOLD = 10
"""How many ids an error tells at most."""

_OTHERS_TOLD = 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """One article of an input.

    Attributes:
        article: the one that was chosen.
        problems: what of it could not be read.
        others: ids of the next few articles; only where none was asked for by its id.
    """

    article: Article
    problems: tuple[Problem, ...]
    others: tuple[str, ...] = ()


def choose(path: Path, id: str | None = None, columns: Columns | None = None) -> Chosen:
    """The article with an id, or the first, of a file or folder that may hold several.

    Raises:
        LgkgError: there is no article, or none with that id; what can be had is told.
    """
    problems: list[Problem] = []
    articles = iter(Intake([path], problems.append, columns=columns))
    article = next(articles, None) if id is None else _with_id(articles, id, path, problems)
    if article is None:
        raise _nothing(path, problems)
    own = tuple(problem for problem in problems if problem.where == article.origin)
    return Chosen(article, own, tuple(other.id for other in islice(articles, _OTHERS_TOLD)) if id is None else ())


def _with_id(articles: Iterator[Article], id: str, path: Path, problems: list[Problem]) -> Article | None:
    """The first article with that id; None if there is no article at all."""
    ids: list[str] = []
    for article in articles:
        if article.id == id:
            return article
        ids.append(article.id)
    if not ids:
        return None
    unread = f"; {len(problems):,} problems kept others from being read" if problems else ""
    raise InputError(f"has no article {id!r}", where=shown(path), remedy=f"It has {_listed(ids, len(ids))}{unread}")


def _listed(ids: list[str] | tuple[str, ...], total: int) -> str:
    """The first ids for a message: `a1, a2 and 7 more`."""
    told = ", ".join(ids[:_IDS_TOLD])
    return f"{told} and {total - _IDS_TOLD:,} more" if total > _IDS_TOLD else told


def _nothing(path: Path, problems: list[Problem]) -> Exception:
    if problems:
        return problems[0].error()
    return InputError("holds no articles", where=shown(path), remedy="Give a file that does, or another folder")
