"""Zipped files: archives of articles, and office documents, which are zipped too. Bombs and tricks are refused.

Nothing is unpacked to the disk, so a path in an archive leads nowhere. One that tries to (`../`, `/etc/…`) is refused
all the same: whoever made it meant something else than articles.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from lgkg.article import Article
from lgkg.errors import InputError
from lgkg.sources import limits
from lgkg.sources.files import shown
from lgkg.sources.problem import Problem

_ENCRYPTED = 0x1


def read(
    file: BinaryIO, path: Path, read_entry: Callable[[BinaryIO, Path], Iterator[Article | Problem] | None]
) -> Iterator[Article | Problem]:
    """The articles in an archive, in the order of the names in it.

    Args:
        file: the archive.
        path: its path; an entry is told as `path/entry`.
        read_entry: reads one, given its content and its path; None for a kind that is not read.

    Raises:
        InputError: it is no archive, broken, or unpacks to far more than its size.
    """
    with _opened(file, shown(path)) as archive:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            if entry.is_dir() or _is_hidden(_inside(entry)):
                continue
            yield from _entry(archive, entry, path / entry.filename, read_entry)


def check_package(file: BinaryIO, where: str) -> None:
    """Passes where an office document may be unpacked.

    Raises:
        InputError: it is no archive, broken, or unpacks to far more than its size.
    """
    _opened(file, where).close()
    file.seek(0)


def _opened(file: BinaryIO, where: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(f"is no archive that can be read ({error})", where=where, remedy="Fetch it anew") from error
    entries = archive.infolist()
    if len(entries) > limits.ZIP_ENTRIES:
        raise InputError(f"holds more than {limits.ZIP_ENTRIES:,} files", where=where, remedy="Unpack it into folders")
    size, packed = sum(entry.file_size for entry in entries), file.seek(0, io.SEEK_END)
    if size > limits.GZIP_FREE and size > limits.GZIP_RATIO * packed:
        raise InputError(
            f"unpacks to more than {limits.GZIP_RATIO} times its size, and is not read",
            where=where,
            remedy="Fetch it anew",
        )
    return archive


def _entry(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    path: Path,
    read_entry: Callable[[BinaryIO, Path], Iterator[Article | Problem] | None],
) -> Iterator[Article | Problem]:
    where = shown(path)
    try:
        _check(entry, where)
        with archive.open(entry) as content:
            # As a whole, since readers go to and fro; no entry is larger than a document may be.
            data = content.read(limits.DOCUMENT_BYTES + 1)
        if len(data) > limits.DOCUMENT_BYTES:
            raise InputError(f"is larger than {limits.DOCUMENT_BYTES // 1_000_000} MB", where=where, remedy="Unpack it")
        yield from read_entry(cast(BinaryIO, io.BytesIO(data)), path) or ()
    except InputError as error:
        yield Problem.of(error)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        yield Problem(where, f"cannot be unpacked ({error})", "Fetch the archive anew")


def _inside(entry: zipfile.ZipInfo) -> PurePosixPath:
    """The path of an entry, also of one that was written on Windows."""
    return PurePosixPath(entry.orig_filename.replace("\\", "/"))


def _is_hidden(inside: PurePosixPath) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in inside.parts if part != "..")


def _check(entry: zipfile.ZipInfo, where: str) -> None:
    inside = _inside(entry)
    if inside.is_absolute() or ".." in inside.parts or ":" in inside.parts[0]:
        raise InputError("leads out of its archive, and is not read", where=where, remedy="Ask who made the archive")
    if entry.flag_bits & _ENCRYPTED:
        raise InputError("is locked with a password", where=where, remedy="Unpack it")
