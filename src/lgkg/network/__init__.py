"""Who appears at the same events as whom: projected from a graph, measured, drawn.

network = project(graph, province="ระยอง")
for one, other, edge in network.top_pairs(5):
    print(edge.weight, one.name, other.name)
view(graph, "rayong.html", province="ระยอง")
"""

from lgkg.network.details import describe
from lgkg.network.measures import Measures, betweenness_sources, measures
from lgkg.network.model import Appearance, Edge, Event, Name, Network, Node, Sighting, Source
from lgkg.network.projection import project
from lgkg.network.view import ViewReport, view

__all__ = [
    "Appearance",
    "Edge",
    "Event",
    "Measures",
    "Name",
    "Network",
    "Node",
    "Sighting",
    "Source",
    "ViewReport",
    "betweenness_sources",
    "describe",
    "measures",
    "project",
    "view",
]
