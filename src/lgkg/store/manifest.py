"""The manifest of a graph folder, `build.json`: what made the graph, and that it is complete."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from lgkg.errors import GraphError
from lgkg.store.layout import MANIFEST

FORMAT = 1
"""The layout of the folder; a graph of another layout has to be built again."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of a graph without opening its store.

    Attributes:
        version: the version of lgkg that built it.
        base: what stands before every id of the graph.
        articles: how many articles it holds.
        quads: how many quads `graph.nq.gz` holds.
        input_sha256: digest of what was read, in hexadecimal.
        include_private: whether people named in no public capacity were kept.
        format: the layout of the folder.
    """

    version: str
    base: str
    articles: int
    quads: int
    input_sha256: str
    include_private: bool = False
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        """Writes `build.json`, which declares the folder complete."""
        (folder / MANIFEST).write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of a folder.

        Raises:
            GraphError: the folder is missing or no graph, the manifest may not be read or is broken, or the folder's
                layout is another version's.
        """
        told = _told(folder)
        if not _is_manifest(told):
            raise _no_graph(folder, f"its {MANIFEST} was not written by lgkg")
        path = folder / MANIFEST
        if told["format"] != FORMAT:
            raise GraphError("the graph was built by another version of lgkg", where=str(path), remedy=_REBUILD)
        try:
            return cls(**{field.name: told[field.name] for field in fields(cls)})
        except KeyError as missing:
            raise GraphError(f"the manifest lacks {missing}", where=str(path), remedy=_REBUILD) from missing


def build_of(folder: Path) -> str:
    """Names the build that a folder holds: another one as soon as anything has changed the graph.

    The manifest is written last, so its file's inode and time of change tell builds apart.
    """
    told = (folder / MANIFEST).stat()
    return f"{told.st_ino:x}-{told.st_mtime_ns:x}"


def is_graph(folder: Path) -> bool:
    """Whether the folder holds the manifest of a graph, of this or another version; it is written last."""
    try:
        return _is_manifest(_told(folder))
    except GraphError:
        return False


def _told(folder: Path) -> Any:
    """What a folder's `build.json` says."""
    path = folder / MANIFEST
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise _missing(folder) from None
    except PermissionError:
        raise GraphError("this may not be read", where=str(path), remedy="Check its permissions") from None
    except (OSError, ValueError) as error:
        raise GraphError(
            f"the manifest cannot be read ({error})", where=str(path), remedy="Move the folder away and build it again"
        ) from error


def _is_manifest(told: Any) -> bool:
    return isinstance(told, dict) and {"format", "version", "base", "input_sha256"} <= told.keys()


def _missing(folder: Path) -> GraphError:
    if folder.is_dir():
        return _no_graph(folder, f"it has no {MANIFEST}")
    return GraphError("there is no such folder", where=str(folder), remedy="Build a graph with `lgkg build`")


def _no_graph(folder: Path, why: str) -> GraphError:
    return GraphError(f"this is not a graph: {why}", where=str(folder), remedy="Build one with `lgkg build`")


_REBUILD = "Build the graph again"
