"""Hands what builds that ended early had read from their workspaces to the next one."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from lgkg.store.layout import ARCHIVE, LEDGER, LEFT, NQUADS, REDACTIONS, RESUME, STATUS, STORE, WORTH


def inherit(workspaces: Iterable[Path], work: Path) -> None:
    """Moves the workspace that holds most into a new one, and removes the others.

    A workspace may hold an older one, which it had not caught up with when it was killed in its turn.
    """
    workspaces = list(workspaces)
    if best := furthest(workspaces):
        (work / RESUME).mkdir()
        best.rename(work / RESUME / LEFT)
        for part in (STORE, f"{RESUME}/{LEFT}"):
            shutil.rmtree(work / RESUME / LEFT / part, ignore_errors=True)
    for one in workspaces:
        shutil.rmtree(one, ignore_errors=True)


def furthest(workspaces: Iterable[Path]) -> Path | None:
    """The folder of the workspace that holds most, with its archive; None if none holds anything."""
    found = [folder for one in workspaces for folder in (one, one / RESUME / LEFT) if _is_ours(folder)]
    return max(filter(_size, found), key=_size, default=None)


def keep(work: Path, new: Callable[[], Path], *, early: bool) -> None:
    """Removes a workspace, but for what the next build can go on from.

    Args:
        work: the workspace.
        new: makes a folder where the next build looks, for what this one had inherited.
        early: whether the build was ended from outside, so that what it had read is left too.
    """
    if early and (work / RESUME / WORTH).exists():
        for part in (STORE, NQUADS, STATUS, LEDGER, REDACTIONS):
            _remove(work / part)
        return
    if (left := work / RESUME / LEFT).exists():
        with contextlib.suppress(OSError):  # what was read once can be read again
            left.rename(new())
    shutil.rmtree(work, ignore_errors=True)


def _remove(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part, ignore_errors=True)
    else:
        part.unlink(missing_ok=True)


def _is_ours(folder: Path) -> bool:
    """Whether this user made the folder and nobody else may write to it: others may not tell us what we have read."""
    if not folder.is_dir() or folder.is_symlink():
        return False
    about = folder.stat()
    return about.st_uid == os.geteuid() and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _size(folder: Path) -> int:
    """Bytes of its archive, the latest changes included, which SQLite keeps in a file beside it."""
    return sum(file.stat().st_size for file in folder.glob(f"{ARCHIVE}*"))
