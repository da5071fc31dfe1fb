"""What a build keeps on disk meanwhile is sorted, counted, and gone afterwards."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.building.labels import Labels
from lgkg.building.scratch import scratch
from lgkg.building.spool import spool


def test_a_full_disk_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught, scratch(tmp_path) as database:
        database.execute("PRAGMA max_page_count=3")
        labels = Labels(database)
        labels.add((f"person/{n}", "Person", "ก" * 100) for n in range(1000))
    assert caught.value.errno == errno.ENOSPC


def test_nothing_is_left(tmp_path: Path) -> None:
    with scratch(tmp_path) as database, spool(tmp_path, database) as blocks:
        blocks.add("g", b"x")
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


@given(st.dictionaries(st.text("abc/", min_size=1), st.binary()))
def test_blocks_come_back_sorted_by_graph(tmp_path_factory: pytest.TempPathFactory, blocks: dict[str, bytes]) -> None:
    folder = tmp_path_factory.mktemp("spool")
    with scratch(folder) as database, spool(folder, database) as spooled:
        for graph, quads in blocks.items():
            spooled.add(graph, quads)
        assert list(spooled.in_order()) == [blocks[graph] for graph in sorted(blocks)]


def test_names_are_counted_and_entities_once(tmp_path: Path) -> None:
    with scratch(tmp_path) as database:
        labels = Labels(database)
        labels.add([("p/2", "Person", "ข"), ("p/1", "Person", "ก")])
        labels.add([("p/1", "Person", "ก"), ("p/1", "Person", "กก"), ("o/1", "Office", "ค")])
        assert list(labels.counted()) == [
            ("o/1", "Office", "ค", 1),
            ("p/1", "Person", "ก", 2),
            ("p/1", "Person", "กก", 1),
            ("p/2", "Person", "ข", 1),
        ]
        assert labels.entities() == {"Office": 1, "Person": 2}
