"""The list of who and what must not be published, one JSON object a line, kept in the graph's folder.

    {"name": "สมชาย ใจดี", "who": "somying", "when": "2026-11-26", "why": "asked for it, letter 12/2569"}
    {"name": "สมชาย ใจดี", "office": "office/governor.21", "who": "…", "when": "…", "why": "…"}
    {"name": "สมชาย", "article": "d07", "who": "…", "when": "…", "why": "…"}
    {"article": "d12", "who": "…", "when": "…", "why": "…"}

A name is withheld everywhere; with an office only in articles that see that name in that office; with an article only
there. An article alone is not published at all. The list holds names in plain text, because else they could not be
recognised when they come again: it is readable for its owner alone, no export holds it, and it is not to be published.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from lgkg.errors import GraphError
from lgkg.identity.name_finder import NameFinder, skeleton

LEAST = 5
"""Letters, marks not counted, of the shortest name that is withheld everywhere: a shorter one stands in many words."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """Who or what must not be published.

    Attributes:
        name: a person's name as one spells it, without honorific; empty for an article.
        office: id of the post in which an article must see the name; empty if that does not matter.
        article: id of the article that is withdrawn or, with a name, in which alone the name is.
        who, when, why: as told by who withdrew it.
    """

    name: str = ""
    office: str = ""
    article: str = ""
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def given(self) -> str:
        """The given name, where the name has a family name too; else nothing."""
        given, _, family = self.name.strip().partition(" ")
        return given if family else ""

    @property
    def everywhere(self) -> bool:
        """Whether a name is withheld wherever it stands."""
        return bool(self.name) and not self.office and not self.article


class Redactions:
    """A list of redactions.

    Args:
        rows: in the order in which they were made.

    Attributes:
        rows: the same; of those that withhold the same the last alone, in the place of the first.
        articles: ids of articles that are withdrawn.
        finder: finds the names of all rows.
        everywhere: finds the names that are withheld wherever they stand.
    """

    def __init__(self, rows: Iterable[Redaction] = ()) -> None:
        self.rows = tuple({(row.name, row.office, row.article): row for row in rows}.values())
        self.articles = frozenset(row.article for row in self.rows if not row.name)
        self.finder = NameFinder(row.name for row in self.rows if row.name)
        self.everywhere = NameFinder(row.name for row in self.rows if row.everywhere)

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __reduce__(self) -> tuple[type[Redactions], tuple[tuple[Redaction, ...]]]:
        """Goes to other processes as its rows, since automata cannot."""
        return Redactions, (self.rows,)

    def of(self, names: Iterable[str]) -> list[Redaction]:
        """The rows about these names, spelt as in the list."""
        wanted = set(names)
        return [row for row in self.rows if row.name in wanted]

    @classmethod
    def read(cls, path: Path) -> Redactions:
        """The list in a file; an empty one if there is none.

        Raises:
            GraphError: a line is no row of such a list, or the file cannot be read.
        """
        if not path.exists():
            return cls()
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise GraphError(f"cannot be read ({type(error).__name__})", where=str(path), remedy=_RESTORE) from error
        return cls(_row(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())

    def write(self, path: Path) -> None:
        """Writes the list, for its owner alone to read; an empty one leaves no file."""
        if not self.rows:
            return
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            for row in self.rows:
                told = {name: value for name, value in asdict(row).items() if value}
                file.write(json.dumps(told, ensure_ascii=False) + "\n")


def _row(line: str, where: str) -> Redaction:
    """One line; an error tells nothing of what stands in it."""
    try:
        row = _told(json.loads(line))
    except (ValueError, TypeError, AttributeError, RecursionError):
        row = None
    if row is None or not (row.name or row.article):
        raise GraphError("this is no row of a list of redactions", where=where, remedy=_RESTORE)
    if row.everywhere and len(skeleton(row.name)) < LEAST:
        raise GraphError("this name is too short to be withheld everywhere", where=where, remedy=_SCOPE)
    return row


def _told(told: Mapping[str, Any]) -> Redaction:
    values = {field.name: told.get(field.name, "") for field in fields(Redaction)}
    if not all(isinstance(value, str) for value in values.values()):
        raise TypeError
    return Redaction(**values)


_RESTORE = "Restore the list from your own copy, or correct the line"
_SCOPE = 'Give the whole name, or say in which "article" or "office"'
