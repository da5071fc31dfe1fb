"""What a run that ended early had read, so that the next run need not read it again.

A run reads into the archive of its workspace, which is sound up to the last commit however the run ends. Beside it lie,
in a folder that goes when the graph is put in its place, the run's key and a list of the articles from which something
was withheld. Where a workspace was left behind, by a run that was killed or interrupted or filled the disk,
`lgkg.store.replacing` hands it to the next run of that graph; if that has the same key, what articles came to is taken
from there, and all else is done as ever. So the result is the same.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import lgkg
from lgkg import resources
from lgkg.article import Article
from lgkg.building.archive import TOGETHER, Archive, article_digest
from lgkg.building.block import Block
from lgkg.identity.redaction import Redactions
from lgkg.store import ARCHIVE, LEFT, RESUME, WORTH

if TYPE_CHECKING:
    from lgkg.building.revision import Settings

_KEY, _ALTERED = "key", "altered"
_LIBRARIES = "ahocorasick_rs", "geothai", "pythainlp", "rensa"
"""What articles are read with; the names of places are data of one of them."""


def run_key(settings: Settings, redactions: Redactions) -> str:
    """Tells runs by which an article comes to the same: of the same code, settings and list of redactions."""
    told = asdict(settings), [asdict(row) for row in redactions.rows], _code()
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


@cache
def _code() -> str:
    """SHA-256 of all that reads articles: the modules, the tables of the domain, and the versions of libraries."""
    digest = hashlib.sha256(json.dumps([version(library) for library in _LIBRARIES]).encode())
    for folder, kind in ((Path(lgkg.__file__).parent, "*.py"), (resources.data("domain"), "*.csv")):
        for file in sorted(folder.rglob(kind)):
            digest.update(file.read_bytes())
    return digest.hexdigest()


class Trail:
    """What a run leaves beside its archive for the next one.

    Args:
        work: the folder of the new graph.
        key: of the run.
    """

    def __init__(self, work: Path, key: str) -> None:
        (work / RESUME).mkdir(exist_ok=True)
        (work / RESUME / _KEY).write_text(key, encoding="utf-8")
        self._altered, self._worth = work / RESUME / _ALTERED, work / RESUME / WORTH
        self._altered.touch()

    def reach(self, articles: int) -> None:
        """Notes how many articles were read, the first of which are committed by and by."""
        if articles == TOGETHER:
            self._worth.touch()

    def alter(self, graph: str) -> None:
        """Notes an article, by its named graph, that the archive is to hold without what is withheld."""
        with self._altered.open("a", encoding="utf-8") as file:
            file.write(f"{graph}\n")


class Leftover:
    """What a killed run had read.

    Args:
        archive: of that run; None if there was none.
        altered: named graphs of the articles that the archive does not hold as they were read.
    """

    def __init__(self, archive: Archive | None = None, altered: frozenset[str] = frozenset()) -> None:
        self._archive, self._altered = archive, altered

    def block(self, article: Article) -> Block | None:
        """What an article came to; None if it was not read, or cannot be made out."""
        if self._archive is None:
            return None
        try:
            if self._archive.digest(article.id) != article_digest(article):
                return None
            block = self._archive.block(article.id)
        except sqlite3.DatabaseError:
            return None
        return None if block.graph in self._altered else block


@contextmanager
def leftover(work: Path, key: str) -> Generator[Leftover, None, None]:
    """What a killed run of this key left in the folder of the new graph, or nothing."""
    left = work / RESUME / LEFT
    if not (left / ARCHIVE).exists() or _read(left / RESUME / _KEY) != key:
        yield Leftover()
        return
    database = sqlite3.connect(left / ARCHIVE, isolation_level=None)
    try:
        yield Leftover(Archive(database), frozenset(_read(left / RESUME / _ALTERED).splitlines()))
    finally:
        database.close()


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""
