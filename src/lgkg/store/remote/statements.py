"""Statements on their way to a store: the triples of one graph as canonical N-Triples, cut, renamed, made quads.

All of it is done to whole lines at once; a line of canonical N-Quads ends in its graph, and no line feed is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statements:
    """Some triples of a named graph.

    Attributes:
        graph: its IRI.
        triples: canonical N-Triples, whole lines.
    """

    graph: str
    triples: bytes

    @property
    def count(self) -> int:
        """How many triples."""
        return self.triples.count(b"\n")

    @property
    def size(self) -> int:
        """Its bytes as quads."""
        return len(self.triples) + self.count * self._named

    @property
    def _named(self) -> int:
        return len(f" <{self.graph}>".encode())

    def quads(self) -> bytes:
        """The same as canonical N-Quads."""
        return self.triples.replace(b" .\n", f" <{self.graph}> .\n".encode())

    def cut(self, most_bytes: int, most_lines: int) -> Iterator[Statements]:
        """The same in parts that are no larger than this as quads, if each line is not."""
        if self.size <= most_bytes and self.count <= most_lines:
            yield self
            return
        for part in _cut(self.triples.splitlines(keepends=True), most_bytes, most_lines, self._named):
            yield Statements(self.graph, part)


def inserting(parts: Iterable[Statements]) -> bytes:
    """A SPARQL update that adds the statements to their graphs."""
    groups = (b"GRAPH <%s> {\n%s}\n" % (part.graph.encode(), _in_sparql(part.triples)) for part in parts)
    return b"INSERT DATA {\n%s}" % b"".join(groups)


def _in_sparql(triples: bytes) -> bytes:
    r"""N-Triples as SPARQL reads them.

    SPARQL turns `\u0041` into a letter before it looks at anything else, and some engines also where the backslash is
    escaped itself: `\\u0041` is written `\\\u0075` and `0041`, which is the same to all of them.
    """
    if b"\\\\u" not in triples and b"\\\\U" not in triples:
        return triples
    return _ESCAPES.sub(lambda found: found[0] if not found[1] else b"\\\\\\u%04X" % ord(found[1]), triples)


def _cut(lines: list[bytes], most_bytes: int, most_lines: int, named: int) -> Iterator[bytes]:
    first, size = 0, 0
    for at, line in enumerate(lines):
        longer = len(line) + named
        if at > first and (size + longer > most_bytes or at - first >= most_lines):
            yield b"".join(lines[first:at])
            first, size = at, 0
        size += longer
    yield b"".join(lines[first:])


_ESCAPES = re.compile(rb"\\\\([uU])|\\.", re.DOTALL)
