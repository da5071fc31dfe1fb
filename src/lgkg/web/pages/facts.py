"""Facts with their sources: what an article states, its words, the rule that read it, and how sure the reading is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lgkg.graph import Graph
from lgkg.iris import web_iri
from lgkg.network.model import Name
from lgkg.store.values import Iri
from lgkg.web.pages.paging import Asked, Paged, paged
from lgkg.web.pages.records import Record, Thing, called, records
from lgkg.web.pages.text_fragments import pointing_at

BRIEF = 300
"""Facts and mentions beyond which a page only links to them."""
_ISSUED = "lgkg:evidence/oa:hasSource/dcterms:issued"
_LEADING = (
    "org:member", "lgkg:office", "lgkg:participant", "lgkg:meeting", "lgkg:inCapacityOf", "lgkg:delegate",
    "lgkg:delegator",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage and where it is printed.

    Attributes:
        iri: of the passage.
        words: what it says, word for word.
        article: the article.
        issued: when that was published; None if unknown.
        source: the publisher's page at this passage; empty if unknown.
    """

    iri: str
    words: str
    article: Thing
    issued: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with its source.

    Attributes:
        kind: `Tenure`, `Participation`, `Delegation` or `Meeting`.
        things: property -> what it leads to.
        day: when the person was seen so, or the event was; None if unknown.
        acting: whether the post is an acting one.
        former: whether it is a former one.
        roles: what the person did.
        rule: what read it.
        confidence: from 0 to 1.
        quotes: the passages that state it.
    """

    kind: str
    things: Mapping[str, Thing]
    day: date | None
    acting: bool
    former: bool
    roles: tuple[str, ...]
    rule: str
    confidence: float
    quotes: tuple[Quote, ...]


def fact_list(graph: Graph, asked: Asked, where: str, **bindings: Iri) -> Paged[Fact]:
    """The list `facts` of a page, those of the newest articles first; `where` finds statements as `?thing`."""
    found = paged(graph, "facts", asked, where, _ISSUED, BRIEF, **bindings)
    said = records(graph, found.rows)
    return Paged(facts(graph, [said[iri] for iri in found.rows if iri in said]), found.total, found.page)


def mention_list(graph: Graph, asked: Asked, thing: str) -> Paged[Quote]:
    """The list `mentions` of a page: passages that name a thing, the newest first."""
    by = "oa:hasSource/dcterms:issued"
    found = paged(graph, "mentions", asked, "?it lgkg:evidence ?thing", by, BRIEF, it=Iri(thing))
    known = quotes(graph, found.rows)
    return Paged([known[iri] for iri in found.rows if iri in known], found.total, found.page)


def facts(graph: Graph, statements: Iterable[Record]) -> list[Fact]:
    """Statements with their sources."""
    listed = list(statements)
    passages = quotes(graph, (where for one in listed for where in one.iris("lgkg:evidence")))
    things = called(graph, (thing for one in listed for name in _LEADING for thing in one.iris(name)))
    titles = records(graph, (thing for one in listed for thing in one.iris("lgkg:meeting")))
    named = {**things, **{iri: _event(one) for iri, one in titles.items()}}
    return [_fact(one, named, passages) for one in listed]


def quotes(graph: Graph, passages: Iterable[str]) -> dict[str, Quote]:
    """Passages with their sources, by IRI."""
    found = records(graph, passages)
    articles = records(graph, (article for one in found.values() for article in one.iris("oa:hasSource")))
    named = called(graph, articles)
    return {
        iri: _quote(one, articles[one.text("oa:hasSource")], named[one.text("oa:hasSource")])
        for iri, one in found.items()
        if one.text("oa:hasSource") in articles
    }


def _quote(passage: Record, article: Record, named: Thing) -> Quote:
    words, source = passage.text("oa:exact"), web_iri(article.text("dcterms:source")) or ""
    return Quote(passage.iri, words, named, article.day("dcterms:issued"), pointing_at(source, words))


def _event(said: Record) -> Thing:
    return Thing(said.iri, Name(said.text("rdfs:label")))


def _fact(said: Record, named: Mapping[str, Thing], passages: Mapping[str, Quote]) -> Fact:
    kinds = [kind for kind in said.classes() if kind in ("Tenure", "Participation", "Delegation", "Meeting")]
    roles = {iri.rpartition("#")[2] for iri in said.iris("lgkg:role")}
    confidence = said.first("lgkg:confidence")
    return Fact(
        kind=kinds[0] if kinds else "",
        things={name: named[iri] for name in _LEADING for iri in said.iris(name) if iri in named},
        day=said.day("lgkg:observedOn"),
        acting=bool(said.first("lgkg:acting")),
        former=bool(said.first("lgkg:former")),
        roles=tuple(role for role in ("chair", "speaker", "attendee") if role in roles),
        rule=said.text("lgkg:rule"),
        confidence=float(str(confidence)) if confidence is not None else 0.0,
        quotes=tuple(passages[iri] for iri in said.iris("lgkg:evidence") if iri in passages),
    )
