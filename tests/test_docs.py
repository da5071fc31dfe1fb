"""The documentation builds without a warning or a dead link, loads nothing from elsewhere, and its commands run."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from docsite import figures

from lgkg import resources

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of the documentation."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(ROOT / "docsite" / "mkdocs.yml"), "-d"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    ran = subprocess.run([*command, str(folder)], capture_output=True, encoding="utf-8", env=environment)
    assert ran.returncode == 0, ran.stderr
    assert "WARNING" not in ran.stderr
    return folder


def test_nothing_is_loaded_from_elsewhere(built: Path) -> None:
    pages = list(built.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        text = page.read_text("utf-8")
        loaded = re.findall(r'<(?:script|img|iframe|source)[^>]*\bsrc="([^"]+)"', text)
        loaded += re.findall(r'<link[^>]*\brel="(?:stylesheet|icon|preload|preconnect)"[^>]*\bhref="([^"]+)"', text)
        assert [address for address in loaded if re.match(r"(?:https?:)?//", address)] == []


def test_every_command_and_question_has_its_place(built: Path) -> None:
    from lgkg.cli.app import app
    from lgkg.questions import questions

    commands = (built / "reference" / "commands.html").read_text("utf-8")
    for command in app.registered_commands:
        assert command.callback
        assert f'id="{command.callback.__name__}"' in commands
    asked = (built / "reference" / "questions.html").read_text("utf-8")
    assert all(f'id="{question.id}"' in asked for question in questions())


@pytest.mark.parametrize(
    ("name", "label"), [("ontology.html", "observed tenure"), ("ontology.th.html", "การดำรงตำแหน่งที่พบ")]
)
def test_the_ontology_is_told_in_both_languages_with_a_diagram(built: Path, name: str, label: str) -> None:
    text = (built / "reference" / name).read_text("utf-8")
    assert label in text
    (diagram,) = set(re.findall(r'src="(ontology\.\w+\.svg)"', text))
    assert label in (built / "reference" / diagram).read_text("utf-8")


def test_the_page_of_reading_shows_the_measured_figures_and_the_floors(built: Path) -> None:
    text = (built / "reference" / "figures.html").read_text("utf-8")
    for name in ("samples", "hard"):
        for row in json.loads((figures.RESULTS / "quality" / f"{name}.json").read_text("utf-8")):
            assert f"<td>{row['kind']}</td>\n<td>{row['annotated']:,}</td>\n<td>{row['found']:,}</td>" in text
    for kind, least in json.loads(figures.FLOORS.read_text("utf-8")).items():
        for figure, value in least.items():
            assert f"<td>{kind}</td>\n<td>{figure}</td>\n<td>{value:g}</td>" in text


def test_the_page_of_benchmarks_shows_the_newest_results(tmp_path: Path) -> None:
    assert "Nothing has been measured" in figures.speed(tmp_path)
    rows = [
        {"measure": "articles", "value": 1234.5, "unit": "1/s", "peer": None},
        {"measure": "a|b <c>", "ratio": 0.25},
        {"measure": "quads", "value": 641000.0},
    ]
    (tmp_path / "2026-01-02.json").write_text(json.dumps({"rows": []}))
    told = {"machine": {"cores": 2, "memory": "24 GiB"}, "articles": 3692, "rows": rows}
    (tmp_path / "2026-11-27.json").write_text(json.dumps(told))
    page = figures.speed(tmp_path)
    assert "Measured: 2026-11-27." in page
    assert "| machine | cores 2, memory 24 GiB |\n| articles | 3,692 |" in page
    assert "| measure | value | unit | peer | ratio |" in page
    assert "## Growth" not in page
    grown = {"measure": "question", "value": 9, "unit": "ms", "at 1×": 2, "grows": 0.5}
    (tmp_path / "2026-11-28.json").write_text(json.dumps({"rows": [*rows, grown]}))
    assert (
        figures.speed(tmp_path)
        .rstrip()
        .endswith(
            "## Growth\n\n| measure | unit | at 1× | grows |\n| --- | --- | --- | --- |\n| question | ms | 2 | 0.5 |"
        )
    )
    assert "| articles | 1,234 | 1/s |  |  |\n| a&#124;b &lt;c&gt; |  |  |  | 0.25 |" in page
    assert "| quads | 641,000 |" in page


def test_the_commands_of_the_tutorial_run_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(resources.data())
    (tmp_path / "out").mkdir()
    text = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    commands = [shlex.split(line.removeprefix("$ lgkg ")) for block in blocks for line in block.splitlines()]
    assert len(commands) > 8
    for arguments in commands:
        lgkg = [sys.executable, "-c", "from lgkg.cli import main; main()", *arguments]
        ran = subprocess.run(lgkg, cwd=tmp_path, capture_output=True, encoding="utf-8")
        assert ran.returncode == 0, (arguments, ran.stderr)
