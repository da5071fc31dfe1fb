"""What whoever runs the website sees of it: health, metrics, the access log, replaced graphs, how it is started."""

from __future__ import annotations

import asyncio
import configparser
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import httpx
import pytest
from anyio.from_thread import start_blocking_portal
from prometheus_client.parser import text_string_to_metric_families
from typer.main import get_command
from typer.testing import CliRunner

from lgkg.cli.app import app
from lgkg.errors import BusyError
from lgkg.facts import Facts
from lgkg.graph import Graph
from lgkg.web import Settings
from lgkg.web.kept import Kept
from lgkg.web.pool import Pool

T = TypeVar("T")

if TYPE_CHECKING:
    from tests.conftest import GraphMaker
    from tests.web.conftest import Serving

DEPLOY = Path(__file__).parents[2] / "deploy"
COUNT = {"query": "SELECT (COUNT(*) AS ?n) { ?a a lgkg:Article }", "format": "csv"}


def in_a_loop(work: Callable[[], Awaitable[T]]) -> T:
    """What `work` gives in an event loop of a thread of its own: a browser's may run in this one."""
    with start_blocking_portal() as elsewhere:
        return elsewhere.call(work)


def metrics_of(address: str) -> dict[tuple[str, ...], float]:
    families = text_string_to_metric_families(httpx.get(f"{address}/metrics").text)
    return {(sample.name, *sample.labels.values()): sample.value for family in families for sample in family.samples}


def test_health_tells_what_is_served(client: httpx.Client, samples_graph: Graph) -> None:
    response = client.get("/health")
    assert response.status_code == 200
    assert response.json()["articles"] == samples_graph.manifest.articles
    assert response.json()["status"] == "ok"


def test_health_is_503_when_the_store_cannot_be_asked(serving: Serving, tmp_path: Path, graph_folder: Path) -> None:
    folder = Path(shutil.copytree(graph_folder, tmp_path / "graph"))
    with serving(folder, Settings(workers=1)) as address:
        shutil.rmtree(folder)
        assert httpx.get(f"{address}/health").status_code == 200, "what is open can be asked"
        subprocess.run(["pkill", "-KILL", "-P", str(os.getpid()), "-f", str(folder)], check=True)
        response = httpx.get(f"{address}/health")
        page = httpx.get(f"{address}/search?q=x")
    assert response.status_code == page.status_code == 503
    assert response.json()["reason"]
    assert str(tmp_path) not in response.text + page.text, "where the folder lies is nobody's business"


def test_metrics_count_requests_by_route_and_status_and_what_was_stopped_and_cut(
    serving: Serving, samples_graph: Graph
) -> None:
    with serving(samples_graph.path, Settings(workers=1, timeout=0.5, rows=3)) as address:
        httpx.get(f"{address}/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
        httpx.get(f"{address}/sparql", params={"query": "SELEC"})
        httpx.get(f"{address}/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"})
        httpx.get(f"{address}/people/somebody")
        found = metrics_of(address)
    for status in ("200", "400", "503"):
        assert found["lgkg_requests_total", "/sparql", status] == 1
    assert found["lgkg_requests_total", "-", "404"] == 1
    assert found["lgkg_request_seconds_count", "/sparql"] == 3
    assert found["lgkg_queries_stopped",] == found["lgkg_answers_cut",] == 1
    assert found["lgkg_pool_busy",] == found["lgkg_pool_waiting",] == 0


def test_the_access_log_tells_each_answer_and_nothing_of_what_was_asked(
    serving: Serving, samples_graph: Graph, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(samples_graph.path, Settings(workers=1, access_log=True)) as address:
        httpx.get(f"{address}/sparql", params={"query": 'ASK { ?p foaf:name "secretname" }'})
        httpx.get(f"{address}/secretname/secretname?q=secretname", headers={"User-Agent": "secretname"})
        httpx.request("PROPFIND", f"{address}/sparql")
    told = capfd.readouterr().err
    assert "secretname" not in told.casefold()
    lines = [line.split() for line in told.splitlines()]
    assert [line[:3] for line in lines] == [
        ["GET", "/sparql", "200"],
        ["GET", "-", "404"],
        ["OTHER", "/sparql", "405"],
    ]
    assert all(line[3].endswith("ms") and line[4].endswith("B") for line in lines)


def test_a_replaced_graph_is_noticed_and_no_request_fails_meanwhile(
    serving: Serving, tmp_path: Path, make_graph: GraphMaker, all_facts: tuple[Facts, ...]
) -> None:
    folder = make_graph(tmp_path / "graph", all_facts)
    answers: list[tuple[int, str]] = []
    with serving(folder, Settings(workers=2)) as address, httpx.Client(base_url=address, timeout=60) as client:
        done = threading.Event()

        def asking() -> None:
            while not done.is_set():
                response = client.get("/sparql", params=COUNT)
                answers.append((response.status_code, response.text.split()[-1]))

        thread = threading.Thread(target=asking)
        thread.start()
        time.sleep(0.5)
        make_graph(folder, all_facts[:1])
        replaced, until = time.monotonic(), time.monotonic() + 10
        while answers[-1][1] != "1" and time.monotonic() < until:
            time.sleep(0.05)
        noticed = time.monotonic() - replaced
        time.sleep(0.5)
        done.set()
        thread.join()
        assert httpx.get(f"{address}/health").json()["articles"] == 1
    assert {status for status, _ in answers} == {200}
    numbers = [number for _, number in answers]
    assert numbers == ["3"] * numbers.count("3") + ["1"] * numbers.count("1"), "never back to the old one"
    assert noticed < 5


def test_a_query_that_runs_while_the_graph_is_replaced_gets_its_answer(
    tmp_path: Path, make_graph: GraphMaker, all_facts: tuple[Facts, ...]
) -> None:
    folder = make_graph(tmp_path / "graph", all_facts)

    async def replaced_meanwhile() -> tuple[int, int]:
        pool = Pool(folder, Settings(workers=1))
        entered, go = threading.Event(), threading.Event()

        def asking(graph: Graph) -> int:
            graph.query("ASK {}")
            entered.set()
            go.wait()
            return len(graph.query("SELECT ?a { ?a a lgkg:Article }"))

        first = asyncio.ensure_future(pool.run(asking))
        await asyncio.to_thread(entered.wait)
        await asyncio.to_thread(make_graph, folder, all_facts[:1])
        go.set()
        await asyncio.sleep(1.1)
        second = await pool.run(lambda graph: len(graph.query("SELECT ?a { ?a a lgkg:Article }")))
        pool.close()
        return await first, second

    assert in_a_loop(replaced_meanwhile) == (3, 1)


def test_what_is_kept_of_a_graph_is_made_once_and_again_for_another(
    tmp_path: Path, make_graph: GraphMaker, all_facts: tuple[Facts, ...]
) -> None:
    folder = make_graph(tmp_path / "graph", all_facts)
    made: list[int] = []

    async def make() -> int:
        made.append(1)
        await asyncio.sleep(0.01)
        return len(made)

    async def keeping() -> list[int]:
        pool = Pool(folder, Settings(workers=1))
        kept = Kept(pool, make)
        first = await asyncio.gather(*(kept.get() for _ in range(5)))
        await asyncio.to_thread(make_graph, folder, all_facts[:1])
        await asyncio.sleep(1.1)
        pool_second = await kept.get()
        pool.close()
        return [*first, pool_second]

    assert in_a_loop(keeping) == [1, 1, 1, 1, 1, 2]


def test_a_cancelled_asker_frees_the_graph_and_a_full_queue_is_told(graph_folder: Path) -> None:
    async def cancelled() -> None:
        pool = Pool(graph_folder, Settings(workers=1, waiting=0, timeout=60))
        endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
        task = asyncio.ensure_future(pool.run(lambda graph: graph.query(endless)))
        await asyncio.sleep(0.5)
        with pytest.raises(BusyError):
            await pool.run(Graph.info)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        pool._settings = Settings(workers=1)
        assert await pool.run(lambda graph: graph.query("ASK { ?s ?p ?o }").boolean)
        assert (pool.busy, pool.waiting, pool.stopped) == (0, 0, 1)
        pool.close()

    in_a_loop(cancelled)


def test_the_options_reach_the_settings(monkeypatch: pytest.MonkeyPatch, graph_folder: Path) -> None:
    given: list[Settings] = []
    monkeypatch.setattr("lgkg.web.serve", lambda graph, settings, started: given.append(settings))
    options = "--max-body 5000 --service a.example --service b.example:81 --access-log --timeout 3 --max-rows 7"
    assert CliRunner().invoke(app, ["serve", str(graph_folder), *options.split()]).exit_code == 0
    (settings,) = given
    assert (settings.body, settings.services, settings.access_log) == (5000, ("a.example", "b.example:81"), True)
    assert (settings.timeout, settings.rows) == (3, 7)


def started_with(command: str) -> set[str]:
    return {word.split("=")[0] for word in command.split() if word.startswith("--")}


def known_options() -> set[str]:
    serve = get_command(app).commands["serve"]  # type: ignore[attr-defined]
    return {name for parameter in serve.params for name in parameter.opts}


def test_the_unit_starts_serve_with_options_that_it_has() -> None:
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / "lgkg.service")
    command = unit["Service"]["ExecStart"]
    assert " serve " in command
    assert started_with(command) <= known_options()
    assert started_with(command)
    assert unit["Service"]["DynamicUser"] == "yes"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = (DEPLOY / "lgkg.service").read_text().replace("/opt/lgkg/bin/lgkg", "/bin/true")
    (tmp_path / "lgkg.service").write_text(unit)
    verified = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / "lgkg.service")], capture_output=True, text=True
    )
    assert "lgkg.service" not in verified.stderr, verified.stderr


def test_the_container_starts_serve_with_options_that_it_has() -> None:
    lines = (DEPLOY / "Dockerfile").read_text().splitlines()
    (entry,) = [line for line in lines if line.startswith("ENTRYPOINT")]
    (command,) = [line for line in lines if line.startswith("CMD")]
    assert '"serve"' in entry
    words = {word.strip('", []') for word in command.removeprefix("CMD").split(",")}
    assert {word for word in words if word.startswith("--")} <= known_options()
    assert any(line.startswith("USER ") for line in lines), "it does not run as root"
