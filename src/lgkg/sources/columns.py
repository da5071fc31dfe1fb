"""Which column of a table is which field of an article: by the names of `data/sources/columns.csv`, or as told.

>>> sorted(Columns().of(["ลำดับ", "หัวข้อข่าว", "เนื้อหา"], "news.csv").items())
[('id', 0), ('text', 2), ('title', 1)]
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from lgkg.errors import InputError
from lgkg.tables import table, values

FIELDS = ("id", "text", "title", "published", "url", "publisher")
_LISTED = 12
"""How many columns an error names."""
_IGNORED = re.compile(r"[\s_\-\ufeff\u200b]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """How columns are recognised.

    Attributes:
        told: field of an article -> name of its column; fields that are not in it are recognised by usual names.

    Raises:
        InputError: an article has no such field.
    """

    told: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.told:
            if name not in FIELDS:
                raise InputError(
                    f"an article has no field {name!r}", remedy=f"Name columns for {', '.join(FIELDS)}: text=เนื้อหา"
                )

    def of(self, header: Sequence[object], where: str) -> dict[str, int]:
        """Field of an article -> index of its column.

        Args:
            header: the names of the columns.
            where: the table's name, for messages.

        Raises:
            InputError: there is no column for the text, or none of a name that was told.
        """
        names = [_bare(name) for name in header]
        found = {field: at for field in FIELDS if (at := self._column(field, names, header, where)) is not None}
        if "text" not in found:
            raise InputError(
                f"no column of the table is known to hold the text; it has {_listed(header)}",
                where=where,
                remedy="Say which it is, for example: --column text=เนื้อหา",
            )
        return found

    def _column(self, field: str, names: list[str], header: Sequence[object], where: str) -> int | None:
        if field not in self.told:
            return next((names.index(form) for form in _forms()[field] if form in names), None)
        if _bare(self.told[field]) not in names:
            raise InputError(
                f"the table has no column {self.told[field]!r}; it has {_listed(header)}",
                where=where,
                remedy=f"Give the name of the column for {field} as its first row has it",
            )
        return names.index(_bare(self.told[field]))


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    return {row["id"]: values(row["forms"]) for row in table("columns", "sources")}


def _bare(name: object) -> str:
    return _IGNORED.sub("", "" if name is None else str(name)).casefold()


def _listed(header: Sequence[object]) -> str:
    names = [repr(str(name)[:40]) for name in header if name is not None]
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return (", ".join(names[:_LISTED]) or "none") + more
