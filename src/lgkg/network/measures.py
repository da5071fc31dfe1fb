"""Says of each node of a network how it stands in it: the usual measures of network analysis.

Degree, betweenness and core number take every edge alike. PageRank and communities go by Newman's weights
(`Edge.newman`), so that one large ceremony does not decide who belongs together.

    found = measures(network)
    found[person].pagerank
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from lgkg.errors import QueryError
from lgkg.network.model import Network, Node

if TYPE_CHECKING:
    import networkx

SEED = 7
WORK = 1_700_000
"""Edges that the search for shortest paths may walk: a second and a half."""
FEWEST = 32
"""Sources from which betweenness is estimated at least, however many edges there are."""
DAMPING = 0.85
"""As in S. Brin and L. Page, The anatomy of a large-scale hypertextual web search engine (1998)."""
_CLOSE = 1e-10
_ROUNDS = 1_000


@dataclass(frozen=True, slots=True)
class Measures:
    """How a node stands in its network.

    Attributes:
        degree: how many others it is joined to; in a directed network edges in and out.
        weighted_degree: the sum of the weights of its edges.
        newman: the sum of their weights after Newman; of a network that is not cut down, at how many events it was
            with others.
        betweenness: share of the shortest paths between others that lead through it, from 0 to 1 (L. C. Freeman 1977;
            U. Brandes 2001); estimated where `betweenness_sources` says so.
        pagerank: its PageRank; those of a network sum to 1.
        community: number of its community, found by Louvain's method (V. D. Blondel et al. 2008,
            doi:10.1088/1742-5468/2008/10/P10008); 0 is the largest.
        core: the largest k for which it is in a k-core, where each is joined to k others (S. B. Seidman 1983).
    """

    degree: int
    weighted_degree: int
    newman: float
    betweenness: float
    pagerank: float
    community: int
    core: int


def measures(network: Network) -> dict[str, Measures]:
    """The measures of each node, by IRI, in the order of the nodes; the same network gives the same figures."""
    import networkx

    graph = _numbered(network)
    between = networkx.betweenness_centrality(graph, k=betweenness_sources(network), seed=SEED)
    rank, community, core = _pagerank(graph), _communities(graph), networkx.core_number(graph)
    degree, weighted, newman = (dict(graph.degree(weight=weight)) for weight in (None, "weight", "newman"))
    return {
        node.iri: Measures(degree[i], weighted[i], round(newman[i], 9), between[i], rank[i], community[i], core[i])
        for i, node in enumerate(network.nodes)
    }


def ranking(network: Network, by: str = "newman") -> list[tuple[Node, Measures]]:
    """The nodes with their measures, those with most first; communities by their number.

    Raises:
        QueryError: `by` is none of the measures.
    """
    names = [field.name for field in fields(Measures)]
    if by not in names:
        raise QueryError(f"there is no measure {by!r}", remedy=f"Give one of: {', '.join(names)}")
    found = measures(network)
    sign = 1 if by == "community" else -1
    return sorted(((node, found[node.iri]) for node in network.nodes), key=lambda one: sign * getattr(one[1], by))


def betweenness_sources(network: Network) -> int | None:
    """From how many nodes betweenness is estimated (U. Brandes and C. Pich 2007); None where it is exact.

    Measured on 4,076 people of 3,692 press releases, where 95 sources are affordable: the rank correlation with the
    exact figures is 0.97, and 14 of the first 20 are those of the exact order.
    """
    affordable = max(FEWEST, WORK // max(1, len(network.edges)))
    return affordable if affordable < len(network.nodes) else None


def _numbered(network: Network) -> networkx.Graph:
    """The network with numbers for nodes: sets of texts have another order in each process, and sums with it."""
    import networkx

    number = {node.iri: i for i, node in enumerate(network.nodes)}
    graph = networkx.DiGraph() if network.directed else networkx.Graph()
    graph.add_nodes_from(number.values())
    for edge in network.edges:
        graph.add_edge(number[edge.a], number[edge.b], weight=edge.weight, newman=edge.newman)
    return graph


def _communities(graph: networkx.Graph) -> dict[int, int]:
    import networkx

    found = networkx.community.louvain_communities(graph, weight="newman", seed=SEED) if graph else []
    ordered: Iterable[set[int]] = sorted(found, key=lambda nodes: (-len(nodes), min(nodes)))
    return {node: position for position, nodes in enumerate(ordered) for node in nodes}


def _pagerank(graph: networkx.Graph) -> list[float]:
    """By power iteration in numpy; that of networkx needs scipy, which is a hundred megabytes for this alone."""
    import numpy

    n = len(graph)
    edges = numpy.array(list(graph.edges(data="newman")), dtype=float).reshape(-1, 3)
    if not graph.is_directed():
        edges = numpy.concatenate([edges, edges[:, [1, 0, 2]]])
    tail, head, weight = edges[:, 0].astype(int), edges[:, 1].astype(int), edges[:, 2]
    out = numpy.bincount(tail, weight, n)
    share, idle = weight / out[tail], out == 0
    rank = numpy.full(n, 1 / max(1, n))
    for _ in range(_ROUNDS):
        flow = numpy.bincount(head, rank[tail] * share, n) + rank[idle].sum() / max(1, n)
        before, rank = rank, (1 - DAMPING) / max(1, n) + DAMPING * flow
        if abs(rank - before).sum() < _CLOSE:
            break
    return [float(one) for one in rank]
