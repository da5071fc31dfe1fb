"""What one article comes to: its named graph, the names it prints, its people and events, and how much it says."""

from __future__ import annotations

from dataclasses import dataclass

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.identity import EventRecord, Identities, Occurrence, events_of, occurrences_of, signature
from lgkg.rdf import article_iri, article_labels, article_quads
from lgkg.rdf.entities import Label
from lgkg.rdf.terms import TYPE, term
from lgkg.reading import read, without_private
from lgkg.store import packed


@dataclass(frozen=True, slots=True)
class Block:
    """One article's share of a graph, before anybody asked who is who.

    Attributes:
        graph: IRI of its named graph.
        quads: canonical N-Quads of that graph, gzipped.
        size: how many quads.
        labels: the name of each entity that it names.
        occurrences: its people.
        events: its events.
        signature: what tells articles of nearly the same text.
        passages: how many passages are cited.
        facts: how many statements it makes.
    """

    graph: str
    quads: bytes
    size: int
    labels: tuple[Label, ...]
    occurrences: tuple[Occurrence, ...]
    events: tuple[EventRecord, ...]
    signature: bytes
    passages: int
    facts: int

    @property
    def empty(self) -> bool:
        """Whether the article says nothing that lgkg looks for."""
        return not self.labels and not self.facts


def block_of(article: Article, ids: Identities, base: str, *, include_private: bool = False) -> Block:
    """Reads an article and writes its share of the graph, without private people unless they are asked for."""
    facts = read(article) if include_private else without_private(read(article))
    graph, quads = article_iri(article.id, ids, base), article_quads(facts, ids, base)
    return Block(
        graph=graph,
        quads=packed(quads),
        size=quads.count(b"\n"),
        labels=article_labels(facts, ids),
        occurrences=occurrences_of(facts, ids),
        events=events_of(facts, ids),
        signature=signature(article.text),
        passages=instances("lgkg:Passage", graph, quads),
        facts=_statements(facts),
    )


def _statements(facts: Facts) -> int:
    return sum(1 for _ in facts.statements())


def instances(name: str, graph: str, quads: bytes) -> int:
    """How many things of a class, told as `lgkg:Passage`, the quads of a graph describe."""
    # No literal can pass for the end of such a line: line feeds in literals are escaped.
    return quads.count(f" {TYPE} {term(name)} <{graph}> .\n".encode())
