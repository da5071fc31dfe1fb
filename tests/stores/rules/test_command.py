"""`lgkg load` says what it did, names what differs, and ends with the right code."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lgkg.cli import load as command
from lgkg.cli import main
from lgkg.graph import Graph
from lgkg.loading import Mode
from lgkg.store.remote import KINDS

if TYPE_CHECKING:
    from tests.stores.rules.conftest import Serve

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command; gives the exit code, the output and the errors."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        monkeypatch.setattr(sys, "argv", ["lgkg", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capfdbinary.readouterr()
        return int(ended.value.code or 0), written.out.decode(), written.err.decode()

    return run


def test_the_words_of_the_command_line_are_those_of_loading() -> None:
    assert set(command.Kind) == set(KINDS)
    assert list(map(str, command.Mode)) == list(map(str, Mode))


def test_a_load_ends_with_what_was_sent_and_proven(run: Run, serve: Serve, samples_graph: Graph) -> None:
    server = serve("fuseki")
    code, out, err = run("load", samples_graph.path, "--to", server.url)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == f"To {server.url}/data, which is of kind fuseki"
    assert "23  of 23 graphs sent, 0 of them in place of others" in lines[1]
    assert f"{samples_graph.manifest.quads:,}  quads" in lines[3]
    assert "23  of 23 graphs have as many triples there as they should" in lines[4]
    assert [line.rpartition(": ")[2] for line in lines[5:]] == ["the same"] * 5


def test_what_differs_is_named_and_the_code_tells_of_it(run: Run, serve: Serve, samples_graph: Graph) -> None:
    server = serve("fuseki")
    run("load", samples_graph.path, "--to", server.url)
    server.store.update("DROP GRAPH <https://w3id.org/lgkg/id/article/a03>")
    server.store.update("INSERT DATA { GRAPH <https://w3id.org/lgkg/id/article/x> { <urn:a> <urn:b> <urn:c> } }")
    code, out, err = run("load", samples_graph.path, "--to", server.url, "--check")
    assert code == 1
    assert "article/a03: the store has not got it. Run it again" in err
    assert "article/x: the graph has none of this name, the store has 1 triples. --prune drops it" in err
    assert "DIFFERENT" in out
    assert run("load", samples_graph.path, "--to", server.url, "--prune")[0] == 0


def test_a_dry_run_says_what_would_be_sent(run: Run, serve: Serve, samples_graph: Graph) -> None:
    server = serve("fuseki")
    code, out, _ = run("load", samples_graph.path, "--to", server.url, "--dry-run")
    assert code == 0
    assert "23  of 23 graphs to send" in out
    assert "Its own loader: With the server stopped: tdb2.tdbloader" in out
    assert len(server.store) == 0


def test_an_unreachable_store_is_one_line_and_code_three(run: Run, graph_folder: Path) -> None:
    code, out, err = run("load", graph_folder, "--to", "http://nowhere.invalid/ds")
    assert (code, out) == (3, "")
    assert len(err.splitlines()) == 1
    assert "cannot be reached" in err


def test_a_store_is_asked_like_a_folder(run: Run, serve: Serve, samples_graph: Graph, tmp_path: Path) -> None:
    server = serve("fuseki")
    run("load", samples_graph.path, "--to", server.url)
    for asked in ("query {} who-was-with --param person=นายพิทักษ์พล --format csv", "network {} --format csv"):
        here, there = (run(*shlex.split(asked.format(at))) for at in (samples_graph.path, f"--endpoint {server.url}"))
        assert here[0] == there[0] == 0
        assert sorted(there[1].splitlines()) == sorted(here[1].splitlines())
    assert run("view", "--endpoint", server.url, "-o", tmp_path / "there.html")[0] == 0
    assert run("view", samples_graph.path, "-o", tmp_path / "here.html")[0] == 0
    assert (tmp_path / "there.html").read_bytes() == (tmp_path / "here.html").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("query",),
        ("query", "folder"),
        ("query", "--endpoint", "http://localhost/"),
        ("query", "folder", "ASK {}", "--endpoint", "http://localhost/"),
        ("network",),
        ("network", "folder", "--endpoint", "http://localhost/"),
        ("view", "-o", "x.html"),
        ("load", "folder"),
        ("load", "folder", "--to", "http://localhost/", "--kind", "oracle"),
    ],
)
def test_a_graph_is_named_in_one_way(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


def test_a_missing_or_foreign_graph_is_told(run: Run, serve: Serve, graph_folder: Path) -> None:
    server = serve("fuseki")
    code, _, err = run("query", "--endpoint", server.url, "who-was-with", "--param", "person=person/abc")
    assert code == 3
    assert "no graph of lgkg is seen" in err
    code, _, err = run("load", graph_folder, "--to", server.url, "--graph", "graphs")
    assert code == 3
    assert "cannot be the base" in err
