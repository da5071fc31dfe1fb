"""Reads the plain values of parameters: days, texts and numbers, which may come from a command line or a form."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from lgkg.errors import QueryError
from lgkg.text.dates import find_dates

if TYPE_CHECKING:
    from lgkg.store.values import Value

MOST = 10_000
"""The most rows that a question can be asked for."""

_BUDDHIST = re.compile(r"\s*(2[4-9]\d\d)(-\d\d-\d\d)\s*")
_ERA = 543


def read_date(name: str, value: Value) -> date:
    """A day: a `date`, or text as `2024-01-31`, `2567-01-31` or `31 มกราคม 2567`.

    Raises:
        QueryError: it is no day.
    """
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, str) and (found := _day(value)):
        return found
    raise QueryError(f"{shown(value)} is no day for {name!r}", remedy="Give one like 2024-01-31 or 31 มกราคม 2567")


def _day(text: str) -> date | None:
    if buddhist := _BUDDHIST.fullmatch(text):
        text = f"{int(buddhist[1]) - _ERA}{buddhist[2]}"
    with suppress(ValueError):
        return date.fromisoformat(text.strip())
    found = find_dates(text[:100], None)
    return found[0].start if len(found) == 1 and found[0].end is None else None


def read_number(name: str, value: Value) -> int:
    """A number of rows, from 1 to `MOST`.

    Raises:
        QueryError: it is none.
    """
    text = str(value).strip()
    if not isinstance(value, bool) and text.isdecimal() and len(text) < 9 and 1 <= int(text) <= MOST:
        return int(text)
    raise QueryError(f"{shown(value)} is no number for {name!r}", remedy=f"Give one from 1 to {MOST}")


def read_text(name: str, value: Value) -> str:
    """Any text but an empty one.

    Raises:
        QueryError: it is empty or no text.
    """
    if isinstance(value, str) and value.strip():
        return str(value)
    raise QueryError(f"{shown(value)} is no text for {name!r}", remedy="Give a text")


def shown(value: Value) -> str:
    """A value as a message shows it: quoted, escaped, short."""
    text = str(value)
    return repr(text if len(text) <= 60 else f"{text[:60]}…")
