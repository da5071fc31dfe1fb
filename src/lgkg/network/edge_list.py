"""A network as a table: one row for each edge and each event on it, as spreadsheets, pandas and Gephi read it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import IO

from lgkg.harmless import cell
from lgkg.iris import web_iri
from lgkg.network.measures import Measures
from lgkg.network.model import Edge, Event, Network, Node

_BETWEEN = " | "
"""What stands between two articles or passages in one cell."""
_END = ("", "_name", *(f"_{field.name}" for field in fields(Measures)))
_COLUMNS = (
    *(f"{end}{name}" for end in ("source", "target") for name in _END),
    *("weight", "newman", "event", "title", "date", "kind", "province", "articles", "links", "passages"),
)


def write_edge_list(network: Network, measured: Mapping[str, Measures], file: IO[str]) -> None:
    """Writes the rows as CSV, in the order of the edges, and of the events by day.

    Columns: both ends with IRI, name and measures; the edge's weights; the event with title, day, kind and province;
    the articles that report it, their addresses, and the passages that say that both took part, or else of the event.
    """
    node = {node.iri: node for node in network.nodes}
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for edge in network.edges:
        ends = [*_end(node[edge.a], measured), *_end(node[edge.b], measured), edge.weight, edge.newman]
        for event in edge.events:
            row = [*ends, *_event(edge, event)]
            writer.writerow([cell(value) if isinstance(value, str) else value for value in row])


def _end(node: Node, measured: Mapping[str, Measures]) -> list[object]:
    return [node.iri, node.name, *asdict(measured[node.iri]).values()]


def _event(edge: Edge, event: Event) -> list[str]:
    return [
        event.iri,
        event.title,
        event.day.isoformat() if event.day else "",
        event.kind.en if event.kind else "",
        event.province.th if event.province else "",
        _joined(source.article for source in event.sources),
        _joined(web_iri(source.url) or "" for source in event.sources),
        _joined(_passages(edge, event)),
    ]


def _passages(edge: Edge, event: Event) -> list[str]:
    told = {one.person: one.sources for one in event.appearances}
    sources = [*told.get(edge.a, ()), *told.get(edge.b, ())] or event.sources
    return [source.passage for source in sources]


def _joined(texts: Iterable[str]) -> str:
    return _BETWEEN.join(dict.fromkeys(text for text in texts if text))
