"""The fields of a JSON object, taken out one by one; what is not as expected is told with its file and place.

>>> Fields({"name": "ระยอง"}, "a01.json, districts 1").text("name")
'ระยอง'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import TypeVar

from lgkg.errors import InputError
from lgkg.sources.checks import article_id
from lgkg.sources.record import kind_of

_FIRST_YEAR_OF_BUDDHIST_ERA = 2400

T = TypeVar("T")


class Fields:
    """A JSON object of a file.

    Args:
        value: what stands where the object should.
        where: the file, and where in it.

    Raises:
        InputError: from here and from each method: something is missing, or is not what it should be.
    """

    def __init__(self, value: object, where: str) -> None:
        self._where = where
        if not isinstance(value, dict):
            raise self.error(f"is {kind_of(value)} where an object is expected", 'Write {"…": …}')
        self._values = value

    def error(self, what: str, remedy: str) -> InputError:
        """An error about this object."""
        return InputError(what, where=self._where, remedy=remedy)

    def text(self, name: str, *, blank: bool = False) -> str:
        """A text; not a blank one, unless that is allowed."""
        value = self._value(name)
        if not isinstance(value, str):
            raise self._unexpected(name, value, "text", '"…"')
        if not (blank or value.strip()):
            raise self.error(f"`{name}` is blank", "Fill it in, or remove what it belongs to")
        return value

    def text_or_none(self, name: str) -> str | None:
        """A text, or None for null."""
        return None if self._value(name) is None else self.text(name)

    def article_id(self, name: str) -> str:
        """The id of an article, without outer spaces."""
        return article_id(self.text(name), self._where)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._value(name)
        if not isinstance(value, bool):
            raise self._unexpected(name, value, "true or false", "true or false")
        return value

    def number_or_none(self, name: str) -> int | None:
        """A whole number, or None for null."""
        value = self._value(name)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self._unexpected(name, value, "a whole number", "a number, or null")

    def day(self, name: str) -> date | None:
        """A day of the common era, or None for null."""
        if (value := self.text_or_none(name)) is None:
            return None
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = date.max
        if day.isoformat() != value or day.year >= _FIRST_YEAR_OF_BUDDHIST_ERA:
            raise self.error(f"`{name}` is {value[:40]!r}, which is no day of the common era", "Write it as 2022-10-12")
        return day

    def clock(self, name: str) -> time | None:
        """A time of day, or None for null."""
        if (value := self.text_or_none(name)) is None:
            return None
        try:
            return time.fromisoformat(value)
        except ValueError:
            raise self.error(f"`{name}` is {value[:40]!r}, which is no time of day", "Write it as 09:30") from None

    def one_of(self, name: str, choices: Mapping[str, T]) -> T:
        """What one of a few words stands for."""
        return self._chosen(name, self.text(name), choices)

    def some_of(self, name: str, choices: Mapping[str, T]) -> tuple[T, ...]:
        """What each of a list of such words stands for."""
        return tuple(self._chosen(name, word, choices) for word in self.texts(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, none of them blank."""
        values = self._list(name)
        for value in values:
            if not isinstance(value, str) or not value.strip():
                what = "a blank" if isinstance(value, str) else kind_of(value)
                raise self.error(f"`{name}` holds {what} where text is expected", 'Write ["…", "…"]')
        return tuple(map(str, values))

    def records(self, name: str) -> Iterator[Fields]:
        """The objects of a list, counted from 1 in messages."""
        for number, value in enumerate(self._list(name), start=1):
            yield Fields(value, f"{self._where}, {name} {number}")

    def _value(self, name: str) -> object:
        if name not in self._values:
            raise self.error(f"`{name}` is missing", "Add it; a list may be empty, and what is not known is null")
        return self._values[name]

    def _list(self, name: str) -> list[object]:
        value = self._value(name)
        if not isinstance(value, list):
            raise self._unexpected(name, value, "a list", "[…]")
        return value

    def _chosen(self, name: str, word: str, choices: Mapping[str, T]) -> T:
        if word not in choices:
            raise self.error(f"`{name}` is {word[:40]!r}, which is not known", f"Give one of: {', '.join(choices)}")
        return choices[word]

    def _unexpected(self, name: str, value: object, expected: str, form: str) -> InputError:
        return self.error(f"`{name}` is {kind_of(value)} where {expected} is expected", f'Write "{name}": {form}')
