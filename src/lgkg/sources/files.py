"""Finds the files under the given paths, in a fixed order, and opens only what is an ordinary file.

A pipe would wait for ever and a device may do anything when opened: neither is ever opened.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from lgkg.errors import InputError
from lgkg.sources.problem import Problem


@dataclass(frozen=True, slots=True)
class File:
    """A file to read; `given` if the user named it, rather than a folder above it."""

    path: Path
    given: bool


def shown(path: Path) -> str:
    """A path for people and for records: what is not UTF-8 in it as `\\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def walk(inputs: Iterable[Path], leave_out: Path | None = None) -> Iterator[File | Problem]:
    """The files under `inputs`: in the order given, and sorted by name inside each folder.

    Args:
        inputs: files and folders; folders are searched to the bottom.
        leave_out: a folder to stay out of, such as the graph that is being written.

    Yields:
        Files, and a problem for each path that cannot be looked into. Hidden files and folders (`.name`) inside
        folders are passed over.
    """
    outside = None if leave_out is None else leave_out.resolve()
    for path in inputs:
        if path.is_dir():
            yield from _inside(path, outside)
        else:
            yield File(path, given=True)


def _inside(folder: Path, leave_out: Path | None) -> Iterator[File | Problem]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(shown(folder), f"the folder cannot be listed: {reason(error)}", "Check its permissions")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or (leave_out and path.resolve() == leave_out):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(path, leave_out)
        elif entry.is_symlink() and path.is_dir():
            yield Problem(shown(path), "is a link to a folder, which is not followed", "Name the folder itself")
        else:
            yield File(path, given=False)


def opened(path: Path) -> BinaryIO:
    """Opens an ordinary file to read bytes.

    Raises:
        InputError: it is missing, a broken link, not an ordinary file, or not readable.
    """
    try:
        _check_ordinary(path, path.stat().st_mode)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        file = os.fdopen(descriptor, "rb")
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        _check_ordinary(path, os.fstat(descriptor).st_mode)
    except InputError:
        file.close()
        raise
    return file


def size(path: Path) -> int:
    """The size of a file in bytes; 0 where it cannot be told."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def reason(error: OSError) -> str:
    """The system's words for an error: `permission denied`."""
    return (error.strerror or type(error).__name__).lower()


def _check_ordinary(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise InputError(
            f"is {_KINDS.get(stat.S_IFMT(mode), 'not an ordinary file')}, which is not read",
            where=shown(path),
            remedy="Give a file or a folder",
        )


_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder with the name of a file",
}


def _unreadable(path: Path, error: OSError) -> InputError:
    where = shown(path)
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return InputError("is a link to a file that does not exist", where=where, remedy="Mend or remove the link")
    if isinstance(error, FileNotFoundError):
        return InputError("does not exist", where=where, remedy="Check the spelling of the path")
    return InputError(f"cannot be read: {reason(error)}", where=where, remedy="Check its permissions")
