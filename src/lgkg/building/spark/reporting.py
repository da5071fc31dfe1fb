"""What a build on Spark tells when it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lgkg.building.harvest import PROBLEMS_KEPT
from lgkg.building.journal import Status
from lgkg.building.report import BuildReport
from lgkg.building.settling import Decided
from lgkg.building.spark.gathering import Gathered
from lgkg.facts import Level
from lgkg.sources import Problem

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def problems(outcomes: DataFrame) -> list[Problem]:
    """The first problems, by where they were met."""
    met = outcomes.where(outcomes.status.isin(Status.FAILED.value, Status.PROBLEM.value))
    rows = met.select("origin", "reason", "remedy").distinct().orderBy("origin", "reason").limit(PROBLEMS_KEPT)
    return [Problem(row.origin, row.reason, row.remedy) for row in rows.collect()]


def report_of(
    out: str,
    outcomes: DataFrame,
    named: DataFrame,
    found: Gathered,
    decided: Decided,
    met: list[Problem],
    seconds: float,
) -> BuildReport:
    """What the graph holds, and what it took.

    Args:
        out: the address of its folder.
        outcomes: what became of each article.
        named: the names of entities.
        found: what was gathered of all articles.
        decided: what was settled.
        met: the first problems.
        seconds: how long it took.
    """
    from pyspark.sql import functions as f

    entities: dict[str, int] = dict(named.groupBy("class").agg(f.count_distinct("entity")).collect())
    became: dict[str, int] = dict(outcomes.groupBy("status").count().collect())
    return BuildReport(
        graph=Path(out),
        articles=len(found.digests),
        read=len(found.digests),
        resumed=0,
        renewed=0,
        unchanged=0,
        removed=0,
        nothing_found=became.get(Status.NOTHING_FOUND, 0),
        repeated=became.get(Status.REPEATED, 0),
        skipped=0,
        people=entities.get("Person", 0),
        offices=entities.get("Office", 0),
        organizations=entities.get("Organization", 0),
        places=sum(entities.get(level, 0) for level in Level),
        policies=entities.get("Policy", 0),
        meetings=len({decided.ids.get((one.article, one.id), one.id) for one in found.events}),
        passages=found.passages,
        facts=found.facts,
        problem_count=became.get(Status.FAILED, 0) + became.get(Status.PROBLEM, 0),
        problems=tuple(met),
        seconds=seconds,
    )
