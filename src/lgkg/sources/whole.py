"""Files that are read as a whole, within a bound."""

from __future__ import annotations

from typing import BinaryIO

from lgkg.errors import InputError


def whole(file: BinaryIO, most: int, where: str, remedy: str) -> bytes:
    """All bytes of a file.

    Args:
        file: the file.
        most: how many bytes it may have.
        where: its name, for messages.
        remedy: what to do about one that has more.

    Raises:
        InputError: it is empty or has more.
    """
    data = file.read(most + 1)
    if not data:
        raise InputError("is empty", where=where, remedy="Remove it, or put an article in it")
    if len(data) > most:
        raise InputError(f"is larger than {most // 1_000_000} MB", where=where, remedy=remedy)
    return data
