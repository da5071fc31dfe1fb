"""What a graph's file holds, graph by graph: it is read as a stream, once to know it and once to send it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import IO

from lgkg.store.damage import broken, reading
from lgkg.store.folder import undisturbed
from lgkg.store.layout import NQUADS
from lgkg.store.manifest import Manifest
from lgkg.store.remote import Statements

_PIECE = 1 << 17
"""Bytes read from the file at a time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the graphs.

    Attributes:
        graph: its IRI, as the store is to know it.
        count: how many triples.
        size: bytes of them as N-Triples.
        digest: of these bytes, in hexadecimal.
    """

    graph: str
    count: int
    size: int
    digest: str


class Contents:
    """The graphs in a folder.

    Args:
        folder: that of a graph. What is open stays readable when another graph takes its place.
        prefix: what takes the place of the graph's base in the names of its graphs; nothing does unless given.

    Attributes:
        manifest: that of the graph.
        file: the graph's file.
        prefix: what the names of all its graphs begin with.

    Raises:
        GraphError: the folder is no graph, or may not be read.
    """

    def __init__(self, folder: Path, prefix: str = "") -> None:
        self.file = folder / NQUADS
        with undisturbed(folder), reading(self.file):
            self.manifest = Manifest.read(folder)
            self._open = self.file.open("rb")
        self.prefix = prefix or self.manifest.base

    def close(self) -> None:
        """Closes the file."""
        self._open.close()

    def entries(self) -> tuple[Entry, ...]:
        """All its graphs, in the order of the file.

        Raises:
            GraphError: the file is damaged.
        """
        found = tuple(_entry(graph, parts) for graph, parts in groupby(self._statements(), lambda part: part.graph))
        if (quads := sum(entry.count for entry in found)) != self.manifest.quads:
            raise broken(self.file, f"it holds {quads:,} quads, not {self.manifest.quads:,}")
        return found

    def statements(self, wanted: Container[str]) -> Iterator[Statements]:
        """The triples of the wanted graphs; a large graph comes in parts. Raises as `entries` does."""
        return (part for part in self._statements() if part.graph in wanted)

    def _statements(self) -> Iterator[Statements]:
        self._open.seek(0)
        with reading(self.file):
            for content in _members(self._open):
                end = content[content.rindex(b" <") :]
                graph = end[2:-4].decode()
                if content.count(end) != content.count(b"\n"):
                    raise broken(self.file, f"a part of it holds other graphs than {graph}")
                yield Statements(
                    f"{self.prefix}{graph.removeprefix(self.manifest.base)}", content.replace(end, b" .\n")
                )


def _entry(graph: str, parts: Iterator[Statements]) -> Entry:
    count, size, digest = 0, 0, hashlib.sha256()
    for part in parts:
        count, size = count + part.count, size + len(part.triples)
        digest.update(part.triples)
    return Entry(graph, count, size, digest.hexdigest())


def _members(file: IO[bytes]) -> Iterator[bytes]:
    """The members of a gzip file, each of which lgkg writes for one graph, or a part of one; empty ones left out."""
    rest = file.read(_PIECE)
    while rest:
        member, content = zlib.decompressobj(wbits=31), []
        while not member.eof:
            if not rest and not (rest := file.read(_PIECE)):
                raise EOFError("it ends before its end")
            content.append(member.decompress(rest))
            rest = member.unused_data
        if whole := b"".join(content):
            yield whole
        rest = rest or file.read(_PIECE)
