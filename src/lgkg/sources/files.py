"""Finds the files under the given paths, in a fixed order, and opens only what is an ordinary file.

A pipe would wait for ever and a device may do anything when opened: neither is ever opened.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
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


def walk(inputs: Iterable[Path], leave_out: Callable[[Path], bool]) -> Iterator[File | Problem]:
    """The files under `inputs`: in the order given, and sorted by name inside each folder.

    Args:
        inputs: files and folders; folders are searched to the bottom.
        leave_out: tells of a folder whether to stay out of it, because what it holds is a graph.

    Yields:
        Files, and a problem for each path that cannot be looked into. Hidden files and folders (`.name`) inside
        folders are passed over.
    """
    for path in inputs:
        if not _is_folder(path):
            yield File(path, given=True)
        elif leave_out(path):
            yield Problem(shown(path), "is the folder of a graph, which is not read", "Give articles to read")
        else:
            yield from _inside(path, leave_out)


def _inside(folder: Path, leave_out: Callable[[Path], bool]) -> Iterator[File | Problem]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(shown(folder), f"the folder cannot be listed: {reason(error)}", "Check its permissions")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if not _is_folder(path):
            yield File(path, given=False)
        elif leave_out(path):
            continue
        elif entry.is_symlink():
            yield Problem(shown(path), "is a link to a folder, which is not followed", "Name the folder itself")
        else:
            yield from _inside(path, leave_out)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder or a link to one; what may not be looked at is none, and is told when it is opened."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


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
        raise unreadable(path, error) from error
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


def unreadable(path: Path, error: OSError) -> InputError:
    """What an error of the system says of a file that was to be read."""
    where = shown(path)
    if error.errno == errno.ELOOP:
        return InputError("is a link that leads back to itself", where=where, remedy="Mend or remove the link")
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return InputError("is a link to a file that does not exist", where=where, remedy="Mend or remove the link")
    if isinstance(error, FileNotFoundError):
        return InputError("does not exist", where=where, remedy="Check the spelling of the path")
    return InputError(f"cannot be read: {reason(error)}", where=where, remedy="Check its permissions")
