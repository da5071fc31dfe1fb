"""The harvest: the articles of a run and what each came to, taken into the archive as they are read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

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
        on_block: is called with the block of each article that was taken in.
        on_problem: is called with each problem.
        withhold: takes out of a block what must not be published.
        withdrawn: ids of articles that must not be.
        anew: whether the archive was empty, so that all is new: then nothing that grows with the articles is held.

    Attributes:
        articles: how many articles were read.
        unchanged: how many were passed over, because the archive has them.
        renewed: how many of those read the archive had with other content.
        removed: how many were taken out.
        repeated: how many were given more than once, each extra time counted.
        changed: ids of articles that are new, read anew, or gone; of none where all are new.
        people: ids, by name alone, of the people of these articles, before and now.
        withheld: articles, each with the id, by name alone, of somebody who was withheld from it.
        problem_count: how many problems were met.
        problems: the first of them.
    """

    def __init__(
        self,
        archive: Archive,
        journal: Journal,
        on_block: Callable[[Block], None],
        on_problem: Callable[[Problem], None],
        withhold: Callable[[Block], Block],
        withdrawn: Collection[str] = (),
        *,
        anew: bool = False,
    ) -> None:
        self._archive, self._journal = archive, journal
        self._withhold, self._withdrawn, self._anew = withhold, withdrawn, anew
        self._on_block, self._on_problem = on_block, on_problem
        self.articles = self.unchanged = self.renewed = self.removed = self.repeated = self.problem_count = 0
        self.changed: set[str] = set()
        self.people: set[str] = set()
        self.withheld: set[tuple[str, str]] = set()
        self.problems: list[Problem] = []

    def report(self, problem: Problem) -> None:
        """Notes an input, or part of one, that gave no article."""
        self._journal.note_problem(problem)
        self._tell(problem)

    def admit(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles that are new or changed; an id given before is noted, and told if the text is another.

        One that is withdrawn is noted, and not read.
        """
        for article in articles:
            first = self._journal.first(article.id)
            if article.id in self._withdrawn:
                self.redact(article.id)
                self._journal.note(article, Status.WITHDRAWN)
            elif first is None:
                self._journal.enter(article)
                if self._archive.digest(article.id) == article_digest(article):
                    self.unchanged += 1
                else:
                    self.renewed += self.withdraw(article.id)
                    yield article
            elif first.text == article.text_sha256:
                self.repeated += 1
                self._journal.note(article, Status.REPEATED, same_as(first.origin))
            else:
                self._fail(article, id_taken(article, first.origin))

    def take(self, article: Article, outcome: Block | Failure) -> None:
        """Takes in what became of an article that was admitted."""
        if isinstance(outcome, Failure):
            self._fail(article, unread(article, outcome))
            return
        block = self._without_withheld(article.id, outcome)
        # First, because with the article all is committed that is to outlive the run.
        self._journal.note(article, Status.NOTHING_FOUND if block.empty else Status.OK)
        self._archive.put(article, block)
        self._on_block(block)
        self.articles += 1
        if not self._anew:
            self.changed.add(article.id)
            self.people.update(one.person for one in block.occurrences)

    def withhold(self, id: str) -> bool:
        """Takes out of an article that is there what must not be published; tells whether anything was."""
        before = self._archive.block(id)
        after = self._without_withheld(id, before)
        if after is before:
            return False
        self.people |= self._archive.people_of(id)
        self._archive.replace(id, after)
        self.changed.add(id)
        return True

    def redact(self, id: str) -> bool:
        """Takes an article out for good, if it is there; tells whether it was."""
        self._journal.note_withdrawn(id)
        return self._drop(id)

    def withdraw(self, id: str) -> bool:
        """Takes an article out, if it is there; tells whether it was."""
        self._journal.forget(id)
        return self._drop(id)

    def _drop(self, id: str) -> bool:
        if self._archive.digest(id) is None:
            return False
        self.people |= self._archive.people_of(id)
        self._archive.drop(id)
        self.changed.add(id)
        return True

    def _without_withheld(self, id: str, block: Block) -> Block:
        left = self._withhold(block)
        self.withheld |= {(id, one.person) for one in {*block.occurrences} - {*left.occurrences}}
        return left

    def _fail(self, article: Article, problem: Problem) -> None:
        self._journal.note(article, Status.FAILED, problem.what)
        self._tell(problem)

    def _tell(self, problem: Problem) -> None:
        self.problem_count += 1
        if self.problem_count <= PROBLEMS_KEPT:
            self.problems.append(problem)
        self._on_problem(problem)


def id_taken(article: Article, first: str) -> Problem:
    """Of an article whose id another has, which was read first and from there."""
    what = f"the id {article.id!r} was read before from {first}, with another text"
    return Problem(article.origin, what, "Give each article an id of its own")


def unread(article: Article, failure: Failure) -> Problem:
    """Of an article that made the reader fail."""
    what = f"the article {article.id!r} could not be read: {failure.what}"
    return Problem(article.origin, what, "Report it together with the article")


def same_as(first: str) -> str:
    """Why an article is passed over that was read before, from there."""
    return f"the same as in {first}"
