"""Scores pairs of people with Splink on DuckDB: in memory, single-threaded, offline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, get_type_hints

from lgkg.identity.linkage.features import Context
from lgkg.identity.linkage.model import Level, comparisons, settings
from lgkg.identity.linkage.names import Names

if TYPE_CHECKING:
    from splink import SplinkDataFrame


_ALONE: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""DuckDB's settings: one thread, so that sums do not depend on the order of work, and nothing fetched."""
_TYPES = {
    str: "VARCHAR",
    str | None: "VARCHAR",
    int | None: "BIGINT",
    bool: "BOOLEAN",
    list[str]: "VARCHAR[]",
}


class Compared(NamedTuple):
    """A person as the backend has it.

    Attributes:
        id: the person's id.
        among: whether pairs with this person are wanted.
        blocks: only people with a block in common are compared.
        name, context: the columns that the model compares.
    """

    id: str
    among: bool
    blocks: list[str]
    name: Names
    context: Context


class Scored(NamedTuple):
    """A pair: its ids in order, how probable it is that they are one, and the levels that were found."""

    a: str
    b: str
    score: float
    levels: tuple[Level, ...]


def score(people: Sequence[Compared], least: float) -> list[Scored]:
    """The pairs that share a block and score `least` or more, in no order."""
    from splink import Linker

    linker = Linker(_database(people), settings("duckdb"), log_level=None, validate_settings=False)
    found = linker.inference.predict(threshold_match_probability=least, warning_mode="never")
    levels = ", ".join(f"gamma_{name}" for name in comparisons())
    pairs = found.as_duckdbpyrelation().project(f"id_l, id_r, match_probability, {levels}").fetchall()
    return [Scored(min(a, b), max(a, b), chance, _levels(found)) for a, b, chance, *found in pairs]


def _levels(found: Sequence[int]) -> tuple[Level, ...]:
    """Splink numbers levels from the last, which is 0, without those where nothing is known, which are -1."""
    return tuple(
        [level for level in levels if level.m is not None][-1 - number]
        for levels, number in zip(comparisons().values(), found, strict=True)
        if number >= 0
    )


def _database(people: Sequence[Compared]) -> SplinkDataFrame:
    """A database in memory that holds the people, a column a feature."""
    import duckdb
    from splink.backends.duckdb import DuckDBAPI

    connection = duckdb.connect(":memory:", config=dict(_ALONE))
    rows = ((one.id, one.among, one.blocks, *one.name, *one.context) for one in people)
    columns = ", ".join(f"unnest(?::{kind}[]) AS {name}" for name, kind in _columns().items())
    connection.execute(f"CREATE TABLE people AS SELECT {columns}", [list(column) for column in zip(*rows, strict=True)])
    return DuckDBAPI(connection).register("people")


def _columns() -> dict[str, str]:
    """The columns and their SQL types."""
    hints = get_type_hints(Compared) | get_type_hints(Names) | get_type_hints(Context)
    names = ("id", "among", "blocks", *Names._fields, *Context._fields)
    return {name: _TYPES[hints[name]] for name in names}
