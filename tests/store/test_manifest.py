from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from lgkg.errors import GraphError
from lgkg.store import MANIFEST, Manifest, is_graph

ABOUT = Manifest("0.1.0", "https://w3id.org/lgkg/id/", 3, 42, "ab" * 32)


def test_a_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    ABOUT.write(tmp_path)
    assert Manifest.read(tmp_path) == ABOUT


def test_the_same_manifest_is_the_same_bytes(tmp_path: Path) -> None:
    ABOUT.write(tmp_path)
    first = (tmp_path / MANIFEST).read_bytes()
    ABOUT.write(tmp_path)
    assert (tmp_path / MANIFEST).read_bytes() == first


def _changed(**fields: object) -> str:
    """The text of a manifest with other values; without those that are None."""
    return json.dumps({name: value for name, value in {**asdict(ABOUT), **fields}.items() if value is not None})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "cannot be read"),
        (_changed(format=99), "another version"),
        (_changed(quads=None), "lacks 'quads'"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_a_broken_manifest_is_told_with_its_file(tmp_path: Path, text: str | bytes, told: str) -> None:
    (tmp_path / MANIFEST).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(GraphError, match=told) as caught:
        Manifest.read(tmp_path)
    assert str(tmp_path / MANIFEST) in str(caught.value)


@pytest.mark.parametrize("text", ["[]", '{"name": "webapp"}', '{"format": 1}'])
def test_a_manifest_of_something_else_makes_no_graph(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    assert not is_graph(tmp_path)
    with pytest.raises(GraphError, match=r"not a graph: its build\.json was not written by lgkg"):
        Manifest.read(tmp_path)


def test_a_manifest_that_may_not_be_read_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(GraphError, match=r"build\.json: this may not be read\. Check its permissions"):
        Manifest.read(tmp_path)


def test_a_folder_without_manifest_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="not a graph"):
        Manifest.read(tmp_path)
