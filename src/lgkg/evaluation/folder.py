"""The folder of annotations: every `*.json` in it, one annotation a file."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from lgkg.errors import InputError
from lgkg.evaluation.annotations import Annotation, annotation
from lgkg.evaluation.fields import Fields
from lgkg.sources.files import opened, shown
from lgkg.sources.record import parse
from lgkg.text import decode


def load_annotations(folder: str | PathLike[str]) -> tuple[Annotation, ...]:
    """The annotations in a folder, by id; folders inside it are passed over.

    Raises:
        InputError: there is no such folder or no annotation in it, two annotate one article, or one is broken: the
            message names the file, the place in it, and what to mend.
    """
    paths = sorted(Path(folder).glob("*.json"))
    if not paths:
        what = "holds no annotation" if Path(folder).is_dir() else "is no folder"
        raise InputError(what, where=shown(Path(folder)), remedy="Give the folder that the annotations (*.json) are in")
    found: dict[str, tuple[Annotation, Path]] = {}
    for path in paths:
        one = load_annotation(path)
        if one.id in found:
            raise _doubled(path, found[one.id][1], one.id)
        found[one.id] = one, path
    return tuple(found[id][0] for id in sorted(found))


def load_annotation(path: Path) -> Annotation:
    """The annotation in a file.

    Raises:
        InputError: the file cannot be read, is no JSON, or is no annotation.
    """
    with opened(path) as file:
        text = decode(file.read(), shown(path))
    return annotation(Fields(parse(text, shown(path)), shown(path)))


def _doubled(path: Path, first: Path, id: str) -> InputError:
    what = f"annotates the article {id!r}, as {shown(first)} does"
    return InputError(what, where=shown(path), remedy="Remove one of the two, or correct its id")
