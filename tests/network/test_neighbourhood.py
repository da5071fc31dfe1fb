from __future__ import annotations

from lgkg.graph import Graph
from lgkg.network import project
from lgkg.network.model import Node
from lgkg.network.neighbourhood import neighbourhood, partners


def test_partners_and_their_weights_are_those_of_the_projection(samples_graph: Graph) -> None:
    whole = project(samples_graph)
    for node in whole.nodes[:15]:
        edges = {
            edge.a if edge.b == node.iri else edge.b: edge.weight
            for edge in whole.edges
            if node.iri in (edge.a, edge.b)
        }
        found = partners(samples_graph, node.iri)
        assert found == edges
        assert list(found.values()) == sorted(found.values(), reverse=True)


def test_the_edges_of_a_neighbourhood_are_those_of_the_projection(samples_graph: Graph) -> None:
    whole = project(samples_graph)
    centre = whole.nodes[0]
    some = list(partners(samples_graph, centre.iri))[:6]
    network = neighbourhood(samples_graph, [centre, *(Node(iri, iri) for iri in some)])
    kept = {centre.iri, *some}
    expected = {(edge.a, edge.b): edge.weight for edge in whole.edges if {edge.a, edge.b} <= kept}
    assert {(edge.a, edge.b): edge.weight for edge in network.edges} == expected
    assert network.nodes[0] == centre
