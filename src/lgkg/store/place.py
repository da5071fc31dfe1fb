"""Whether a graph may be put in a place; asked before anything is read, and again before the graph is put there."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from lgkg.errors import GraphError
from lgkg.store.layout import MANIFEST, STORE, strangers
from lgkg.store.manifest import is_graph

_NAMED = 5
"""How many things that are in the way an error names."""


def check_place(target: Path) -> None:
    """Passes where `target` is absent, an empty folder, or a graph with nothing else in it, and can be replaced.

    Raises:
        GraphError: it is a file, a link to nowhere, a mount point, the folder we are in, or may not be written; or
            it holds something that lgkg did not write.
    """
    if target.is_symlink() and not target.exists():
        raise GraphError("the link points nowhere", where=str(target), remedy="Give another folder")
    nearest = next(path for path in (target, *target.absolute().parents) if path.exists())
    if not nearest.is_dir():
        raise GraphError("this is a file, not a folder", where=str(nearest), remedy="Give a folder for the graph")
    if nearest == target:
        _check_movable(target)
        _check_permitted(target)
        _check_nothing_else(target)


def _check_movable(target: Path) -> None:
    inside = f"Give a folder inside it, such as {target / 'graph'}"
    if os.path.ismount(target.resolve()):
        raise GraphError("a disk is mounted here, and cannot be replaced", where=str(target), remedy=inside)
    if _here().is_relative_to(target.resolve()):
        raise GraphError(
            "you are in this folder, and it would be replaced",
            where=str(target),
            remedy=f"Go to another first. {inside}" if is_graph(target) else inside,
        )


def _here() -> Path:
    with contextlib.suppress(FileNotFoundError):  # the folder we are in is gone
        return Path.cwd()
    return Path("/")


def _check_permitted(target: Path) -> None:
    everything = os.R_OK | os.W_OK | os.X_OK
    for part, rights in ((target, everything), (target / STORE, everything), (target / MANIFEST, os.R_OK)):
        if part.exists() and not os.access(part, rights):
            raise GraphError(
                "its permissions do not let it be replaced",
                where=str(part),
                remedy="Change them, or give another folder",
            )


def _check_nothing_else(target: Path) -> None:
    found = strangers(target) if is_graph(target) else sorted(entry.name for entry in target.iterdir())
    if found:
        more = f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
        raise GraphError(
            f"the folder holds other things than a graph, and they would be lost: {', '.join(found[:_NAMED])}{more}",
            where=str(target),
            remedy="Move them elsewhere, or give a new or an empty folder",
        )
