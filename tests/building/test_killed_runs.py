"""A run that is killed leaves the old graph or the new one, whole, and nothing in the way of the next run.

Six runs are killed; `LGKG_KILLS=50` kills fifty. The moments are spread over the time that a run takes, at random
but the same in every test run.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from lgkg.building import build
from lgkg.building.run import update
from lgkg.graph import open_graph
from lgkg.identity.ledger import Judgement, JudgementRow, Ledger, PersonRow
from lgkg.store import ARCHIVE, LEDGER, NQUADS, STATUS, STORE, open_store

KILLS = int(os.environ.get("LGKG_KILLS", "6"))

TEXT = (
    "วันที่ {day} ตุลาคม 2565 เวลา 09.30 น. ที่ศาลากลางจังหวัดระยอง นาย{name} ผู้ว่าราชการจังหวัดระยอง "
    "เป็นประธานการประชุมคณะกรรมการป้องกันไฟป่า โดยมี นายวิชัย มั่นคง ปลัดจังหวัดระยอง เข้าร่วมประชุม"
)
NAMES = ["สมชาย ใจดี", "ประยูร แก้วมณี", "สมศักดิ์ รักไทย"]

RUN = """
import sys, runpy
module = runpy.run_path(sys.argv[1])
module["warm"]()
print("ready", flush=True)
module["WAYS"][sys.argv[2]](module["Path"](sys.argv[3]))
"""


def built(folder: Path) -> None:
    build([folder / "new.jsonl"], folder / "graph")


def updated(folder: Path) -> None:
    update(folder / "graph", [folder / "new.jsonl"], remove=["n1"])


def merged(folder: Path) -> None:
    people = {row.person for row in Ledger.read(folder / "graph" / LEDGER).rows if isinstance(row, PersonRow)}
    a, b = sorted(people)[:2]
    update(folder / "graph", decisions=[JudgementRow(a, b, Judgement.SAME, "somchai", "seen", "2026-11-26")])


WAYS: dict[str, Callable[[Path], None]] = {"build": built, "update": updated, "merge": merged}


def warm() -> None:
    """Loads what a first article makes load, so that the moments fall into the run itself."""
    from lgkg.article import Article
    from lgkg.reading import read

    read(Article("a", TEXT.format(day=1, name=NAMES[0])))


@dataclass(frozen=True)
class Content:
    """All that a graph holds: its files, and the quads of its store."""

    files: Mapping[str, bytes]
    store: frozenset[object]


def content(graph: Path) -> Content:
    files = {name: (graph / name).read_bytes() for name in (NQUADS, STATUS, LEDGER, "build.json")}
    return Content(files, frozenset(open_store(graph / STORE)))


def write(file: Path, first: int, last: int) -> None:
    told = ({"id": f"n{n}", "text": TEXT.format(day=n + 1, name=NAMES[n % 3])} for n in range(first, last))
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in told), encoding="utf-8")


@dataclass(frozen=True)
class Ways:
    """A folder with a graph to begin with, what each way makes of it, and the seconds that it takes."""

    folder: Path
    old: Content
    new: dict[str, Content]
    seconds: dict[str, float]


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> Ways:
    folder = tmp_path_factory.mktemp("killed")
    write(folder / "old.jsonl", 0, 6)
    write(folder / "new.jsonl", 4, 12)
    build([folder / "old.jsonl"], folder / "begin")
    found = Ways(folder, content(folder / "begin"), {}, {})
    for way in WAYS:
        run = started(way, begun(found))
        began = time.monotonic()
        run.wait()
        found.seconds[way] = time.monotonic() - began
        found.new[way] = content(folder / "run" / "graph")
    return found


def begun(ways: Ways) -> Path:
    """A folder with the graph to begin with and the articles to come."""
    folder = ways.folder / "run"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ways.folder / "begin", folder / "graph")
    shutil.copy(ways.folder / "new.jsonl", folder)
    return folder


def started(way: str, folder: Path) -> subprocess.Popen[bytes]:
    """A run in a process of its own, which is about to begin."""
    command = [sys.executable, "-c", RUN, __file__, way, str(folder)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert run.stdout and run.stdout.readline() == b"ready\n"
    return run


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_run_leaves_the_old_graph_or_the_new_one(ways: Ways, number: int) -> None:
    way, folder = list(WAYS)[number % len(WAYS)], begun(ways)
    delay = (number + Random(number).random()) / KILLS * ways.seconds[way]
    run = started(way, folder)
    time.sleep(delay)
    run.kill()
    run.wait()
    with open_graph(folder / "graph") as graph:
        assert graph.query("SELECT * { ?person a lgkg:Person } LIMIT 1").rows
    left = content(folder / "graph")
    assert left in (ways.old, ways.new[way])
    if left == ways.old:
        WAYS[way](folder)
    else:
        update(folder / "graph")
    assert content(folder / "graph") == ways.new[way]
    assert sorted(path.name for path in folder.iterdir()) == ["graph", "new.jsonl"]
    assert sorted(path.name for path in (folder / "graph").iterdir()) == sorted(
        (NQUADS, STATUS, LEDGER, ARCHIVE, STORE, "build.json")
    )
