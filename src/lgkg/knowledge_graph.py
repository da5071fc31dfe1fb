"""A graph that can be asked, wherever it lies: in a folder (`lgkg.graph`) or in a triple store (`lgkg.endpoint`)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, Self, Unpack, cast

from lgkg.errors import QueryError
from lgkg.store.answer import Answer
from lgkg.store.values import Iri, Term, Value, to_term
from lgkg.store.wanted import Reply

if TYPE_CHECKING:
    from lgkg.network import Filters, Network, NetworkKind

TIMEOUT = 60.0
"""Seconds after which a query is stopped, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article of the graph.

    Attributes:
        id: the id it was read under.
        iri: its IRI, which is that of its named graph.
        title: its headline, if known.
        issued: the day it was published, if known.
        source: where it was published, if known.
        publisher: what the site or body that published it calls itself, if known.
    """

    id: str
    iri: Iri
    title: str | None
    issued: date | None
    source: Iri | None
    publisher: str | None = None


class Engine(Protocol):
    """What runs the queries."""

    def answer(self, sparql: str, bindings: Mapping[str, Term]) -> Reply | None:
        """Runs a query; see `lgkg.store.queries.Queries.answer`."""

    def close(self) -> None:
        """Lets go of what running them took."""


class KnowledgeGraph(ABC):
    """A graph, open for questions.

    Args:
        engine: what runs the queries.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of what running queries took; the graph can still be used."""
        self._engine.close()

    @property
    @abstractmethod
    def base(self) -> str:
        """What stands before every id."""

    def query(self, sparql: str, /, **bindings: Value | Term) -> Answer:
        """Asks the graph.

        Without `GRAPH` the query sees the merge of all; `GRAPH ?article { … }` what one article says. The prefixes
        of `lgkg.rdf.terms.PREFIXES` need no declaration.

        Args:
            sparql: a SPARQL 1.1 query: SELECT, ASK, CONSTRUCT or DESCRIBE.
            bindings: variables of the query, without `?`, and what they shall be. A value never becomes part of the
                query's text as it is, so texts of any origin are safe; an `Iri` names a thing, a `str` is a text.

        Raises:
            QueryError: the query is wrong, is an update, calls a SERVICE, names a graph that is not there, takes too
                long (`StoppedError`) or too much memory, or a binding is not a variable of it.
            GraphError: the graph is damaged, or gone.
            RemoteError: the store that it lies in cannot be reached, or refuses us.
        """
        reply = self._engine.answer(sparql, {name: _term(name, it) for name, it in bindings.items()})
        assert reply is not None, "all kinds of answers are wanted"
        return Answer(reply.kind, reply.body)

    def articles(self) -> tuple[ArticleEntry, ...]:
        """The articles, by id."""
        return tuple(ArticleEntry(*cast("tuple[str, Iri, str, date, Iri, str]", row)) for row in self.query(_ARTICLES))

    def network(self, kind: NetworkKind | str = "people", **filters: Unpack[Filters]) -> Network:
        """Who appeared at the same events as whom, with offices and passages; a notebook shows it as a picture.

        Args:
            kind: `people`, or another kind of network; see `lgkg.network.kinds`.
            filters: what of it is wanted; see `lgkg.network.Filters`.

        Raises:
            QueryError: there is no such kind, province, body or person.
        """
        from lgkg.network import describe, project  # a room above: this is its door for those who hold a graph

        return describe(self, project(self, kind, **filters))


def _term(name: str, value: Value | Term) -> Term:
    try:
        return to_term(value)
    except ValueError as error:
        raise QueryError(f"{value!r} cannot be the value of ?{name} ({error})", remedy="Give another value") from error


_ARTICLES = """
SELECT ?id ?article ?title ?issued ?source ?publisher {
  ?article a lgkg:Article ; dcterms:identifier ?id .
  OPTIONAL { ?article dcterms:title ?title }
  OPTIONAL { ?article dcterms:issued ?issued }
  OPTIONAL { ?article dcterms:source ?source }
  OPTIONAL { ?article dcterms:publisher ?publisher }
} ORDER BY ?id
"""
