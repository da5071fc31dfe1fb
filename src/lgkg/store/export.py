"""Writes a graph as one file, in the formats that other programs read; the same graph gives the same bytes."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from lgkg.store.disk import writing_whole
from lgkg.store.embedded import open_store
from lgkg.store.layout import NQUADS, STORE


class ExportFormat(StrEnum):
    """What a graph can be written as."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"


def export(graph: Path, form: ExportFormat, target: Path, prefixes: Mapping[str, str]) -> None:
    """Writes the graph in the folder `graph` to the file `target`, gzipped if its name ends in `.gz`.

    N-Quads, TriG and JSON-LD keep the named graphs; Turtle has the merge of all. Everything is streamed, and the file
    appears when it is complete.

    Raises:
        GraphError: the target cannot be written, or the disk is full.
    """
    with writing_whole(target) as out:
        match form:
            case ExportFormat.NQUADS:
                with gzip.open(graph / NQUADS) as lines:
                    shutil.copyfileobj(lines, out, 1 << 20)
            case ExportFormat.TRIG:
                _translate(graph, out, ox.RdfFormat.TRIG, prefixes)
            case ExportFormat.JSONLD:
                _translate(graph, out, ox.RdfFormat.JSON_LD, prefixes)
            case ExportFormat.TURTLE:
                store = open_store(graph / STORE)
                store.dump(out, ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph(), prefixes=dict(prefixes))


def _translate(graph: Path, out: IO[bytes], form: ox.RdfFormat, prefixes: Mapping[str, str]) -> None:
    with gzip.open(graph / NQUADS) as lines:
        quads = ox.parse(cast(IO[bytes], lines), ox.RdfFormat.N_QUADS, lenient=True)
        ox.serialize(quads, out, form, prefixes=dict(prefixes))
