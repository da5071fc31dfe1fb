"""A question: a query with words around it, and the values it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lgkg.errors import QueryError
from lgkg.questions.header import LIMIT, Column, Kind, Parameter, Theme, Wording, read_header
from lgkg.questions.names import find
from lgkg.questions.values import read_date, read_number, read_text

if TYPE_CHECKING:
    from lgkg.knowledge_graph import KnowledgeGraph
    from lgkg.store.answer import Answer
    from lgkg.store.values import Value


@dataclass(frozen=True)
class Question:
    """A built-in question.

    Attributes:
        id: its name, and that of its file: `who-met-whom`.
        theme: what it is about.
        title: the question in words.
        parameters: what it takes.
        columns: what the columns of its answer mean, in their order.
        sparql: the query. It is plain SPARQL; a parameter is a variable of it.
    """

    id: str
    theme: Theme
    title: Wording
    parameters: tuple[Parameter, ...]
    columns: dict[str, Column]
    sparql: str

    @classmethod
    def read(cls, file: Path) -> Question:
        """The question in a file.

        Raises:
            DataError: its header is wrong.
        """
        text = file.read_text(encoding="utf-8")
        header = read_header(text, file)
        return cls(header.id, header.theme, header.title, header.parameters, header.columns, text)

    def ask(self, graph: KnowledgeGraph, /, **given: Value) -> Answer:
        """Asks a graph.

        Args:
            graph: the graph.
            given: values of the parameters. Of anything with a name: its name as in the text, with or without
                honorific or จังหวัด, or its IRI as an `Iri` or in `<…>`. Dates as `date`, `2024-01-31` or in Thai.

        Raises:
            QueryError: a parameter is missing, unknown, or its value is wrong; a name means nothing or several
                things in the graph (the message lists the nearest).
        """
        sparql, bindings = self.bound(graph, **given)
        return graph.query(sparql, **bindings)

    def bound(self, graph: KnowledgeGraph, /, **given: Value) -> tuple[str, dict[str, Value]]:
        """The query that `ask` asks, and what the values given for its variables mean in the graph.

        Raises:
            QueryError: as `ask`.
        """
        self._check_names(given)
        sparql = self.sparql
        bindings: dict[str, Value] = {}
        for parameter in self.parameters:
            value = given.get(parameter.name, parameter.default)
            if value is None:
                continue
            if parameter.kind is Kind.INT:
                sparql = LIMIT.sub(str(read_number(parameter.name, value)), sparql)
            else:
                bindings[parameter.name] = _bound(graph, parameter, value)
        return sparql, bindings

    def most(self, given: Mapping[str, Value]) -> tuple[str, int] | None:
        """The parameter that bounds the number of rows and what it lets through; None if the question has none.

        Raises:
            QueryError: the value given for it is no number of rows.
        """
        for parameter in self.parameters:
            value = given.get(parameter.name, parameter.default)
            if parameter.kind is Kind.INT and value is not None:
                return parameter.name, read_number(parameter.name, value)
        return None

    def _check_names(self, given: dict[str, Value]) -> None:
        known = {parameter.name for parameter in self.parameters}
        for name in given.keys() - known:
            raise QueryError(
                f"the question {self.id} takes no {name[:40]!r}",
                remedy=f"It takes {', '.join(map(repr, sorted(known)))}" if known else "It takes nothing",
            )
        for parameter in self.parameters:
            if not parameter.optional and parameter.name not in given:
                raise QueryError(
                    f"the question {self.id} needs {parameter.name!r}, {parameter.wording.en}",
                    remedy=f"Give it, for example {parameter.name}={parameter.example}",
                )


def _bound(graph: KnowledgeGraph, parameter: Parameter, value: Value) -> Value:
    match parameter.kind:
        case Kind.DATE:
            return read_date(parameter.name, value)
        case Kind.TEXT:
            return read_text(parameter.name, value)
        case kind:
            return find(graph, kind, parameter.name, value)
