"""A graph in the making: archive, store and ledger, which a run fills from nothing or from those of an older graph."""

from __future__ import annotations

import gc
import gzip
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import lgkg
from lgkg.article import Article
from lgkg.building.archive import Archive
from lgkg.building.block import Block, block_of
from lgkg.building.database import database_at, reading_database
from lgkg.building.harvest import Harvest
from lgkg.building.journal import Journal
from lgkg.building.leftover import Leftover, Trail, leftover, run_key
from lgkg.building.settling import settle
from lgkg.building.withholding import Withholder
from lgkg.building.workers import Failure, each
from lgkg.building.writing import Writer
from lgkg.errors import GraphError
from lgkg.identity import EqualNames, Ledger
from lgkg.identity.ledger import PersonRow, Row
from lgkg.identity.redaction import Redactions
from lgkg.rdf import vocabulary_iri
from lgkg.sources import Problem
from lgkg.store import ARCHIVE, LEDGER, REDACTIONS, Loader, Manifest

IDS = EqualNames()
"""Gives everything the id that it has by name alone."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is settled for a graph once: what stands before its ids, and whether private people are kept."""

    base: str
    include_private: bool


class Revision:
    """A graph in the making.

    Args:
        archive, journal, ledger: as the older graph left them, or empty.
        loader: of the new store, which holds what the older graph's does, or nothing.
        old: the older graph's archive; None if everything is made anew.
        settings: of the graph.
        redactions: who and what is withheld.
        on_problem: is called with each problem.
        left: what a killed run had read.
        trail: what this one leaves, should it be killed.
    """

    def __init__(
        self,
        archive: Archive,
        journal: Journal,
        ledger: Ledger,
        loader: Loader,
        old: Archive | None,
        settings: Settings,
        redactions: Redactions,
        on_problem: Callable[[Problem], None],
        left: Leftover,
        trail: Trail,
    ) -> None:
        self._left, self._trail = left, trail
        self._withholder, self._redactions = Withholder(redactions, settings.base), redactions
        self.archive, self.journal, self.ledger = archive, journal, ledger
        self._loader, self._old, self._settings = loader, old, settings
        self._renamed_before, self._all_anew = archive.renamed(), False
        self._struck: frozenset[str] = frozenset()
        self.resumed = 0
        withhold = self._withheld, redactions.articles
        self.harvest = Harvest(archive, journal, self._load_at_once, on_problem, *withhold, anew=old is None)

    def read(self, articles: Iterable[Article], jobs: int, tell: Callable[[], None]) -> None:
        """Reads the articles that are new or changed; `tell` is called after each."""
        reader = partial(block_of, ids=IDS, base=self._settings.base, include_private=self._settings.include_private)
        unread = self._unread(self.harvest.admit(articles), tell)
        with closing(each(reader, unread, jobs)) as outcomes:
            for article, outcome in outcomes:
                self._take(article, outcome, tell)
        self.archive.commit()
        self._loader.start()

    def _unread(self, articles: Iterable[Article], tell: Callable[[], None]) -> Iterator[Article]:
        """Takes in what a killed run has read, and gives the articles that it has not."""
        for article in articles:
            if block := self._left.block(article):
                self.resumed += 1
                self._take(article, block, tell)
            else:
                yield article

    def _take(self, article: Article, outcome: Block | Failure, tell: Callable[[], None]) -> None:
        self.harvest.take(article, outcome)
        self._trail.reach(self.harvest.articles)
        tell()

    def _withheld(self, block: Block) -> Block:
        """The block without what must not be published."""
        left = self._withholder.block(block)
        if left is not block:
            self._trail.alter(block.graph)
        return left

    def remove(self, article: str) -> None:
        """Takes an article out.

        Raises:
            GraphError: there is none of this id.
        """
        if not self.harvest.withdraw(article):
            raise GraphError(f"there is no article {article!r}", remedy=_ARTICLE_IDS)
        self.harvest.removed += 1

    def decide(self, rows: Iterable[Row]) -> None:
        """Adds rows to the ledger; whose articles they give to another is compared with others anew."""
        added = list(rows)
        self.ledger.add(*added)
        self.harvest.people.update(row.by_name for row in added if isinstance(row, PersonRow))

    def redact(self, people: Iterable[str]) -> None:
        """Takes all that is withheld out of the older graph, nothing of whose store is kept.

        Args:
            people: ids of people whose rows are struck out of the ledger.
        """
        self._all_anew, self._struck = True, frozenset(people)
        for part in self.archive.common_parts():
            self.archive.keep_common(part, b"")
        for article in sorted(self._redactions.articles):
            self.harvest.removed += self.harvest.redact(article)
        for article in self.archive.ids():
            self.harvest.withhold(article)

    def write(self, folder: Path) -> Manifest:
        """Settles who is who, and writes all of the graph's folder but store and manifest.

        Raises:
            GraphError: something that is withheld would be published.
        """
        self.ledger = self._withholder.ledger(self.ledger, self._struck, self.harvest.withheld)
        with _no_search_for_cycles():
            settled = settle(self.archive, self.ledger, self.harvest.people if self._old else None)
            writer = Writer(self.archive, self._loader, IDS, self._settings.base, lgkg.__version__)
            writer.bring_up_to_date(self._differing(), self._stored)
            manifest = writer.write(folder, settled)
        self._loader.start()
        if self._redactions:
            self._check_withheld()
            self.journal.retell(self._withholder.told)
            self._redactions.write(folder / REDACTIONS)
        self.journal.write(folder)
        self.ledger.write(folder / LEDGER)
        return replace(manifest, include_private=self._settings.include_private)

    def _load_at_once(self, block: Block) -> None:
        """Loads what was read while more is being read; an older store is changed when it is known what changes."""
        if self._old is None:
            self._loader.add(gzip.decompress(block.quads))

    def _check_withheld(self) -> None:
        """Looks through all that is new in the graph; what is not was looked through when it was."""
        written = self._differing() if self._old else self.archive.ids()
        for article in written:
            self._withholder.check_article(self.archive.published(article))
        names = self._withholder.longer(one.name for one in self.archive.occurrences())
        for part in self.archive.common_parts():
            if part != vocabulary_iri(self._settings.base):  # which is made of tables, not of articles
                self._withholder.check_common(part, gzip.decompress(self.archive.common(part)), names)

    def _stored(self, article: str) -> bytes:
        """The quads of an article that the store has."""
        if self._all_anew:
            return b""
        return self._old.published(article) if self._old else self.archive.read(article)

    def _differing(self) -> set[str]:
        """Articles whose quads are not those that the store has."""
        if self._all_anew:
            return set(self.archive.ids())
        before, now = self._renamed_before, self.archive.renamed()
        renamed = {article for article in before.keys() | now.keys() if before.get(article) != now.get(article)}
        return renamed | self.harvest.changed if self._old else renamed


_ARTICLE_IDS = "Its id is the name of its file, or the `id` of its record; the graph's status.jsonl lists all"


@contextmanager
def _no_search_for_cycles() -> Generator[None, None, None]:
    """Spares the search for garbage in cycles: small records by the ten thousand, in none of them, slow it down.

    An update of 3,691 articles by 100 took 5.5 seconds of the processor with it and 4.8 without.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


@contextmanager
def revising(
    work: Path,
    old: Path | None,
    loader: Loader,
    ledger: Ledger,
    settings: Settings,
    redactions: Redactions,
    on_problem: Callable[[Problem], None],
    *,
    forgetting: bool = False,
) -> Generator[Revision, None, None]:
    """A revision in the folder `work`; when the block ends well, its archive is complete.

    Args:
        work: the folder of the new graph.
        old: the folder of the graph to begin with; None to begin with nothing.
        ledger, loader, settings, redactions, on_problem: as for `Revision`.
        forgetting: whether nothing that the older graph held may be left of what the new one does not.

    Raises:
        GraphError: the older graph's archive is missing or damaged.
        OSError: the disk is full or fails.
    """
    base = old / ARCHIVE if old else None
    with ExitStack() as stack:
        before = Archive(stack.enter_context(reading_database(base))) if base else None
        database = stack.enter_context(database_at(work / ARCHIVE, base, forgetting=forgetting))
        key = run_key(settings, redactions)
        left = stack.enter_context(leftover(work, key))
        parts = Archive(database), Journal(database), ledger, loader
        yield Revision(*parts, before, settings, redactions, on_problem, left, Trail(work, key))
