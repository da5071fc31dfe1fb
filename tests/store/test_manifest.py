from __future__ import annotations

from pathlib import Path

import pytest

from lgkg.errors import GraphError
from lgkg.store import MANIFEST, Manifest

ABOUT = Manifest("0.1.0", "https://w3id.org/lgkg/id/", 3, 42, "ab" * 32)


def test_a_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    ABOUT.write(tmp_path)
    assert Manifest.read(tmp_path) == ABOUT


def test_the_same_manifest_is_the_same_bytes(tmp_path: Path) -> None:
    ABOUT.write(tmp_path)
    first = (tmp_path / MANIFEST).read_bytes()
    ABOUT.write(tmp_path)
    assert (tmp_path / MANIFEST).read_bytes() == first


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "cannot be read"),
        ("[]", "another version"),
        ('{"format": 99}', "another version"),
        ('{"format": 1}', "lacks 'version'"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_a_broken_manifest_is_told_with_its_file(tmp_path: Path, text: str | bytes, told: str) -> None:
    (tmp_path / MANIFEST).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(GraphError, match=told) as caught:
        Manifest.read(tmp_path)
    assert str(tmp_path / MANIFEST) in str(caught.value)


def test_a_folder_without_manifest_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="not a graph"):
        Manifest.read(tmp_path)
