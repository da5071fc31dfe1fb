"""The rows of the tables, from canonical N-Quads.

>>> list(rows_of(b"", "https://example.org/"))
[]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeAlias

from lgkg.columns.schema import TABLES, Column, From, Kind, Table
from lgkg.rdf import entities_iri
from lgkg.rdf.lines import Line, lines_of
from lgkg.rdf.terms import EVIDENCE, TYPE, term

Row: TypeAlias = dict[str, Any]
_Said: TypeAlias = Mapping[str, Sequence[Line]]
"""What is said of one thing: property -> statements, sorted."""


def rows_of(quads: bytes, base: str) -> Iterator[tuple[str, Row]]:
    """The rows that graphs come to, each with the name of its table, in the order of the quads.

    Args:
        quads: canonical N-Quads of whole graphs of articles, or of a part of the entities graph that has all of
            whatever it is about; other graphs come to no rows.
        base: what is written before every id.
    """
    common = f"<{entities_iri(base)}>"
    for subject, said in _by_subject(quads):
        graph = next(iter(said.values()))[0].graph
        for table in _tables(graph == common, frozenset(line.object for line in said.get(TYPE, ()))):
            if table.classes or term(table.columns[-1].terms[0]) in said:
                yield table.name, {column.name: _cell(column, table, subject, said, base) for column in table.columns}


def _by_subject(quads: bytes) -> Iterator[tuple[str, _Said]]:
    for (subject, _), lines in groupby(lines_of(quads), key=attrgetter("subject", "graph")):
        said: defaultdict[str, list[Line]] = defaultdict(list)
        for line in lines:
            said[line.predicate].append(line)
        yield subject, said


@cache
def _tables(common: bool, classes: frozenset[str]) -> tuple[Table, ...]:
    if common:
        return tuple(table for table in TABLES if table.common)
    return tuple(table for table in TABLES if not classes.isdisjoint(map(term, table.classes)))


def _cell(column: Column, table: Table, subject: str, said: _Said, base: str) -> Any:
    lines = [line for name in column.terms for line in said.get(term(name), ())]
    match column.source:
        case From.SUBJECT:
            return _id(subject, base)
        case From.ARTICLE:
            return _id(next(iter(said.values()))[0].graph, base)
        case From.CLASS:
            return _class(said, table)
        case From.START | From.END:
            return _offset(said, column.source is From.END)
        case From.THING:
            return _all_or_first(column, [_id(line.object, base) for line in lines])
        case From.NAME:
            return _all_or_first(column, [_last_part(line.object) for line in lines])
        case From.OTHERS:
            first = said.get(term(column.terms[0]), ())[:1]
            return sorted({_literal(line) for line in lines} - {_literal(line) for line in first})
        case From.VALUE:
            return _all_or_first(column, [_literal(line) for line in lines if not line.object.endswith('"@en')])


def _all_or_first(column: Column, found: list[str]) -> Any:
    if column.kind is Kind.TEXTS:
        return found
    if column.kind is Kind.FLAG:
        return bool(found)
    return _PYTHON[column.kind](found[0]) if found else None


_PYTHON: dict[Kind, Callable[[str], Any]] = {Kind.TEXT: str, Kind.DAY: str, Kind.INTEGER: int, Kind.NUMBER: float}


def _id(node: str, base: str) -> str:
    return node[1:-1].removeprefix(base)


def _last_part(node: str) -> str:
    return node[1:-1].rpartition("#" if "#" in node else "/")[2]


def _literal(line: Line) -> str:
    """The text of a literal, also of a number or a day; of a web address itself."""
    if line.object.startswith("<"):
        return line.object[1:-1]
    text = line.text
    return line.object[1 : line.object.rindex('"')] if text is None else text


def _class(said: _Said, table: Table) -> str:
    """The class of a thing: the one that says more than the table, where there is one."""
    found = [line.object for line in said[TYPE]]
    telling = [kind for kind in found if kind != term(table.classes[0])]
    return _last_part((telling or found)[0])


def _offset(said: _Said, end: bool) -> int | None:
    """Where the first passage begins or ends, which its id tells: `…#char=12,40`."""
    spans = [line.object[1:-1].rpartition("#char=")[2].split(",") for line in said.get(EVIDENCE, ())]
    return min((int(start), int(stop)) for start, stop in spans)[end] if spans else None
