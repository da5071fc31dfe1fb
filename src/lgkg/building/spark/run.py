"""The build on Spark: the same steps as on one machine, and the same graph, in parts.

Articles are read and written on the executors, an article a row. What they tell of people and events is settled on the
driver, by the rules and the code of every build, but for near names, which are compared on the executors.
"""

from __future__ import annotations

import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

import lgkg
from lgkg.building.inputs import Inputs, listed
from lgkg.building.report import BuildReport
from lgkg.building.settling import Decided, decide
from lgkg.building.spark import publishing
from lgkg.building.spark.extraction import IDS, READ, Rules, extracted
from lgkg.building.spark.files import Files
from lgkg.building.spark.gathering import Gathered, gathered
from lgkg.building.spark.intake import articles
from lgkg.building.spark.reporting import problems, report_of
from lgkg.building.spark.session import spark_session
from lgkg.building.spark.writing import Parts
from lgkg.building.withholding import Withholder
from lgkg.errors import EngineError, GraphError, InputError
from lgkg.identity import Ledger
from lgkg.identity.linkage import Spark
from lgkg.identity.redaction import Redactions
from lgkg.rdf import DEFAULT_BASE, checked_base, provenance_quads, vocabulary_quads
from lgkg.sources import Problem
from lgkg.sources.columns import Columns
from lgkg.store import LEDGER, REDACTIONS, Manifest

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def build_on_spark(
    inputs: Inputs,
    out: str | PathLike[str],
    *,
    master: str | None = None,
    base: str = DEFAULT_BASE,
    include_private: bool = False,
    columns: Mapping[str, str] | None = None,
    ledger: str | PathLike[str] | None = None,
    redactions: str | PathLike[str] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> BuildReport:
    """Builds a graph from articles on Spark, in parts, and puts it in place of the one that may be in `out`.

    The graph is the one that `build` makes of the same articles with the same ledger: the same quads with the same ids.

    Args:
        inputs: files and folders that Spark reaches, as for `build`.
        out: a folder that Spark reaches: absent, empty, or the parts of a graph.
        master: where Spark runs; see `lgkg.building.spark.session`.
        base, include_private, columns, ledger, redactions: as for `build`; both lists may be wherever Spark reaches.
        on_problem: is called with the first hundred problems, when all is read.

    Returns:
        What was read and found.

    Raises:
        EngineError: Spark is missing, cannot be started, cannot reach a path, or gave up.
        InputError: no article could be read at all.
        GraphError: `out` holds something else, `base` is unfit, ledger or list are broken, or something that is
            withheld would be published.
    """
    started = time.monotonic()
    paths = [fspath(one) for one in listed(inputs)]
    checked_base(base)
    with spark_session(master) as session, _failing(), tempfile.TemporaryDirectory() as here:
        parts = Parts(Files(session), fspath(out), Path(here))
        settled = Ledger.read(parts.fetched(fspath(ledger) if ledger else None, LEDGER))
        withheld = Redactions.read(parts.fetched(fspath(redactions) if redactions else None, REDACTIONS))
        rules = Rules(base, include_private, withheld)
        run = _Run(session, parts, rules, settled)
        return run.make(paths, Columns(columns or {}), on_problem or _ignore, started)


class _Run:
    """One build.

    Args:
        session: of Spark.
        parts: the folder of the graph.
        rules: how articles are read, and who is withheld.
        ledger: what was settled before.
    """

    def __init__(self, session: SparkSession, parts: Parts, rules: Rules, ledger: Ledger) -> None:
        self._session, self._parts, self._rules, self._ledger = session, parts, rules, ledger
        self._withholder = Withholder(rules.redactions, rules.base)
        self._shuffled = int(str(session.conf.get("spark.sql.shuffle.partitions")))

    def make(
        self, inputs: Iterable[str], columns: Columns, on_problem: Callable[[Problem], None], started: float
    ) -> BuildReport:
        """Makes the graph, and puts it in its place."""
        read = articles(self._session, Files(self._session), inputs, columns, self._parts.out)
        outcomes = _kept(extracted(read, self._rules, self._shuffled))
        met = problems(outcomes)
        for problem in met:
            on_problem(problem)
        found = gathered(outcomes)
        if not found.digests:
            what = "no article could be read, so no graph was built"
            raise InputError(what, remedy="Give files or folders of articles")
        decided = self._decide(found)
        named, published = self._publish(outcomes, found, decided)
        quads = self._parts.write(published, outcomes)
        self._parts.write_lists(self._ledger, self._rules.redactions, decided.people.links)
        self._parts.finish(self._manifest(found, quads))
        return report_of(self._parts.out, outcomes, named, found, decided, met, time.monotonic() - started)

    def _decide(self, found: Gathered) -> Decided:
        self._ledger = self._withholder.ledger(self._ledger, (), found.withheld)
        return decide(found.told(), self._ledger, Spark(self._session))

    def _publish(self, outcomes: DataFrame, found: Gathered, decided: Decided) -> tuple[DataFrame, DataFrame]:
        """The names of entities, counted; and all that is published."""
        ids: dict[str, dict[str, str]] = defaultdict(dict)
        for (article, old), new in decided.ids.items():
            ids[article][old] = new
        longer = self._withholder.longer(one.name for one in found.occurrences)
        known = publishing.Shared(self._rules.base, dict(ids), self._withholder, longer)
        shared = self._session.sparkContext.broadcast(known)
        blocks = outcomes.where(outcomes.status.isin(*READ))
        named = _kept(publishing.labels(blocks, shared))
        entities = publishing.published_entities(named, decided.settled.links(IDS), shared, self._shuffled)
        common = self._session.createDataFrame(list(self._common(found)), publishing.COLUMNS)
        told = publishing.published_articles(blocks, shared).unionByName(entities).unionByName(common)
        return named, _kept(told)

    def _common(self, found: Gathered) -> Iterator[tuple[str, str, int]]:
        base = self._rules.base
        provenance = provenance_quads(lgkg.__version__, len(found.digests), found.input_digest, base)
        for quads in (provenance, vocabulary_quads(IDS, base)):
            yield publishing.QUADS, quads.decode()[:-1], quads.count(b"\n")

    def _manifest(self, found: Gathered, quads: int) -> Manifest:
        told = lgkg.__version__, self._rules.base, len(found.digests), quads, found.input_digest
        return Manifest(*told, self._rules.include_private)


def _kept(frame: DataFrame) -> DataFrame:
    """The same, worked out once: kept on the disks of the executors."""
    from pyspark import StorageLevel

    return frame.persist(StorageLevel.DISK_ONLY)


@contextmanager
def _failing() -> Iterator[None]:
    """Turns what Spark says of a job that it gave up into one of lgkg's errors."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        told = str(error)
        if _OURS in told:
            what, _, remedy = told.rpartition(_OURS)[2].splitlines()[0].partition(". ")
            raise GraphError(what, remedy=remedy) from error
        first = next((line for line in told.splitlines() if line.strip()), type(error).__name__)
        remedy = "See what Spark has logged; LGKG_DEBUG=1 shows the whole error"
        raise EngineError(f"Spark gave up ({first[:_SHOWN]})", remedy=remedy) from error


_OURS = "lgkg.errors.GraphError: "
"""How Python ends the traceback of an executor that met what must not be published."""
_SHOWN = 300


def _ignore(_: object) -> None:
    pass
