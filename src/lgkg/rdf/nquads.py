"""Writes canonical N-Quads as text: sorted, unique lines, one spelling for every term.

The form is that of RDF Dataset Canonicalization (https://www.w3.org/TR/rdf-canon/, section "Canonical N-Quads")
with, as RDF 1.2 adds, U+FFFE and U+FFFF escaped: single spaces, escapes only where they must be, everything else
as it is. Numbers are written as the embedded store gives them back (`0.9`, never `0.90`), so that file and store
tell the same.

    >>> literal('บอกว่า "ดี"')
    '"บอกว่า \\\\"ดี\\\\""'
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time
from typing import Final

from lgkg.rdf.terms import XSD

_SHORT: Final = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_LONG: Final = [*map(chr, range(0x20)), "\x7f", "\ufffe", "\uffff"]
_ESCAPES: Final = {letter: f"\\u{ord(letter):04X}" for letter in _LONG} | _SHORT
_SURROGATES: Final = chr(0xD800) + "-" + chr(0xDFFF)
_ODD: Final = re.compile(f"[{_SURROGATES}{re.escape(''.join(_ESCAPES))}]")


def literal(text: str) -> str:
    """A plain string. A lone surrogate, which no file may hold, becomes U+FFFD, one code point for one."""
    return f'"{_escaped(text)}"'


def thai(text: str) -> str:
    """A string in Thai: `"ระยอง"@th`."""
    return f'"{_escaped(text)}"@th'


def english(text: str) -> str:
    """A string in English: `"Rayong"@en`."""
    return f'"{_escaped(text)}"@en'


def integer(number: int) -> str:
    """A whole number."""
    return f'"{number}"^^<{XSD}integer>'


def decimal(number: float) -> str:
    """A number rounded to two digits, without trailing zeros."""
    return f'"{number:.2f}'.rstrip("0").rstrip(".") + f'"^^<{XSD}decimal>'


def day(when: date) -> str:
    """A date: the day alone, also of a `datetime`."""
    return f'"{date.isoformat(when)}"^^<{XSD}date>'


def clock(when: time) -> str:
    """A time of day to the second, without zone."""
    return f'"{when:%H:%M:%S}"^^<{XSD}time>'


def true() -> str:
    """The boolean that is true."""
    return f'"true"^^<{XSD}boolean>'


class Block:
    """The quads of one named graph.

    Args:
        graph: the graph's term, `<https://…>`.
    """

    def __init__(self, graph: str) -> None:
        self._end = f" {graph} .\n"
        self._said: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, subject: str, predicate: str, obj: str) -> None:
        """Adds a statement; one that is there already changes nothing."""
        self._said[subject].add(f"{predicate} {obj}")

    def add_all(self, statements: Iterable[tuple[str, str, str]]) -> None:
        """Adds several statements."""
        for statement in statements:
            self.add(*statement)

    def canonical(self) -> bytes:
        """The lines in UTF-8, sorted by code point, each ending in a line feed."""
        # A subject holds no space, so that sorting subjects, and what is said of each, sorts the lines.
        return "".join([self._lines(subject) for subject in sorted(self._said)]).encode()

    def _lines(self, subject: str) -> str:
        between = f"{self._end}{subject} "
        return f"{subject} {between.join(sorted(self._said[subject]))}{self._end}"


def _escaped(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return _ODD.sub(lambda odd: _ESCAPES.get(odd[0], "\ufffd"), text)
