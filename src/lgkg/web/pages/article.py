"""What the page of an article shows: its text as far as its passages go, with the names in it, and what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lgkg.graph import Graph
from lgkg.iris import web_iri
from lgkg.network.model import Name
from lgkg.store.values import Iri, Value
from lgkg.text import Span, normalise, thai_order
from lgkg.web.pages.records import Record, Thing, called, record
from lgkg.web.pages.stitching import Passage, Piece, Run, runs_of, stitched
from lgkg.web.pages.text_fragments import pointing_at

_MARK = re.compile(r"([0-9]{1,9}),([0-9]{1,9})")
_KINDS = ("person", "office", "org", "policy", "place")
"""Kinds of thing that are linked where they are printed; events are told beside the text."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of the text, cut into runs."""

    start: int
    runs: list[Run]


def read(graph: Graph, iri: str, mark: str) -> dict[str, object]:
    """What the template of an article takes.

    Args:
        graph: where to read.
        iri: the article.
        mark: the passage that the reader asked for, as in `12,34`; anything else marks nothing.
    """
    said, rows = record(graph, iri), list(graph.query(_SAID, article=Iri(iri)))
    pieces, wanted = stitched(_passages(graph, iri)), marked(mark)
    names = _names(rows)
    return {
        "thing": Thing(iri, Name(said.text("dcterms:title") or said.text("dcterms:identifier"))),
        "about": said,
        "source": _source(said, pieces, wanted),
        "pieces": [Shown(piece.start, runs_of(piece, names, wanted)) for piece in pieces],
        "found": _found(graph, iri, rows),
        "duplicates": list(called(graph, said.iris("lgkg:nearDuplicateOf")).values()),
    }


def marked(mark: str) -> Span | None:
    """The passage that an address asks for."""
    found = _MARK.fullmatch(mark)
    span = Span(int(found[1]), int(found[2])) if found else None
    return span if span and span.start < span.end else None


def _passages(graph: Graph, iri: str) -> list[Passage]:
    rows = graph.query(_PASSAGES, article=Iri(iri))
    return [Passage(str(p), int(str(start)), int(str(end)), str(words)) for p, start, end, words in rows]


def _source(said: Record, pieces: Iterable[Piece], wanted: Span | None) -> str:
    """The publisher's page, at the passage that is marked."""
    url = web_iri(said.text("dcterms:source")) or ""
    for piece in pieces:
        if wanted and piece.start <= wanted.start and wanted.end <= piece.end:
            return pointing_at(url, piece.text[wanted.start - piece.start : wanted.end - piece.start])
    return url


def _kind(iri: str, article: str) -> str:
    """`person` of `…/person/5n3v…`."""
    base = article.rpartition("/article/")[0] + "/"
    return iri.removeprefix(base).partition("/")[0] if iri.startswith(base) else ""


def _names(rows: Iterable[tuple[Value | None, ...]]) -> dict[str, str]:
    """Name as normalised -> what it names; one that names two things is left out."""
    named: dict[str, set[str]] = {}
    for thing, label, article in rows:
        if _kind(str(thing), str(article)) in _KINDS:
            named.setdefault(normalise(str(label)).text, set()).add(str(thing))
    return {name: next(iter(things)) for name, things in named.items() if len(things) == 1}


def _found(graph: Graph, iri: str, rows: Iterable[tuple[Value | None, ...]]) -> Mapping[str, list[Thing]]:
    """Kind -> what the article names of it, by name."""
    things = {str(thing) for thing, *_ in rows}
    titles: dict[str, str] = {}
    for thing, label, _ in rows:
        titles[str(thing)] = min(str(label), titles.get(str(thing), str(label)))
    named = called(graph, things)
    events = {thing: Thing(thing, Name(titles[thing])) for thing in things if _kind(thing, iri) == "meeting"}
    ordered = sorted({**named, **events}.values(), key=lambda one: (thai_order(one.name.th), one.iri))
    kinds = (*_KINDS, "meeting")
    return {kind: [one for one in ordered if _kind(one.iri, iri) == kind] for kind in kinds}


_PASSAGES = """
SELECT ?passage ?start ?end ?words {
  GRAPH ?article { ?passage a lgkg:Passage ; oa:start ?start ; oa:end ?end ; oa:exact ?words }
}
"""

_SAID = """
SELECT DISTINCT ?thing ?label ?article {
  GRAPH ?article { ?thing rdfs:label|skos:altLabel ?label }
}
"""
