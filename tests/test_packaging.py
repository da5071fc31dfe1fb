"""The wheel is complete: what a checkout can do, an installed package can do."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import lgkg

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_every_table_and_the_ontology(wheel: zipfile.ZipFile) -> None:
    for top in ("data", "ontology"):
        files = [file for file in (ROOT / top).rglob("*") if file.is_file()]
        assert files
        assert {f"lgkg/_resources/{file.relative_to(ROOT)}" for file in files} <= set(wheel.namelist())


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    files = [file for file in (ROOT / "src").rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    assert {str(file.relative_to(ROOT / "src")) for file in files} <= set(wheel.namelist())
    assert "lgkg/py.typed" in wheel.namelist()


def test_the_wheel_carries_licence_and_notices(wheel: zipfile.ZipFile) -> None:
    names = {name.rsplit("/", 1)[-1] for name in wheel.namelist() if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE.md"} <= names


def test_the_wheel_reads_an_article_away_from_the_checkout(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    script = (
        "import lgkg, sys; assert lgkg.__file__.startswith(sys.argv[1]), lgkg.__file__;"
        "facts = lgkg.read(lgkg.Article('a', 'นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม'));"
        "print(facts.persons[0].name, facts.places[0].code)"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", script, str(tmp_path)]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, encoding="utf-8")
    assert ran.stdout.split() == ["สมชาย", "ใจดี", "21"]


def test_the_version_is_told_in_one_way() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert lgkg.__version__ == project["version"]


def test_importing_the_package_loads_none_of_its_heavy_rooms() -> None:
    script = "import sys, lgkg; print(*(name for name in sys.modules if name.startswith(('lgkg.', 'pyoxigraph'))))"
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "lgkg.errors"


def test_every_public_name_can_be_had() -> None:
    for name in lgkg.__all__:
        assert getattr(lgkg, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = lgkg.nothing
