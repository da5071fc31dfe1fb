"""What an article must be, wherever it was read from: an id that can be shown, and a text that can be read."""

from __future__ import annotations

import re

from lgkg.errors import InputError
from lgkg.sources import limits

_UNFIT_IN_ID = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNFIT_IN_TEXT = re.compile(r"[\x00\ud800-\udfff]")


def article_id(value: str, where: str) -> str:
    """The id without outer spaces.

    Raises:
        InputError: it is empty, too long, or holds control characters or broken ones.
    """
    found = value.strip()
    if not found:
        raise InputError("the id is empty", where=where, remedy="Give each article an id of its own")
    if len(found) > limits.ID_LETTERS:
        raise InputError(f"the id is longer than {limits.ID_LETTERS} letters", where=where, remedy="Shorten it")
    if _UNFIT_IN_ID.search(found):
        raise InputError(
            "the id (for a text file: its name) holds characters that are not text",
            where=where,
            remedy="Use letters, digits and signs",
        )
    return found


def article_text(value: str, where: str) -> str:
    """The text with its line ends as `\\n`, nothing else changed.

    Raises:
        InputError: it is blank, too large, or holds NUL or half a surrogate pair.
    """
    if not value.strip():
        raise InputError("the text is blank", where=where, remedy="Remove it, or put an article in it")
    if unfit := _UNFIT_IN_TEXT.search(value):
        raise InputError(
            f"the text holds {_NAMES.get(unfit[0], 'half of a surrogate pair')} at character {unfit.start()}",
            where=where,
            remedy="Write the text anew from its source",
        )
    if len(value.encode()) > limits.ARTICLE_BYTES:
        raise InputError(
            f"the text is too large for one article (over {limits.ARTICLE_BYTES // 1_000_000} MB)",
            where=where,
            remedy="Split it into its articles",
        )
    return value.replace("\r\n", "\n").replace("\r", "\n")


_NAMES = {"\x00": "a NUL character"}
