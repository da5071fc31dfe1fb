"""The texts of articles, read again from where a build read them: a graph keeps passages only."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from lgkg.sources import Intake
from lgkg.store.layout import STATUS

_PLACE_IN_FILE = re.compile(r"(?::\d+|, record \d+)$")


def article_texts(graph: Path, digests: Mapping[str, str]) -> dict[str, str]:
    """The texts that are still where they were read from, and still the same.

    Args:
        graph: the folder of the graph.
        digests: id of each article that is wanted -> the SHA-256 of its text.

    Returns:
        Id -> text, for as many as could be found.
    """
    found: dict[str, str] = {}
    for file, ids in _files(graph / STATUS, digests).items():
        wanted = {id: digests[id] for id in ids}
        for article in Intake([file], lambda _: None):
            if wanted.get(article.id) == article.text_sha256:
                found[article.id] = article.text
                del wanted[article.id]
            if not wanted:
                break
    return found


def _files(status: Path, wanted: Mapping[str, str]) -> dict[Path, list[str]]:
    """Which file each article was read from."""
    found: dict[Path, list[str]] = defaultdict(list)
    for entry in _entries(status):
        if entry.get("id") in wanted and entry.get("status") != "repeated":
            found[Path(_PLACE_IN_FILE.sub("", entry["origin"]))].append(entry["id"])
    return found


def _entries(status: Path) -> Iterator[dict[str, str]]:
    if status.is_file():
        with status.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
