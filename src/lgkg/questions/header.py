"""What the file of a question says about it: the comments at its head are TOML.

# id = "chairs"
# theme = "events"
# th = "ใครเป็นประธานในงานที่บุคคลนี้เข้าร่วม"
# en = "Who chaired the events that a person attended"
#
# [parameters.person]
# kind = "person"
# th = "บุคคล"
# en = "the person"
# example = "พิทักษ์พล รัตนวรากุล"
#
# [columns]
# chair = { th = "ประธาน", en = "who chaired", names = "person" }
SELECT ?chair { … }
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import takewhile
from pathlib import Path
from typing import Any

from lgkg.errors import DataError


class Kind(StrEnum):
    """What a parameter is: the name of something in the graph, or a value."""

    PERSON = auto()
    OFFICE = auto()
    ORGANISATION = auto()
    PLACE = auto()
    PROVINCE = auto()
    POLICY = auto()
    ARTICLE = auto()
    DATE = auto()
    TEXT = auto()
    INT = auto()


class Theme(StrEnum):
    """What a question is about; questions are listed by it, in this order."""

    PEOPLE = auto()
    OFFICES = auto()
    EVENTS = auto()
    BODIES = auto()
    POLICIES = auto()
    ANYTHING = auto()


@dataclass(frozen=True, slots=True)
class Wording:
    """The same in Thai and in English."""

    th: str
    en: str

    def of(self, language: str) -> str:
        """The wording in a language, `th` or `en`."""
        return self.th if language == "th" else self.en


@dataclass(frozen=True, slots=True)
class Column(Wording):
    """What a column of the answer means.

    Attributes:
        names: what its values are the preferred names of, or the ids of where that is articles; None if of nothing.
        several: whether a value may be several of them, parted by a comma and a space.
    """

    names: Kind | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question takes.

    Attributes:
        name: its name, which is that of a variable of the query; of kind `int`, of the number behind its `LIMIT`.
        kind: what it is.
        wording: what it means.
        example: a value that the sample articles have an answer to.
        default: what holds if it is not given; None if nothing does.
        optional: whether it may be left out. Without value or default the question is then asked of all.
    """

    name: str
    kind: Kind
    wording: Wording
    example: str
    default: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """All that the head of a file says."""

    id: str
    theme: Theme
    title: Wording
    parameters: tuple[Parameter, ...]
    columns: dict[str, Column]


def read_header(text: str, file: Path) -> Header:
    """The header of a question.

    Args:
        text: what the file holds.
        file: the file, whose stem is the question's id.

    Raises:
        DataError: the header is missing or wrong, or names a parameter or column that the query does not have.
    """
    try:
        found = _header(_table(text))
        _check(found, text, file.stem)
    except (KeyError, TypeError, ValueError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise DataError(
            f"the header of the question is wrong: {reason}", where=str(file), remedy="Write it like those beside it"
        ) from error
    return found


def _table(text: str) -> dict[str, Any]:
    lines = takewhile(lambda line: line.startswith("#"), text.splitlines())
    return tomllib.loads("\n".join(line.removeprefix("#").removeprefix(" ") for line in lines))


def _header(table: dict[str, Any]) -> Header:
    parameters = tuple(_parameter(name, told) for name, told in table.pop("parameters", {}).items())
    columns = {name: _column(told) for name, told in table.pop("columns").items()}
    found = Header(_text(table, "id"), Theme(_text(table, "theme")), _wording(table), parameters, columns)
    _none_left(table)
    return found


def _parameter(name: str, told: dict[str, Any]) -> Parameter:
    kind, wording, example = Kind(_text(told, "kind")), _wording(told), _text(told, "example")
    default = _text(told, "default") if "default" in told else None
    optional = _flag(told, "optional", default is not None)
    _none_left(told)
    return Parameter(name, kind, wording, example, default, optional)


def _column(told: dict[str, Any]) -> Column:
    names = Kind(_text(told, "names")) if "names" in told else None
    column = Column(_text(told, "th"), _text(told, "en"), names, _flag(told, "several", False))
    _none_left(told)
    return column


def _wording(table: dict[str, Any]) -> Wording:
    return Wording(_text(table, "th"), _text(table, "en"))


def _flag(table: dict[str, Any], key: str, default: bool) -> bool:
    told = table.pop(key, default)
    if not isinstance(told, bool):
        raise TypeError(f"`{key}` is neither true nor false")
    return told


def _text(table: dict[str, Any], key: str) -> str:
    text = table.pop(key)
    if not isinstance(text, str) or not text.strip():
        raise TypeError(f"`{key}` is not a text")
    return text


def _none_left(table: dict[str, Any]) -> None:
    if table:
        raise ValueError(f"it has nothing to do with {', '.join(map(repr, table))}")


def _check(header: Header, text: str, stem: str) -> None:
    if header.id != stem:
        raise ValueError(f"the id is {header.id!r}, but the file is named {stem!r}")
    limits = [parameter for parameter in header.parameters if parameter.kind is Kind.INT]
    if len(limits) > 1 or (limits and len(re.findall(LIMIT, text)) != 1):
        raise ValueError("a parameter of kind `int` is the number behind the one LIMIT of the query")
    for name in [*(p.name for p in header.parameters if p not in limits), *header.columns]:
        if not re.search(rf"^[^#].*\?{re.escape(name)}\b", text, re.MULTILINE):
            raise ValueError(f"the query has no variable ?{name}")


LIMIT = re.compile(r"(?<=\bLIMIT )\d+\b")
"""The number of rows in a query."""
