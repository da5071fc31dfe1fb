"""What somebody asks by the address of the page: a built-in question with values, or a query of their own.

>>> asked_by({"question": "who-met-whom", "top": "5", "view": "chart"}).given
{'top': '5'}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lgkg.errors import NameUnclearError, QueryError
from lgkg.graph import Graph
from lgkg.questions import Question, question
from lgkg.questions.names import name_of
from lgkg.store.values import Iri
from lgkg.web.asking.writing import written


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that an unclear name may mean: its IRI, what it is called, and how to name it clearly."""

    iri: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked.

    Attributes:
        question: the built-in question; None for a query of one's own.
        given: the values that were filled in for its parameters.
        sparql: the query to run; empty while the question lacks something.
        meant: parameter -> the thing that its value means, and what that is called.
        problem: why the question cannot be asked so; None if it can.
        choices: what may be meant instead.
    """

    question: Question | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    sparql: str = ""
    meant: Mapping[str, tuple[Iri, str]] = field(default_factory=dict)
    problem: QueryError | None = None
    choices: tuple[Choice, ...] = ()


def asked_by(parameters: Mapping[str, str]) -> Asked:
    """What the parameters of the address ask, before the graph is looked at.

    Raises:
        QueryError: there is no such question.
    """
    if "question" not in parameters:
        return Asked(sparql=parameters.get("query", ""))
    chosen = question(parameters["question"])
    names = [parameter.name for parameter in chosen.parameters]
    given = {name: parameters[name].strip() for name in names if parameters.get(name, "").strip()}
    return Asked(chosen, given)


def understood(graph: Graph, asked: Asked, language: str) -> Asked:
    """The same with the question written as SPARQL, or with what is wrong with its values."""
    if asked.question is None or _unfilled(asked.question, asked.given):
        return asked
    try:
        sparql, bindings = asked.question.bound(graph, **asked.given)
    except QueryError as error:
        return replace(asked, problem=error, choices=_choices(error, graph.manifest.base))
    meant = {name: (value, name_of(graph, value)) for name, value in bindings.items() if isinstance(value, Iri)}
    return replace(asked, sparql=written(asked.question.title.of(language), sparql, bindings), meant=meant)


def _unfilled(chosen: Question, given: Mapping[str, str]) -> bool:
    """Whether nothing is filled in where something must be: the form is only looked at."""
    return not given and any(not parameter.optional for parameter in chosen.parameters)


def _choices(error: QueryError, base: str) -> tuple[Choice, ...]:
    if not isinstance(error, NameUnclearError):
        return ()
    return tuple(Choice(iri, label, _value(iri, base)) for iri, label in error.choices)


def _value(iri: str, base: str) -> str:
    """How a question is told exactly which thing is meant."""
    return f"<{iri}>" if "/article/" in iri else iri.removeprefix(base)
