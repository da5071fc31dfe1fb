"""A network as a table: one row for each edge and each event on it, as spreadsheets, pandas and Gephi read it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from typing import IO

from lgkg.harmless import cell
from lgkg.iris import web_iri
from lgkg.network.measures import Measures
from lgkg.network.model import Edge, Event, Network, Node, Source

_BETWEEN = " | "
"""What stands between two articles in one cell."""
_EVENT = ("event", "title", "date", "kind", "province", "articles", "links", "passage")
_END = ("", "_name", "_passage", *(f"_{field.name}" for field in fields(Measures)))


def write_edge_list(network: Network, measured: Mapping[str, Measures], file: IO[str]) -> None:
    """Writes the rows as CSV, in the order of the edges, and of the events by day.

    Columns: both ends with IRI, name, the passage that names them there and their measures; the edge's weights; the
    event with title, day, kind, province, the articles that report it, their addresses, and the passage that does. Of
    several passages it is the first by article: all of them would make a file ten times as large.
    """
    node = {node.iri: node for node in network.nodes}
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow((*_columns("source"), *_columns("target"), "weight", "newman", *_EVENT))
    for edge in network.edges:
        for event in edge.events:
            row = _row(edge, event, node, measured)
            writer.writerow([cell(value) if isinstance(value, str) else value for value in row])


def _columns(end: str) -> Iterator[str]:
    return (f"{end}{name}" for name in _END)


def _row(edge: Edge, event: Event, node: Mapping[str, Node], measured: Mapping[str, Measures]) -> list[object]:
    return [
        *_end(node[edge.a], event, measured),
        *_end(node[edge.b], event, measured),
        edge.weight,
        edge.newman,
        event.iri,
        event.title,
        event.day.isoformat() if event.day else "",
        event.kind.en if event.kind else "",
        event.province.th if event.province else "",
        _joined(source.article for source in event.sources),
        _joined(web_iri(source.url) or "" for source in event.sources),
        _passage(event.sources),
    ]


def _end(node: Node, event: Event, measured: Mapping[str, Measures]) -> list[object]:
    told: tuple[Source, ...] = next((one.sources for one in event.appearances if one.person == node.iri), ())
    return [node.iri, node.name, _passage(told), *asdict(measured[node.iri]).values()]


def _joined(texts: Iterable[str]) -> str:
    return _BETWEEN.join(dict.fromkeys(text for text in texts if text))


def _passage(sources: Iterable[Source]) -> str:
    return next((source.passage for source in sources), "")
