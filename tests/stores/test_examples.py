"""What the help and docs/stores.md show works as shown, on a store that runs here."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lgkg
from lgkg.cli import load, network, query, view
from lgkg.questions import Kind, questions
from lgkg.questions.values import MOST

if TYPE_CHECKING:
    from tests.stores.conftest import Server

    from lgkg.graph import Graph
    from lgkg.knowledge_graph import KnowledgeGraph
    from lgkg.questions import Question

DOCUMENT = Path(__file__).parents[2] / "docs" / "stores.md"
STORE = re.compile(r"http://localhost:\d+(/ds|/sparql)?")


@pytest.fixture
def place(tmp_path: Path, samples_graph: Graph) -> Path:
    """A folder with the graphs that the examples name."""
    for name in ("demo", "before"):
        shutil.copytree(samples_graph.path, tmp_path / "out" / name)
    return tmp_path


def run(place: Path, *arguments: str) -> str:
    command = [sys.executable, "-X", "utf8", *arguments]
    ran = subprocess.run(command, cwd=place, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, (arguments, ran.stderr)
    return ran.stdout


def test_the_commands_that_name_a_store_run(oxigraph: Server, place: Path) -> None:
    helps = [function.__doc__ or "" for function in (load.load, query.query, network.network, view.view)]
    shown = "\n".join([DOCUMENT.read_text(encoding="utf-8"), *helps])
    commands = [line.strip() for line in re.findall(r"^ *\$? ?(lgkg .*)$", shown, re.MULTILINE)]
    about = [STORE.sub(oxigraph.url, command) for command in commands if STORE.search(command)]
    assert len(about) > 8
    for command in sorted(about, key=lambda command: "load" not in command):  # asked when all is there
        run(place, "-c", "from lgkg.cli import main; main()", *shlex.split(command)[1:])


def test_the_python_example_runs(oxigraph: Server, place: Path) -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(run(place, "-c", STORE.sub(oxigraph.url, example)).splitlines()) == 5


def test_the_questions_said_to_find_less_under_other_names_of_graphs_are_those_that_do(
    oxigraph: Server, samples_graph: Graph
) -> None:
    lgkg.load(samples_graph.path, oxigraph.url, prefix="https://data.example.go.th/graphs/")
    with lgkg.open_endpoint(oxigraph.url) as there:
        less = {asked.id for asked in questions() if answered(asked, there) != answered(asked, samples_graph)}
    told = DOCUMENT.read_text(encoding="utf-8").partition("**`--graph PREFIX`**")[2].partition("\n\n")[0]
    assert set(re.findall(r"`([a-z-]+)`", told)) == less | {"where-a-policy-appears"}  # its example has no event


def answered(asked: Question, graph: KnowledgeGraph) -> Counter[tuple[object, ...]]:
    values = {one.name: one.example for one in asked.parameters if one.kind is not Kind.INT}
    most = {one.name: MOST for one in asked.parameters if one.kind is Kind.INT}
    return Counter(asked.ask(graph, **values, **most))
