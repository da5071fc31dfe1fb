"""What users type is a value and nothing else, whatever it looks like."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lgkg.errors import QueryError
from lgkg.graph import Graph
from lgkg.questions import Kind, question, questions
from lgkg.questions.values import read_date, read_number, read_text
from lgkg.store import Iri, Value

HOSTILE = (
    '"',
    "'",
    "} UNION { ?s ?p ?o }",
    '" } #',
    "<script>alert(1)</script>",
    "a\nb\r\n\x00c",
    "\\u0022 } \\",
    "?person",
    "$person",
    "{{}}",
    "SERVICE <http://localhost/> { ?s ?p ?o }",
    "'; DROP ALL",
    "\ud800",
    "\u202e\u200b\ufffe",
    "<not an iri>",
    "<https://example.org/> } #",
    "ก" * 10_000,
    "<" + "x" * 10_000 + ">",
)

texts = pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))


@texts
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.TEXT, Kind.DATE, Kind.INT)])
def test_a_hostile_name_names_nothing(samples_graph: Graph, kind: Kind, text: str) -> None:
    asked, name = next((asked, p.name) for asked in questions() for p in asked.parameters if p.kind is kind)
    given = {p.name: p.example for p in asked.parameters if not p.optional} | {name: text}
    with pytest.raises(QueryError) as told:
        asked.ask(samples_graph, **given)
    assert len(str(told.value)) < 1000
    assert str(told.value).isprintable()


@texts
def test_a_hostile_text_is_looked_for_as_it_is(samples_graph: Graph, text: str) -> None:
    assert all(text.casefold() in str(name).casefold() for name, *_ in question("find").ask(samples_graph, text=text))


@texts
@pytest.mark.parametrize("name", ["since", "until"])
def test_a_hostile_day_is_no_day(samples_graph: Graph, name: str, text: str) -> None:
    with pytest.raises(QueryError, match=f"is no day for '{name}'"):
        question("meetings-in-province").ask(samples_graph, province="ระยอง", **{name: text})


@pytest.mark.parametrize("text", [*HOSTILE, "0", "-1", "1e3", "²", "10001", 0, True, 2.5, date(2024, 1, 1)], ids=repr)
def test_what_is_no_number_of_rows_is_refused(samples_graph: Graph, text: Value) -> None:
    with pytest.raises(QueryError, match="is no number for 'top'"):
        question("who-met-whom").ask(samples_graph, top=text)


@pytest.mark.parametrize("top", [2, "2", " 2 ", "๒"])
def test_a_number_of_rows_may_be_typed_in_any_digits(samples_graph: Graph, top: Value) -> None:
    assert len(question("who-met-whom").ask(samples_graph, top=top)) == 2


@pytest.mark.parametrize(
    "day",
    [
        date(2024, 1, 31),
        datetime(2024, 1, 31, 23, 59),
        "2024-01-31",
        " 2024-01-31 ",
        "2567-01-31",
        "31 มกราคม 2567",
        "วันที่ 31 ม.ค. 67",
        "31/01/2567",
    ],
    ids=str,
)
def test_a_day_may_be_written_as_people_write_it(day: Value) -> None:
    assert read_date("since", day) == date(2024, 1, 31)


@pytest.mark.parametrize(
    "day", ["", "2024", "31 มกราคม", "1-3 ม.ค. 2567", "30 ก.พ. 2567", "2024-13-01", 20240131, True]
)
def test_what_is_no_single_day_is_refused(day: Value) -> None:
    with pytest.raises(QueryError, match="Give one like 2024-01-31"):
        read_date("since", day)


def test_an_empty_text_is_refused() -> None:
    for empty in ("", " \n", 5):
        with pytest.raises(QueryError, match="is no text for 'text'"):
            read_text("text", empty)
    assert read_text("text", " ก ") == " ก "
    assert read_number("top", 10_000) == 10_000


def test_an_address_names_a_thing_of_its_kind_only(samples_graph: Graph) -> None:
    ((_, _, address),) = question("find").ask(samples_graph, text="พิทักษ์พล รัตนวรากุล").rows
    assert isinstance(address, Iri)
    asked = question("who-was-with")
    by_name = asked.ask(samples_graph, person="พิทักษ์พล รัตนวรากุล").rows
    assert asked.ask(samples_graph, person=address).rows == by_name
    assert asked.ask(samples_graph, person=f"<{address}>").rows == by_name
    with pytest.raises(QueryError, match="is the address of no office"):
        question("office-holders").ask(samples_graph, office=address)
