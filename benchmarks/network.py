"""Times the network of a graph and prints one table: projection, measures, communities, exports.

    python benchmarks/network.py GRAPH [--runs N]

Seconds by the clock and of the processor, each the median of several runs; the last row of the first part is what
`lgkg network` waits for.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import networkx

from lgkg.graph import Graph, open_graph
from lgkg.network import Network, betweenness_sources, by_period, describe, export, measures, project

SEED = 7


def main() -> None:
    """Prints the table."""
    arguments = _arguments()
    with open_graph(arguments.graph) as graph, tempfile.TemporaryDirectory() as folder:
        for row in _rows(graph, Path(folder), arguments.runs):
            print(f"| {row[0]:<52} | {row[1]:>10} | {row[2]:>10} |")


def _rows(graph: Graph, folder: Path, runs: int) -> Iterator[tuple[str, str, str]]:
    network = project(graph)
    described = describe(graph, network)
    measured = measures(network)
    yield f"{len(network.nodes):,} people, {len(network.edges):,} edges, {len(network.events):,} events", "clock", "CPU"
    yield "---", "---:", "---:"
    works: dict[str, Callable[[], Any]] = {
        "projection": lambda: project(graph),
        f"measures, betweenness from {betweenness_sources(network) or 'all'} nodes": lambda: measures(network),
        "projection, measures and communities": lambda: measures(project(graph)),
        **_parts(network),
        "measures of each year": lambda: [measures(part) for part in by_period(network, "year").values()],
        **{f"projection of {kind}": _projecting(graph, kind) for kind in ("delegations", "posts", "bodies")},
        "offices and passages": lambda: describe(graph, network),
        **{
            f"export {name}": _exporting(described, folder / name, measured)
            for name in ("x.gexf", "x.graphml", "x.csv", "x.json")
        },
    }
    for name, work in works.items():
        clock, processor = _timed(work, runs)
        yield name, f"{clock:,.2f}", f"{processor:,.2f}"
    for file in sorted(folder.iterdir()):
        yield f"{file.name}, MB", f"{file.stat().st_size / 1e6:,.1f}", ""


def _parts(network: Network) -> dict[str, Callable[[], Any]]:
    """The parts of the measures, as networkx has them."""
    graph = networkx.convert_node_labels_to_integers(network.to_networkx())
    sampled = betweenness_sources(network)
    return {
        "· betweenness": lambda: networkx.betweenness_centrality(graph, k=sampled, seed=SEED),
        "· communities": lambda: networkx.community.louvain_communities(graph, weight="newman", seed=SEED),
        "· core numbers": lambda: networkx.core_number(graph),
    }


def _projecting(graph: Graph, kind: str) -> Callable[[], Network]:
    return lambda: project(graph, kind)


def _exporting(network: Network, file: Path, measured: Any) -> Callable[[], None]:
    return lambda: export(network, file, measured)


def _timed(work: Callable[[], Any], runs: int) -> tuple[float, float]:
    clocks, processors = [], []
    for _ in range(runs):
        clock, processor = time.perf_counter(), time.process_time()
        work()
        clocks.append(time.perf_counter() - clock)
        processors.append(time.process_time() - processor)
    return median(clocks), median(processors)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, metavar="GRAPH")
    parser.add_argument("--runs", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    main()
