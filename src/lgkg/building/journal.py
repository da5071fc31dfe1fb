"""The journal of a build: which ids were read, from where, and what became of each article.

It becomes `status.jsonl` in the graph's folder: one line an article, sorted by id and origin.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lgkg.article import Article
from lgkg.sources import Problem
from lgkg.store import STATUS


class Status(StrEnum):
    """What became of an article; `PROBLEM` is an input, or part of one, that gave no article."""

    OK = "ok"
    NOTHING_FOUND = "nothing found"
    REPEATED = "repeated"
    FAILED = "failed"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class First:
    """The article that was read first under an id: where from, and the digest of its text."""

    origin: str
    text: bytes


class Journal:
    """What is known of every article that a build has met."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._execute = database.execute
        self._execute("CREATE TABLE first (id TEXT PRIMARY KEY, origin TEXT, text BLOB, whole BLOB) WITHOUT ROWID")
        self._execute("CREATE TABLE status (id TEXT, origin TEXT, status TEXT, reason TEXT)")

    def first(self, id: str) -> First | None:
        """The article first read under this id, if one was."""
        row = self._execute("SELECT origin, text FROM first WHERE id = ?", (id,)).fetchone()
        return First(*row) if row else None

    def enter(self, article: Article) -> None:
        """Notes an article as the first of its id."""
        row = article.id, article.origin, text_digest(article), _digest(*_parts(article))
        self._execute("INSERT INTO first VALUES (?, ?, ?, ?)", row)

    def note(self, article: Article, status: Status, reason: str = "") -> None:
        """Notes what became of an article."""
        self._execute("INSERT INTO status VALUES (?, ?, ?, ?)", (article.id, article.origin, status, reason))

    def note_problem(self, problem: Problem) -> None:
        """Notes an input, or part of one, that gave no article."""
        self._execute("INSERT INTO status VALUES (NULL, ?, ?, ?)", (problem.where, Status.PROBLEM, problem.what))

    def counts(self) -> dict[Status, int]:
        """How many articles ended in each status."""
        found = dict(self._execute("SELECT status, count(*) FROM status GROUP BY status"))
        return {status: found.get(status, 0) for status in Status}

    def input_digest(self) -> str:
        """SHA-256 over all articles, whatever order they were read in."""
        digest = hashlib.sha256()
        for (whole,) in self._execute("SELECT whole FROM first ORDER BY id"):
            digest.update(whole)
        return digest.hexdigest()

    def write(self, folder: Path) -> None:
        """Writes `status.jsonl`."""
        rows = self._execute("SELECT id, origin, status, reason FROM status ORDER BY 1, 2, 3, 4")
        with (folder / STATUS).open("w", encoding="utf-8") as file:
            for row in rows:
                told = dict(zip(("id", "origin", "status", "reason"), row, strict=True))
                file.write(json.dumps(told, ensure_ascii=False) + "\n")


def text_digest(article: Article) -> bytes:
    """The digest of an article's text: equal digests, equal texts."""
    return _digest(article.text)


def _parts(article: Article) -> tuple[str, ...]:
    return article.id, article.text, article.title or "", str(article.published or ""), article.url or ""


def _digest(*parts: str) -> bytes:
    return hashlib.sha256("\x00".join(parts).encode()).digest()
