"""Reads canonical N-Quads, as `lgkg.rdf.nquads` writes them, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lgkg.rdf.nquads import literal
from lgkg.rdf.terms import term

_ESCAPED = re.compile(r"\\(?:u([0-9A-F]{4})|(.))")
_PLAIN = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


class Line(NamedTuple):
    """A statement: its terms as they are written, with angle brackets or quotation marks."""

    subject: str
    predicate: str
    object: str
    graph: str

    @property
    def text(self) -> str | None:
        """The text of a literal without datatype, in whichever language; None if the object is none."""
        end = self.object.rfind('"')
        if end < 1 or self.object[0] != '"' or self.object.startswith("^^", end + 1):
            return None
        return _ESCAPED.sub(_unescaped, self.object[1:end])

    def saying(self, text: str) -> Line:
        """The same with another text in its literal."""
        return self._replace(object=literal(text) + self.object[self.object.rindex('"') + 1 :])

    def written(self) -> str:
        """The line, with its line feed."""
        return f"{self.subject} {self.predicate} {self.object} {self.graph} .\n"


def lines_of(quads: bytes) -> Iterator[Line]:
    """The statements of canonical N-Quads, in their order."""
    for line in quads.decode().split("\n")[:-1]:  # other ends of lines may stand inside literals
        subject, predicate, rest = line.split(" ", 2)
        thing, graph, _ = rest.rsplit(" ", 2)
        yield Line(subject, predicate, thing, graph)


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else _PLAIN.get(escape[2], escape[2])


def said(quads: bytes) -> str:
    """All that canonical N-Quads say in words, in one text: literals, and web addresses with their letters decoded."""
    texts = (text.decode() for text in _LITERAL.findall(quads))
    addresses = (unquote(address.decode()) for address in _SOURCE.findall(quads))
    return "|".join((_ESCAPED.sub(_unescaped, "|".join(texts)), *addresses))


_LITERAL = re.compile(rb' "((?:[^"\\]|\\.)*)"')
_SOURCE = re.compile(re.escape(f" {term('dcterms:source')} ".encode()) + rb"<([^>]*)>")
