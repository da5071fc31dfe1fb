"""Publishing on the executors: the quads of all graphs with the ids that hold, and the rows of the tables they come to.

What is published is a frame of three columns: `kind`, which is `quads` or the name of a table; `text`, the quads of one
graph or a row as JSON; `size`, how many quads.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from lgkg.building.spark.extraction import IDS, quads_of
from lgkg.building.withholding import Withholder
from lgkg.columns import Kind, Table, rows_of
from lgkg.rdf import entities_iri, entities_quads
from lgkg.rdf.entities import EntityLink
from lgkg.rdf.renaming import renamed

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame

QUADS = "quads"
COLUMNS = "kind string, text string, size int"
_NAMES = ["kind", "text", "size"]
_SPARK = {
    Kind.TEXT: "STRING",
    Kind.TEXTS: "ARRAY<STRING>",
    Kind.INTEGER: "INT",
    Kind.NUMBER: "DOUBLE",
    Kind.FLAG: "BOOLEAN",
    Kind.DAY: "DATE",
}


@dataclass(frozen=True, slots=True)
class Shared:
    """What every executor has to know.

    Attributes:
        base: what stands before every id.
        ids: article -> id -> the id that it is known by.
        withholder: checks that nothing withheld is published.
        longer: names of other people of which a withheld one is a part.
    """

    base: str
    ids: Mapping[str, Mapping[str, str]]
    withholder: Withholder
    longer: Sequence[str]


def published_articles(blocks: DataFrame, shared: Any) -> DataFrame:
    """What articles come to.

    Args:
        blocks: what was extracted of them.
        shared: a `Shared`, broadcast.
    """
    return blocks.mapInPandas(partial(_publish, shared=shared), COLUMNS)


def labels(blocks: DataFrame, shared: Any) -> DataFrame:
    """The names of every entity, by the id it is known by, with the number of articles."""
    named = blocks.mapInPandas(partial(_labels, shared=shared), "entity string, class string, label string")
    return named.groupBy("entity", "class", "label").count()


def published_entities(counted: DataFrame, links: Iterable[EntityLink], shared: Any, parts: int) -> DataFrame:
    """What the entities graph comes to, in so many parts, each with all of what it is about.

    Args:
        counted: the names of entities.
        links: what else is known of them.
        shared: a `Shared`, broadcast.
        parts: how many.
    """
    told = [(entity, predicate, other, 0) for entity, predicate, other in links]
    linked = counted.sparkSession.createDataFrame(told, "entity string, class string, label string, count long")
    described = counted.unionByName(linked).repartition(parts, "entity")
    return described.mapInPandas(partial(_describe, shared=shared), COLUMNS)


def rows(published: DataFrame, table: Table) -> DataFrame:
    """The rows of a table."""
    from pyspark.sql import functions as f

    kinds = ", ".join(f"`{column.name}` {_SPARK[column.kind]}" for column in table.columns)
    told = published.where(f.col("kind") == table.name)
    return told.select(f.from_json("text", kinds, {"mode": "FAILFAST"}).alias("row")).select("row.*")


def told_of(quads: bytes, base: str) -> Iterator[tuple[str, str, int]]:
    """What is published of a graph: its quads without the last end of line, and its rows."""
    if quads:
        yield QUADS, quads.decode()[:-1], quads.count(b"\n")
        for table, row in rows_of(quads, base):
            yield table, json.dumps(row, ensure_ascii=False), 0


def _publish(frames: Iterator[pd.DataFrame], shared: Any) -> Iterator[pd.DataFrame]:
    import pandas as pd

    known: Shared = shared.value
    for frame in frames:
        found: list[tuple[str, str, int]] = []
        for row in frame.itertuples(index=False):
            quads = renamed(quads_of(row), known.ids.get(row.id, {}), known.base)
            known.withholder.check_article(quads)
            found += told_of(quads, known.base)
        yield pd.DataFrame(found, columns=_NAMES)


def _labels(frames: Iterator[pd.DataFrame], shared: Any) -> Iterator[pd.DataFrame]:
    import pandas as pd

    known: Shared = shared.value
    for frame in frames:
        found = [
            (known.ids.get(row.id, {}).get(entity, entity), kind, label)
            for row in frame.itertuples(index=False)
            for entity, kind, label in json.loads(row.labels)
        ]
        yield pd.DataFrame(found, columns=["entity", "class", "label"])


def _describe(frames: Iterator[pd.DataFrame], shared: Any) -> Iterator[pd.DataFrame]:
    import pandas as pd

    known: Shared = shared.value
    told = sorted(tuple(row) for frame in frames for row in frame.itertuples(index=False, name=None))
    counted = (row for row in told if row[3])
    links = (row[:3] for row in told if not row[3])
    quads = b"".join(quads for _, quads in entities_quads(counted, IDS, known.base, links))
    known.withholder.check_common(entities_iri(known.base), quads, known.longer)
    yield pd.DataFrame(list(told_of(quads, known.base)), columns=_NAMES)
