"""The harvest: the articles of a run and what each came to, taken into the archive as they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lgkg.article import Article
from lgkg.building.archive import Archive, article_digest
from lgkg.building.block import Block
from lgkg.building.journal import Journal, Status
from lgkg.building.workers import Failure
from lgkg.sources import Problem

PROBLEMS_KEPT = 100


class Harvest:
    """Takes in articles and what each came to.

    Args:
        archive: where they are kept.
        journal: where it is noted what became of each.
        on_block: is called with the id and block of each article that was taken in.
        on_problem: is called with each problem.

    Attributes:
        articles: how many articles were read.
        unchanged: how many were passed over, because the archive has them.
        renewed: how many of those read the archive had with other content.
        removed: how many were taken out.
        repeated: how many were given more than once, each extra time counted.
        changed: ids of articles that are new, read anew, or gone.
        people: ids, by name alone, of the people of these articles, before and now.
        problem_count: how many problems were met.
        problems: the first of them.
    """

    def __init__(
        self,
        archive: Archive,
        journal: Journal,
        on_block: Callable[[Block], None],
        on_problem: Callable[[Problem], None],
    ) -> None:
        self._archive, self._journal = archive, journal
        self._on_block, self._on_problem = on_block, on_problem
        self.articles = self.unchanged = self.renewed = self.removed = self.repeated = self.problem_count = 0
        self.changed: set[str] = set()
        self.people: set[str] = set()
        self.problems: list[Problem] = []

    def report(self, problem: Problem) -> None:
        """Notes an input, or part of one, that gave no article."""
        self._journal.note_problem(problem)
        self._tell(problem)

    def admit(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles that are new or changed; an id given before is noted, and told if the text is another."""
        for article in articles:
            first = self._journal.first(article.id)
            if first is None:
                self._journal.enter(article)
                if self._archive.digest(article.id) == article_digest(article):
                    self.unchanged += 1
                else:
                    self.renewed += self.withdraw(article.id)
                    yield article
            elif first.text == article.text_sha256:
                self.repeated += 1
                self._journal.note(article, Status.REPEATED, f"the same as in {first.origin}")
            else:
                what = f"the id {article.id!r} was read before from {first.origin}, with another text"
                self._fail(article, Problem(article.origin, what, "Give each article an id of its own"))

    def take(self, article: Article, outcome: Block | Failure) -> None:
        """Takes in what became of an article that was admitted."""
        if isinstance(outcome, Failure):
            what = f"the article {article.id!r} could not be read: {outcome.what}"
            self._fail(article, Problem(article.origin, what, "Report it together with the article"))
            return
        self._archive.put(article, outcome)
        self._on_block(outcome)
        self.articles += 1
        self.changed.add(article.id)
        self.people.update(one.person for one in outcome.occurrences)
        self._journal.note(article, Status.NOTHING_FOUND if outcome.empty else Status.OK)

    def withdraw(self, id: str) -> bool:
        """Takes an article out, if it is there; tells whether it was."""
        self._journal.forget(id)
        if self._archive.digest(id) is None:
            return False
        self.people |= self._archive.people_of(id)
        self._archive.drop(id)
        self.changed.add(id)
        return True

    def _fail(self, article: Article, problem: Problem) -> None:
        self._journal.note(article, Status.FAILED, problem.what)
        self._tell(problem)

    def _tell(self, problem: Problem) -> None:
        self.problem_count += 1
        if self.problem_count <= PROBLEMS_KEPT:
            self.problems.append(problem)
        self._on_problem(problem)
