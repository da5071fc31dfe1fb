"""How one graph replaces another: all of the old until all of the new is there.

The new folder is built beside the old one (`.GRAPH.building-…`) and moved into its place by two renames. A process
killed between the two leaves the old one at `.GRAPH.old`; whoever opens or replaces the graph next moves it back.
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
from lgkg.store.disk import FULL, permitted, reporting
from lgkg.store.layout import STORE
from lgkg.store.manifest import Manifest
from lgkg.store.place import check_place

_LOCK = ".lock"


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Gives an empty folder to build a graph in, and puts it in place of `target` when the block ends well.

    The block must leave a complete graph: `graph.nq.gz`, `store/` and, written last, the manifest. If it raises,
    the new folder is removed and `target` is as it was.

    Raises:
        GraphError: `target` is no place for a graph, its parent cannot be written, the disk is full, or the block
            left no manifest.
    """
    with reporting(target):
        check_place(target)
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        work, lock = _open_workspace(target)
    try:
        with reporting(target, FULL):
            yield work
        Manifest.read(work)
        with reporting(target):
            _swap(work, target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
        lock.close()


def recover(target: Path) -> None:
    """Finishes a swap that was cut short: moves the old graph back if nothing stands in its place."""
    old = _old(target)
    if old.exists() and not target.exists():
        with contextlib.suppress(OSError):  # another process was faster, or the place may not be written
            old.rename(target)


def _open_workspace(target: Path) -> tuple[Path, IO[str]]:
    """An empty folder beside the target, and the file whose lock says that a living process builds there."""
    with _alone_in(target.parent):
        recover(target)
        _sweep(target)
        work = Path(tempfile.mkdtemp(prefix=_workspace_prefix(target), dir=target.parent))
        lock = (work / _LOCK).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return work, lock


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Waits until no other process sweeps or swaps in this folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _sweep(target: Path) -> None:
    """Removes what killed builds left: workspaces that nobody holds, and an old graph that has been replaced."""
    for work in target.parent.glob(f"{glob.escape(_workspace_prefix(target))}*"):
        if not _is_held(work):
            shutil.rmtree(work, ignore_errors=True)
    if target.exists():
        _discard(_old(target))
        if _old(target).exists():
            raise GraphError("the rest of an older graph is in the way", where=str(_old(target)), remedy="Remove it")


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
    with _alone_in(target.parent):
        check_place(target)
        work.chmod(target.stat().st_mode & 0o7777 if target.exists() else permitted(0o777))
        (work / _LOCK).unlink()
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
