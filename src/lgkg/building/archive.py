"""The archive: what each article came to, kept in the graph's folder, so that nothing unchanged is read twice.

It holds articles as they were read, before anybody asked who is who: their quads with the ids that names alone give,
the names they print, their people and events. What identity makes of them is written anew on each run.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lgkg.article import Article
from lgkg.building import plain
from lgkg.building.block import Block
from lgkg.identity import EventRecord, Link, Occurrence
from lgkg.rdf.entities import CountedLabel
from lgkg.store import packed


@dataclass(frozen=True, slots=True)
class Totals:
    """What all articles come to: how many of them, how many are empty, and how many passages and facts they hold."""

    articles: int
    nothing_found: int
    passages: int
    facts: int


class Archive:
    """Reads and writes the archive in a database that is open already.

    Args:
        database: of `scratch`, or of `scratch` over a copy of an older archive.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._execute, self._many = database.execute, database.executemany
        self._uncommitted = 0
        if not self._execute("SELECT 1 FROM sqlite_master WHERE name = 'article'").fetchone():
            for table in _TABLES:
                self._execute(f"CREATE TABLE {table}")

    def digest(self, id: str) -> bytes | None:
        """The digest of the article that was read under this id; None if there is none."""
        row = self._execute("SELECT digest FROM article WHERE id = ?", (id,)).fetchone()
        return bytes(row[0]) if row else None

    def put(self, article: Article, block: Block) -> None:
        """Keeps what an article came to, in place of what it came to before."""
        self._put(article.id, article_digest(article), block)

    def replace(self, id: str, block: Block) -> None:
        """Keeps another block of an article that is there."""
        if digest := self.digest(id):
            self._put(id, digest, block)

    def _put(self, id: str, digest: bytes, block: Block) -> None:
        if self.digest(id):
            self.drop(id)
        counts = block.empty, block.passages, block.facts
        row = id, block.graph, digest, block.quads, block.size, block.signature, *counts
        self._execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        self._many("INSERT INTO label VALUES (?, ?, ?, ?)", ((id, *label) for label in block.labels))
        people = ((one.person, id, plain.occurrence_told(one)) for one in block.occurrences)
        self._many("INSERT INTO occurrence VALUES (?, ?, ?)", people)
        events = ((id, one.id, plain.event_told(one)) for one in block.events)
        self._many("INSERT INTO event VALUES (?, ?, ?)", events)
        self._count()

    def _count(self) -> None:
        self._uncommitted += 1
        if self._uncommitted == TOGETHER:
            self.commit()

    def commit(self) -> None:
        """Makes all that was changed outlive the run, should it be killed; done of itself every few articles."""
        self._uncommitted = 0
        self._execute("COMMIT")
        self._execute("BEGIN")

    def drop(self, id: str) -> None:
        """Forgets an article, if it is there."""
        self._execute("DELETE FROM article WHERE id = ?", (id,))
        for table in ("label", "occurrence", "event", "published"):
            self._execute(f"DELETE FROM {table} WHERE article = ?", (id,))

    def ids(self) -> list[str]:
        """The ids of all articles, sorted."""
        return [id for (id,) in self._execute("SELECT id FROM article ORDER BY id")]

    def block(self, id: str) -> Block:
        """What an article that is there came to."""
        query = "SELECT graph, quads, size, signature, passages, facts FROM article WHERE id = ?"
        graph, quads, size, signature, passages, facts = self._execute(query, (id,)).fetchone()
        labels = self._execute("SELECT entity, class, label FROM label WHERE article = ? ORDER BY 1, 2, 3", (id,))
        people = self._execute("SELECT * FROM occurrence WHERE article = ? ORDER BY person", (id,))
        events = self._execute("SELECT * FROM event WHERE article = ? ORDER BY id", (id,))
        return Block(
            graph,
            quads,
            size,
            tuple(labels),
            tuple(plain.occurrence(*row) for row in people),
            tuple(plain.event(*row) for row in events),
            signature,
            passages,
            facts,
        )

    def read(self, id: str) -> bytes:
        """The quads of an article as it was read, not gzipped; nothing if it is not there."""
        row = self._execute("SELECT quads FROM article WHERE id = ?", (id,)).fetchone()
        return gzip.decompress(row[0]) if row else b""

    def published(self, id: str) -> bytes:
        """The quads of an article as they were published last, not gzipped; nothing if it is not there."""
        row = self._execute(f"SELECT quads FROM ({_PUBLISHED}) WHERE id = ?", (id,)).fetchone()
        return gzip.decompress(row[0]) if row else b""

    def publish(self, id: str, quads: bytes) -> None:
        """Keeps the quads of an article as they are to be published, where they are others than were read."""
        self._execute("INSERT OR REPLACE INTO published VALUES (?, ?, ?)", (id, packed(quads), quads.count(b"\n")))
        self._count()

    def publish_as_read(self, id: str) -> None:
        """Lets an article be published as it was read."""
        self._execute("DELETE FROM published WHERE article = ?", (id,))

    def members(self) -> Iterator[tuple[bytes, int]]:
        """The gzipped quads of each article, as they are published, and their number; sorted by graph."""
        return iter(self._execute(f"SELECT quads, size FROM ({_PUBLISHED}) ORDER BY graph"))

    def occurrences(self, articles: Collection[str] | None = None) -> Iterator[Occurrence]:
        """The people of all articles, or of some, sorted by id and article."""
        for person, article, told in self._execute("SELECT * FROM occurrence ORDER BY person, article"):
            if articles is None or article in articles:
                yield plain.occurrence(person, article, told)

    def mentions(self) -> Iterator[tuple[str, str]]:
        """The id, by name alone, of each person and the article that names the person, sorted."""
        return iter(self._execute("SELECT person, article FROM occurrence ORDER BY person, article"))

    def people_of(self, article: str) -> set[str]:
        """The ids, by name alone, of the people of an article."""
        return {person for (person,) in self._execute("SELECT person FROM occurrence WHERE article = ?", (article,))}

    def events(self) -> Iterator[EventRecord]:
        """The events of all articles, sorted by article and id."""
        for article, id, told in self._execute("SELECT * FROM event ORDER BY article, id"):
            yield plain.event(article, id, told)

    def signatures(self) -> Iterator[tuple[str, bytes]]:
        """What tells articles of nearly the same text, by article."""
        return iter(self._execute("SELECT id, signature FROM article ORDER BY id"))

    def rename(self, ids: Mapping[tuple[str, str], str]) -> None:
        """Notes which id in which article is known by another: (article, id) -> the other."""
        self._execute("DELETE FROM renamed")
        self._many("INSERT INTO renamed VALUES (?, ?, ?)", ((*key, other) for key, other in ids.items()))

    def renamed(self) -> dict[str, dict[str, str]]:
        """Article -> id -> the id that it is known by."""
        found: dict[str, dict[str, str]] = {}
        for article, id, other in self._execute("SELECT * FROM renamed"):
            found.setdefault(article, {})[id] = other
        return found

    def wait(self, links: Iterable[Link], within: Iterable[Link] = ()) -> None:
        """Notes the pairs of people that wait for a decision, and those that others have made one person already.

        They take the place of those noted before.
        """
        self._execute("DELETE FROM waiting")
        for one, noted in ((False, links), (True, within)):
            rows = ((link.a, link.b, link.score, json.dumps(link.reasons), one) for link in noted)
            self._many("INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?, ?)", rows)

    def waiting(self) -> list[Link]:
        """The pairs of people that wait for a decision, those most likely one first."""
        return self._noted("WHERE NOT one")

    def links(self) -> list[Link]:
        """All pairs that were noted, those most likely one first."""
        return self._noted()

    def _noted(self, which: str = "") -> list[Link]:
        rows = self._execute(f"SELECT a, b, score, reasons FROM waiting {which} ORDER BY score DESC, a, b")
        return [Link(a, b, score, tuple(json.loads(reasons))) for a, b, score, reasons in rows]

    def labels(self) -> Iterator[CountedLabel]:
        """The names of every entity, by the id it is known by, with the number of articles; sorted."""
        return iter(self._execute(_LABELS))

    def entities(self) -> dict[str, int]:
        """Class -> how many entities it has."""
        return dict(self._execute(f"SELECT class, count(*) FROM ({_ENTITIES}) GROUP BY class"))

    def event_count(self) -> int:
        """How many events there are, one in several articles counted once."""
        found: int = self._execute(_EVENT_COUNT).fetchone()[0]
        return found

    def totals(self) -> Totals:
        """What all articles come to."""
        query = "SELECT count(*), ifnull(sum(empty), 0), ifnull(sum(passages), 0), ifnull(sum(facts), 0) FROM article"
        return Totals(*self._execute(query).fetchone())

    def input_digest(self) -> str:
        """SHA-256 over all articles, whatever order they were read in."""
        return digest_of(one for (one,) in self._execute("SELECT digest FROM article ORDER BY id"))

    def common(self, part: str) -> bytes:
        """A part of the graphs that belong to all articles, gzipped; nothing if there was none."""
        row = self._execute("SELECT quads FROM common WHERE part = ?", (part,)).fetchone()
        return bytes(row[0]) if row else b""

    def keep_common(self, part: str, quads: bytes) -> None:
        """Keeps a part of the graphs that belong to all articles, gzipped; nothing takes it out."""
        if quads:
            self._execute("INSERT OR REPLACE INTO common VALUES (?, ?)", (part, quads))
        else:
            self._execute("DELETE FROM common WHERE part = ?", (part,))

    def common_parts(self) -> list[str]:
        """The parts of the graphs that belong to all articles, sorted."""
        return [part for (part,) in self._execute("SELECT part FROM common ORDER BY part")]


def digest_of(articles: Iterable[bytes]) -> str:
    """SHA-256, in hexadecimal, over the digests of articles in the order of their ids."""
    digest = hashlib.sha256()
    for one in articles:
        digest.update(one)
    return digest.hexdigest()


def article_digest(article: Article) -> bytes:
    """The digest of all that an article says: equal digests, equal articles."""
    parts = [article.id, article.text, article.title or "", str(article.published or ""), article.url or ""]
    if article.publisher:  # one without has the digest that it had before articles had publishers
        parts.append(article.publisher)
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).digest()


TOGETHER = 50
"""Articles that are committed together: one by one, each would cost several pages of the database."""

_TABLES = (
    "article (id TEXT PRIMARY KEY, graph TEXT, digest BLOB, quads BLOB, size INTEGER, signature BLOB,"
    " empty INTEGER, passages INTEGER, facts INTEGER)",
    "published (article TEXT PRIMARY KEY, quads BLOB, size INTEGER)",
    "label (article TEXT, entity TEXT, class TEXT, label TEXT,"
    " PRIMARY KEY (article, entity, class, label)) WITHOUT ROWID",
    "occurrence (person TEXT, article TEXT, told TEXT, PRIMARY KEY (article, person)) WITHOUT ROWID",
    "event (article TEXT, id TEXT, told TEXT, PRIMARY KEY (article, id)) WITHOUT ROWID",
    "renamed (article TEXT, id TEXT, other TEXT, PRIMARY KEY (article, id)) WITHOUT ROWID",
    "waiting (a TEXT, b TEXT, score REAL, reasons TEXT, one INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID",
    "common (part TEXT PRIMARY KEY, quads BLOB)",
)

_PUBLISHED = """
SELECT id, graph, coalesce(published.quads, article.quads) AS quads, coalesce(published.size, article.size) AS size
FROM article LEFT JOIN published ON published.article = article.id
"""

_EVENT_COUNT = """
SELECT count(DISTINCT coalesce(other, event.id))
FROM event LEFT JOIN renamed ON renamed.article = event.article AND renamed.id = event.id
"""

_ENTITIES = """
SELECT DISTINCT coalesce(other, entity), class
FROM label LEFT JOIN renamed ON renamed.article = label.article AND renamed.id = label.entity
"""

_LABELS = """
SELECT coalesce(other, entity) AS entity, class, label, count(*) AS n
FROM label LEFT JOIN renamed ON renamed.article = label.article AND renamed.id = label.entity
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
