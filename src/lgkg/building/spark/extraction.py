"""Reading on the executors: a row an article in, what it came to out. Each worker loads the domain's tables once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from lgkg.article import Article
from lgkg.building import plain
from lgkg.building.archive import article_digest
from lgkg.building.block import Block, block_of
from lgkg.building.harvest import id_taken, same_as, unread
from lgkg.building.journal import Status
from lgkg.building.spark.intake import article_of
from lgkg.building.withholding import Withholder
from lgkg.building.workers import Failure, attempt
from lgkg.identity import EqualNames
from lgkg.identity.redaction import Redactions

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame

IDS = EqualNames()
COLUMNS = (
    "id string, origin string, status string, reason string, remedy string, quads binary, labels string,"
    " occurrences string, events string, signature binary, digest binary, passages int, facts int, withheld string"
)
"""What became of an article, and what it came to: as in the archive of a graph, lists as JSON. Empty where nothing."""
_NAMES = [column.split()[0] for column in COLUMNS.split(", ")]
READ = (str(Status.OK), str(Status.NOTHING_FOUND))
"""What is told of articles that are in the graph."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How articles are read: what stands before ids, whether private people are kept, who and what is withheld."""

    base: str
    include_private: bool
    redactions: Redactions


def extracted(articles: DataFrame, rules: Rules, parts: int) -> DataFrame:
    """What became of each article, in so many parts; of several with one id the first is read."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    same_id = Window.partitionBy("key").orderBy("root", "path", "number")
    numbered = articles.repartition(parts, "key").select(
        "*",
        f.row_number().over(same_id).alias("turn"),
        f.first("origin").over(same_id).alias("first_origin"),
        f.first("sha").over(same_id).alias("first_sha"),
    )
    return numbered.mapInPandas(partial(_extract, rules=rules), COLUMNS)


def _extract(frames: Iterator[pd.DataFrame], rules: Rules) -> Iterator[pd.DataFrame]:
    import pandas as pd

    reader = _Reader(rules)
    for frame in frames:
        yield pd.DataFrame([reader.outcome(row) for row in frame.itertuples(index=False)], columns=_NAMES)


class _Reader:
    def __init__(self, rules: Rules) -> None:
        self._withdrawn: Collection[str] = rules.redactions.articles
        self._withholder = Withholder(rules.redactions, rules.base)
        self._block = partial(block_of, ids=IDS, base=rules.base, include_private=rules.include_private)

    def outcome(self, row: Any) -> tuple[Any, ...]:
        if row.what:
            return self._nothing("", row.origin, Status.PROBLEM, row.what, row.remedy)
        article = article_of(row)
        if article.id in self._withdrawn:
            return self._nothing(article.id, row.origin, Status.WITHDRAWN)
        if row.turn > 1 and row.sha == row.first_sha:
            return self._nothing(article.id, row.origin, Status.REPEATED, same_as(row.first_origin))
        problem = id_taken(article, row.first_origin) if row.turn > 1 else None
        block = attempt(self._block, article) if not problem else None
        if isinstance(block, Failure):
            problem = unread(article, block)
        if problem:
            return self._nothing(article.id, row.origin, Status.FAILED, problem.what, problem.remedy)
        assert isinstance(block, Block)
        return self._something(article, block)

    def _nothing(self, id: str, origin: str, status: Status, reason: str = "", remedy: str = "") -> tuple[Any, ...]:
        told = (self._withholder.told(text) for text in (id, origin))
        return (*told, str(status), self._withholder.told(reason), remedy, b"", "[]", "[]", "[]", b"", b"", 0, 0, "[]")

    def _something(self, article: Article, block: Block) -> tuple[Any, ...]:
        left = self._withholder.block(block)
        withheld = sorted(one.person for one in {*block.occurrences} - {*left.occurrences})
        people = [(one.person, plain.occurrence_told(one)) for one in left.occurrences]
        events = [(one.id, plain.event_told(one)) for one in left.events]
        status = Status.NOTHING_FOUND if left.empty else Status.OK
        lists = (json.dumps(each, ensure_ascii=False) for each in (left.labels, people, events))
        return (
            *(article.id, article.origin, str(status), "", "", left.quads, *lists),
            *(left.signature, article_digest(article), left.passages, left.facts, json.dumps(withheld)),
        )


def quads_of(row: Any) -> bytes:
    """The quads of an article in a row of what was extracted."""
    return gzip.decompress(row.quads)
