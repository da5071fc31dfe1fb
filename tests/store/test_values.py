from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from lgkg.store import Iri, Value, to_python, to_term


def typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{datatype}"))


values = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.booleans(),
    st.integers(-(2**62), 2**62),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.floats(allow_nan=False, allow_infinity=False),
)


@given(values)
def test_a_value_comes_back_as_it_was(value: Value) -> None:
    back = to_python(to_term(value))
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize(
    ("value", "term"),
    [
        (Iri("http://x/s"), ox.NamedNode("http://x/s")),
        ("http://x/s", ox.Literal("http://x/s")),
        (rdflib.URIRef("http://x/s"), ox.NamedNode("http://x/s")),
        (rdflib.Literal("ระยอง", lang="th"), ox.Literal("ระยอง", language="th")),
        (rdflib.Literal(3), typed("3", "integer")),
        (ox.Literal("ก", language="th"), ox.Literal("ก", language="th")),
        (Decimal("1.50"), typed("1.50", "decimal")),
        (True, typed("true", "boolean")),
        (2**70, typed(str(2**70), "integer")),
        (datetime(2022, 10, 3, 9, 30, tzinfo=UTC), typed("2022-10-03T09:30:00+00:00", "dateTime")),
    ],
)
def test_a_value_becomes_the_term_it_stands_for(value: Value, term: object) -> None:
    assert to_term(value) == term


@pytest.mark.parametrize(
    ("text", "datatype", "value"),
    [
        ("0.9", "decimal", 0.9),
        ("2022-10-03", "date", date(2022, 10, 3)),
        ("09:30:00", "time", time(9, 30)),
        ("not a date", "date", "not a date"),
        ("12345-01-01", "date", "12345-01-01"),
        ("P1D", "duration", "P1D"),
    ],
)
def test_a_term_becomes_a_value_or_stays_its_text(text: str, datatype: str, value: Value) -> None:
    assert to_python(typed(text, datatype)) == value


def test_an_iri_is_told_from_a_text() -> None:
    assert isinstance(to_python(ox.NamedNode("http://x/s")), Iri)
    assert not isinstance(to_python(ox.Literal("http://x/s")), Iri)


@pytest.mark.parametrize("value", [Iri("not an iri"), object()])
def test_what_is_no_iri_and_what_rdf_has_no_term_for_are_refused(value: Iri) -> None:
    with pytest.raises(ValueError):
        to_term(value)
