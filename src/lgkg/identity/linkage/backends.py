"""Where the model runs: on DuckDB, in this process, or on Spark. The settings and the scores are the same.

Neither backend gets functions that its engine lacks: Splink's own for Spark come in a Java archive, and nothing of them
is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Protocol

from lgkg.identity.linkage.compared import Compared, by_column, columns

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection
    from pyspark.sql import SparkSession
    from splink import SplinkDataFrame


class Backend(Protocol):
    """An engine that Splink runs on; `dialect` is what Splink calls its SQL."""

    @property
    def dialect(self) -> str: ...

    def table(self, people: Iterable[Compared]) -> SplinkDataFrame:
        """The people as a table, a column a feature; there is at least one."""
        ...

    def rows(self, found: SplinkDataFrame, wanted: Sequence[str]) -> Iterable[Sequence[Any]]:
        """The rows of a table, of each the columns that are wanted, in no order."""
        ...


class DuckDb:
    """DuckDB: in memory, single-threaded, so that sums do not depend on the order of work, and nothing fetched."""

    dialect = "duckdb"
    _connection: DuckDBPyConnection

    def table(self, people: Iterable[Compared]) -> SplinkDataFrame:
        """The people in a database of their own."""
        import duckdb
        from splink.backends.duckdb import DuckDBAPI

        self._connection = connection = duckdb.connect(":memory:", config=dict(_ALONE))
        told = ", ".join(f"unnest(?::{_DUCKDB[kind]}[]) AS {name}" for name, kind in columns().items())
        write = f"CREATE TABLE people AS SELECT {told}"
        for some in _batches(people):
            connection.execute(write, by_column(some))
            write = f"INSERT INTO people SELECT {told}"
        return DuckDBAPI(connection).register("people")

    def rows(self, found: SplinkDataFrame, wanted: Sequence[str]) -> Iterable[Sequence[Any]]:
        """The rows of a table, after which the database is let go: Splink's own circles would hold it for long."""
        rows: list[tuple[Any, ...]] = found.as_duckdbpyrelation().project(", ".join(wanted)).fetchall()
        self._connection.close()
        return rows


class Spark:
    """Spark: pairs are found and compared on its executors; the people are sent there, and the pairs come back.

    Args:
        session: is left as it is; Splink's views and settings are those of one beside it.
    """

    dialect = "spark"

    def __init__(self, session: SparkSession) -> None:
        self._session = session.newSession()
        parts = "spark.sql.shuffle.partitions"
        self._session.conf.set(parts, str(session.conf.get(parts)))
        # Of the comparisons Spark would write one method, which is larger than Java takes.
        self._session.conf.set("spark.sql.codegen.wholeStage", "false")

    def table(self, people: Iterable[Compared]) -> SplinkDataFrame:
        """The people as a data frame of the session."""
        from splink.backends.spark import SparkAPI

        frame = self._session.createDataFrame(_arrow(list(people)))
        make: Any = SparkAPI  # which tells no types
        api = make(spark_session=self._session, break_lineage_method="persist", register_udfs_automatically=False)
        table: SplinkDataFrame = api.register(frame)
        return table

    def rows(self, found: SplinkDataFrame, wanted: Sequence[str]) -> Iterable[Sequence[Any]]:
        """The rows of a table, after which all that Splink keeps is let go."""
        rows: list[tuple[Any, ...]] = found.as_spark_dataframe().select(*wanted).collect()
        for view in self._session.sql("SHOW VIEWS").collect():
            if view.isTemporary:
                self._session.table(view.viewName).unpersist()
                self._session.catalog.dropTempView(view.viewName)
        return rows


def _batches(people: Iterable[Compared]) -> Iterator[list[Compared]]:
    """People by the thousand, so that memory does not hold all of them beside the table."""
    rest = iter(people)
    while some := list(islice(rest, _BATCH)):
        yield some


def _arrow(people: Sequence[Compared]) -> pa.Table:
    import pyarrow as pa

    kinds = {
        str: pa.string(),
        str | None: pa.string(),
        int | None: pa.int64(),
        bool: pa.bool_(),
        list[str]: pa.list_(pa.string()),
    }
    schema = pa.schema([(name, kinds[kind]) for name, kind in columns().items()])
    arrays = [pa.array(held, field.type) for held, field in zip(by_column(people), schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


_BATCH = 2_000
_ALONE: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_DUCKDB = {
    str: "VARCHAR",
    str | None: "VARCHAR",
    int | None: "BIGINT",
    bool: "BOOLEAN",
    list[str]: "VARCHAR[]",
}
