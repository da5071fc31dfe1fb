"""The wheel is complete: what a checkout can do, an installed package can do."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import lgkg

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
COMPILED = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["compiled"]
QUADS_OF_SAMPLES = """
import hashlib, importlib, json, sys
from pathlib import Path
from lgkg import checkup, facts, reading
from lgkg.article import Article
from lgkg.identity import EqualNames
from lgkg.rdf import article_quads
from lgkg.reading import hits, reader
from lgkg.sources import Intake

ids = EqualNames()
odd = "".join(map(chr, [0, 7, 0x85, 0xA0, 0xAD, 0x200B, 0xD800, 0xDFFF, 0xE001, 0xF70A, 0xFFFE, 0xFFFF, 0x1F600]))
hostile = Article("odd", f"นายสมชาย{odd} ใจดี ปลัดอำเภอเมืองระยอง {odd} เป็นประธานการประชุม“{odd}” โครงการ“{odd}\\\"ใจดี”")
articles = [hostile, *Intake([*map(Path, sys.argv[1:])], sys.exit)]
quads = [article_quads(reading.read(article), ids) for article in articles]
told = [check.told for check in checkup.installation() if check.name == "reading"]
inner = [importlib.import_module(f"lgkg.{name}") for name in ("identity.keys", "identity.mint", "rdf.quads")]
files = [*(module.__file__ for module in (hits, reader, *inner, facts)), *told]
print(json.dumps([files, [hashlib.sha256(one).hexdigest() for one in quads]]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return _built(tmp_path_factory.mktemp("wheel"))


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


def test_a_compiled_wheel_reads_every_sample_as_the_sources_do(tmp_path: Path) -> None:
    if not shutil.which("cc"):
        message = "there is no C compiler; on Debian: apt install gcc libc6-dev python3-dev"
        pytest.fail(message, pytrace=False) if os.environ.get("LGKG_REQUIRE_ALL") == "1" else pytest.skip(message)
    wheel = _built(tmp_path, LGKG_COMPILED="1")
    wheel.extractall(tmp_path / "site")
    (*inner, facts, told), compiled = _quads_of_samples(tmp_path / "site")
    assert all(file.endswith((".so", ".pyd")) for file in inner), inner
    assert facts.endswith("facts.py")  # facts can be pickled, and a native class that is frozen cannot
    assert told.endswith(", compiled")
    (*inner, _, told), read = _quads_of_samples(ROOT / "src")
    assert all(file.endswith(".py") for file in inner), inner  # compiling leaves nothing in the checkout
    assert not told.endswith("compiled")
    assert len(read) > 20
    assert compiled == read


def test_what_is_compiled_works_nothing_out_when_first_asked() -> None:
    """mypyc takes a `cached_property` for a property, and works it out each time."""
    assert not [file for file in _sources_compiled() if "cached_property" in file.read_text(encoding="utf-8")]


def test_the_constants_of_what_is_compiled_are_final() -> None:
    """Others are looked up by name each time."""
    name = "_?[A-Z][A-Z0-9_]*"
    plain = re.compile(rf"^{name}(?:, {name})*(?:: (?!Final\b)[^=\n]+)? = ", re.MULTILINE)
    assert not [name for file in _sources_compiled() for name in plain.findall(file.read_text(encoding="utf-8"))]


def test_what_is_compiled_spells_no_lone_surrogate() -> None:
    """mypyc makes another letter of it."""
    constants = (node for file in _sources_compiled() for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    texts = [node.value for node in constants if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert len(texts) > 1_000
    assert not [text for text in texts if any(0xD800 <= ord(letter) <= 0xDFFF for letter in text)]


def _sources_compiled() -> list[Path]:
    files = [file for name in COMPILED for file in _files(ROOT / "src" / name)]
    assert len(files) > 40
    return files


def test_the_version_is_told_in_one_way() -> None:
    assert lgkg.__version__ == PROJECT["project"]["version"]


def test_importing_the_package_loads_none_of_its_heavy_rooms() -> None:
    script = "import sys, lgkg; print(*(name for name in sys.modules if name.startswith(('lgkg.', 'pyoxigraph'))))"
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "lgkg.errors"


def test_every_public_name_can_be_had() -> None:
    for name in lgkg.__all__:
        assert getattr(lgkg, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = lgkg.nothing


def _built(folder: Path, **environment: str) -> zipfile.ZipFile:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env={**os.environ, **environment})
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def _quads_of_samples(site: Path) -> tuple[list[str], list[str]]:
    """Files of some modules, what the check of reading tells, and a digest of the quads of each sample article."""
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    samples = [str(ROOT / "data/samples" / folder) for folder in ("articles", "hard/articles")]
    command = [sys.executable, "-c", QUADS_OF_SAMPLES, *samples]
    ran = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    files, digests = json.loads(ran.stdout)
    return files, digests


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]
