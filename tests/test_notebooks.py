"""The notebooks run from top to bottom, as in Jupyter, with the samples alone and without a network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))

SHOWN = {
    "01-from-articles-to-a-graph": ("มานะ ใจงาม · นายอำเภอปากช่อง", "20 articles", "รองรัตน์ ชัยวิเศษรัตน์", "<iframe"),
    "02-asking-questions": ("Did you mean 'พิทักษ์พล รัตนวรากุล'?", "นายกเทศมนตรีเมืองปากช่อง", "TH-30", "\n[]\n"),
    "03-a-province-over-time": ("<circle", "2024-11-04 · ชัชพงศ์ อินทนิลไพศาล ·", "<iframe", "newly seen:"),
    "04-checking-quality": ("spurious", "by rule", "F1 for offices: 1.0", "rayong.json", "share right"),
    "05-publishing": ("0 errors", "still there: []", "█", "print the name: []", "วิเชียร สุขสบาย"),
}
"""Notebook -> what stands in its outputs."""

OFFLINE = """
import sys

def refuse(event, arguments):
    if event == "socket.getaddrinfo" and arguments[0] not in (None, "localhost", "127.0.0.1", "::1"):
        raise OSError(f"a notebook asked for {arguments[0]}")
    if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] not in ("127.0.0.1", "::1"):
        raise OSError(f"a notebook went to {arguments[1]}")

sys.addaudithook(refuse)
"""
"""Python runs this before all else, in the kernel too: nothing is reached but this machine."""


@pytest.fixture
def offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(OFFLINE, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH")))))


def opened(path: Path) -> Any:
    """The notebook in a file; nbformat has no types."""
    return cast(Any, nbformat).read(path, as_version=4)


def cells(path: Path) -> list[Any]:
    return list(opened(path).cells)


def printed(cells: list[Any]) -> Iterator[str]:
    """All that the outputs of the cells hold, as text and as HTML."""
    for output in (output for cell in cells for output in cell.get("outputs", ())):
        yield output.get("text", "")
        yield from map(str, output.get("data", {}).values())


def test_every_notebook_has_something_to_show() -> None:
    assert [path.stem for path in NOTEBOOKS] == sorted(SHOWN)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_offline_and_shows_what_it_promises(path: Path, tmp_path: Path) -> None:
    book = opened(path)
    here = {"metadata": {"path": str(tmp_path)}}
    ran = NotebookClient(book, timeout=300, kernel_name="python3", resources=here).execute()
    shown = "\n".join(printed(ran.cells))
    assert [text for text in SHOWN[path.stem] if text not in shown] == []
    assert not any(output.get("name") == "stderr" for cell in ran.cells for output in cell.get("outputs", ()))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    nbformat.validate(opened(path))
    code = [cell for cell in cells(path) if cell.cell_type == "code"]
    assert code
    assert not any(cell.outputs or cell.execution_count for cell in code)
