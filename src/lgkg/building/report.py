"""What a build tells while it runs, and when it is done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lgkg.building.revision import Revision
from lgkg.facts import Level
from lgkg.sources import Problem


class Stage(StrEnum):
    """What a build is at."""

    READING = "reading articles"
    WRITING = "writing the graph"
    LOADING = "loading the store"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is.

    Attributes:
        stage: what it is at.
        articles: articles read so far.
        done: bytes of input read so far.
        size: bytes of input there are.
    """

    stage: Stage
    articles: int
    done: int
    size: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        graph: the graph's folder.
        articles: articles in the graph.
        read: how many of these were read in this run.
        resumed: how many of those read a run that was killed had read, and not this one.
        renewed: how many of those read the graph had with other content.
        unchanged: articles that were given and that the graph had already.
        removed: articles that were taken out.
        nothing_found: how many articles of the graph say nothing that lgkg looks for.
        repeated: articles that were given more than once, each extra time counted.
        skipped: files of other kinds that were passed over in folders.
        people: people in the graph, each counted once; likewise the next four.
        offices: posts.
        organizations: bodies.
        places: provinces, districts and subdistricts.
        policies: laws, strategies, projects, policies and agreements.
        meetings: events.
        passages: passages that facts are cited to.
        facts: tenures, meetings, participations and delegations.
        problem_count: how many problems were met.
        problems: the first hundred of them; all are in the graph's `status.jsonl`.
        seconds: how long it took.
    """

    graph: Path
    articles: int
    read: int
    resumed: int
    renewed: int
    unchanged: int
    removed: int
    nothing_found: int
    repeated: int
    skipped: int
    people: int
    offices: int
    organizations: int
    places: int
    policies: int
    meetings: int
    passages: int
    facts: int
    problem_count: int
    problems: tuple[Problem, ...]
    seconds: float


def report_of(graph: Path, revision: Revision, skipped: int) -> BuildReport:
    """What a graph in the making holds, and what it took; without the seconds."""
    archive, harvest = revision.archive, revision.harvest
    entities, totals = archive.entities(), archive.totals()
    return BuildReport(
        graph=graph,
        articles=totals.articles,
        read=harvest.articles,
        resumed=revision.resumed,
        renewed=harvest.renewed,
        unchanged=harvest.unchanged,
        removed=harvest.removed,
        nothing_found=totals.nothing_found,
        repeated=harvest.repeated,
        skipped=skipped,
        people=entities.get("Person", 0),
        offices=entities.get("Office", 0),
        organizations=entities.get("Organization", 0),
        places=sum(entities.get(level, 0) for level in Level),
        policies=entities.get("Policy", 0),
        meetings=archive.event_count(),
        passages=totals.passages,
        facts=totals.facts,
        problem_count=harvest.problem_count,
        problems=tuple(harvest.problems),
        seconds=0,
    )
