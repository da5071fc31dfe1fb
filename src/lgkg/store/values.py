"""Between RDF terms and Python values.

>>> to_python(to_term(date(2022, 10, 3)))
datetime.date(2022, 10, 3)
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias

import pyoxigraph as ox

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal
"""An RDF term as pyoxigraph has it."""

_XSD = "http://www.w3.org/2001/XMLSchema#"


class Iri(str):
    """The IRI of something, as a string that knows to be one: given back to a query it names the thing."""

    __slots__ = ()


Value: TypeAlias = "Iri | str | bool | int | float | Decimal | date | datetime | time"
"""A term as a Python value; a text loses its language, and what Python has no type for is its text."""

_READERS: dict[str, Callable[[str], Value]] = {
    f"{_XSD}boolean": lambda text: text in ("true", "1"),
    f"{_XSD}integer": int,
    f"{_XSD}decimal": float,
    f"{_XSD}double": float,
    f"{_XSD}float": float,
    f"{_XSD}date": date.fromisoformat,
    f"{_XSD}time": time.fromisoformat,
    f"{_XSD}dateTime": datetime.fromisoformat,
}


def to_python(term: Term) -> Value:
    """The Python value of a term."""
    if not isinstance(term, ox.Literal):
        return Iri(term.value)
    try:
        return _READERS.get(term.datatype.value, str)(term.value)
    except ValueError:
        return term.value


def to_term(value: Value | Term) -> Term:
    """The term of a Python value; a term, and a term of rdflib, stays what it is.

    Raises:
        ValueError: an `Iri` is not an absolute IRI, or RDF has no term for such a value.
    """
    if isinstance(value, ox.NamedNode | ox.BlankNode | ox.Literal):
        return value
    if isinstance(value, str):
        return _text_term(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _literal(str(value), "integer")
    if isinstance(value, Decimal):
        return _literal(f"{value:f}", "decimal")
    if isinstance(value, datetime):
        return _literal(value.isoformat(), "dateTime")
    if isinstance(value, date):
        return _literal(value.isoformat(), "date")
    if isinstance(value, time):
        return _literal(value.isoformat(), "time")
    return ox.Literal(value)


def _text_term(text: str) -> Term:
    """A string, or what its class says it is; rdflib's terms are strings, known here by what they carry."""
    if isinstance(text, Iri) or type(text).__name__ == "URIRef":
        return ox.NamedNode(str(text))
    if language := getattr(text, "language", None):
        return ox.Literal(str(text), language=language)
    if datatype := getattr(text, "datatype", None):
        return ox.Literal(str(text), datatype=ox.NamedNode(str(datatype)))
    return ox.Literal(str(text).encode("utf-8", "replace").decode())


def _literal(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(_XSD + datatype))
