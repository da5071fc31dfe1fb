"""A graph's file read from front to back: article by article, then who is known by which id.

The file is sorted by graph, and what it says of each article stands together; so two files can be compared in one pass
that holds one article of each.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from lgkg.errors import GraphError
from lgkg.rdf import entities_iri
from lgkg.rdf.terms import PREF_LABEL, term
from lgkg.store import NQUADS, Manifest

REPLACED = term("dcterms:isReplacedBy")


class Line(NamedTuple):
    """A statement, its terms as the file writes them, with ids in place of the addresses of this graph."""

    subject: str
    predicate: str
    object: str


class Quads:
    """The file of a graph.

    Args:
        folder: the graph's folder.

    Raises:
        GraphError: the folder is missing or is no graph.
    """

    def __init__(self, folder: Path) -> None:
        self._path, self._base = folder / NQUADS, Manifest.read(folder).base

    def articles(self) -> Iterator[tuple[str, list[Line]]]:
        """The id of each article's graph, `article/d01`, and what it says; sorted by id."""
        for graph, lines in groupby(self._split(), lambda found: found[1]):
            if graph.startswith("<article/"):
                yield graph[1:-1], [line for line, _ in lines]

    def people(self) -> Iterator[tuple[str, str, str]]:
        """Each person's id, preferred name, and the id that the person is known by instead; one of them is empty."""
        entities = f"<{entities_iri('')}>"
        for line, graph in self._split(f"<{self._base}person/".encode()):
            if graph == entities and line.predicate == PREF_LABEL:
                yield line.subject[1:-1], text(line.object), ""
            elif graph == entities and line.predicate == REPLACED:
                yield line.subject[1:-1], "", line.object[1:-1]

    def _split(self, beginning: bytes = b"") -> Iterator[tuple[Line, str]]:
        base = f"<{self._base}"
        try:
            with gzip.open(self._path, "rb") as lines:
                for told in lines:
                    if told.startswith(beginning):
                        subject, predicate, rest = told.decode().split(" ", 2)
                        found, graph, _ = rest.rsplit(" ", 2)
                        yield (
                            Line(_short(subject, base), predicate, _short(found, base)),
                            _short(graph, base),
                        )
        except (OSError, EOFError, ValueError) as error:
            raise GraphError(
                f"it is damaged ({error})", where=str(self._path), remedy="Build the graph again"
            ) from error


def text(literal: str) -> str:
    """What a literal says."""
    (triple,) = ox.parse(f"<x:x> <x:x> {literal} .", ox.RdfFormat.N_TRIPLES)
    return triple.object.value if isinstance(triple.object, ox.Literal) else str(triple.object)


def _short(told: str, base: str) -> str:
    return f"<{told[len(base) :]}" if told.startswith(base) else told
