"""Files wherever Spark reaches them: local, `hdfs://`, `s3a://`, through the file systems of Hadoop that it carries."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lgkg.errors import EngineError, GraphError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@dataclass(frozen=True, slots=True)
class Found:
    """A file or folder: the path as it was given, or as a pattern found it, its whole address, and which it is."""

    given: str
    address: str
    folder: bool


class Files:
    """The file systems of a session."""

    def __init__(self, session: SparkSession) -> None:
        context: Any = session.sparkContext
        self._hadoop, self._settings = context._jvm.org.apache.hadoop.fs, context._jsc.hadoopConfiguration()

    def find(self, given: str) -> list[Found]:
        """What a path or pattern (`news/2026-*.jsonl`) stands for, sorted; nothing where nothing is there."""
        with _reaching(given):
            path = self._path(given)
            statuses = path.getFileSystem(self._settings).globStatus(path) or ()
            found = [(status.getPath().toString(), status.isDirectory()) for status in statuses]
        if len(found) == 1:
            return [Found(given, *found[0])]
        return [Found(address.removeprefix("file:"), address, folder) for address, folder in sorted(found)]

    def address(self, given: str) -> str:
        """The whole address of a path, which need not be there."""
        with _reaching(given):
            path = self._path(given)
            return str(path.getFileSystem(self._settings).makeQualified(path).toString())

    def exists(self, given: str) -> bool:
        """Whether there is a file or folder."""
        with _reaching(given):
            path = self._path(given)
            return bool(path.getFileSystem(self._settings).exists(path))

    def names(self, given: str) -> list[str]:
        """The names in a folder, sorted; none of one that is not there."""
        if not self.exists(given):
            return []
        with _reaching(given):
            path = self._path(given)
            return sorted(str(one.getPath().getName()) for one in path.getFileSystem(self._settings).listStatus(path))

    def fetch(self, given: str, target: Path) -> None:
        """Copies a file here, if it is there."""
        if self.exists(given):
            with _reaching(given):
                path = self._path(given)
                system = path.getFileSystem(self._settings)
                system.copyToLocalFile(False, path, self._path(target.as_uri()), True)

    def put(self, source: Path, given: str) -> None:
        """Copies a file of this machine there."""
        with _reaching(given):
            path = self._path(given)
            path.getFileSystem(self._settings).copyFromLocalFile(False, True, self._path(source.as_uri()), path)

    def move(self, source: str, target: str) -> None:
        """Moves a file or folder within its file system.

        Raises:
            GraphError: it cannot be moved.
        """
        with _reaching(target):
            path = self._path(source)
            moved = path.getFileSystem(self._settings).rename(path, self._path(target))
        if not moved:
            raise GraphError(f"{source} cannot be moved here", where=target, remedy="Check the permissions there")

    def remove(self, given: str) -> None:
        """Removes a file, or a folder with all that is in it, if it is there."""
        with _reaching(given):
            path = self._path(given)
            path.getFileSystem(self._settings).delete(path, True)

    def _path(self, given: str) -> Any:
        return self._hadoop.Path(given)


@contextmanager
def _reaching(where: str) -> Generator[None, None, None]:
    """Turns what Java says of a path into an `EngineError`."""
    from py4j.protocol import Py4JJavaError

    try:
        yield
    except Py4JJavaError as error:
        told = str(error.java_exception.toString()).splitlines()[0]
        remedy = "Check the path, and that Spark has the file system's package and its settings"
        raise EngineError(f"Spark cannot reach this ({told})", where=where, remedy=remedy) from error
