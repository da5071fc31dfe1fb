"""The harvest: all that the articles of a run come to, gathered on disk as they are read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lgkg.article import Article
from lgkg.building.block import Block
from lgkg.building.journal import Journal, Status, text_digest
from lgkg.building.labels import Labels
from lgkg.building.spool import Spool
from lgkg.building.workers import Failure
from lgkg.identity import Identities
from lgkg.rdf import entities_quads, provenance_quads, vocabulary_quads
from lgkg.sources import Problem
from lgkg.store import NQUADS, Loader, Manifest, writing

PROBLEMS_KEPT = 100


class Harvest:
    """Takes in articles and what each came to; writes the graph when all are in.

    Args:
        database: scratch space for what is counted and noted.
        spool: scratch space for the quads, which are written sorted in the end.
        loader: takes the quads into the store, in any order.
        on_problem: is called with each problem.

    Attributes:
        articles: how many articles are in the graph so far; likewise `meetings`, `passages` and `facts`.
        problem_count: how many problems were met.
        problems: the first of them.
    """

    def __init__(
        self, database: sqlite3.Connection, spool: Spool, loader: Loader, on_problem: Callable[[Problem], None]
    ) -> None:
        self.journal, self.labels = Journal(database), Labels(database)
        self._spool, self._loader, self._on_problem = spool, loader, on_problem
        self.articles = self.meetings = self.passages = self.facts = self.problem_count = 0
        self.problems: list[Problem] = []

    def report(self, problem: Problem) -> None:
        """Notes an input, or part of one, that gave no article."""
        self.journal.note_problem(problem)
        self._tell(problem)

    def admit(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles whose id is new; the others are noted as repeated, or told if their text is another."""
        for article in articles:
            first = self.journal.first(article.id)
            if first is None:
                self.journal.enter(article)
                yield article
            elif first.text == text_digest(article):
                self.journal.note(article, Status.REPEATED, f"the same as in {first.origin}")
            else:
                what = f"the id {article.id!r} was read before from {first.origin}, with another text"
                self._fail(article, Problem(article.origin, what, "Give each article an id of its own"))

    def take(self, article: Article, outcome: Block | Failure) -> None:
        """Takes in what became of an article that was admitted."""
        if isinstance(outcome, Failure):
            what = f"the article {article.id!r} could not be read: {outcome.what}"
            self._fail(article, Problem(article.origin, what, "Report it together with the article"))
            return
        self._spool.add(outcome.graph, outcome.quads)
        self._loader.add(outcome.quads)
        self.labels.add(outcome.labels)
        self.articles += 1
        self.meetings += outcome.meetings
        self.passages += outcome.passages
        self.facts += outcome.facts
        self.journal.note(article, Status.NOTHING_FOUND if outcome.empty else Status.OK)

    def write(self, folder: Path, ids: Identities, base: str, version: str) -> Manifest:
        """Writes `graph.nq.gz`, sorted by graph, and `status.jsonl`.

        Returns:
            The manifest, which is to be written when all else is there.
        """
        digest, quads = self.journal.input_digest(), 0
        with writing(folder / NQUADS) as file:
            for block in self._spool.in_order():
                file.write(block)
                quads += block.count(b"\n")
            for block in self._common(ids, base, version, digest):
                file.write(block)
                self._loader.add(block)
                quads += block.count(b"\n")
        self.journal.write(folder)
        return Manifest(version, base, self.articles, quads, digest)

    def _common(self, ids: Identities, base: str, version: str, digest: str) -> Iterator[bytes]:
        """The graphs that belong to all articles, sorted by IRI, which all come after those of articles."""
        yield from entities_quads(self.labels.counted(), ids, base)
        yield provenance_quads(version, self.articles, digest, base)
        yield vocabulary_quads(ids, base)

    def _fail(self, article: Article, problem: Problem) -> None:
        self.journal.note(article, Status.FAILED, problem.what)
        self._tell(problem)

    def _tell(self, problem: Problem) -> None:
        self.problem_count += 1
        if self.problem_count <= PROBLEMS_KEPT:
            self.problems.append(problem)
        self._on_problem(problem)
