"""The journal: what became of each article that was given.

It is kept with the archive and becomes `status.jsonl` in the graph's folder: one line an article, sorted by id and
origin.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lgkg.article import Article
from lgkg.sources import Problem
from lgkg.store import STATUS


class Status(StrEnum):
    """What became of an article; `PROBLEM` is an input, or part of one, that gave no article.

    `NEVER_TRIED` is noted nowhere: see `lgkg.building.tried`.
    """

    OK = "ok"
    NOTHING_FOUND = "nothing found"
    REPEATED = "repeated"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    PROBLEM = "problem"
    NEVER_TRIED = "never tried"


@dataclass(frozen=True, slots=True)
class First:
    """The article that was given first under an id: where from, and the digest of its text."""

    origin: str
    text: str


class Journal:
    """What is known of every article that was given."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._execute = database.execute
        self._execute("CREATE TEMP TABLE first (id TEXT PRIMARY KEY, origin TEXT, text TEXT) WITHOUT ROWID")
        self._execute("CREATE TABLE IF NOT EXISTS status (id TEXT, origin TEXT, status TEXT, reason TEXT)")
        self._execute("CREATE INDEX IF NOT EXISTS status_id ON status (id)")

    def first(self, id: str) -> First | None:
        """The article first given under this id in this run, if one was."""
        row = self._execute("SELECT origin, text FROM first WHERE id = ?", (id,)).fetchone()
        return First(*row) if row else None

    def enter(self, article: Article) -> None:
        """Notes an article as the first of its id in this run."""
        self._execute("INSERT INTO first VALUES (?, ?, ?)", (article.id, article.origin, article.text_sha256))

    def forget(self, id: str) -> None:
        """Takes out what earlier runs noted of an article."""
        self._execute("DELETE FROM status WHERE id = ?", (id,))

    def note(self, article: Article, status: Status, reason: str = "") -> None:
        """Notes what became of an article; what was noted before is not noted twice."""
        row = article.id, article.origin, status, reason
        self._execute("DELETE FROM status WHERE (id, origin, status, reason) = (?, ?, ?, ?)", row)
        self._execute("INSERT INTO status VALUES (?, ?, ?, ?)", row)

    def note_withdrawn(self, id: str) -> None:
        """Notes of all that was noted of an article no more than that it is withdrawn."""
        self._execute("UPDATE status SET status = ?, reason = '' WHERE id = ?", (Status.WITHDRAWN, id))

    def unread(self) -> list[tuple[int, str]]:
        """The number and the origin of each note on something that could not be read and is not held from elsewhere."""
        return self._execute(_UNREAD).fetchall()

    def strike(self, number: int) -> None:
        """Takes out a note, by its number."""
        self._execute("DELETE FROM status WHERE rowid = ?", (number,))

    def retell(self, told: Callable[[str], str]) -> None:
        """Puts all that is noted otherwise, which for most texts is as it was."""
        for number, *row in self._execute("SELECT rowid, id, origin, reason FROM status").fetchall():
            other = [told(text) if text else text for text in row]
            if other != row:
                self._execute("UPDATE status SET (id, origin, reason) = (?, ?, ?) WHERE rowid = ?", (*other, number))

    def note_problem(self, problem: Problem) -> None:
        """Notes an input, or part of one, that gave no article."""
        row = problem.where, Status.PROBLEM, problem.what
        self._execute("DELETE FROM status WHERE id IS NULL AND (origin, status, reason) = (?, ?, ?)", row)
        self._execute("INSERT INTO status VALUES (NULL, ?, ?, ?)", row)

    def count(self, status: Status) -> int:
        """How many articles ended so."""
        found: int = self._execute("SELECT count(*) FROM status WHERE status = ?", (status,)).fetchone()[0]
        return found

    def write(self, folder: Path) -> None:
        """Writes `status.jsonl`."""
        rows = self._execute("SELECT id, origin, status, reason FROM status ORDER BY 1, 2, 3, 4")
        with (folder / STATUS).open("w", encoding="utf-8") as file:
            for row in rows:
                told = dict(zip(("id", "origin", "status", "reason"), row, strict=True))
                file.write(json.dumps(told, ensure_ascii=False) + "\n")


_HELD = f"SELECT id FROM status WHERE status IN ('{Status.OK}', '{Status.NOTHING_FOUND}')"
_UNREAD = f"""
SELECT rowid, origin FROM status
WHERE status = '{Status.PROBLEM}' OR status = '{Status.FAILED}' AND id NOT IN ({_HELD})
"""
