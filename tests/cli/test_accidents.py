"""Accidents in the middle of a command: interrupts, kills, full disks, closed pipes."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import lgkg
from lgkg import GraphError, build

TEXT = "วันที่ 12 ตุลาคม 2565 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม "
LGKG = [sys.executable, "-c", "from lgkg.cli import main; main()"]


@pytest.fixture
def long_input(tmp_path: Path) -> Path:
    """Articles that take much longer to read than a test takes."""
    file = tmp_path / "long.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        for number in range(30_000):
            lines.write(json.dumps({"id": f"n{number}", "text": f"ข่าวที่ {number} " + TEXT * 20}) + "\n")
    return file


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph that is there before."""
    (tmp_path / "old.txt").write_text(TEXT, encoding="utf-8")
    build([tmp_path / "old.txt"], tmp_path / "graph")
    return tmp_path / "graph"


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


@contextlib.contextmanager
def start(*arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """The command at work, which does not outlive the block."""
    with subprocess.Popen(
        [*LGKG, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it did not happen within half a minute")


def is_reading(folder: Path) -> bool:
    """Whether articles have been read, enough of them that the next build can go on from there."""
    return any(folder.glob(".graph.building-*/.resume/worth"))


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("blow", "code", "words"),
    [
        (signal.SIGINT, 130, "was interrupted; nothing there was changed\n"),
        (signal.SIGTERM, 143, ""),
    ],
)
def test_an_interrupted_build_leaves_the_old_graph_and_what_it_had_read(
    long_input: Path, graph: Path, jobs: str, blow: signal.Signals, code: int, words: str
) -> None:
    before = contents(graph)
    with start("build", long_input, "--out", graph, "--jobs", jobs) as process:
        wait_until(lambda: is_reading(graph.parent))
        os.killpg(process.pid, blow)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == code
    (left,) = graph.parent.glob(".graph.building-*")
    kept = f"lgkg: what was read is kept in {left}; the next build or update of {graph} goes on from there\n"
    assert errors == kept + (f"lgkg: the build of {graph} {words}" if words else "")
    assert contents(graph) == before
    assert sorted(path.name for path in graph.parent.iterdir()) == [left.name, "graph", "long.jsonl", "old.txt"]
    assert sorted(path.name for path in left.iterdir()) == [".lock", ".resume", "articles.db"]


def test_a_killed_build_leaves_the_old_graph_and_the_next_one_clears_up(long_input: Path, graph: Path) -> None:
    before = contents(graph)
    with start("build", long_input, "--out", graph, "--jobs", "2") as process:
        wait_until(lambda: is_reading(graph.parent))
        process.kill()
    assert contents(graph) == before
    wait_until(lambda: build_again(graph))
    assert contents(graph) == before


def build_again(graph: Path) -> bool:
    """Builds anew; whether that cleared away what was left, which it does when the last worker has ended."""
    with contextlib.suppress(GraphError):
        build([graph.parent / "old.txt"], graph)
    return not list(graph.parent.glob(".graph.*"))


def test_a_limit_on_the_size_of_files_is_told_and_the_old_graph_stays(long_input: Path, graph: Path) -> None:
    before = contents(graph)
    ran = subprocess.run(
        [*LGKG, "build", str(long_input), "--out", str(graph)],
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
    )
    assert ran.returncode == 3
    assert len(ran.stderr.splitlines()) == 1
    assert "file too large" in ran.stderr
    assert contents(graph) == before
    assert not list(graph.parent.glob(".graph.*"))


def test_an_input_that_may_not_be_read_costs_only_itself(graph: Path) -> None:
    closed = graph.parent / "closed.txt"
    closed.touch(mode=0)
    build_all = ["build", closed, graph.parent / "old.txt", "--out", graph]
    ran = subprocess.run([*as_owner(), *LGKG, *map(str, build_all)], capture_output=True, encoding="utf-8")
    assert ran.returncode == 1
    assert ran.stderr == f"lgkg: {closed}: cannot be read: permission denied. Check its permissions\n"


def as_owner() -> list[str]:
    """What takes from root the right to read and write whatever the permissions say; others never had it."""
    if os.geteuid() != 0:
        return []
    rights = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]


def test_a_killed_query_takes_its_worker_along(graph: Path) -> None:
    with start("query", graph, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i) }") as process:
        wait_until(lambda: bool(children(process.pid)))
        (worker,) = children(process.pid)
        process.kill()
    wait_until(lambda: not Path(f"/proc/{worker}/cmdline").exists())


def children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def test_builds_and_readers_of_one_graph_do_not_disturb_each_other(graph: Path) -> None:
    with contextlib.ExitStack() as stack:
        builds = [stack.enter_context(start("build", graph.parent / "old.txt", "--out", graph)) for _ in range(3)]
        while any(one.poll() is None for one in builds):
            with lgkg.open_graph(graph) as opened:
                assert opened.query("ASK { ?s ?p ?o }").boolean
        told = [one.communicate() for one in builds]
    for one, (_, errors) in zip(builds, told, strict=True):
        refused = f"lgkg: {graph}: another build is writing this graph. Wait until it has ended, or give another folder"
        assert (one.returncode, errors.strip()) in ((0, ""), (3, refused))
    assert any(one.returncode == 0 for one in builds)
    assert sorted(path.name for path in graph.parent.iterdir()) == ["graph", "old.txt"]


def test_a_closed_pipe_is_no_error(graph: Path) -> None:
    query = "SELECT * { ?s ?p ?o }"
    command = (
        f"{sys.executable} -c 'from lgkg.cli import main; main()' query {graph} '{query}' --format csv | head -n 1"
    )
    ran = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, encoding="utf-8")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["info", "query", "build"])
def test_closed_streams_are_no_error(graph: Path, closed: str, command: str) -> None:
    arguments = {
        "info": ["info", str(graph)],
        "query": ["query", str(graph), "SELECT * { ?s ?p ?o }"],
        "build": ["build", str(graph.parent / "old.txt"), "--out", str(graph)],
    }
    ran = subprocess.run(["bash", "-c", f'"$@" {closed}', "-", *LGKG, *arguments[command]], capture_output=True)
    assert ran.returncode == 0
    assert b"unexpected" not in ran.stderr
    assert contents(graph)


def test_a_full_output_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run([*LGKG, "questions"], stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert ran.returncode == 3
    assert ran.stderr == "lgkg: output: no space left on device\n"


def test_help_comes_at_once() -> None:
    started = time.monotonic()
    subprocess.run([*LGKG, "--help"], check=True, capture_output=True)
    assert time.monotonic() - started < 2  # 0.1 s on an idle machine; heavy imports would take several
    heavy = ("pyoxigraph", "rdflib", "networkx", "rich.table")
    script = f"import sys, lgkg.cli; print(*(name for name in {heavy} if name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout == "\n"
