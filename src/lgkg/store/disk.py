"""What the disk says about a place to write to, in words that tell what to do; and files that appear when whole."""

from __future__ import annotations

import contextlib
import errno
import gzip
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from lgkg.errors import GraphError
from lgkg.store.manifest import is_graph

FULL = (errno.ENOSPC, errno.EDQUOT)
DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
_LEVEL = 6
"""How hard to compress: level 9 takes three times as long for a file 3 % smaller."""


@contextlib.contextmanager
def reporting(target: Path, codes: tuple[int, ...] = FULL + DENIED) -> Iterator[None]:
    """Turns an error of the system with one of these codes into a `GraphError` about `target`."""
    try:
        yield
    except OSError as error:
        code = errno.ENOSPC if is_full(error) else error.errno
        if code not in codes:
            raise
        raise (_full(target) if code in FULL else _denied(target)) from error


def is_full(error: BaseException | None) -> bool:
    """Whether an error says that the disk is full; Oxigraph says it without a code."""
    return isinstance(error, OSError) and (error.errno in FULL or "No space left on device" in str(error))


@contextlib.contextmanager
def writing_whole(target: Path) -> Iterator[IO[bytes]]:
    """A file beside the target, gzipped if its name ends in `.gz`, that takes the target's place when complete.

    Raises:
        GraphError: the target is a folder or inside a graph, its folder is missing or cannot be written, or the disk
            is full.
    """
    _check_file(target)
    with reporting(target):
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as raw, _packed(raw, target) as out:
                yield out
            part.chmod(permitted(0o666))
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def packed(content: bytes) -> bytes:
    """One member of a gzip file, whose header holds neither time nor name: the same content gives the same bytes.

    Members in a row are a gzip file, whose content is that of all members in a row (RFC 1952, section 2.2).
    """
    member = io.BytesIO()
    with _gzipped(member) as out:
        out.write(content)
    return member.getvalue()


def permitted(mode: int) -> int:
    """The mode that the process's mask leaves of `mode`; the mask can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mode & ~mask


def _gzipped(raw: IO[bytes]) -> gzip.GzipFile:
    return gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0)


def _packed(raw: IO[bytes], target: Path) -> contextlib.AbstractContextManager[IO[bytes]]:
    if target.suffix == ".gz":
        return cast(contextlib.AbstractContextManager[IO[bytes]], _gzipped(raw))
    return contextlib.nullcontext(raw)


def _check_file(target: Path) -> None:
    if target.is_dir():
        raise GraphError("this is a folder", where=str(target), remedy="Give a file to write to")
    if not target.parent.is_dir():
        raise GraphError("its folder does not exist", where=str(target), remedy="Make the folder first")
    graph = next(filter(is_graph, target.resolve().parents), None)
    if graph:
        raise GraphError(
            "this is inside the folder of a graph, which is for its own files",
            where=str(target),
            remedy=f"Give a place outside {graph}",
        )


def _full(target: Path) -> GraphError:
    return GraphError("the disk is full", where=str(target), remedy="Free some space or use another disk")


def _denied(target: Path) -> GraphError:
    return GraphError(
        f"{target.parent} cannot be written",
        where=str(target),
        remedy="Give a place that you may write, or change its permissions",
    )
