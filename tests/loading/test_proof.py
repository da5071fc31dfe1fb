"""The proof compares what is said, not how a store writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

import pyoxigraph as ox
import pytest

from lgkg.graph import Graph
from lgkg.knowledge_graph import KnowledgeGraph
from lgkg.loading import proof
from lgkg.loading.contents import Entry
from lgkg.loading.proof import QUESTIONS, Difference, differing, inventory
from lgkg.questions import question
from lgkg.rdf.terms import XSD
from lgkg.store.remote import Connection, Places, RemoteStore
from lgkg.store.remote.credentials import Credentials
from lgkg.store.values import Term
from lgkg.store.wanted import Reply

ENTRIES = (Entry("urn:a", 3, 30, "x"), Entry("urn:b", 2, 20, "y"))


def typed(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (typed("1", "boolean"), typed("true", "boolean"), True),
        (typed("0", "boolean"), typed("true", "boolean"), False),
        (typed("0.90", "decimal"), typed("0.9", "double"), True),
        (typed("7", "integer"), typed("7", "int"), True),
        (typed("7", "integer"), ox.Literal("7"), False),
        (typed("0001-01-01", "date"), None, False),
        (ox.Literal("ก", language="th"), ox.Literal("ก", language="TH"), True),
        (ox.Literal("ก", language="th"), ox.Literal("ก"), False),
        (ox.Literal("urn:a"), ox.NamedNode("urn:a"), False),
        (typed("many", "integer"), typed("many", "integer"), True),
    ],
)
def test_terms_are_the_same_that_say_the_same(one: Term | None, other: Term | None, same: bool) -> None:
    assert (proof._value(one) == proof._value(other)) is same


@pytest.mark.parametrize(
    ("found", "alone", "differences"),
    [
        ({"urn:a": 3, "urn:b": 2}, True, []),
        ({"urn:a": 3}, True, [("urn:b", 2, 0)]),
        ({"urn:a": 2, "urn:b": 3}, True, [("urn:a", 3, 2), ("urn:b", 2, 3)]),
        ({"urn:a": 3, "urn:b": 2, "urn:c": 1}, True, [("urn:c", 0, 1)]),
        ({"urn:a": 4, "urn:b": 2, "urn:c": 1}, False, []),
        ({"urn:a": 4, "urn:b": 1}, False, [("urn:b", 2, 1)]),
    ],
)
def test_graphs_that_differ_are_named(
    found: dict[str, int], alone: bool, differences: list[tuple[str, int, int]]
) -> None:
    assert list(differing(ENTRIES, found, alone=alone)) == [Difference(*one) for one in differences]


class Cutting(RemoteStore):
    """A store that tells of one graph at a time and says that there are more."""

    def __init__(self, has: Mapping[str, int]) -> None:
        super().__init__(Places("http://localhost/"), Connection(Credentials()))
        self.has = has

    def counts(self, prefix: str) -> tuple[dict[str, int], bool]:
        return self._first(self.has)

    def counts_of(self, graphs: object) -> tuple[dict[str, int], bool]:
        assert isinstance(graphs, list)
        return self._first([graph for graph in graphs if graph in self.has])

    def _first(self, graphs: object) -> tuple[dict[str, int], bool]:
        assert isinstance(graphs, dict | list)
        first = list(graphs)[:1]
        return {graph: self.has[graph] for graph in first}, len(graphs) <= 1


@pytest.mark.parametrize("has", [{}, {"urn:b": 2}, {"urn:z": 1, "urn:b": 2, "urn:a": 3}])
def test_a_store_that_cuts_its_list_is_asked_until_all_is_known(has: dict[str, int]) -> None:
    assert inventory(Cutting(has), "urn:", ENTRIES) == has


def test_the_questions_need_no_values_and_are_those_of_the_catalogue() -> None:
    assert len(QUESTIONS) == 5
    for id in QUESTIONS:
        asked = question(id)
        assert all(parameter.optional for parameter in asked.parameters)
        assert "top" not in {one.name for one in asked.parameters} or "events" in asked.columns


class Rows(KnowledgeGraph):
    """A graph that answers with so many rows, of which the last three have one event."""

    def __init__(self, rows: int, name: str) -> None:
        super().__init__(self)
        self.rows, self.name = rows, name

    @property
    def base(self) -> str:
        return "urn:"

    def close(self) -> None:
        pass

    def answer(self, sparql: str, bindings: Mapping[str, Term]) -> Reply:
        found = ",".join(self._json())
        told = '{"head":{"vars":["person","events"]},"results":{"bindings":[' + found + "]}}"
        return Reply("solutions", BytesIO(told.encode()), None)

    def _json(self) -> Iterator[str]:
        for row in range(self.rows):
            events = max(1, self.rows - 2 - row)
            name = f"{self.name if events == 1 else ''}{row}"
            number = f'"type":"literal","value":"{events}","datatype":"{XSD}integer"'
            yield f'{{"person":{{"type":"literal","value":"{name}"}},"events":{{{number}}}}}'


def test_rows_that_a_limit_leaves_to_chance_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "MOST", 10)
    one, other = (proof._rows("most-active-people", Rows(10, name)) for name in "ab")
    assert one == other
    assert len(one) == 7
    short, different = (proof._rows("most-active-people", Rows(9, name)) for name in "ab")
    assert len(short) == 9
    assert short != different


def test_a_graph_proves_itself(samples_graph: Graph) -> None:
    for id in QUESTIONS:
        assert proof._rows(id, samples_graph)
