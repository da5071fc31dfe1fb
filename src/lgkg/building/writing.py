"""Writes a graph's folder from the archive: the graph's file, and what changes in its store."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Collection, Iterator
from itertools import groupby
from pathlib import Path

from lgkg.building.archive import Archive
from lgkg.building.settling import Settled
from lgkg.identity import Identities
from lgkg.rdf import entities_iri, entities_quads, provenance_iri, provenance_quads, vocabulary_iri, vocabulary_quads
from lgkg.rdf.renaming import renamed
from lgkg.store import NQUADS, Loader, Manifest, packed


class Writer:
    """Writes a graph's folder.

    Args:
        archive: the articles.
        loader: of the graph's store.
        ids: gives areas their ids.
        base: what is written before every id.
        version: the version of lgkg.
    """

    def __init__(self, archive: Archive, loader: Loader, ids: Identities, base: str, version: str) -> None:
        self._archive, self._loader = archive, loader
        self._ids, self._base, self._version = ids, base, version

    def bring_up_to_date(self, articles: Collection[str], stored: Callable[[str], bytes]) -> None:
        """Prepares articles for publication, and puts them into the store in place of what it has.

        Args:
            articles: ids of all articles whose quads are not what the store has.
            stored: gives the quads of an article that the store has.
        """
        other_ids = self._archive.renamed()
        for article in sorted(articles):
            quads = self._archive.read(article)
            if article in other_ids:
                quads = renamed(quads, other_ids[article], self._base)
                self._archive.publish(article, quads)
            else:
                self._archive.publish_as_read(article)
            self._loader.change(stored(article), quads)

    def write(self, folder: Path, settled: Settled) -> Manifest:
        """Writes `graph.nq.gz`, sorted by graph.

        Args:
            folder: where to write.
            settled: what holds for all articles together.

        Returns:
            The manifest, which is to be written when all else is there.
        """
        quads = 0
        with (folder / NQUADS).open("wb") as file:
            for member, size in self._archive.members():
                file.write(member)
                quads += size
            gone = set(self._archive.common_parts())
            for part, content in self._common(settled):
                file.write(self._kept(part, content))
                quads += content.count(b"\n")
                gone.discard(part)
            self._drop(sorted(gone))
        articles, digest = self._archive.totals().articles, self._archive.input_digest()
        return Manifest(self._version, self._base, articles, quads, digest)

    def _kept(self, part: str, content: bytes) -> bytes:
        """Keeps and stores a part of the common graphs, where it is new; gives it back gzipped."""
        member = self._archive.common(part)
        before = gzip.decompress(member) if member else b""
        if not member or before != content:
            member = packed(content)
            self._archive.keep_common(part, member)
            self._loader.change(before, content)
        return member

    def _drop(self, parts: Collection[str]) -> None:
        """Takes parts out of the store that there are no longer."""
        for part in parts:
            self._loader.change(gzip.decompress(self._archive.common(part)), b"")
            self._archive.keep_common(part, b"")

    def _common(self, settled: Settled) -> Iterator[tuple[str, bytes]]:
        """The graphs that belong to all articles, sorted by IRI, which all come after those of articles.

        That of entities comes in parts, so that memory holds a part of it and only parts that change are stored anew.
        """
        base, digest = self._base, self._archive.input_digest()
        articles = self._archive.totals().articles
        entities = entities_quads(self._archive.labels(), self._ids, base, settled.links(self._ids))
        for part, described in groupby(entities, key=_part_of_entities):
            yield f"{entities_iri(base)}#{part}", b"".join(quads for _, quads in described)
        yield provenance_iri(base), provenance_quads(self._version, articles, digest, base)
        yield vocabulary_iri(base), vocabulary_quads(self._ids, base)


def _part_of_entities(entity: tuple[str, bytes]) -> str:
    """`person/k` of `person/k2p…`: the kind and the first letter."""
    return entity[0][: entity[0].index("/") + 2]
