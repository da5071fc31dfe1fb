"""Reading holds no more for many articles than for few: what it holds is measured, and no clock asked."""

from __future__ import annotations

import gc
import gzip
import json
import tracemalloc
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pytest

from lgkg.article import Article
from lgkg.building import revision
from lgkg.building.block import Block
from lgkg.building.revision import Settings, revising
from lgkg.identity import Identities, Ledger, Occurrence
from lgkg.identity.redaction import Redactions
from lgkg.rdf import DEFAULT_BASE
from lgkg.sources import Intake, Problem
from lgkg.store import STORE, loader, loading, packed

ROOM = 200_000
"""Bytes that two measurements may differ by; what is held of each of the articles that are many comes to far more."""


def held(work: Callable[[], None]) -> int:
    """The most bytes that Python held at once for some work, beyond what it held before."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def write(file: Path, articles: int) -> Path:
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        for number in range(articles):
            lines.write(json.dumps({"id": f"article-{number}", "text": f"ข่าวที่ {number} " * 9}) + "\n")
    return file


def unread(file: Path) -> Intake:
    return Intake([file], no_problem)


def no_problem(problem: Problem) -> None:
    pytest.fail(str(problem))


def test_the_intake_holds_a_line_at_a_time(tmp_path: Path) -> None:
    few, many = write(tmp_path / "few.jsonl.gz", 300), write(tmp_path / "many.jsonl.gz", 3000)

    def go_through(file: Path) -> int:
        return held(lambda: deque(unread(file), maxlen=0).clear())

    go_through(few)  # loads what a first article makes load
    assert go_through(many) < go_through(few) + ROOM


def test_reading_holds_a_few_articles_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revision, "block_of", block_of)
    monkeypatch.setattr(loader, "_PART", 20_000)
    few, many = write(tmp_path / "few.jsonl.gz", 300), write(tmp_path / "many.jsonl.gz", 3000)

    def read(name: str, file: Path) -> int:
        (tmp_path / name).mkdir()
        return held(lambda: read_into(tmp_path / name, file))

    read("first", few)
    assert read("many", many) < read("few", few) + ROOM


def read_into(work: Path, file: Path) -> None:
    """All of a build until it is asked who is who."""
    settings = Ledger(), Settings(DEFAULT_BASE, False), Redactions()
    with (
        loading(work / STORE) as taking,
        revising(work, None, taking, *settings, no_problem) as made,
    ):
        made.read(unread(file), 1, lambda: None)


def block_of(article: Article, ids: Identities, base: str, *, include_private: bool) -> Block:
    """What an article comes to that names a person whom no other does, without the time that reading takes."""
    graph, person = f"{base}{article.id}", f"person/of-{article.id}"
    quads = f'<{base}{person}> <{base}name> "{article.id}" <{graph}> .\n'.encode()
    name = f"{article.id} มั่นคง"
    people = (Occurrence(article.id, person, name, article.id, "มั่นคง", "นาย", None, ()),)
    return Block(graph, packed(quads), 1, ((person, "Person", name),), people, (), bytes(512), 1, 1)
