"""A run that is killed is gone on with: what it had read is not read again, and the graph is the same."""

from __future__ import annotations

import contextlib
import errno
import gzip
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import TypeAlias

import pytest

from lgkg.building import BuildReport, Progress, Stage, build, leftover, redact, update
from lgkg.building.leftover import run_key
from lgkg.building.revision import Settings
from lgkg.errors import GraphError, InputError
from lgkg.identity.redaction import Redactions
from lgkg.store import ARCHIVE, LEDGER, NQUADS, REDACTIONS, STATUS, STORE, open_store

ARTICLES = 230
TEXT = (
    "วันที่ {day} ตุลาคม 2565 เวลา 09.30 น. ที่ศาลากลางจังหวัดระยอง นาย{name} ผู้ว่าราชการจังหวัดระยอง "
    "เป็นประธานการประชุมคณะกรรมการป้องกันไฟป่า โดยมี นายวิชัย มั่นคง ปลัดจังหวัดระยอง เข้าร่วมประชุม"
)
NAMES = ["สมชาย ใจดี", "ประยูร แก้วมณี", "สมศักดิ์ รักไทย"]
WITHHELD = {"name": "ประยูร แก้วมณี", "why": "asked"}

RUN = """
import os, signal, sys
from pathlib import Path
from lgkg.building import build

folder, stage, last, jobs = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])

def tell(progress):
    if progress.stage == stage and progress.articles >= last:
        os.kill(os.getpid(), signal.SIGKILL)

build([folder / "articles.jsonl", folder / "more.txt"], folder / "graph", jobs=jobs, progress=tell)
"""


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, one of which is given twice, a line that is none, and a file of its own."""
    folder = tmp_path_factory.mktemp("inputs")
    told = [{"id": f"n{n}", "text": TEXT.format(day=n % 28 + 1, name=NAMES[n % 3])} for n in range(ARTICLES)]
    lines = [json.dumps(one, ensure_ascii=False) for one in (*told, told[7], {"id": "n8", "text": "อื่น"})]
    (folder / "articles.jsonl").write_text("\n".join([*lines, "{"]), encoding="utf-8")
    (folder / "more.txt").write_text(TEXT.format(day=3, name=NAMES[0]), encoding="utf-8")
    return folder


@pytest.fixture
def folder(inputs: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(inputs, tmp_path / "run"))


def built(folder: Path) -> BuildReport:
    return build([folder / "articles.jsonl", folder / "more.txt"], folder / "graph")


def built_in_turn(folder: Path) -> BuildReport:
    """Builds as soon as the last worker of a killed run has ended."""
    for _ in range(200):
        with contextlib.suppress(GraphError):
            return built(folder)
        time.sleep(0.05)
    pytest.fail("the workers of the killed run did not end within ten seconds")


def killed(folder: Path, stage: Stage, last: int, jobs: int = 1) -> None:
    """Runs a build that is killed when it is at this stage and has read so many articles."""
    ran = subprocess.run([sys.executable, "-c", RUN, str(folder), stage, str(last), str(jobs)], check=False)
    assert ran.returncode == -signal.SIGKILL


Content: TypeAlias = tuple[Mapping[str, bytes], frozenset[object]]


def content(folder: Path) -> Content:
    """All that the graph in a folder holds, but for where its articles lay."""
    graph = folder / "graph"
    files = {name: (graph / name).read_bytes() for name in (NQUADS, STATUS, LEDGER, "build.json")}
    files[STATUS] = files[STATUS].replace(str(folder).encode(), b"")
    return files, frozenset(open_store(graph / STORE))


@pytest.fixture(scope="module")
def expected(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What a build comes to that nothing disturbs."""
    folder = Path(shutil.copytree(inputs, tmp_path_factory.mktemp("undisturbed") / "run"))
    built(folder)
    return content(folder)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("stage", "last"),
    [(Stage.READING, 20), (Stage.READING, 120), (Stage.READING, 225), (Stage.WRITING, 0), (Stage.LOADING, 0)],
)
def test_the_next_build_goes_on_and_comes_to_the_same(
    folder: Path, expected: Content, stage: Stage, last: int, jobs: int
) -> None:
    killed(folder, stage, last, jobs)
    report = built_in_turn(folder)
    assert content(folder) == expected
    assert report.read == ARTICLES + 1
    assert report.resumed >= (last // 50 * 50 if stage is Stage.READING else ARTICLES + 1)
    assert sorted(path.name for path in folder.iterdir()) == ["articles.jsonl", "graph", "more.txt"]
    assert not (folder / "graph" / ".resume").exists()


def test_a_build_that_is_killed_twice_goes_on_from_the_further_point(folder: Path, expected: Content) -> None:
    killed(folder, Stage.READING, 225)
    killed(folder, Stage.READING, 60)
    report = built(folder)
    assert report.resumed >= 200
    assert content(folder) == expected


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), SystemExit(143), OSError(errno.ENOSPC, "No space left on device")]
)
def test_a_build_that_is_interrupted_or_fills_the_disk_is_gone_on_with(
    folder: Path, expected: Content, stage: Stage, error: BaseException
) -> None:
    ends_early(folder, stage, 120, error)
    (left,) = folder.glob(".graph.building-*")
    assert sorted(path.name for path in left.iterdir()) == [".lock", ".resume", ARCHIVE]
    assert built(folder).resumed == (100 if stage is Stage.READING else ARTICLES + 1)
    assert content(folder) == expected
    assert not list(folder.glob(".graph.*"))


def ends_early(folder: Path, stage: Stage, last: int, error: BaseException) -> None:
    """Runs a build that an error ends when it is at this stage and has read so many articles."""

    def tell(progress: Progress) -> None:
        if progress.stage is stage and progress.articles >= last:
            raise error

    with pytest.raises(GraphError if isinstance(error, OSError) else type(error)):
        build([folder / "articles.jsonl", folder / "more.txt"], folder / "graph", progress=tell)


@pytest.mark.parametrize(("last", "error"), [(20, KeyboardInterrupt()), (120, GraphError("no", remedy="so"))])
def test_a_build_that_had_read_little_or_fails_by_itself_leaves_nothing(
    folder: Path, last: int, error: BaseException
) -> None:
    ends_early(folder, Stage.READING, last, error)
    assert not list(folder.glob(".graph.*"))


def test_a_withdrawal_that_is_interrupted_leaves_nothing(folder: Path) -> None:
    built(folder)

    def tell(progress: Progress) -> None:
        if progress.stage is Stage.LOADING:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        redact(folder / "graph", person=WITHHELD["name"], why="asked", progress=tell)
    assert not list(folder.glob(".graph.*"))


def test_articles_that_were_changed_meanwhile_are_read_anew(folder: Path) -> None:
    killed(folder, Stage.READING, 225)
    text = (folder / "articles.jsonl").read_text(encoding="utf-8")
    (folder / "articles.jsonl").write_text(text.replace("09.30", "10.30"), encoding="utf-8")
    (folder / "more.txt").unlink()
    assert build([folder / "articles.jsonl"], folder / "graph").resumed == 0
    assert "10:30:00" in graph_text(folder)
    assert '"09:30:00"^^' not in graph_text(folder)


def graph_text(folder: Path) -> str:
    return gzip.decompress((folder / "graph" / NQUADS).read_bytes()).decode()


def test_other_settings_read_everything_anew(folder: Path) -> None:
    killed(folder, Stage.READING, 225)
    inputs = [folder / "articles.jsonl", folder / "more.txt"]
    assert build(inputs, folder / "graph", base="https://example.org/").resumed == 0


def test_a_run_with_other_names_of_places_has_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    settings, none = Settings("https://example.org/", include_private=False), Redactions()
    before = run_key(settings, none)
    assert run_key(settings, none) == before
    monkeypatch.setattr(
        "lgkg.building.leftover.version", lambda name: "99" if name == "geothai" else metadata.version(name)
    )
    leftover._code.cache_clear()
    assert run_key(settings, none) != before
    monkeypatch.undo()
    leftover._code.cache_clear()


def test_an_article_from_which_somebody_was_withheld_is_read_anew(folder: Path) -> None:
    built(folder)
    (folder / "graph" / REDACTIONS).write_text(json.dumps(WITHHELD, ensure_ascii=False), encoding="utf-8")
    shutil.copytree(folder / "graph", folder / "before")
    built(folder)
    expected = content(folder)
    shutil.rmtree(folder / "graph")
    (folder / "before").rename(folder / "graph")
    killed(folder, Stage.READING, 225)
    report = built(folder)
    assert 100 < report.resumed < 200
    assert content(folder) == expected
    assert WITHHELD["name"] not in graph_text(folder)


def test_what_was_read_is_kept_when_the_next_build_fails(folder: Path) -> None:
    killed(folder, Stage.READING, 225)
    with pytest.raises(InputError, match="no article could be read"):
        build([folder / "empty.txt"], folder / "graph")
    assert built(folder).resumed >= 200


def test_an_update_goes_on_too(folder: Path) -> None:
    build([folder / "more.txt"], folder / "graph")
    killed(folder, Stage.READING, 225)
    assert update(folder / "graph", [folder / "articles.jsonl"]).resumed >= 200


def test_a_damaged_archive_is_read_around(folder: Path, expected: Content) -> None:
    killed(folder, Stage.LOADING, 0)
    (archive,) = folder.glob(f".graph.building-*/{ARCHIVE}")
    with archive.open("r+b") as file:
        file.seek(archive.stat().st_size // 2)
        file.write(bytes(archive.stat().st_size // 2))
    built(folder)
    assert content(folder) == expected


def test_a_workspace_that_others_may_write_to_is_not_trusted(folder: Path) -> None:
    killed(folder, Stage.READING, 225)
    (work,) = folder.glob(".graph.building-*")
    work.chmod(0o777)
    assert built(folder).resumed == 0
    assert not list(folder.glob(".graph.*"))
