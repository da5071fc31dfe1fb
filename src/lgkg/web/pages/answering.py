"""What a graph answers about a thing: what its page takes or its triples, with the tag of the build that said so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException

from lgkg.graph import Graph
from lgkg.store.values import Iri
from lgkg.web.pages import article, body, meeting, office, person, place, policy
from lgkg.web.pages.description import FORMS, description, written
from lgkg.web.pages.paging import Asked, Paged
from lgkg.web.pages.stamp import stamp

HTML = "text/html"
OFFERED = (HTML, *FORMS.values())
"""Media types of the forms that a thing is had in, the preferred one first."""

Read = Callable[[Graph, str, Asked], dict[str, object]]

KINDS: Final[Mapping[str, tuple[str, Read | None]]] = {
    "person": ("pages/person.html", person.read),
    "office": ("pages/office.html", office.read),
    "org": ("pages/body.html", body.read),
    "place": ("pages/place.html", place.read),
    "venue": ("pages/place.html", place.read),
    "policy": ("pages/policy.html", policy.read),
    "meeting": ("pages/meeting.html", meeting.read),
    "article": ("pages/article.html", None),
}
"""First part of an id -> the template of its page and what reads it; an article's reader takes a mark, and no list."""

_MOST_PAGES = 100_000
_LONGEST_CHAIN = 20
"""Merges that are followed from an id to the one that is kept."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a thing.

    Attributes:
        iri: the thing.
        kind: one of `KINDS`.
        media: one of `OFFERED`.
        params: the query of the address.
        variant: what else the answer depends on: path, language.
        held: entity tags of what the asker has already, as the header `If-None-Match` gives them.
    """

    iri: str
    kind: str
    media: str
    params: Mapping[str, str]
    variant: tuple[str, ...]
    held: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer.

    Attributes:
        tag: its entity tag.
        kept: the IRI by which the thing is known.
        told: what the template takes, or triples; None where the asker has it already or the thing lies elsewhere.
    """

    tag: str
    kept: str
    told: dict[str, object] | bytes | None


def answered(graph: Graph, wanted: Wanted) -> Answered:
    """What the graph answers.

    Raises:
        HTTPException: it knows nothing of the thing, or the page has no such list.
        QueryError: it takes too long, or too much memory.
    """
    tag = stamp(graph.build, wanted.media, *wanted.variant, *(f"{key}={it}" for key, it in wanted.params.items()))
    kept = _kept(graph, wanted.iri)
    if kept != wanted.iri or tag in wanted.held:
        return Answered(tag, kept, None)
    if not graph.query("ASK { ?thing ?property ?value }", thing=Iri(kept)).boolean:
        raise unknown()
    return Answered(tag, kept, _page(graph, wanted) if wanted.media == HTML else _triples(graph, wanted))


def unknown() -> HTTPException:
    """The answer to an address of nothing."""
    return HTTPException(404, "the graph knows nothing by this address. Look for it by its name")


def _triples(graph: Graph, wanted: Wanted) -> bytes:
    form = next(form for form, media in FORMS.items() if media == wanted.media)
    return written(description(graph, wanted.iri, wanted.kind), form)


def _page(graph: Graph, wanted: Wanted) -> dict[str, object]:
    read, list = KINDS[wanted.kind][1], wanted.params.get("list", "")
    if read is None:
        return {"asked": Asked(), **article.read(graph, wanted.iri, wanted.params.get("mark", ""))}
    asked = Asked(list, _number(wanted.params.get("page", "")))
    told = read(graph, wanted.iri, asked)
    if list and not isinstance(told.get(list), Paged):
        raise HTTPException(404, "this page has no such list. Follow its links")
    return {"asked": asked, **told}


def _number(text: str) -> int:
    return min(max(1, int(text)), _MOST_PAGES) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _kept(graph: Graph, iri: str) -> str:
    for _ in range(_LONGEST_CHAIN):
        rows = graph.query("SELECT ?kept { ?thing dcterms:isReplacedBy ?kept } ORDER BY ?kept", thing=Iri(iri)).rows
        if not rows:
            break
        iri = str(rows[0][0])
    return iri
