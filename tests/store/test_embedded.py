from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from lgkg.errors import GraphError
from lgkg.store import NQUADS, STORE, load, open_store, packed
from lgkg.store.damage import reading

TWO_GRAPHS = b"""<http://x/s> <http://x/p> "a b" <http://x/g1> .
<http://x/s> <http://x/p> "a b" <http://x/g2> .
<http://x/s> <http://x/p> <http://x/o> <http://x/g2> .
"""


def quads_file(folder: Path, quads: bytes) -> Path:
    (folder / NQUADS).write_bytes(packed(quads))
    return folder / NQUADS


def test_each_quad_is_in_its_graph_and_once_in_the_merge(tmp_path: Path) -> None:
    load(quads_file(tmp_path, TWO_GRAPHS), tmp_path / STORE)
    store = open_store(tmp_path / STORE)
    assert len(list(store.quads_for_pattern(None, None, None, ox.NamedNode("http://x/g1")))) == 1
    assert len(list(store.quads_for_pattern(None, None, None, ox.NamedNode("http://x/g2")))) == 2
    assert len(list(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))) == 2


def test_the_store_holds_what_the_file_holds(graph_folder: Path) -> None:
    with gzip.open(graph_folder / NQUADS) as file:
        written = set(file.read().decode().rstrip("\n").split("\n"))
    stored = {f"{quad} ." for quad in open_store(graph_folder / STORE) if quad.graph_name != ox.DefaultGraph()}
    assert stored == written


def test_a_store_is_opened_by_many_at_once_and_for_reading_only(graph_folder: Path) -> None:
    one, other = open_store(graph_folder / STORE), open_store(graph_folder / STORE)
    assert len(one) == len(other) > 0
    with pytest.raises(RuntimeError, match="read-write"):
        one.update("INSERT DATA { <http://x/s> <http://x/p> 1 }")


@pytest.mark.parametrize("quads", [b"not N-Quads\n", b'<http://x/s> <http://x/p> "a" <http://x/g>'])
def test_a_file_that_is_no_nquads_is_told(tmp_path: Path, quads: bytes) -> None:
    with pytest.raises(GraphError, match="not canonical N-Quads"):
        load(quads_file(tmp_path, quads), tmp_path / STORE)


def test_a_file_that_is_cut_off_is_told(tmp_path: Path) -> None:
    whole = quads_file(tmp_path, TWO_GRAPHS * 1000).read_bytes()
    (tmp_path / "cut.nq.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(GraphError, match="broken"):
        load(tmp_path / "cut.nq.gz", tmp_path / STORE)


def test_a_store_is_not_loaded_over_another(tmp_path: Path) -> None:
    load(quads_file(tmp_path, TWO_GRAPHS), tmp_path / STORE)
    with pytest.raises(GraphError, match="a store already"):
        load(tmp_path / NQUADS, tmp_path / STORE)


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no store here"):
        open_store(tmp_path)


def cut_short(store: Path) -> None:
    largest = max(store.glob("*.sst"), key=lambda file: file.stat().st_size)
    os.truncate(largest, 1000)


def unlist(store: Path) -> None:
    (store / "CURRENT").write_text("x\n")


def lose_a_file(store: Path) -> None:
    next(store.glob("MANIFEST-*")).unlink()


@pytest.mark.parametrize("damage", [cut_short, unlist, lose_a_file])
def test_a_damaged_store_is_told(tmp_path: Path, graph_folder: Path, damage: Callable[[Path], None]) -> None:
    shutil.copytree(graph_folder / STORE, tmp_path / STORE)
    damage(tmp_path / STORE)
    with pytest.raises(GraphError, match=rf"{tmp_path / STORE}: the graph is damaged \(.*\)\. Build it again"):
        open_store(tmp_path / STORE)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (OSError("IO error: While open a file: 1.sst: Permission denied"), "may not be read.*Check its permissions"),
        (PermissionError(13, "Permission denied", "1.sst"), "may not be read.*Check its permissions"),
        (EOFError("cut short"), "damaged"),
    ],
)
def test_what_may_not_be_read_is_not_called_damaged(words: Exception, told: str) -> None:
    with pytest.raises(GraphError, match=told), reading(Path("graph")):
        raise words


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), RuntimeError("a fault"), KeyError("x")])
def test_what_is_not_about_the_graph_stays_what_it_is(fault: Exception) -> None:
    with pytest.raises(type(fault), match=str(fault.args[-1])), reading(Path("graph")):
        raise fault


def test_the_file_is_the_same_bytes_wherever_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    one, other = quads_file(tmp_path, TWO_GRAPHS), quads_file(tmp_path / "other", TWO_GRAPHS)
    assert one.read_bytes() == other.read_bytes()
    assert one.read_bytes()[3:8] == bytes(5), "no name and no time in the header"
