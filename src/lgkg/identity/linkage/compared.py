"""A person as the backends have it: one row, whose columns are those that the model compares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, get_type_hints

from lgkg.identity.linkage.features import Context
from lgkg.identity.linkage.names import Names


class Compared(NamedTuple):
    """A person.

    Attributes:
        id: the person's id.
        among: whether pairs with this person are wanted.
        blocks: only people with a block in common are compared.
        name, context: the columns that the model compares.
    """

    id: str
    among: bool
    blocks: list[str]
    name: Names
    context: Context


def columns() -> dict[str, Any]:
    """The names of the columns and the types of what they hold, as `list[str]` or `int | None`."""
    hints = get_type_hints(Compared) | get_type_hints(Names) | get_type_hints(Context)
    return {name: hints[name] for name in ("id", "among", "blocks", *Names._fields, *Context._fields)}


def by_column(people: Sequence[Compared]) -> list[list[Any]]:
    """What the columns hold, in their order; of at least one person."""
    rows = ((one.id, one.among, one.blocks, *one.name, *one.context) for one in people)
    return [list(column) for column in zip(*rows, strict=True)]
