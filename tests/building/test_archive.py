"""What is kept of each article is complete, replaced whole, and gone when the article is."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from lgkg.article import Article
from lgkg.building.archive import Archive
from lgkg.building.block import Block
from lgkg.building.database import database_at
from lgkg.identity import Link
from lgkg.store import packed


def block(graph: str, labels: tuple[tuple[str, str, str], ...] = (), quads: bytes = b"x\n") -> Block:
    return Block(graph, packed(quads), quads.count(b"\n"), labels, (), (), b"", 1, 2)


def test_a_full_disk_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught, database_at(tmp_path / "a.db") as database:
        archive = Archive(database)
        database.execute("PRAGMA max_page_count=20")
        for number in range(1000):
            archive.put(Article(f"a{number}", "ก"), block(f"g{number}", ((f"person/{number}", "Person", "ก" * 100),)))
    assert caught.value.errno == errno.ENOSPC


def test_members_come_sorted_by_graph_as_they_were_published_last(tmp_path: Path) -> None:
    with database_at(tmp_path / "a.db") as database:
        archive = Archive(database)
        archive.put(Article("b", "ก"), block("g1", quads=b"1\n"))
        archive.put(Article("a", "ก"), block("g2", quads=b"2\n"))
        archive.publish("b", b"3\n4\n")
        assert list(archive.members()) == [(packed(b"3\n4\n"), 2), (packed(b"2\n"), 1)]
        assert (archive.read("b"), archive.published("b"), archive.published("a")) == (b"1\n", b"3\n4\n", b"2\n")
        archive.publish_as_read("b")
        assert archive.published("b") == b"1\n"


def test_names_are_counted_once_an_article_under_the_id_that_an_entity_is_known_by(tmp_path: Path) -> None:
    with database_at(tmp_path / "a.db") as database:
        archive = Archive(database)
        archive.put(Article("1", "ก"), block("g1", (("p/1", "Person", "ก"), ("p/2", "Person", "ข"))))
        archive.put(Article("2", "ก"), block("g2", (("o/1", "Office", "ค"), ("p/1", "Person", "ก"))))
        archive.rename({("1", "p/2"): "p/3"})
        assert list(archive.labels()) == [
            ("o/1", "Office", "ค", 1),
            ("p/1", "Person", "ก", 2),
            ("p/3", "Person", "ข", 1),
        ]
        assert archive.entities() == {"Office": 1, "Person": 2}


def test_an_article_put_again_or_dropped_leaves_nothing_of_what_it_was(tmp_path: Path) -> None:
    with database_at(tmp_path / "a.db") as database:
        archive = Archive(database)
        archive.put(Article("1", "ก"), block("g1", (("p/1", "Person", "ก"),)))
        archive.publish("1", b"y\n")
        archive.put(Article("1", "ข"), block("g1", (("p/2", "Person", "ข"),)))
        assert (list(archive.labels()), archive.published("1")) == ([("p/2", "Person", "ข", 1)], b"x\n")
        archive.drop("1")
        assert (list(archive.labels()), archive.published("1"), archive.digest("1")) == ([], b"", None)
        assert archive.totals().articles == 0


def test_pairs_within_one_person_are_kept_and_do_not_wait(tmp_path: Path) -> None:
    waits, within = Link("p/1", "p/2", 0.6, ("near",)), Link("p/1", "p/3", 0.9)
    with database_at(tmp_path / "a.db") as database:
        archive = Archive(database)
        archive.wait([waits], [within])
        assert (archive.waiting(), archive.links()) == ([waits], [within, waits])
        archive.wait([within])
        assert (archive.waiting(), archive.links()) == ([within], [within])
