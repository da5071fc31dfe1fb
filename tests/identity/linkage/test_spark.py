"""The same model on Spark: the same scores and the same links as on DuckDB."""

from __future__ import annotations

import runpy
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lgkg import resources
from lgkg.article import Article
from lgkg.building.block import block_of
from lgkg.identity import EqualNames, PersonRecord, portrait
from lgkg.identity.linkage import DOUBTFUL, Backend, DuckDb, Spark, candidates
from lgkg.identity.linkage.blocks import blocks
from lgkg.identity.linkage.compared import Compared
from lgkg.identity.linkage.features import context
from lgkg.identity.linkage.names import names
from lgkg.identity.linkage.scoring import Scored, score
from lgkg.rdf import DEFAULT_BASE
from lgkg.sources import Intake

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.spark
ROOT = Path(__file__).parents[3]


def _of_pairs(name: str) -> list[PersonRecord]:
    read = runpy.run_path(str(ROOT / "benchmarks" / "linkage.py"))["pairs"]
    pairs = read(resources.data("identity", f"pairs-{name}.csv"))
    return [replace(person, id=f"{person.id}-{name}") for pair in pairs for person in (pair.a, pair.b)]


def _of_samples() -> list[PersonRecord]:
    """The people of the samples, as all their articles show them."""
    folders = [resources.data("samples", "articles"), resources.data("samples", "hard", "articles")]
    articles: list[Article] = list(Intake(folders, lambda problem: pytest.fail(str(problem))))
    found = [one for article in articles for one in block_of(article, EqualNames(), DEFAULT_BASE).occurrences]
    found.sort(key=attrgetter("person", "article"))
    return [portrait(person, list(group)) for person, group in groupby(found, attrgetter("person"))]


def _scored(people: list[PersonRecord], backend: Backend, least: float) -> dict[tuple[str, str], Scored]:
    named = [(person, names(person)) for person in people]
    compared = [
        Compared(person.id, True, own, name, context(person, name))
        for (person, name), own in zip(named, blocks(named, None), strict=True)
        if own
    ]
    return {(pair.a, pair.b): pair for pair in score(compared, least, backend)}


@pytest.fixture(scope="module")
def people() -> list[PersonRecord]:
    """More than a thousand: those of the pairs for tuning, and those of the samples."""
    return [*_of_pairs("dev"), *_of_pairs("more"), *_of_pairs("test"), *_of_pairs("tune"), *_of_samples()]


def test_every_pair_has_the_score_and_the_levels_that_duckdb_finds(
    spark: SparkSession, people: list[PersonRecord]
) -> None:
    here, there = (_scored(people, backend, 0.001) for backend in (DuckDb(), Spark(spark)))
    assert len(people) > 1400
    assert len(here) > 400
    assert here.keys() == there.keys()
    assert [pair for pair in here if abs(here[pair].score - there[pair].score) > 1e-9] == []
    assert [pair for pair in here if here[pair].levels != there[pair].levels] == []


def test_links_are_those_that_duckdb_finds(spark: SparkSession, people: list[PersonRecord]) -> None:
    links = candidates(people, backend=Spark(spark))
    assert links == candidates(people)
    assert sum(link.score > DOUBTFUL for link in links) > 250


def test_links_of_new_people_alone_are_those_that_duckdb_finds(spark: SparkSession, people: list[PersonRecord]) -> None:
    new = {person.id for person in people[:40]}
    links = candidates(people, among=new, backend=Spark(spark))
    assert links
    assert links == candidates(people, among=new)
