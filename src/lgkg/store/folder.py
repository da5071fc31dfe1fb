"""How one graph replaces another: all of the old until all of the new is there.

The new folder is built beside the old one (`.GRAPH.building-…`) and moved into its place by two renames. A process
killed between the two leaves the old one at `.GRAPH.old`; whoever opens or replaces the graph next moves it back.
Whoever swaps holds a lock on the folder around the graph, whoever opens a graph shares one: nobody sees half a swap.
What a build that ended early had read is handed to the next one, in its `.resume/left`.
"""

from __future__ import annotations

import contextlib
import fcntl
import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lgkg.errors import GraphError
from lgkg.store.disk import FULL, is_full, permitted, reporting
from lgkg.store.layout import RESUME, STORE
from lgkg.store.leftover import furthest, inherit, keep
from lgkg.store.manifest import Manifest
from lgkg.store.place import check_place

_LOCK = ".lock"


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Gives an empty folder to build a graph in, and puts it in place of `target` when the block ends well.

    The block must leave a complete graph: `graph.nq.gz`, `store/` and, written last, the manifest. If it raises,
    the new folder is removed and `target` is as it was. What a killed build left stays for the next one; so does the
    archive in the new folder if the block was interrupted, or the disk was full, once it had put `.resume/worth` there.

    Raises:
        GraphError: `target` is no place for a graph, its parent cannot be written, the disk is full, or the block
            left no manifest.
    """
    with reporting(target):
        check_place(target)
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        work, lock = _open_workspace(target)
    early = False
    try:
        with reporting(target, FULL):
            yield work
        Manifest.read(work)
        with reporting(target):
            _swap(work, target)
    except BaseException as error:
        early = isinstance(error, KeyboardInterrupt | SystemExit) or is_full(error.__cause__)
        raise
    finally:
        keep(work, lambda: _new_workspace(target), early=early)
        _release(lock.fileno())
        lock.close()


@contextlib.contextmanager
def undisturbed(target: Path) -> Iterator[None]:
    """No graph is put in the place of `target` while the block runs; one whose swap was cut short is moved back.

    Meant for opening: what is open stays readable when the graph is replaced. Any number may be in such blocks.
    """
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):  # where the folder around it may not be listed or knows no locks
            stack.enter_context(_locked(target.parent, fcntl.LOCK_SH))
            _put_back(target)
        yield


def unfinished(target: Path) -> Path | None:
    """The folder in which a build of `target` that ended early left its archive, if one did.

    Raises:
        GraphError: a build is at work.
    """
    target = target.resolve()
    return furthest(_idle(target)) if target.parent.is_dir() else None


def _put_back(target: Path) -> None:
    """Finishes a swap that was cut short: moves the old graph back if nothing stands in its place."""
    old = _old(target)
    if old.exists() and not target.exists():
        with contextlib.suppress(OSError):  # another process was faster, or the place may not be written
            old.rename(target)


def _open_workspace(target: Path) -> tuple[Path, IO[str]]:
    """An empty folder beside the target, and the file whose lock says that a living process builds there."""
    with _locked(target.parent, fcntl.LOCK_EX):
        _put_back(target)
        left = _left_behind(target)
        work = _new_workspace(target)
        lock = (work / _LOCK).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        inherit(left, work)
        return work, lock


def _new_workspace(target: Path) -> Path:
    return Path(tempfile.mkdtemp(prefix=_workspace_prefix(target), dir=target.parent))


@contextlib.contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    """Holds a lock of this kind on the folder, having waited for it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, how)
        try:
            yield
        finally:
            _release(handle)
    finally:
        os.close(handle)


def _release(handle: int) -> None:
    """Gives a lock up: closing its file is not enough where a process was forked meanwhile, which holds it too."""
    fcntl.flock(handle, fcntl.LOCK_UN)


def _left_behind(target: Path) -> list[Path]:
    """The workspaces that killed builds left; removes an old graph that has been replaced.

    Raises:
        GraphError: another build is at work, or there is something that cannot be removed.
    """
    left = _idle(target)
    if target.exists():
        _discard(_old(target))
        if _old(target).exists():
            raise GraphError("the rest of an older graph is in the way", where=str(_old(target)), remedy="Remove it")
    return left


def _idle(target: Path) -> list[Path]:
    """The workspaces in which nobody works any more.

    Raises:
        GraphError: in one of them, another build is at work.
    """
    left = sorted(target.parent.glob(f"{glob.escape(_workspace_prefix(target))}*"))
    if any(map(_is_held, left)):
        raise GraphError(
            "another build is writing this graph",
            where=str(target),
            remedy="Wait until it has ended, or give another folder",
        )
    return left


def _is_held(work: Path) -> bool:
    try:
        with (work / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _swap(work: Path, target: Path) -> None:
    """Puts the new graph in place of the old one, whose permissions it takes over."""
    with _locked(target.parent, fcntl.LOCK_EX):
        check_place(target)
        work.chmod(target.stat().st_mode & 0o7777 if target.exists() else permitted(0o777))
        (work / _LOCK).unlink()
        shutil.rmtree(work / RESUME, ignore_errors=True)
        if target.exists():
            target.rename(_old(target))
        work.rename(target)
        _discard(_old(target))


def _discard(folder: Path) -> None:
    """Removes a graph, also one whose permissions forbid it, as far as that is in our power."""
    for part in (folder, folder / STORE):
        with contextlib.suppress(OSError):
            part.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _old(target: Path) -> Path:
    return target.parent / f".{target.name}.old"


def _workspace_prefix(target: Path) -> str:
    return f".{target.name}.building-"
