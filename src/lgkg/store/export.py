"""Writes a graph as one file, in the formats that other programs read; the same graph gives the same bytes."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Mapping
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from lgkg.rdf.jsonld import compacted, context
from lgkg.store.damage import broken, reading
from lgkg.store.disk import writing_whole
from lgkg.store.embedded import open_store
from lgkg.store.folder import undisturbed
from lgkg.store.layout import NQUADS, STORE


class ExportFormat(StrEnum):
    """What a graph can be written as."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    PARQUET = "parquet"
    """Tables, which `lgkg.columns` writes."""


def export(graph: Path, form: ExportFormat, target: Path, prefixes: Mapping[str, str]) -> None:
    """Writes the graph in the folder `graph` to the file `target`, gzipped if its name ends in `.gz`.

    N-Quads, TriG and JSON-LD keep the named graphs; Turtle has the merge of all. Everything is streamed, and the file
    appears when it is complete.

    Raises:
        GraphError: the target cannot be written, the disk is full, or the graph is damaged.
    """
    part = graph / (STORE if form is ExportFormat.TURTLE else NQUADS)
    with writing_whole(target) as out, reading(part):
        match form:
            case ExportFormat.NQUADS:
                with _quads(graph) as lines:
                    shutil.copyfileobj(lines, out, 1 << 20)
            case ExportFormat.TRIG:
                _trig(graph, out, prefixes)
            case ExportFormat.JSONLD:
                _jsonld(graph, out)
            case ExportFormat.TURTLE:
                with undisturbed(graph):
                    store = open_store(part)
                store.dump(out, ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph(), prefixes=dict(prefixes))


def check_quads(graph: Path, quads: int) -> None:
    """Reads the file of N-Quads to its end.

    Raises:
        GraphError: it is damaged, or holds more or less than `quads`.
    """
    with reading(graph / NQUADS), _quads(graph) as lines:
        found = sum(part.count(b"\n") for part in iter(lambda: lines.read(1 << 20), b""))
    if found != quads:
        raise broken(graph / NQUADS, f"it holds {found:,} quads, not {quads:,}")


def _quads(graph: Path) -> gzip.GzipFile:
    with undisturbed(graph):
        return gzip.open(graph / NQUADS)


def _trig(graph: Path, out: IO[bytes], prefixes: Mapping[str, str]) -> None:
    with _quads(graph) as lines:
        ox.serialize(_parsed(lines), out, ox.RdfFormat.TRIG, prefixes=dict(prefixes))


def _jsonld(graph: Path, out: IO[bytes]) -> None:
    """A document in the words of the ontology's context, which it carries; a thing a line."""
    out.write(f'{{"@context": {_json(context())},\n"@graph": ['.encode())
    with _quads(graph) as lines:
        for number, (name, quads) in enumerate(groupby(_parsed(lines), lambda quad: quad.graph_name)):
            out.write(
                f'{"," if number else ""}\n{{"@id": {_json(cast(ox.NamedNode, name).value)}, "@graph": ['.encode()
            )
            for at, node in enumerate(compacted(quads)):
                out.write(f"{',' if at else ''}\n{_json(node)}".encode())
            out.write(b"\n]}")
    out.write(b"\n]}\n")


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)


def _parsed(lines: gzip.GzipFile) -> ox.QuadParser:
    return ox.parse(cast(IO[bytes], lines), ox.RdfFormat.N_QUADS, lenient=True)
