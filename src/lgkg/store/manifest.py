"""The manifest of a graph folder, `build.json`: what made the graph, and that it is complete."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from lgkg.errors import GraphError

MANIFEST = "build.json"
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
            GraphError: there is none, it is broken, or the folder's layout is another version's.
        """
        path = folder / MANIFEST
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise GraphError(
                "this is not a graph: it has no build.json", where=str(folder), remedy="Build one with `lgkg build`"
            ) from None
        except (OSError, ValueError) as error:
            raise GraphError(f"the manifest cannot be read ({error})", where=str(path), remedy=_REBUILD) from error
        return cls._checked(told, path)

    @classmethod
    def _checked(cls, told: Any, path: Path) -> Manifest:
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            raise GraphError("the graph was built by another version of lgkg", where=str(path), remedy=_REBUILD)
        try:
            return cls(**{field.name: told[field.name] for field in fields(cls)})
        except KeyError as missing:
            raise GraphError(f"the manifest lacks {missing}", where=str(path), remedy=_REBUILD) from missing


_REBUILD = "Build the graph again"
