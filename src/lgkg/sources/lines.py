"""Lines of a file, plain or gzipped, in bounded memory: a line that is too long is passed over, not held."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from lgkg.errors import InputError
from lgkg.sources import limits

_CHUNK = 1 << 18


class Lines(Protocol):
    """Anything that gives its bytes line by line."""

    def readline(self, size: int = -1, /) -> bytes: ...


def lines(file: Lines) -> Iterator[tuple[int, bytes | None]]:
    """Each line that is not blank with its number from 1; None for one over `limits.LINE_BYTES`."""
    number = 0
    while line := file.readline(limits.LINE_BYTES + 1):
        number += 1
        if len(line) > limits.LINE_BYTES:
            _skip_to_end_of_line(file)
            yield number, None
        elif not line.isspace():
            yield number, line


def unzipped(file: BinaryIO, where: str) -> Lines:
    """What a gzipped file holds, unpacked as it is read.

    Raises:
        InputError: on reading, where the file is broken, cut short, or unpacks to far more than text does.
    """
    return _Unzipped(file, where)


def _skip_to_end_of_line(file: Lines) -> None:
    while (rest := file.readline(_CHUNK)) and not rest.endswith(b"\n"):
        pass


class _Unzipped(gzip.GzipFile):
    """A gzip reader whose errors say what is wrong in plain words, and that does not unpack a bomb."""

    def __init__(self, file: BinaryIO, where: str) -> None:
        super().__init__(fileobj=file)
        self._packed, self._where = file, where

    def readline(self, size: int | None = -1) -> bytes:
        try:
            line = super().readline(size)
        except EOFError as error:
            raise self._broken("the gzipped file is cut short") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise self._broken("the file is not gzip, or is broken") from error
        if self.tell() > limits.GZIP_FREE and self.tell() > limits.GZIP_RATIO * self._packed.tell():
            raise self._broken(f"the file unpacks to more than {limits.GZIP_RATIO} times its size")
        return line

    def _broken(self, what: str) -> InputError:
        return InputError(f"{what}; the rest is not read", where=self._where, remedy="Fetch or write it anew")
