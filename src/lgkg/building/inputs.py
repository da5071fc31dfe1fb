"""What a run is given: one input or several, and what among them is no input."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from lgkg.store import is_graph

One: TypeAlias = str | PathLike[str]
Inputs: TypeAlias = One | Iterable[One]
Item = TypeVar("Item")


def listed(given: str | PathLike[str] | Iterable[Item]) -> list[Item]:
    """What was given as a list; a single path or id, whose letters nobody means, as a list of one."""
    if isinstance(given, str | PathLike):
        return [cast(Item, given)]
    return list(given)


def graphs(target: Path) -> Callable[[Path], bool]:
    """Tells of a folder whether it holds a graph, or will: their files look like articles, and are none."""
    place = target.resolve()
    return lambda folder: folder.resolve() == place or is_graph(folder)
