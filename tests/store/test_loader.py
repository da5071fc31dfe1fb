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
