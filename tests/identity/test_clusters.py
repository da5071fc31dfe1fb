"""Clusters hold together what links join, hold apart what must stay apart, and are known by their oldest id."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lgkg.identity.clusters import Clusters

IDS = [f"p{number}" for number in range(8)]
ARTICLES = {id: [f"a{number}"] for number, id in enumerate(IDS)}

some_id = st.sampled_from(IDS)
pair = st.tuples(some_id, some_id).filter(lambda ids: ids[0] != ids[1])
pairs = st.lists(pair, max_size=10)


def groups(clusters: Clusters) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for id in IDS:
        found.setdefault(clusters.oldest(id), set()).add(id)
    return found


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_decided_links_does_not_matter(links: list[tuple[str, str]], random: Random) -> None:
    found = []
    for _ in range(2):
        clusters = Clusters(ARTICLES, IDS, ())
        for a, b in links:
            assert clusters.join(a, b, decided=True)
        found.append((groups(clusters), clusters.replaced()))
        random.shuffle(links)
    assert found[0] == found[1]


@given(pairs, pairs, st.booleans())
def test_what_is_apart_is_never_one(links: list[tuple[str, str]], apart: list[tuple[str, str]], decided: bool) -> None:
    clusters = Clusters(ARTICLES, (), apart)
    for a, b in links:
        assert clusters.join(a, b, decided=decided) == clusters.one(a, b)
        assert not any(clusters.one(*ids) for ids in apart)


@given(pairs)
def test_the_oldest_id_is_what_a_cluster_is_known_by(links: list[tuple[str, str]]) -> None:
    clusters = Clusters(ARTICLES, (), ())
    for a, b in links:
        clusters.join(a, b)
    for oldest, ids in groups(clusters).items():
        assert oldest == min(ids)
        assert all(clusters.one(a, b) for a, b in combinations(ids, 2))
    assert clusters.replaced() == {id: clusters.oldest(id) for id in IDS if id != clusters.oldest(id)}


@given(pairs, st.sets(some_id))
def test_links_never_join_two_that_were_published(links: list[tuple[str, str]], known: set[str]) -> None:
    clusters = Clusters(ARTICLES, known, ())
    for a, b in links:
        clusters.join(a, b)
    assert all(len(ids & known) <= 1 for ids in groups(clusters).values())


def test_links_never_join_two_of_one_article_but_a_decision_does() -> None:
    clusters = Clusters({"p0": ["a"], "p1": ["b"], "p2": ["a"]}, (), ())
    assert clusters.join("p0", "p1")
    assert not clusters.join("p1", "p2")
    assert clusters.join("p1", "p2", decided=True)


def test_ids_that_do_not_occur_are_passed_over() -> None:
    clusters = Clusters(ARTICLES, ["gone"], [("p0", "gone"), ("gone", "p1")])
    assert not clusters.join("p0", "gone", decided=True)
    assert not clusters.one("gone", "p0")
    assert clusters.join("p0", "p1", decided=True)
