"""Who appears at the same events as whom: projected from a graph, measured, drawn, written for other programs.

network = project(graph, province="ระยอง")
for one, other, edge in network.top_pairs(5):
    print(edge.weight, one.name, other.name)
for node, found in ranking(network, "betweenness")[:5]:
    print(node.name, found.betweenness, found.community)
export(describe(graph, network), "rayong.gexf")
view(graph, "rayong.html", province="ระยอง")
"""

from lgkg.network.details import classified, describe
from lgkg.network.export import export
from lgkg.network.filters import Filters
from lgkg.network.kinds import NetworkKind
from lgkg.network.measures import Measures, betweenness_sources, measures, ranking
from lgkg.network.model import Appearance, Edge, Event, Name, Network, Node, NodeKind, Sighting, Source
from lgkg.network.neighbourhood import neighbourhood, partners
from lgkg.network.periods import Period, by_period
from lgkg.network.projection import project
from lgkg.network.view import ViewFormat, ViewReport, view

__all__ = [
    "Appearance",
    "Edge",
    "Event",
    "Filters",
    "Measures",
    "Name",
    "Network",
    "NetworkKind",
    "Node",
    "NodeKind",
    "Period",
    "Sighting",
    "Source",
    "ViewFormat",
    "ViewReport",
    "betweenness_sources",
    "by_period",
    "classified",
    "describe",
    "export",
    "measures",
    "neighbourhood",
    "partners",
    "project",
    "ranking",
    "view",
]
