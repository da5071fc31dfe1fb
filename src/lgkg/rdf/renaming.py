"""The quads of an article with other ids: those that people and events have once all articles are known."""

from __future__ import annotations

from collections.abc import Mapping

from lgkg.rdf.terms import DEFAULT_BASE


def renamed(quads: bytes, ids: Mapping[str, str], base: str = DEFAULT_BASE) -> bytes:
    """Canonical N-Quads with ids replaced where they are subject or object; texts are left as they are.

    Args:
        quads: canonical N-Quads.
        ids: id -> the id to put in its place.
        base: what is written before every id.
    """
    if not ids:
        return quads
    terms = {f"<{base}{old}>".encode(): f"<{base}{new}>".encode() for old, new in ids.items()}
    return b"".join(sorted({_renamed(line, terms) for line in quads.splitlines(keepends=True)}))


def _renamed(line: bytes, terms: Mapping[bytes, bytes]) -> bytes:
    subject, predicate, rest = line.split(b" ", 2)
    thing, graph, end = rest.rsplit(b" ", 2)
    return b" ".join((terms.get(subject, subject), predicate, terms.get(thing, thing), graph, end))
