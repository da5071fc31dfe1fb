"""How often each name of each entity was printed: what the entities graph is made of, gathered over all articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from lgkg.rdf.entities import CountedLabel, Label


class Labels:
    """Counts of names, on disk."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute(
            "CREATE TABLE label (entity TEXT, class TEXT, label TEXT, n INTEGER,"
            " PRIMARY KEY (entity, class, label)) WITHOUT ROWID"
        )

    def add(self, labels: Iterable[Label]) -> None:
        """Counts each label once more."""
        self._database.executemany("INSERT INTO label VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", labels)

    def counted(self) -> Iterator[CountedLabel]:
        """Each label with its count, sorted by entity, class and label."""
        return iter(self._database.execute("SELECT entity, class, label, n FROM label ORDER BY entity, class, label"))

    def entities(self) -> dict[str, int]:
        """Class -> how many entities it has."""
        return dict(self._database.execute("SELECT class, count(DISTINCT entity) FROM label GROUP BY class"))
