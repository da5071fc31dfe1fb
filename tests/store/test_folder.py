from __future__ import annotations

import errno
import fcntl
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from pathlib import Path

import pytest

from lgkg.errors import GraphError
from lgkg.store import (
    ARCHIVE,
    MANIFEST,
    NQUADS,
    RESUME,
    STORE,
    WORTH,
    Manifest,
    is_graph,
    replacing,
    undisturbed,
    unfinished,
)

ABOUT = Manifest("0.0.0", "http://x/", 1, 2, "0" * 64)


def build(target: Path, content: str) -> None:
    """The least that counts as a graph, with a content to tell it by."""
    with replacing(target) as work:
        (work / NQUADS).write_text(content)
        ABOUT.write(work)


def content(target: Path) -> str:
    return (target / NQUADS).read_text()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_graph_appears_with_its_folders_and_nothing_else(tmp_path: Path) -> None:
    build(tmp_path / "deep" / "graph", "new")
    assert names(tmp_path / "deep") == ["graph"]
    assert names(tmp_path / "deep" / "graph") == [MANIFEST, NQUADS]


def test_a_graph_replaces_the_one_before(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    build(tmp_path / "graph", "new")
    assert content(tmp_path / "graph") == "new"
    assert names(tmp_path) == ["graph"]


def test_others_may_read_a_graph_as_the_mask_allows(tmp_path: Path) -> None:
    build(tmp_path / "graph", "new")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "graph").stat().st_mode & 0o777 == 0o777 & ~mask


def test_a_relative_folder_and_an_empty_one_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    build(Path("empty"), "new")
    assert content(tmp_path / "empty") == "new"


def test_a_link_to_a_graph_stays_a_link(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    (tmp_path / "link").symlink_to("graph")
    build(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert content(tmp_path / "graph") == "new"


def test_what_an_interrupted_build_left_is_found_while_its_workers_still_end(tmp_path: Path) -> None:
    worker = multiprocessing.get_context("fork").Process(target=time.sleep, args=(60,))
    try:
        with pytest.raises(KeyboardInterrupt), replacing(tmp_path / "graph") as work:
            (work / RESUME).mkdir(exist_ok=True)
            (work / RESUME / WORTH).touch()
            (work / ARCHIVE).write_bytes(b"articles")
            worker.start()
            raise KeyboardInterrupt
        assert unfinished(tmp_path / "graph") == work
    finally:
        worker.kill()
        worker.join()


@pytest.mark.parametrize("failure", [ValueError("broken"), KeyboardInterrupt()])
def test_the_old_graph_is_whole_when_the_build_fails(tmp_path: Path, failure: BaseException) -> None:
    build(tmp_path / "graph", "old")
    with pytest.raises(type(failure)), replacing(tmp_path / "graph") as work:
        (work / NQUADS).write_text("half")
        raise failure
    assert content(tmp_path / "graph") == "old"
    assert names(tmp_path) == ["graph"]


def test_a_build_without_manifest_replaces_nothing(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    with pytest.raises(GraphError, match=r"build\.json"), replacing(tmp_path / "graph") as work:
        (work / NQUADS).write_text("half")
    assert content(tmp_path / "graph") == "old"


def test_a_full_disk_is_told_and_the_old_graph_stays(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    with pytest.raises(GraphError, match="the disk is full"), replacing(tmp_path / "graph"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert content(tmp_path / "graph") == "old"
    assert names(tmp_path) == ["graph"]


def test_a_full_disk_that_the_store_reports_without_a_code_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="the disk is full"), replacing(tmp_path / "graph"):
        raise OSError("IO error: No space left on device: while appending to file")


def test_another_error_of_the_system_comes_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), replacing(tmp_path / "graph"):
        raise PermissionError(errno.EACCES, "Permission denied", "some/input.txt")


def test_a_folder_with_other_things_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "1.jpg").write_text("x")
    with pytest.raises(GraphError, match=r"other things than a graph, and they would be lost: 1\.jpg\. Move them"):
        build(tmp_path / "photos", "new")
    assert names(tmp_path / "photos") == ["1.jpg"]


def test_a_manifest_of_another_program_makes_no_graph(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / MANIFEST).write_text('{"name": "webapp", "version": "1"}')
    with pytest.raises(GraphError, match=r"would be lost: build\.json"):
        build(tmp_path / "app", "new")
    assert names(tmp_path / "app") == [MANIFEST]


def test_what_others_put_into_a_graph_is_named_and_kept(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    (tmp_path / "graph" / STORE).mkdir()
    for name in (".notes", "thesis.docx", f"{STORE}/000012.sst", f"{STORE}/list.csv"):
        (tmp_path / "graph" / name).write_text("x")
    with pytest.raises(GraphError, match=r"would be lost: \.notes, store/list\.csv, thesis\.docx\. Move them"):
        build(tmp_path / "graph", "new")
    assert names(tmp_path / "graph") == sorted([".notes", MANIFEST, NQUADS, STORE, "thesis.docx"])
    assert content(tmp_path / "graph") == "old"


def test_what_is_put_into_a_graph_during_a_build_is_kept_too(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    with pytest.raises(GraphError, match="thesis"), replacing(tmp_path / "graph") as work:
        ABOUT.write(work)
        (tmp_path / "graph" / "thesis.docx").write_text("x")
    assert content(tmp_path / "graph") == "old"
    assert names(tmp_path) == ["graph"]


def test_many_things_in_the_way_are_counted(tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"{number}.jpg").write_text("x")
    with pytest.raises(GraphError, match=r"4\.jpg and 2 more\."):
        build(tmp_path, "new")


def test_a_graph_of_another_version_is_replaced(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    manifest = tmp_path / "graph" / MANIFEST
    manifest.write_text(manifest.read_text().replace('"format": 1', '"format": 99'))
    build(tmp_path / "graph", "new")
    assert content(tmp_path / "graph") == "new"


def test_the_folder_we_are_in_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path / "graph", "old")
    (tmp_path / "graph" / STORE).mkdir()
    monkeypatch.chdir(tmp_path / "graph" / STORE)
    with pytest.raises(GraphError, match="you are in this folder"):
        build(tmp_path / "graph", "new")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(GraphError, match=r"you are in this folder.*Give a folder inside it, such as graph$"):
        build(Path(), "new")


def test_a_folder_that_a_disk_is_mounted_on_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: path == tmp_path)
    with pytest.raises(GraphError, match=f"a disk is mounted here.*such as {tmp_path}/graph"):
        build(tmp_path, "new")
    build(tmp_path / "graph", "new")


def test_a_graph_keeps_the_permissions_of_its_folder(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    (tmp_path / "graph").chmod(0o750)
    build(tmp_path / "graph", "new")
    assert (tmp_path / "graph").stat().st_mode & 0o7777 == 0o750


@pytest.mark.parametrize(("part", "mode"), [(".", 0o555), (STORE, 0o555), (MANIFEST, 0)])
def test_a_folder_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, mode: int
) -> None:
    build(tmp_path / "graph", "old")
    (tmp_path / "graph" / STORE).mkdir()
    (tmp_path / "graph" / part).chmod(mode)
    feel_permissions(monkeypatch)
    with pytest.raises(GraphError, match="permissions do not let it be replaced"), replacing(tmp_path / "graph"):
        pytest.fail("the build began")
    (tmp_path / "graph" / part).chmod(0o755)
    assert content(tmp_path / "graph") == "old"
    assert names(tmp_path) == ["graph"]


def feel_permissions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the owner's permissions hold for root too, who may otherwise write everywhere."""
    monkeypatch.setattr(os, "access", lambda path, mode: (Path(path).stat().st_mode >> 6) & mode == mode)


def test_the_rest_of_an_older_graph_that_may_not_be_written_is_cleared_away(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    old = tmp_path / ".graph.old"
    (old / STORE).mkdir(parents=True)
    (old / STORE / "1.sst").write_text("x")
    (old / STORE).chmod(0o555)
    old.chmod(0o555)
    build(tmp_path / "graph", "new")
    assert content(tmp_path / "graph") == "new"
    assert names(tmp_path) == ["graph"]


def test_the_rest_of_an_older_graph_that_cannot_be_removed_is_named_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path / "graph", "old")
    (tmp_path / ".graph.old").mkdir()
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    with pytest.raises(GraphError, match=r"\.graph\.old: the rest of an older graph.*Remove it"):
        build(tmp_path / "graph", "new")
    assert content(tmp_path / "graph") == "old"


def test_a_file_and_a_dangling_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(GraphError, match="a file, not a folder"):
        build(tmp_path / "file", "new")
    with pytest.raises(GraphError, match="points nowhere"):
        build(tmp_path / "link", "new")


def test_a_place_that_may_not_be_written_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(tempfile, "mkdtemp", denied)
    with pytest.raises(GraphError, match=f"{tmp_path} cannot be written"), replacing(tmp_path / "graph"):
        pytest.fail("the build began")


def test_a_parent_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(GraphError, match="file: this is a file, not a folder"):
        build(tmp_path / "file" / "deep" / "graph", "new")


@pytest.mark.parametrize("renames", [0, 1, 2])
def test_a_process_killed_at_any_step_of_the_swap_leaves_a_whole_graph(tmp_path: Path, renames: int) -> None:
    target = tmp_path / "graph"
    build(target, "old")
    killed = f"""
        import os, pathlib, signal, sys
        from lgkg.store import NQUADS, Manifest, replacing
        rename, done = pathlib.Path.rename, []
        def counting(self, to):
            if len(done) == {renames}:
                os.kill(os.getpid(), signal.SIGKILL)
            done.append(1)
            return rename(self, to)
        pathlib.Path.rename = counting
        with replacing(pathlib.Path(sys.argv[1])) as work:
            (work / NQUADS).write_text("new")
            Manifest("0.0.0", "http://x/", 1, 2, "0" * 64).write(work)
        os.kill(os.getpid(), signal.SIGKILL)
    """
    outcome = subprocess.run([sys.executable, "-c", textwrap.dedent(killed), str(target)])
    assert outcome.returncode == -signal.SIGKILL
    with undisturbed(target):
        assert is_graph(target)
    assert content(target) == ("new" if renames == 2 else "old")
    build(target, "next")
    assert names(tmp_path) == ["graph"]


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / ".graph.building-dead").mkdir()
    build(tmp_path / "graph", "new")
    assert names(tmp_path) == ["graph"]


def test_a_second_build_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    with replacing(tmp_path / "graph") as work:
        (work / NQUADS).write_text("first")
        ABOUT.write(work)
        with pytest.raises(GraphError, match="graph: another build is writing this graph"):
            build(tmp_path / "graph", "second")
        build(tmp_path / "other", "other")
    assert content(tmp_path / "graph") == "first"
    assert names(tmp_path) == ["graph", "other"]


def test_a_reader_never_sees_half_a_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path / "graph", "old")
    rename = Path.rename

    def slow(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        time.sleep(0.3)
        return moved

    monkeypatch.setattr(Path, "rename", slow)
    builder = threading.Thread(target=build, args=(tmp_path / "graph", "new"))
    builder.start()
    while not (tmp_path / ".graph.old").exists():
        time.sleep(0.01)
    with undisturbed(tmp_path / "graph"):
        assert content(tmp_path / "graph") == "new"
    builder.join()


def test_a_swap_waits_for_those_who_are_opening(tmp_path: Path) -> None:
    build(tmp_path / "graph", "old")
    builder = threading.Thread(target=build, args=(tmp_path / "graph", "new"))
    with undisturbed(tmp_path / "graph"), undisturbed(tmp_path / "graph"):
        builder.start()
        time.sleep(0.3)
        assert content(tmp_path / "graph") == "old"
    builder.join()
    assert content(tmp_path / "graph") == "new"


def test_a_folder_that_knows_no_locks_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    build(tmp_path / "graph", "old")
    monkeypatch.setattr(fcntl, "flock", unknown)
    with undisturbed(tmp_path / "graph"):
        assert content(tmp_path / "graph") == "old"
