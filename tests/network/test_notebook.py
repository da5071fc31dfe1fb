from __future__ import annotations

import base64
import html
import json
import re
import zlib
from html.parser import HTMLParser
from typing import Any

import pytest

from lgkg.graph import Graph
from lgkg.network import Appearance, Event, Network, Node, Source
from lgkg.network.model import join
from lgkg.network.picture import page

ATTACKS = ['"></iframe><script>alert(1)</script>', "' onload='alert(1)", "</script><img src=x onerror=alert(1)>"]


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def shown(network: Network) -> str:
    """What Jupyter shows: it asks whatever a cell ends with for `_repr_html_`."""
    return network._repr_html_()


def records(text: str) -> Any:
    """What the page in the frame shows."""
    (data,) = re.findall('<script id="data"[^>]*>([^<]*)</script>', html.unescape(text))
    return json.loads(zlib.decompress(base64.b64decode(data), -zlib.MAX_WBITS))


def test_a_network_shows_itself_as_its_page_in_a_sandbox(samples_graph: Graph) -> None:
    network = samples_graph.network(province="นครราชสีมา")
    ((tag, told),) = Tags(shown(network)).found
    assert tag == "iframe"
    assert "allow-same-origin" not in (told["sandbox"] or "allow-same-origin")
    assert told["srcdoc"] == page(network)


def test_a_network_of_a_graph_has_offices_and_passages(samples_graph: Graph) -> None:
    network = samples_graph.network(max_people=10)
    assert any(node.sightings for node in network.nodes)
    assert all(event.sources for event in network.events)
    assert all(len(event.appearances) <= 10 for event in network.events)
    assert samples_graph.network("delegations").directed


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_article_gets_out_of_the_frame(attack: str) -> None:
    told = Event(
        "urn:e", attack, sources=(Source(attack, attack),), appearances=(Appearance("urn:a"), Appearance("urn:b"))
    )
    text = shown(join([Node("urn:a", attack), Node("urn:b", attack)], [told]))
    assert [tag for tag, _ in Tags(text).found] == ["iframe"]
    assert [person["name"] for person in records(text)["people"]] == [attack, attack]


def test_a_large_network_is_cut_down_and_says_so() -> None:
    people = [Node(f"urn:{i}", f"คนที่ {i}") for i in range(305)]
    text = shown(join(people, [Event("urn:e", "งาน", appearances=(Appearance("urn:0"), Appearance("urn:1")))]))
    told = records(text)
    assert {"คนที่ 0", "คนที่ 1"} <= {person["name"] for person in told["people"]}
    assert (len(told["people"]), told["total"]) == (300, 305)


def test_a_network_tells_its_size_where_text_is_asked_for() -> None:
    names = [Node(f"urn:{n}", "ก" * 1000) for n in range(3)]
    network = join(names, [Event("urn:e", "พิธี", appearances=(Appearance("urn:0"), Appearance("urn:1")))])
    assert repr(network) == "<Network: 3 nodes, 1 edges, 1 events>"
