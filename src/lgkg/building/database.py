"""The database of a run: made in the folder that is being built, and complete when that takes its place.

Should the run be killed, or the power fail, all that was committed can be read: see `lgkg.building.leftover`.
"""

from __future__ import annotations

import errno
import gzip
import json
import os
import resource
import shutil
import sqlite3
import zlib
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from lgkg.errors import GraphError


@contextmanager
def database_at(
    path: Path, base: Path | None = None, *, forgetting: bool = False
) -> Generator[sqlite3.Connection, None, None]:
    """A database in a new file, with all that it holds when the block ends well.

    Args:
        path: the file to make.
        base: a database to begin with, which is copied.
        forgetting: whether nothing that was deleted, now or before, may be left in the file.

    Raises:
        GraphError: the base turns out to be damaged.
        OSError: the disk is full or fails.
    """
    if base:
        shutil.copyfile(base, path)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        with _read_from(base or path):
            yield from _written(database, forgetting)
    except sqlite3.OperationalError as error:
        code = errno.EFBIG if _at_its_limit(path) else _CODES.get(error.sqlite_errorcode, errno.EIO)
        raise OSError(code, os.strerror(code), str(path)) from error
    finally:
        database.close()


def _written(database: sqlite3.Connection, forgetting: bool) -> Generator[sqlite3.Connection, None, None]:
    for setting in _SETTINGS:
        database.execute(f"PRAGMA {setting}")
    database.execute(f"PRAGMA secure_delete={'ON' if forgetting else 'OFF'}")
    database.execute("BEGIN")
    yield database
    database.execute("COMMIT")
    database.execute("PRAGMA journal_mode=DELETE")
    if forgetting:
        database.execute("VACUUM")


@contextmanager
def reading_database(path: Path) -> Generator[sqlite3.Connection, None, None]:
    """A complete database, open for reading.

    Raises:
        GraphError: it is missing, is no whole database, or turns out to be damaged.
    """
    if not path.exists():
        raise GraphError(f"its {path.name} is missing", where=str(path.parent), remedy=_ANEW)
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        _check_whole(database, path)
        with _read_from(path):
            yield database


@contextmanager
def _read_from(path: Path) -> Generator[None, None, None]:
    """Tells of damage that is found only when what is damaged is read.

    Raises:
        GraphError: there is some.
    """
    try:
        yield
    except _DAMAGE as error:
        if isinstance(error, sqlite3.OperationalError) and _UNDECODED not in str(error):
            raise
        raise GraphError(f"it is damaged ({error})", where=str(path), remedy=_ANEW) from error


def _check_whole(database: sqlite3.Connection, path: Path) -> None:
    """SQLite finds with its first query that a file is cut short; one of no bytes it takes for an empty database."""
    try:
        tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise GraphError(f"it is damaged ({error})", where=str(path), remedy=_ANEW) from error
    if not tables:
        raise GraphError("it is damaged (it is empty)", where=str(path), remedy=_ANEW)


def _at_its_limit(path: Path) -> bool:
    """Whether the file, or that of its changes, is as large as this process may make one; SQLite does not tell."""
    limit, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
    files = (file for file in (path, path.with_name(f"{path.name}-wal")) if file.exists())
    return limit != resource.RLIM_INFINITY and any(file.stat().st_size + _ROOM > limit for file in files)


_SETTINGS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=WAL",
    "wal_autocheckpoint=8000",
    "synchronous=NORMAL",
    "temp_store=FILE",
)
"""Changes are moved into the file, and waited for, every 32 MB of them: with SQLite's own 4 MB, articles that were put
into an archive of 14,768 took twice the time."""
_ANEW = "Build it anew from its articles"
_DAMAGE = sqlite3.DatabaseError, gzip.BadGzipFile, zlib.error, EOFError, UnicodeDecodeError, json.JSONDecodeError
_UNDECODED = "Could not decode"
"""What SQLite says of a text that is none; all else of its kind is the disk's."""
_ROOM = 1 << 16
"""The most bytes that SQLite writes at a time: a page."""
_CODES = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_READONLY: errno.EROFS}
