from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import networkx
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.graph import Graph
from lgkg.network import Appearance, Event, Network, Node, betweenness_sources, measures, project
from lgkg.network.measures import DAMPING, FEWEST
from lgkg.network.model import join


def network(*events: str, alone: str = "") -> Network:
    """People are letters, an event is a word of those who were there."""
    people = sorted({*"".join(events), *alone})
    told = (Event(f"urn:{i}", word, appearances=tuple(map(Appearance, sorted(word)))) for i, word in enumerate(events))
    return join([Node(one, one) for one in people], told)


networks = st.lists(st.text("abcdefgh", min_size=2, max_size=4), max_size=8).map(
    lambda words: network(*("".join(sorted(set(word))) for word in words))
)


def test_degrees_count_others_events_and_events_by_newman() -> None:
    found = measures(network("ab", "abcd"))
    assert (found["a"].degree, found["a"].weighted_degree, found["a"].newman) == (3, 4, 2)
    assert (found["c"].degree, found["c"].weighted_degree, found["c"].newman) == (3, 3, 1)


def test_who_joins_two_crowds_is_between_all_of_them() -> None:
    found = measures(network("abc", "cde"))
    assert found["c"].betweenness == pytest.approx(4 / 6)
    assert all(found[one].betweenness == 0 for one in "abde")


def test_the_core_is_that_of_those_who_all_met_each_other() -> None:
    found = measures(network("abcd", "de", alone="f"))
    assert [found[one].core for one in "abcdef"] == [3, 3, 3, 3, 1, 0]


def test_communities_are_numbered_from_the_largest() -> None:
    found = measures(network("abcd", "abcd", "ab", "cd", "efg", "efg", "de"))
    assert [found[one].community for one in "abcdefg"] == [0, 0, 0, 0, 1, 1, 1]


def test_a_ceremony_of_many_does_not_decide_who_belongs_together() -> None:
    found = measures(
        network("abcdef", "abcdef", "abcdef", "abc", "abc", "ab", "bc", "ac", "def", "def", "de", "ef", "df")
    )
    assert len({found[one].community for one in "abc"}) == len({found[one].community for one in "def"}) == 1
    assert found["a"].community != found["d"].community


@given(networks)
def test_pagerank_is_the_eigenvector_that_networkx_knows(town: Network) -> None:
    found = measures(town)
    if not found:
        return
    graph = town.to_networkx()
    matrix = numpy.asarray(networkx.google_matrix(graph, alpha=DAMPING, weight="newman"))
    values, vectors = numpy.linalg.eig(matrix.T)
    principal = numpy.real(vectors[:, values.real.argmax()])
    expected = dict(zip(graph, principal / principal.sum(), strict=True))
    assert {one: found[one].pagerank for one in found} == pytest.approx(expected, abs=1e-7)


@given(networks)
def test_each_node_is_measured_and_in_one_community(town: Network) -> None:
    found = measures(town)
    assert list(found) == [node.iri for node in town.nodes]
    numbers = {one.community for one in found.values()}
    assert numbers == set(range(len(numbers)))
    assert sum(one.degree for one in found.values()) == 2 * len(town.edges)
    assert sum(one.weighted_degree for one in found.values()) == 2 * sum(edge.weight for edge in town.edges)


def test_a_network_of_nobody_has_no_measures() -> None:
    assert measures(Network((), (), (), 0)) == {}


def test_betweenness_is_estimated_only_where_it_would_take_long(town: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    assert betweenness_sources(project(town)) is None
    path = network(*(chr(i) + chr(i + 1) for i in range(0x4E00, 0x4E00 + 3 * FEWEST)))
    exact = measures(path)
    monkeypatch.setitem(measures.__globals__, "WORK", 1)
    assert betweenness_sources(path) == FEWEST
    estimated = measures(path)
    assert estimated != exact
    total, hoped = (sum(one.betweenness for one in found.values()) for found in (estimated, exact))
    assert total == pytest.approx(hoped, rel=0.2)


def test_another_process_with_another_hash_seed_measures_the_same(town_folder: Path) -> None:
    script = "import sys; from lgkg.graph import open_graph; from lgkg.network import measures, project; "
    script += "print(measures(project(open_graph(sys.argv[1]))))"
    arguments = [sys.executable, "-c", script, str(town_folder)]
    told = [
        subprocess.run(arguments, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True).stdout
        for seed in "12"
    ]
    assert told[0] == told[1] != b""
