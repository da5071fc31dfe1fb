from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.errors import QueryError
from lgkg.store.sparql import prepared

STORE = ox.Store()
for number, name in enumerate(["ก", "ข", 'quote " and \\ and \n']):
    STORE.add(ox.Quad(ox.NamedNode(f"http://x/{number}"), ox.NamedNode("http://x/name"), ox.Literal(name)))

NAME = {"name": ox.Literal("ข")}


def asked(query: str, **bindings: ox.Literal | ox.NamedNode) -> list[tuple[str | None, ...]]:
    found = STORE.query(prepared(query, bindings))
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(None if term is None else term.value for term in row) for row in found]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { ?s <http://x/name> ?name }",
        "SELECT ?s WHERE { ?s <http://x/name> ?n FILTER(?n = ?name) }",
        "SELECT ?s { { ?s <http://x/name> ?n FILTER(?n = ?name) } UNION { ?s <http://x/none> ?name } }",
        "SELECT ?s { ?s ?p ?o FILTER EXISTS { ?s <http://x/name> ?name } }",
        "SELECT ?s { ?s ?p ?o MINUS { ?s <http://x/name> ?n FILTER(?n != ?name) } }",
        "SELECT ?s { { SELECT ?s { ?s <http://x/name> ?name } LIMIT 1 } }",
        "SELECT ?s { ?s <http://x/name> $name }",
        "SELECT ?s { VALUES ?s { <http://x/0> <http://x/1> } ?s <http://x/name> ?name }",
        'SELECT ?s # ?name { "\n{ ?s <http://x/name> ?name }',
        "SELECT ?s { ?s <http://x/name> ?n BIND(?name AS ?wanted) FILTER(?n = ?wanted) }",
        "SELECT ?s { ?s <http://x/name> ?name FILTER('?name { }' != ?name) }",
    ],
)
def test_a_bound_variable_is_bound_wherever_the_query_uses_it(query: str) -> None:
    assert asked(query, **NAME) == [("http://x/1",)]


def test_a_bound_variable_may_be_asked_for_grouped_and_ordered_by() -> None:
    query = "SELECT ?name (COUNT(?s) AS ?n) { ?s <http://x/name> ?name } GROUP BY ?name ORDER BY ?name"
    assert asked(query, **NAME) == [("ข", "1")]


def test_several_variables_are_bound_at_once() -> None:
    query = "SELECT ?p { ?s ?p ?name }"
    assert asked(query, s=ox.NamedNode("http://x/1"), **NAME) == [("http://x/name",)]
    assert asked(query, s=ox.NamedNode("http://x/0"), **NAME) == []


def test_a_construct_is_bound_in_its_pattern_and_not_in_its_template() -> None:
    query = "CONSTRUCT { ?s <http://x/called> ?name } WHERE { ?s <http://x/name> ?name }"
    found = STORE.query(prepared(query, NAME))
    assert isinstance(found, ox.QueryTriples)
    assert [str(triple) for triple in found] == ['<http://x/1> <http://x/called> "ข"']


def test_a_query_without_bindings_is_left_as_it_is() -> None:
    query = "SELECT * { ?s ?p ?o } # as it is"
    assert prepared(query, {}) == query


@given(st.text(max_size=30).map(lambda text: text.encode("utf-8", "ignore").decode()))
def test_any_text_is_bound_as_the_text_it_is(text: str) -> None:
    assert asked("SELECT ?name { BIND(?name AS ?x) }", name=ox.Literal(text)) == [(text,)]


@pytest.mark.parametrize("text", ['"} INSERT', "\\u0022 }", "' } #", '""" }', "\\", "?name", "\u2028\x00"])
def test_a_text_that_looks_like_sparql_stays_a_text(text: str) -> None:
    assert asked("SELECT ?name { BIND(?name AS ?x) }", name=ox.Literal(text)) == [(text,)]


@pytest.mark.parametrize("query", ["SELECT ?s { ?s ?p ?o }", "SELECT ?name { ?s ?p '?name' } # ?name"])
def test_a_binding_that_the_query_does_not_use_is_told(query: str) -> None:
    with pytest.raises(QueryError, match=r"no variable \?name"):
        prepared(query, NAME)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 1e5SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE <http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:a { ?s ?p ?o } }",
        "PREFIX a: <http://127.0.0.1:9/> SELECT * { SERVICEa:a { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { ?s ?p ?o FILTER(1<2)SERVICE:a#>\n{ ?s ?p ?o } }",
        "SELECT * { ?s ?p '' SERVICE ?g { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o }\n#'\nSERVICE",
        "ASK { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
    ],
)
def test_a_call_of_another_endpoint_is_refused_however_it_is_written(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        prepared(query, {})


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s ?p 'SERVICE' }",
        'SELECT * { ?s ?p """ " SERVICE """@en }',
        "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1:9/>",
        "SELECT * { <http://x/service/1> ?p ?o }",
        "PREFIX x: <http://x/> SELECT * { x:service ?p ?o }",
    ],
)
def test_the_word_alone_is_no_call(query: str) -> None:
    assert prepared(query, {}) == query


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "PREFIX x: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "# harmless\nBASE <http://x/> clear all",
        "LOAD <file:///etc/passwd>",
        "WITH <http://x/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_is_refused_by_name(query: str) -> None:
    with pytest.raises(QueryError, match="this is an update"):
        prepared(query, {})


@given(st.text(alphabet="{}?s$'\"\\#<>:;. \nSELECTvalues", max_size=40))
def test_whatever_the_query_it_is_prepared_or_refused(query: str) -> None:
    try:
        assert query in prepared(query, {})
        prepared(query, NAME)
    except QueryError:
        pass
