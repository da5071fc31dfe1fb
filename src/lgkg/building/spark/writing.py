"""Writes a graph in parts, beside the folder that it is to replace, and puts it in its place.

OUT/
  quads/part-00000.nq.gz …   the graph: each named graph of an article whole in one part
  tables/people/*.parquet …  the tables of `lgkg.columns`
  status/*.json              what became of each article
  waiting.jsonl              pairs of people that wait for a decision
  ledger.jsonl               what was settled about who is who: to be kept
  redactions.jsonl           who and what must not be published, where there is such a list: private
  parts.json                 what made it; written last, so a folder that has one is complete
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from lgkg.building.spark import publishing
from lgkg.building.spark.files import Files
from lgkg.columns import TABLES
from lgkg.errors import GraphError
from lgkg.identity import Ledger, Link
from lgkg.identity.redaction import Redactions
from lgkg.store import LEDGER, REDACTIONS, Manifest

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

PARTS = "parts.json"
QUADS, TABULAR, STATUSES, WAITING = "quads", "tables", "status", "waiting.jsonl"
_OURS = frozenset({PARTS, QUADS, TABULAR, STATUSES, WAITING, LEDGER, REDACTIONS})
_NAMED = 5


class Parts:
    """The folder of a graph in parts.

    Args:
        files: reach it.
        out: the folder.
        here: a folder of this machine for small files.

    Attributes:
        out: its whole address.

    Raises:
        GraphError: it holds other things.
    """

    def __init__(self, files: Files, out: str, here: Path) -> None:
        self._files, self._here = files, here
        self.out = files.address(out).rstrip("/")
        parent, _, name = self.out.rpartition("/")
        self._work, self._old = f"{parent}/.{name}.building", f"{parent}/.{name}.old"
        _check_place(files, self.out)

    def fetched(self, given: str | None, name: str) -> Path:
        """A file of this machine with what a given file has, or else that of this name in the folder, if it is there.

        Raises:
            GraphError: the file that is given is not there.
        """
        if given and not self._files.exists(given):
            raise GraphError("there is no such file", where=given, remedy="Give the file there is")
        self._files.fetch(given or f"{self.out}/{name}", self._here / name)
        return self._here / name

    def write(self, published: DataFrame, outcomes: DataFrame) -> int:
        """Writes quads, tables and statuses anew; tells how many quads there are."""
        from pyspark.sql import functions as f

        self._files.remove(self._work)
        quads = published.where(published.kind == publishing.QUADS)
        quads.select("text").write.option("compression", "gzip").text(f"{self._work}/{QUADS}")
        self._name_parts(f"{self._work}/{QUADS}")
        for table in TABLES:
            publishing.rows(published, table).write.parquet(f"{self._work}/{TABULAR}/{table.name}")
        told = outcomes.select(f.nullif("id", f.lit("")).alias("id"), "origin", "status", "reason").distinct()
        ordered = told.orderBy("id", "origin", "status", "reason")
        ordered.write.option("ignoreNullFields", "false").json(f"{self._work}/{STATUSES}")
        return int(quads.agg(f.sum("size")).collect()[0][0])

    def write_lists(self, ledger: Ledger, redactions: Redactions, waiting: Iterable[Link]) -> None:
        """Writes ledger, redactions and the pairs that wait."""
        links = (json.dumps(asdict(link), ensure_ascii=False) + "\n" for link in waiting)
        (self._here / WAITING).write_text("".join(links), encoding="utf-8")
        ledger.write(self._here / LEDGER)
        (self._here / REDACTIONS).unlink(missing_ok=True)
        redactions.write(self._here / REDACTIONS)
        for name in (WAITING, LEDGER, REDACTIONS):
            if (self._here / name).exists():
                self._files.put(self._here / name, f"{self._work}/{name}")

    def finish(self, manifest: Manifest) -> None:
        """Writes the manifest, and puts what was written in place of what was there."""
        (self._here / PARTS).write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")
        self._files.put(self._here / PARTS, f"{self._work}/{PARTS}")
        self._files.remove(self._old)
        if self._files.exists(self.out):
            self._files.move(self.out, self._old)
        self._files.move(self._work, self.out)
        self._files.remove(self._old)

    def _name_parts(self, folder: str) -> None:
        """Gives parts the names that tell other programs what they hold."""
        parts = [name for name in self._files.names(folder) if name.startswith("part-")]
        for number, name in enumerate(parts):
            self._files.move(f"{folder}/{name}", f"{folder}/part-{number:05}.nq.gz")


def _check_place(files: Files, out: str) -> None:
    names = {name for name in files.names(out) if not name.startswith(".")}
    others = sorted(names - _OURS) if PARTS in names else sorted(names)
    if others:
        raise GraphError(
            f"the folder holds other things than the parts of a graph: {', '.join(others[:_NAMED])}",
            where=out,
            remedy="Give a new or an empty folder",
        )
