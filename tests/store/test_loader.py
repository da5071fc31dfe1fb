"""The loader takes quads while they are made, and tells what went wrong, whenever it went wrong."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from lgkg.errors import GraphError
from lgkg.store import loader as module
from lgkg.store import loading, open_store

GRAPH = "https://example.org/g"


def quad(number: int) -> bytes:
    return f'<https://example.org/{number}> <https://example.org/p> "ก \\" {number}" <{GRAPH}{number % 3}> .\n'.encode()


@pytest.mark.parametrize("part", [1, 1000, 1 << 20])
def test_quads_are_in_their_graphs_and_once_in_the_merge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    monkeypatch.setattr(module, "_PART", part)
    with loading(tmp_path / "store") as loader:
        for number in range(100):
            loader.add(quad(number))
        loader.add(quad(0).replace(b"g0>", b"g1>"))
        loader.finish()
    store = open_store(tmp_path / "store")
    assert len(list(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))) == 100
    assert len(list(store.quads_for_pattern(None, None, None, ox.NamedNode(f"{GRAPH}1")))) == 34
    assert len(store) == 201


def test_what_is_no_quad_is_told_although_it_is_loaded_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PART", 1)
    with pytest.raises(GraphError, match="not canonical N-Quads"), loading(tmp_path / "store") as loader:
        loader.add(b"nonsense .\n")
        loader.add(quad(1))


def test_a_store_that_is_there_is_not_loaded_into(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    with pytest.raises(GraphError, match="there is a store already"), loading(tmp_path / "store"):
        pass


def line(thing: int, graph: int) -> bytes:
    return f'<https://example.org/{thing}> <https://example.org/p> "ก" <{GRAPH}{graph}> .\n'.encode()


def things(store: Path, graph: int | None = None) -> list[int]:
    """The things that a graph tells of; without a number, the default graph."""
    name = ox.DefaultGraph() if graph is None else ox.NamedNode(f"{GRAPH}{graph}")
    found = open_store(store).quads_for_pattern(None, None, None, name)
    return sorted(int(str(quad.subject).rsplit("/", 1)[1].rstrip(">")) for quad in found)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A store in which two graphs tell of thing 1, and one of thing 2."""
    with loading(tmp_path / "base") as loader:
        loader.add(line(1, 1) + line(2, 1) + line(1, 2))
        loader.finish()
    return tmp_path / "base"


def changed(base: Path, name: str, *changes: tuple[bytes, bytes]) -> Path:
    store = base.parent / name
    with loading(store, base) as loader:
        for before, after in changes:
            loader.change(before, after)
        loader.finish()
    return store


def test_what_two_graphs_say_stays_until_the_last_of_them_is_gone(base: Path) -> None:
    one = changed(base, "one", (line(1, 1) + line(2, 1), line(2, 1)))
    assert (things(one, 1), things(one, 2), things(one)) == ([2], [1], [1, 2])
    none = changed(one, "none", (line(1, 2), b""))
    assert (things(none, 1), things(none, 2), things(none)) == ([2], [], [2])


def test_what_both_graphs_lose_at_once_is_gone(base: Path) -> None:
    store = changed(base, "store", (line(1, 1), b""), (line(1, 2), b""))
    assert things(store) == [2]


def test_what_moves_from_one_graph_to_another_stays_in_the_merge(base: Path) -> None:
    store = changed(base, "store", (line(2, 1), b""), (b"", line(2, 3)))
    assert (things(store, 1), things(store, 3), things(store)) == ([1], [2], [1, 2])


def test_what_was_only_just_added_is_taken_back(base: Path) -> None:
    store = base.parent / "store"
    with loading(store, base) as loader:
        loader.add(line(3, 3))
        loader.change(line(3, 3), line(4, 3))
        loader.finish()
    assert (things(store, 3), things(store)) == ([4], [1, 2, 4])


def test_the_store_to_begin_with_is_not_touched_and_its_tables_are_not_copied(base: Path) -> None:
    before = {file.name: file.read_bytes() for file in base.iterdir() if file.suffix == ".sst"}
    store = changed(base, "store", (line(1, 1) + line(2, 1), line(5, 1)))
    assert {file.name: file.read_bytes() for file in base.iterdir() if file.suffix == ".sst"} == before
    assert things(base) == [1, 2]
    shared = [file.name for file in store.iterdir() if file.name in before and file.samefile(base / file.name)]
    assert shared and before.keys() >= set(shared)


def test_what_the_store_noted_of_its_runs_is_not_carried_on(base: Path) -> None:
    store = base
    for number in range(3):
        store = changed(store, f"store{number}", (b"", line(10 + number, 1)))
    assert len([file for file in store.iterdir() if file.name.startswith("LOG")]) <= 2
    assert things(store) == [1, 2, 10, 11, 12]
