"""The database that a build keeps beside its work and throws away at its end: what is too much to hold in memory."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def scratch(folder: Path) -> Generator[sqlite3.Connection, None, None]:
    """An empty database in `folder`, gone when the block ends; nothing in it outlives a crash, so it is not synced.

    Raises:
        OSError: the disk is full or fails.
    """
    path = folder / "scratch.db"
    database = sqlite3.connect(path, isolation_level=None)
    try:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "temp_store=FILE"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        yield database
    except sqlite3.OperationalError as error:
        raise OSError(_CODES.get(error.sqlite_errorcode, errno.EIO), str(error), str(path)) from error
    finally:
        database.close()
        path.unlink(missing_ok=True)


_CODES = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_READONLY: errno.EROFS}
