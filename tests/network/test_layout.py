from __future__ import annotations

import os
import subprocess
import sys
import warnings
from functools import cache
from itertools import combinations
from random import Random

import networkx
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.generators import random_graphs

from lgkg.network.layout import BOX, GAP, layout

pytestmark = pytest.mark.filterwarnings("error")

SHAPES = {
    "pair": networkx.path_graph(2),
    "triangle": networkx.complete_graph(3),
    "crowd": networkx.complete_graph(40),
    "star": networkx.star_graph(60),
    "chain": networkx.path_graph(60),
    "ring": networkx.cycle_graph(30),
    "net": random_graphs.gnm_random_graph(150, 400, seed=1),
    "sparse": random_graphs.gnm_random_graph(200, 120, seed=2),
    "crowds": networkx.connected_caveman_graph(12, 9),
    "tree": networkx.balanced_tree(3, 4),
    "two sides": networkx.complete_bipartite_graph(6, 30),
}
GRAPHS = st.integers(1, 14).flatmap(
    lambda n: st.sets(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))).map(lambda pairs: graph(n, pairs))
)


def graph(n: int, pairs: set[tuple[int, int]]) -> networkx.Graph:
    """People `00`, `01` … and edges between them, none from a person to itself."""
    made = networkx.Graph()
    made.add_nodes_from(f"{i:02}" for i in range(n))
    made.add_edges_from((f"{a:02}", f"{b:02}") for a, b in pairs if a != b)
    return made


def shape(name: str) -> networkx.Graph:
    return networkx.relabel_nodes(SHAPES[name], "{:03}".format)


@cache
def laid_out(name: str) -> dict[str, tuple[float, float]]:
    """The places of a shape, worked out once and with every warning an error."""
    with warnings.catch_warnings(), numpy.errstate(all="raise"):
        warnings.simplefilter("error")
        return layout(shape(name))


def overlaps(places: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    """Pairs whose boxes cover each other."""
    width, height = BOX
    return [
        (one, other)
        for (one, (x, y)), (other, (u, v)) in combinations(places.items(), 2)
        if abs(x - u) < width and abs(y - v) < height
    ]


@given(GRAPHS)
@settings(max_examples=60)
def test_everyone_has_a_whole_finite_place_clear_of_all_others(made: networkx.Graph) -> None:
    places = layout(made)
    assert places.keys() == set(made)
    assert all(type(value) is int for place in places.values() for value in place)
    assert overlaps(places) == []


@pytest.mark.parametrize("name", SHAPES)
def test_no_name_covers_another(name: str) -> None:
    assert overlaps(laid_out(name)) == []


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_is_divided_by_nothing(name: str) -> None:
    assert numpy.isfinite(list(laid_out(name).values())).all()


@pytest.mark.parametrize("n", range(3, 13))
def test_people_of_one_event_do_not_fall_into_one_line(n: int) -> None:
    points = numpy.array(list(layout(networkx.relabel_nodes(networkx.complete_graph(n), "{:03}".format)).values()))
    longer, shorter = numpy.linalg.svd(points - points.mean(axis=0), compute_uv=False)
    assert shorter > longer / 4


@given(GRAPHS, st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_in_which_people_and_edges_come_changes_nothing(made: networkx.Graph, random: Random) -> None:
    nodes, edges = list(made), [(b, a) for a, b in made.edges]
    random.shuffle(nodes)
    random.shuffle(edges)
    mixed = networkx.Graph()
    mixed.add_nodes_from(nodes)
    mixed.add_edges_from(edges)
    assert layout(mixed) == layout(made)


def test_a_graph_is_left_as_it_was() -> None:
    made = shape("two sides")
    before = networkx.node_link_data(made)
    layout(made)
    assert networkx.node_link_data(made) == before


def test_whoever_met_nobody_does_not_shrink_the_rest() -> None:
    crowds = shape("crowds")
    alone = networkx.Graph(crowds)
    alone.add_nodes_from(f"lonely {i}" for i in range(10))

    def size(places: dict[str, tuple[float, float]]) -> tuple[float, float]:
        points = numpy.array([places[node] for node in crowds])
        width, height = numpy.ptp(points, axis=0)
        return width, height

    assert size(layout(alone)) == pytest.approx(size(laid_out("crowds")), abs=2)


def test_people_apart_stay_near_to_the_rest() -> None:
    alone = networkx.empty_graph(100)
    points = numpy.array(list(layout(networkx.relabel_nodes(alone, "{:03}".format)).values()))
    width, height = numpy.ptp(points, axis=0) + BOX + GAP
    assert width * height < 1.5 * 100 * (BOX + GAP).prod()
    assert 1 < width / height < 2.5


@pytest.mark.parametrize("name", SHAPES)
def test_the_middle_of_the_picture_is_at_zero(name: str) -> None:
    points = numpy.array(list(laid_out(name).values()))
    assert points.min(axis=0) + points.max(axis=0) == pytest.approx([0, 0], abs=2)


def test_a_component_lies_down() -> None:
    points = numpy.array(list(laid_out("chain").values()))
    width, height = numpy.ptp(points, axis=0)
    assert width > height


def test_one_person_is_in_the_middle_and_nobody_is_nowhere() -> None:
    assert layout(graph(1, set())) == {"00": (0, 0)}
    assert layout(networkx.Graph()) == {}


def test_a_layout_does_not_hang_on_the_hash_seed() -> None:
    script = """if True:
        import networkx
        from lgkg.network.layout import layout
        made = networkx.Graph()
        made.add_edges_from({(f"p{a % 29}", f"p{a * a % 31}") for a in range(40) if a % 29 != a * a % 31})
        print(layout(made))
        """
    ran = [
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        for seed in ("1", "2")
    ]
    assert ran[0].stdout == ran[1].stdout != ""
    assert [one.stderr for one in ran] == ["", ""]
