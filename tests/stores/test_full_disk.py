"""A disk that fills while a graph is loaded: that of a real store, and ours."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lgkg
from lgkg.errors import GraphError
from lgkg.store.remote import store_at

if TYPE_CHECKING:
    from tests.stores.conftest import Disk, Server

    from lgkg.graph import Graph

_SMALL_REQUESTS = """\
from lgkg.store.remote import RemoteStore
from lgkg.store.remote.virtuoso import Virtuoso
RemoteStore.most_bytes = Virtuoso.most_bytes = 50_000
"""


def load_in_small_requests(graph: Path, url: str) -> subprocess.CompletedProcess[str]:
    """`lgkg load` as a command."""
    script = f"{_SMALL_REQUESTS}from lgkg.cli import main; main()"
    command = [sys.executable, "-c", script, "load", str(graph), "--to", url]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


def test_a_store_whose_disk_fills_says_so_and_a_second_run_completes(
    oxigraph_on_disk: Server, disk: Disk, samples_graph: Graph
) -> None:
    disk.leave(1_000)
    ran = load_in_small_requests(samples_graph.path, oxigraph_on_disk.url)
    assert (ran.returncode, ran.stdout) == (3, "")
    full = r"status 500 \(.*No space left.*\)\. Free some space on the server's disk, restart the store"
    assert re.search(full, ran.stderr), ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert 0 < sent_by_a_second_run(oxigraph_on_disk, disk, samples_graph) < samples_graph.manifest.articles


def test_virtuoso_is_never_told_loaded_where_its_disk_fills_and_a_second_run_completes(
    virtuoso_on_disk: Server, disk: Disk, samples_graph: Graph
) -> None:
    """It may lack the disk for the quads, go down, or have room for the quads and none for the answer to a question."""
    disk.leave(1_000)
    ran = load_in_small_requests(samples_graph.path, virtuoso_on_disk.url)
    assert ran.returncode in (1, 3), ran
    assert re.search(r"out of disk.*Free some space|the store cannot be reached", ran.stderr, re.DOTALL), ran.stderr
    sent_by_a_second_run(virtuoso_on_disk, disk, samples_graph)


def sent_by_a_second_run(server: Server, disk: Disk, graph: Graph) -> int:
    """How many graphs the next run sends where there is room; all are there then, also when the store restarts."""
    disk.leave(100_000)
    server.restart()
    completed = lgkg.load(graph.path, server.url)
    assert completed.proof
    assert completed.proof.holds, completed.proof

    server.restart()
    kept = lgkg.load(graph.path, server.url, check=True)
    assert kept.proof
    assert kept.proof.holds, kept.proof
    counts, _ = store_at(server.url).counts(graph.base)
    assert sum(counts.values()) == graph.manifest.quads
    return completed.sent


def test_a_journal_whose_disk_fills_says_so_and_a_second_run_completes(
    oxigraph: Server, disk: Disk, samples_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LGKG_STATE", str(disk.folder / "state"))
    lgkg.load(samples_graph.path, oxigraph.url, dry_run=True)
    (disk.folder / "ballast").write_bytes(b"\0" * 4096)
    disk.leave(0)
    with pytest.raises(GraphError, match=r"\.loaded: the disk is full\. Free some space"):
        lgkg.load(samples_graph.path, oxigraph.url)
    (disk.folder / "ballast").unlink()
    report = lgkg.load(samples_graph.path, oxigraph.url)
    assert report.proof
    assert report.proof.holds, report.proof
