"""A graph as files for bulk loaders: parts of N-Quads, or N-Triples a graph; with checksums and a description.

A folder holds `part-0001.nq.gz` … (no named graph is cut in two), or for stores that take one graph at a time, such as
Virtuoso's loader, `graph-00001.nt.gz` … each beside a `.graph` file with the name of its graph. Beside them
lie `SHA256SUMS` (for `sha256sum -c SHA256SUMS`), `void.ttl`, which tells what the data set is, in VoID and DCAT, and
`ro-crate-metadata.json`, which describes the folder as an RO-Crate. The same graph gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from itertools import groupby
from os import PathLike
from pathlib import Path

from lgkg.errors import GraphError
from lgkg.graph import Graph
from lgkg.sharing.crate import CRATE, crate
from lgkg.sharing.description import description
from lgkg.store import NQUADS
from lgkg.store.damage import reading
from lgkg.store.disk import packed, permitted, reporting


class PartsFormat(StrEnum):
    """What parts are written as."""

    NQUADS = "nquads"
    NTRIPLES = "ntriples"


def split(
    graph: Graph,
    form: PartsFormat | str,
    folder: str | PathLike[str],
    quads: int = 1_000_000,
    published: date | None = None,
) -> int:
    """Writes a graph as files for bulk loaders into a folder that appears when it is complete.

    Args:
        graph: the graph.
        form: `nquads` in parts, or `ntriples`, a file for each named graph.
        folder: absent or empty.
        quads: about how many quads a part of N-Quads has; one named graph is never cut.
        published: the day on which the files are published; that of the newest article if it is not given.

    Returns:
        How many files of data there are.

    Raises:
        GraphError: the folder holds something or cannot be written, the disk is full, or the graph is damaged.
        ValueError: there is no such format, or `quads` is below 1.
    """
    form, target = PartsFormat(form), Path(folder)
    if quads < 1:
        raise ValueError(f"quads is {quads}; give 1 or more")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise GraphError("there is something already", where=str(target), remedy="Give a new or an empty folder")
    with reporting(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            files = _written(graph, form, work, quads, published)
            work.chmod(permitted(0o777))
            if target.exists():
                target.rmdir()
            work.rename(target)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return files


def _written(graph: Graph, form: PartsFormat, work: Path, quads: int, published: date | None) -> int:
    with reading(graph.path / NQUADS), gzip.open(graph.path / NQUADS) as lines:
        graphs = _graphs(lines)
        written = _parts(graphs, work, quads) if form is PartsFormat.NQUADS else _files(graphs, work)
        sums = dict(written)
    files = sorted(name for name in sums if name.endswith(".gz"))
    sums["void.ttl"] = _put(work / "void.ttl", description(graph, files))
    sums[CRATE] = _put(work / CRATE, crate(graph, work, sums, published))
    (work / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())))
    return len(files)


def _graphs(lines: Iterable[bytes]) -> Iterator[tuple[bytes, list[bytes]]]:
    """Each named graph, `<https://…>`, and its quads."""
    for name, quads in groupby(lines, lambda line: line.rsplit(b" ", 2)[1]):
        yield name, list(quads)


def _parts(graphs: Iterable[tuple[bytes, list[bytes]]], work: Path, most: int) -> Iterator[tuple[str, str]]:
    held: list[bytes] = []
    number = 1
    for _, quads in graphs:
        if held and len(held) + len(quads) > most:
            yield _file(work, f"part-{number:04}.nq.gz", held)
            held, number = [], number + 1
        held += quads
    yield _file(work, f"part-{number:04}.nq.gz", held)


def _files(graphs: Iterable[tuple[bytes, list[bytes]]], work: Path) -> Iterator[tuple[str, str]]:
    for number, (name, quads) in enumerate(graphs, 1):
        ending = b" " + name + b" .\n"
        file = f"graph-{number:05}.nt.gz"
        yield _file(work, file, [quad.removesuffix(ending) + b" .\n" for quad in quads])
        yield f"{file}.graph", _put(work / f"{file}.graph", name.strip(b"<>") + b"\n")


def _file(work: Path, name: str, lines: list[bytes]) -> tuple[str, str]:
    """Writes a file, and gives its name and the SHA-256 of its bytes."""
    return name, _put(work / name, packed(b"".join(lines)))


def _put(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()
