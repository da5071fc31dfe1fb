"""Writes a network for other programs: Gephi, networkx, pandas, a page of one's own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lgkg.errors import GraphError
from lgkg.harmless import xml
from lgkg.network.edge_list import write_edge_list
from lgkg.network.measures import Measures, measures
from lgkg.network.model import Event, Network, Node
from lgkg.store.disk import writing_whole

if TYPE_CHECKING:
    import networkx


def export(network: Network, path: str | PathLike[str], measured: Mapping[str, Measures] | None = None) -> None:
    """Writes a network to a file, in the format that its name ends in, gzipped if `.gz` follows.

    | ending | format |
    |---|---|
    | `.gexf` | GEXF 1.2, dynamic: nodes and edges have the days of their events as spells, for Gephi's timeline |
    | `.graphml` | GraphML, an edge with the days of its first and last event |
    | `.csv` | edge list, a row an edge and event, with the passages; see `edge_list` |
    | `.json` | node-link JSON as networkx reads it, the events once beside it |

    Nodes have their measures everywhere. The same network gives the same bytes.

    Args:
        network: what to write; passages are there if it was described (see `describe`).
        path: the file.
        measured: measures to write, if not those of this network: of one that it was cut from.

    Raises:
        GraphError: the name has another ending, or the file cannot be written.
    """
    path = Path(path)
    write = _FORMATS[ending(path)]
    content = write(network, measures(network) if measured is None else measured)
    with writing_whole(path) as file:
        file.write(content.encode("utf-8", "replace"))


def ending(path: Path) -> str:
    """What the format of a file is told by: `.gexf` of `out/demo.gexf.gz`.

    Raises:
        GraphError: no format has this ending.
    """
    found = Path(path.name.removesuffix(".gz")).suffix.lower()
    if found in _FORMATS:
        return found
    endings = ", ".join(_FORMATS)
    raise GraphError("no format has this ending", where=str(path), remedy=f"Give a file that ends in {endings}")


def _gexf(network: Network, measured: Mapping[str, Measures]) -> str:
    from xml.etree.ElementTree import tostring

    from networkx.readwrite.gexf import GEXFWriter

    graph = _measured(network, measured)
    graph.graph["mode"] = "dynamic"
    attended = _attended(network)
    for node in network.nodes:
        graph.nodes[node.iri].update(label=xml(node.name), spells=_spells(attended[node.iri]))
    for edge in network.edges:
        graph.edges[edge.a, edge.b]["spells"] = _spells(edge.events)
    written = GEXFWriter(graph).xml
    written.find("meta").attrib.clear()  # the day of writing
    return _declared(tostring(written, "unicode"))


def _graphml(network: Network, measured: Mapping[str, Measures]) -> str:
    from networkx.readwrite.graphml import GraphMLWriter

    graph = _measured(network, measured)
    for edge in network.edges:
        days = [event.day.isoformat() for event in edge.events if event.day]
        graph.edges[edge.a, edge.b].update(first=min(days, default=""), last=max(days, default=""))
    return _declared(str(GraphMLWriter(graph)))


def _csv(network: Network, measured: Mapping[str, Measures]) -> str:
    file = io.StringIO(newline="")
    write_edge_list(network, measured, file)
    return file.getvalue()


def _json(network: Network, measured: Mapping[str, Measures]) -> str:
    import networkx

    graph = _measured(network, measured)
    graph.graph["events"] = {event.iri: _event(event) for event in network.events}
    for edge in network.edges:
        graph.edges[edge.a, edge.b]["events"] = [event.iri for event in edge.events]
    return json.dumps(networkx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1) + "\n"


_FORMATS: dict[str, Callable[[Network, Mapping[str, Measures]], str]] = {
    ".gexf": _gexf,
    ".graphml": _graphml,
    ".csv": _csv,
    ".json": _json,
}


def _measured(network: Network, measured: Mapping[str, Measures]) -> networkx.Graph:
    """What all of networkx's writers can write: nodes and edges with texts that XML can hold, and numbers."""
    graph = network.to_networkx()
    for node in network.nodes:
        graph.nodes[node.iri].update(_node(node), **asdict(measured[node.iri]))
    for edge in network.edges:
        del graph.edges[edge.a, edge.b]["events"]
    return graph


def _node(node: Node) -> dict[str, str]:
    province = node.province.th if node.province else ""
    return {"name": xml(node.name), "kind": node.kind.value, "sector": node.sector, "province": xml(province)}


def _event(event: Event) -> dict[str, Any]:
    return {
        "title": event.title,
        "date": event.day.isoformat() if event.day else None,
        "kind": asdict(event.kind) if event.kind else None,
        "province": asdict(event.province) if event.province else None,
        "sources": [asdict(source) for source in event.sources],
        "appearances": [asdict(appearance) for appearance in event.appearances],
    }


def _attended(network: Network) -> dict[str, list[Event]]:
    attended: dict[str, list[Event]] = {node.iri: [] for node in network.nodes}
    for event in network.events:
        for appearance in event.appearances:
            attended.get(appearance.person, []).append(event)
    return attended


def _spells(events: Iterable[Event]) -> list[tuple[str, str]]:
    """The days of events, each once; none, which GEXF takes as always, if no day is known."""
    days = sorted({event.day.isoformat() for event in events if event.day})
    return [(day, day) for day in days]


def _declared(content: str) -> str:
    return f"<?xml version='1.0' encoding='utf-8'?>\n{content}\n"
