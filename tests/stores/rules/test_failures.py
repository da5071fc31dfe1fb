"""What can go wrong on the way: each time a clear word, nothing doubled, and a second run that completes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lgkg
from lgkg.errors import GraphError, LgkgError, RemoteError
from lgkg.graph import Graph
from lgkg.loading.journal import Journal
from lgkg.store.remote import Patience, RemoteStore
from lgkg.store.remote.digest import Digest
from lgkg.store.remote.http import Connection
from lgkg.store.remote.sparql import UpdateStore

if TYPE_CHECKING:
    from tests.stores.rules.conftest import Fault, Reply, Request, RulesServer, Serve


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small requests, so that there are many."""
    monkeypatch.setattr(RemoteStore, "most_bytes", 50_000)
    monkeypatch.setattr(UpdateStore, "most_bytes", 50_000)


@pytest.fixture
def fuseki(serve: Serve) -> RulesServer:
    return serve("fuseki")


def of_writing(answer: Callable[[int], Reply | None]) -> Fault:
    """A fault of requests that write, given how many there were before."""
    count = iter(range(10**6))
    return lambda request: answer(next(count)) if request.path == "/ds/data" else None


def completes(server: RulesServer, graph: Graph, *, all_sent: bool = False) -> None:
    """A second run without the fault."""
    server.faults.clear()
    report = lgkg.load(graph.path, server.url)
    assert report.proof
    assert report.proof.holds, report.proof
    assert len(server.store) == graph.manifest.quads
    assert (report.sent == report.graphs) is all_sent


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ((500, "text/plain", b"out of luck"), r"status 500 \(out of luck\).*goes on where it stopped"),
        ((503, "text/html", b"<html><title>x</title><body>later <b>please</b></body></html>"), "later please"),
        ((507, "text/plain", b""), "status 507.*Free some space on the server's disk"),
        ((500, "text/plain", b"write failed: No space left on device"), "No space left.*Free some space"),
        ((500, "text/plain", b"Virtuoso 40004 Error SR174: Log out of disk"), "out of disk.*Free some space"),
        ((413, "text/plain", b""), "status 413.*Let the server take bodies of 4 MB"),
        ((500, "text/plain", b"\x1b[2J\xff\n" * 1000), r"\(\\x1b\[2J"),
    ],
)
def test_a_store_that_fails_in_the_middle_is_told_of(
    fuseki: RulesServer, samples_graph: Graph, quick: Patience, reply: Reply, told: str
) -> None:
    fuseki.faults.append(of_writing(lambda before: reply if before > 5 else None))
    with pytest.raises(RemoteError, match=told) as raised:
        lgkg.load(samples_graph.path, fuseki.url, patience=quick, jobs=1)
    assert len(str(raised.value)) < 500
    completes(fuseki, samples_graph)


def test_a_full_disk_is_not_tried_again(fuseki: RulesServer, samples_graph: Graph) -> None:
    fuseki.faults.append(of_writing(lambda before: (507, "text/plain", b"")))
    with pytest.raises(RemoteError):
        lgkg.load(samples_graph.path, fuseki.url, jobs=1, patience=Patience(tries=6, pause=30))
    completes(fuseki, samples_graph, all_sent=True)


def test_a_store_without_room_for_a_question_says_so(fuseki: RulesServer, graph_folder: Path) -> None:
    lgkg.load(graph_folder, fuseki.url)
    full: Reply = (500, "text/plain", b"Virtuoso 40003 Error SR173: Transaction out of disk")
    fuseki.faults.append(lambda request: full if b"acting" in request.body else None)
    told = lgkg.load(graph_folder, fuseki.url, check=True).proof
    assert told
    assert any("out of disk" in one.error and "Free some space" in one.error for one in told.asked)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_passes_is_waited_for(fuseki: RulesServer, samples_graph: Graph, quick: Patience, status: int) -> None:
    fuseki.faults.append(of_writing(lambda before: (status, "text/plain", b"") if before % 3 else None))
    report = lgkg.load(samples_graph.path, fuseki.url, patience=quick, jobs=1)
    assert report.proof
    assert report.proof.holds
    assert len(fuseki.store) == samples_graph.manifest.quads


def test_the_time_that_a_store_asks_for_is_given(fuseki: RulesServer, graph_folder: Path, quick: Patience) -> None:
    busy: Reply = (429, "text/plain\nRetry-After: 1", b"")
    fuseki.faults.append(of_writing(lambda before: busy if before == 0 else None))
    started = time.monotonic()
    lgkg.load(graph_folder, fuseki.url, patience=quick)
    assert time.monotonic() - started >= 1


def test_a_slow_store_is_given_up(fuseki: RulesServer, samples_graph: Graph) -> None:
    held = threading.Event()

    def wait(before: int) -> None:
        if before > 5:
            held.wait(20)

    fuseki.faults.append(of_writing(wait))
    with pytest.raises(RemoteError, match=r"did not answer within 0\.5 seconds.*--timeout"):
        lgkg.load(samples_graph.path, fuseki.url, jobs=1, patience=Patience(tries=2, pause=0.01, timeout=0.5))
    held.set()
    completes(fuseki, samples_graph)


def test_an_answer_that_is_lost_doubles_nothing(fuseki: RulesServer, graph_folder: Path, quick: Patience) -> None:
    def lose(request: Request) -> Reply | None:
        if request.path != "/ds/data" or len(lost) > 1:
            return None
        lost.append(request.path)
        fuseki.faults.remove(lose)
        fuseki.reply(request)
        fuseki.faults.append(lose)
        return 502, "text/plain", b"done, but nobody heard"

    lost: list[str] = []
    fuseki.faults.append(lose)
    report = lgkg.load(graph_folder, fuseki.url, patience=quick)
    assert len(lost) == 2
    assert report.proof
    assert report.proof.holds
    assert len(fuseki.store) == report.proof.quads


def test_a_graph_dropped_in_silence_is_named(fuseki: RulesServer, graph_folder: Path) -> None:
    silent: Reply = (200, "text/plain", b"")
    fuseki.faults.append(lambda request: silent if b"article/harbour>" in request.body else None)
    told = lgkg.load(graph_folder, fuseki.url).proof
    assert told
    assert "https://w3id.org/lgkg/id/article/harbour" in [one.graph for one in told.differences]
    assert not told.holds
    fuseki.faults.clear()
    repaired = lgkg.load(graph_folder, fuseki.url)
    assert repaired.sent == len(told.differences)
    assert repaired.proof
    assert repaired.proof.holds


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_is_told_without_the_password(
    fuseki: RulesServer, graph_folder: Path, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    monkeypatch.setenv("LGKG_LOAD_USER", "me")
    monkeypatch.setenv("LGKG_LOAD_PASSWORD", "s3cret-s3cret")
    fuseki.faults.append(of_writing(lambda before: (status, "text/plain", b"")))
    with pytest.raises(RemoteError, match=f"status {status}.*LGKG_LOAD_USER") as told:
        lgkg.load(graph_folder, fuseki.url)
    assert "s3cret" not in repr(told.value)


def test_a_password_goes_out_only_when_it_is_asked_for(
    fuseki: RulesServer, graph_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LGKG_LOAD_USER", "me")
    monkeypatch.setenv("LGKG_LOAD_PASSWORD", "s3cret-s3cret")
    sent = []

    def watch(request: Request) -> Reply | None:
        sent.append(request.headers.get("authorization", ""))
        return (401, "text/plain", b"") if request.path == "/ds/data" and not sent[-1] else None

    fuseki.faults.append(watch)
    report = lgkg.load(graph_folder, fuseki.url, jobs=1)
    assert report.proof
    assert report.proof.holds
    first = next(place for place, one in enumerate(sent) if one)
    assert set(sent[first:]) == {"Basic bWU6czNjcmV0LXMzY3JldA=="}
    assert first > 1


def test_a_password_is_not_carried_to_another_address(fuseki: RulesServer, graph_folder: Path) -> None:
    away: Reply = (307, "text/plain\nLocation: http://elsewhere.example/", b"")
    fuseki.faults.append(of_writing(lambda before: away))
    with pytest.raises(RemoteError, match=r"status 307.*Give the address that it leads to: http://elsewhere\.example/"):
        lgkg.load(graph_folder, fuseki.url)


def test_nobody_at_an_address_is_told(graph_folder: Path, quick: Patience) -> None:
    with pytest.raises(RemoteError, match="cannot be reached"):
        lgkg.load(graph_folder, "http://127.0.0.1:9/ds", patience=quick)
    with pytest.raises(RemoteError, match="cannot be reached"):
        lgkg.load(graph_folder, "http://nowhere.invalid/ds", patience=Patience(tries=6, pause=30))


def test_a_digest_is_that_of_the_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    # The example of RFC 7616, section 3.9.1.
    once = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    monkeypatch.setattr("secrets.token_hex", lambda length: once)
    digest = Digest("Mufasa", "Circle of Life")
    assert digest.header("GET", "/dir/index.html") is None
    assert digest.learn(
        'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, '
        'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
    )
    header = digest.header("GET", "/dir/index.html")
    assert header
    assert 'response="8ca523f5e9506fed4657c9700eebdbec"' in header
    assert not digest.learn('Basic realm="x"')


class Killed:
    """`lgkg load` in a process of its own, killed in the middle."""

    def __init__(self, server: RulesServer, graph: Path) -> None:
        self._reached = threading.Event()
        self._server = server
        server.faults.append(of_writing(self._after_some))
        small = "from lgkg.store.remote import RemoteStore; RemoteStore.most_bytes = 50_000"
        script = f"{small}; from lgkg.cli import main; main()"
        command = [sys.executable, "-c", script, "load", str(graph), "--to", server.url, "--jobs", "1"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ.copy())

    def _after_some(self, before: int) -> None:
        if before == 5:
            self._reached.set()
            time.sleep(1)

    def send(self, number: signal.Signals) -> tuple[int, str]:
        """Sends a signal in the middle; gives the exit code and the errors."""
        assert self._reached.wait(60)
        self.process.send_signal(number)
        errors = self.process.communicate(timeout=60)[1].decode()
        return self.process.returncode, errors


@pytest.fixture
def killed(fuseki: RulesServer, samples_graph: Graph) -> Iterator[Killed]:
    run = Killed(fuseki, samples_graph.path)
    yield run
    run.process.kill()
    run.process.communicate()


def test_a_killed_load_goes_on_where_it_stopped(fuseki: RulesServer, samples_graph: Graph, killed: Killed) -> None:
    assert killed.send(signal.SIGKILL)[0] == -signal.SIGKILL
    completes(fuseki, samples_graph)


def test_an_interrupted_load_says_how_to_go_on(fuseki: RulesServer, samples_graph: Graph, killed: Killed) -> None:
    code, errors = killed.send(signal.SIGINT)
    assert (code, errors) == (130, "lgkg: the load was interrupted; run it again to send what is missing\n")
    completes(fuseki, samples_graph)


def test_two_loads_do_not_write_to_one_store_at_once(fuseki: RulesServer, graph_folder: Path) -> None:
    journal = Journal(f"{fuseki.at('/ds/data')} https://w3id.org/lgkg/id/")
    with pytest.raises(GraphError, match="another load"):
        lgkg.load(graph_folder, fuseki.url)
    journal.close()
    assert lgkg.load(graph_folder, fuseki.url).sent == 6


def test_the_journal_tells_nobody_what_was_loaded(fuseki: RulesServer, graph_folder: Path, state: Path) -> None:
    lgkg.load(graph_folder, fuseki.url)
    (journal,) = state.iterdir()
    assert all(re.fullmatch("[0-9a-f]{32}", line) for line in journal.read_text(encoding="ascii").split())


def test_a_torn_journal_is_read_as_far_as_it_goes(fuseki: RulesServer, graph_folder: Path, state: Path) -> None:
    lgkg.load(graph_folder, fuseki.url)
    (journal,) = state.iterdir()
    journal.write_bytes(journal.read_bytes()[:-10])
    report = lgkg.load(graph_folder, fuseki.url)
    assert report.sent == 1
    assert report.proof
    assert report.proof.holds


def test_a_stopped_connection_waits_no_longer(fuseki: RulesServer) -> None:
    from lgkg.store.remote.credentials import Credentials

    connection = Connection(Credentials(), Patience(tries=5, pause=30))
    fuseki.faults.append(lambda request: (503, "text/plain", b""))
    threading.Timer(0.2, connection.stop).start()
    started = time.monotonic()
    assert connection.send("GET", fuseki.url).status == 503
    assert time.monotonic() - started < 10
    connection.close()


def test_every_failure_is_of_the_family() -> None:
    assert issubclass(RemoteError, LgkgError)
