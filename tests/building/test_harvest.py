"""The harvest takes in what is new or changed, and knows which articles and people that concerns."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import pytest

from lgkg.article import Article
from lgkg.building.archive import Archive
from lgkg.building.block import Block
from lgkg.building.harvest import PROBLEMS_KEPT, Harvest
from lgkg.building.journal import Journal
from lgkg.building.workers import Failure
from lgkg.identity import Occurrence
from lgkg.sources import Problem
from lgkg.store import packed


class Run:
    """A run over a database that outlives it."""

    def __init__(self, database: sqlite3.Connection) -> None:
        database.execute("DROP TABLE IF EXISTS first")
        self.archive, self.blocks, self.told = Archive(database), list[Block](), list[Problem]()
        self.harvest = Harvest(
            self.archive, Journal(database), self.blocks.append, self.told.append, lambda block: block
        )

    def take(self, *articles: Article) -> list[str]:
        """Takes articles in; returns the ids of those that were read."""
        read = []
        for article in self.harvest.admit(articles):
            self.harvest.take(article, block(article))
            read.append(article.id)
        return read


def block(article: Article) -> Block:
    """What an article comes to: the people whose names are its words."""
    people = (Occurrence(article.id, f"person/{name}", name, name, None, "", None, ()) for name in article.text.split())
    return Block(f"graph/{article.id}", packed(b"x\n"), 1, (), tuple(people), (), b"", 0, 1)


@pytest.fixture
def database() -> Iterable[sqlite3.Connection]:
    database = sqlite3.connect(":memory:", isolation_level=None)
    yield database
    database.close()


A, B = Article("a", "ก ข", origin="a.txt"), Article("b", "ค", origin="b.txt")


def test_new_articles_are_read_and_their_people_known(database: sqlite3.Connection) -> None:
    run = Run(database)
    assert run.take(A, B) == ["a", "b"]
    assert (run.harvest.articles, run.harvest.changed) == (2, {"a", "b"})
    assert run.harvest.people == {"person/ก", "person/ข", "person/ค"}
    assert [one.graph for one in run.blocks] == ["graph/a", "graph/b"]


def test_what_the_archive_has_is_passed_over(database: sqlite3.Connection) -> None:
    Run(database).take(A, B)
    run = Run(database)
    assert run.take(A, B) == []
    assert (run.harvest.unchanged, run.harvest.changed, run.harvest.people) == (2, set(), set())


@pytest.mark.parametrize(
    "changed",
    [
        Article("a", "ข ง", origin="a.txt"),
        Article("a", "ก ข", title="หัวข้อ", origin="a.txt"),
        Article("a", "ก ข", url="https://example.org/", origin="a.txt"),
        Article("a", "ก ข", origin="a.txt", publisher="เทศบาล"),
    ],
)
def test_a_changed_article_is_read_anew_and_concerns_people_of_before_and_now(
    database: sqlite3.Connection, changed: Article
) -> None:
    Run(database).take(A, B)
    run = Run(database)
    assert run.take(changed, B) == ["a"]
    assert run.harvest.changed == {"a"}
    assert run.harvest.people == {f"person/{name}" for name in {*A.text.split(), *changed.text.split()}}


def test_an_article_that_is_withdrawn_concerns_its_people(database: sqlite3.Connection) -> None:
    Run(database).take(A, B)
    run = Run(database)
    assert run.harvest.withdraw("a")
    assert not run.harvest.withdraw("a")
    assert (run.harvest.changed, run.harvest.people) == ({"a"}, {"person/ก", "person/ข"})
    assert (run.archive.digest("a"), run.archive.totals().articles) == (None, 1)


def test_an_article_given_twice_is_read_once_wherever_it_was_read_before(database: sqlite3.Connection) -> None:
    for expected in (["a"], []):
        run = Run(database)
        assert run.take(A, A) == expected
        assert (run.harvest.repeated, run.told) == (1, [])


def test_another_text_under_one_id_is_a_problem_and_the_first_is_kept(database: sqlite3.Connection) -> None:
    run = Run(database)
    run.take(A, Article("a", "ง", origin="c.txt"))
    assert [(problem.where, problem.what) for problem in run.told] == [
        ("c.txt", "the id 'a' was read before from a.txt, with another text")
    ]
    assert run.archive.people_of("a") == {"person/ก", "person/ข"}


def test_an_article_that_cannot_be_read_is_told_and_leaves_nothing_of_before(database: sqlite3.Connection) -> None:
    Run(database).take(A)
    run = Run(database)
    changed = Article("a", "ง", origin="a.txt")
    for article in run.harvest.admit([changed]):
        run.harvest.take(article, Failure("KeyError"))
    assert (run.harvest.changed, run.harvest.articles, run.archive.digest("a")) == ({"a"}, 0, None)
    assert run.told[0].what == "the article 'a' could not be read: KeyError"


def test_all_problems_are_counted_and_told_and_the_first_are_kept(database: sqlite3.Connection) -> None:
    run = Run(database)
    for number in range(PROBLEMS_KEPT + 5):
        run.harvest.report(Problem(f"{number}.txt", "broken", "Mend it"))
    assert (run.harvest.problem_count, len(run.told), len(run.harvest.problems)) == (105, 105, 100)
    assert run.harvest.problems[0].where == "0.txt"
