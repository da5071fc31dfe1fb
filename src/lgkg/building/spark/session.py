"""A session of Spark: the one that runs already, or one that is started and stopped again."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from lgkg.errors import EngineError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_NEEDED = ("pyspark", "pandas", "pyarrow")
_PARTITIONS_A_CORE = 4
"""Parts of a shuffle for each core of a local session: enough that all cores end together."""
_BATCH = 256
"""Articles that travel between Java and Python at once; each is some ten kilobytes."""


@contextmanager
def spark_session(master: str | None = None) -> Generator[SparkSession, None, None]:
    """A session for the block.

    Args:
        master: where Spark runs, as in `local[2]`, `yarn`, `spark://host:7077`; None for what `spark-submit` or Spark's
            own settings say, which is this machine where they say nothing.

    Raises:
        EngineError: pyspark or Java is missing, Spark cannot be started with that master, or runs with another.
    """
    _check_installed()
    from pyspark.sql import SparkSession

    if active := SparkSession.getActiveSession():
        if master not in (None, active.sparkContext.master):
            running = active.sparkContext.master
            raise EngineError(f"Spark runs already, with master {running!r}", remedy="Stop it, or give its master")
        yield active
        return
    session = _started(master)
    try:
        yield session
    finally:
        session.stop()


def _check_installed() -> None:
    missing = [name for name in _NEEDED if not find_spec(name)]
    if missing:
        what = f"{', '.join(missing)} is missing, which the Spark engine needs"
        raise EngineError(what, remedy="Install it with: pip install 'lgkg[spark]'")
    home = os.environ.get("JAVA_HOME")
    java = Path(home, "bin", "java").exists() if home else shutil.which("java")
    if not java:
        where = f"JAVA_HOME={home}" if home else ""
        remedy = "Install Java 17 or later (on Debian: apt install default-jre-headless), or set JAVA_HOME"
        raise EngineError("there is no Java, which Spark runs on", where=where, remedy=remedy)


def _started(master: str | None) -> SparkSession:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("lgkg")
    if master:
        builder = builder.master(master)
    here = _is_here(master)
    if here:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    for name, value in (_ALWAYS | (_HERE if here else {})).items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:
        raise _not_started(master, error) from error
    session.sparkContext.setLogLevel("ERROR")
    if str(session.sparkContext.master).startswith("local"):
        _suit_one_machine(session)
    return session


def _is_here(master: str | None) -> bool:
    """Whether Spark is to run on this machine: also where nothing says anything, but not under `spark-submit`."""
    return master.startswith("local") if master else "PYSPARK_GATEWAY_PORT" not in os.environ


def _suit_one_machine(session: SparkSession) -> None:
    """Parts for the cores there are, and no compiling of code, which pays where data are large."""
    parts = "spark.sql.shuffle.partitions"
    if not session.sparkContext.getConf().contains(parts):
        session.conf.set(parts, str(session.sparkContext.defaultParallelism * _PARTITIONS_A_CORE))
    session.conf.set("spark.sql.codegen.wholeStage", "false")
    session.conf.set("spark.sql.codegen.factoryMode", "NO_CODEGEN")


def _not_started(master: str | None, error: Exception) -> EngineError:
    java = getattr(error, "java_exception", None)
    told = str(java.toString() if java else error).strip().splitlines()
    what = f"Spark could not be started ({told[0] if told else type(error).__name__})"
    return EngineError(what, where=f"master {master}" if master else "", remedy=_MASTERS)


_ALWAYS = {"spark.sql.execution.arrow.maxRecordsPerBatch": str(_BATCH)}
_HERE = {
    "spark.driver.host": "localhost",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
"""Spark on this machine listens to this machine alone."""
_MASTERS = (
    "Give a master that is there, as --master 'local[2]', yarn or spark://host:7077, and see what Spark has logged"
)
