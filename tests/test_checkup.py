"""The check-up finds what is missing or broken, and says what to do."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
from pathlib import Path

import pytest

from lgkg import checkup
from lgkg.checkup import State
from lgkg.store import LEDGER, NQUADS, STORE


def broken(folder: Path) -> dict[str, str]:
    return {check.name: check.remedy for check in checkup.graph(folder) if check.state is State.BROKEN}


def test_an_installation_that_runs_the_tests_is_whole() -> None:
    found = {check.name: check for check in checkup.installation()}
    assert [check for check in found.values() if check.state is State.BROKEN] == []
    assert found["reading"].told == "สมชาย ใจดี, ผู้ว่าราชการจังหวัดระยอง"
    assert found["libraries"].told.startswith("all ")


def test_an_extra_that_is_missing_is_told_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "trafilatura" else there(name))
    (found,) = (check for check in checkup.installation() if "trafilatura" in check.told)
    assert (found.state, found.remedy) == (State.ABSENT, "pip install 'lgkg[sources]'")


def test_a_library_that_is_missing_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "requires", lambda _: ["no-such-library>=1", 'other>=1; extra == "x"'])
    (found,) = (check for check in checkup.installation() if check.name == "libraries")
    assert (found.state, found.told) == (State.BROKEN, "no-such-library missing")


def test_a_whole_graph_is_whole(graph_folder: Path) -> None:
    assert broken(graph_folder) == {}


@pytest.mark.parametrize(
    ("part", "name"), [(STORE, "graph"), (NQUADS, "file of quads"), (LEDGER, "ledger"), ("build.json", "graph")]
)
def test_a_part_that_is_damaged_is_named(graph_folder: Path, tmp_path: Path, part: str, name: str) -> None:
    folder = Path(shutil.copytree(graph_folder, tmp_path / "graph"))
    if (folder / part).is_dir():
        shutil.rmtree(folder / part)
    else:
        (folder / part).write_bytes(b"\x00broken")
    found = broken(folder)
    assert name in found
    assert all(found.values())


def test_a_folder_that_is_no_graph_is_told(tmp_path: Path) -> None:
    assert "graph" in broken(tmp_path)
