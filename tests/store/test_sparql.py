from __future__ import annotations

import random
import time
from contextlib import nullcontext, suppress

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
        "SELECT * { OPTIONAL { <http://x/\\u0041#b> ?p ?o } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX x: <http://x/> SELECT * { OPTIONAL { x:a\\#b ?p ?o } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { VALUES ?x { """a" } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } # \\x """\n }',
        'SELECT * { VALUES ?x { """a" } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } # \\T """\n }',
        'SELECT * { VALUES ?x { """a" } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } # \\U00110000 """\n }',
        "SELECT * { VALUES ?x { '''a' } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } # \\ud800 '''\n }",
        "SELECT * { FILTER(1<2&&'>'='') SERVICE <http://127.0.0.1:9/> { ?s ?p '' } }",
        'SELECT * { FILTER(1<2)#> """\n SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } #"""\n }',
    ],
)
def test_a_call_of_another_endpoint_is_refused_however_it_is_written(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        prepared(query, {})


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("SELECT * { SERVICE <https://query.example.org/sparql> { ?s ?p ?o } }", False),
        ("SELECT * { SERVICE SILENT <http://query.example.org:8080/sparql> { ?s ?p ?o } }", False),
        ("SELECT * { SERVICE <http://other.example.org:81/> { ?s ?p ?o } }", False),
        ("SELECT * { SERVICE <http://other.example.org/> { ?s ?p ?o } }", True),
        ("SELECT * { SERVICE <http://query.example.org@127.0.0.1/> { ?s ?p ?o } }", True),
        ("SELECT * { SERVICE <http://query.example.org.evil/> { ?s ?p ?o } }", True),
        ("SELECT * { SERVICE <file://query.example.org/> { ?s ?p ?o } }", True),
        ("SELECT * { SERVICE <http://[> { ?s ?p ?o } }", True),
        ("SELECT * { SERVICE ?g { ?s ?p ?o } }", True),
        ("BASE <http://query.example.org/> SELECT * { SERVICE <sparql> { ?s ?p ?o } }", True),
        ("SELECT * { SERVICE <http://query.example.org/> { SERVICE <http://evil.example/> { ?s ?p ?o } } }", True),
    ],
)
def test_only_hosts_that_are_allowed_are_called(query: str, refused: bool) -> None:
    allowed = ("query.example.org", "other.example.org:81")
    with pytest.raises(QueryError, match="SERVICE is refused") if refused else nullcontext():
        assert prepared(query, {}, allowed) == query


@pytest.mark.parametrize(
    "piece", ['"\\', '\\"', '"""\\"""', "a-", "<a", "<)", "))", "'\"", "SERVICE SILENT ", "{", "a."]
)
@pytest.mark.parametrize("head", ["", "<", '"', 'SELECT * { """'])
def test_the_time_to_read_a_query_grows_with_its_length_alone(head: str, piece: str) -> None:
    started = time.process_time()
    with suppress(QueryError):
        prepared(head + piece * (100_000 // len(piece)), {})
    assert time.process_time() - started < 2, "the square of the length took up to 200 seconds"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s ?p 'SERVICE' }",
        'SELECT * { ?s ?p """ " SERVICE """@en }',
        "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1:9/>",
        "SELECT * { <http://x/service/1> ?p ?o }",
        'SELECT * { ?s ?p """ \\u0E01 \\U0001F600 \\t SERVICE """ }',
        "SELECT * { ?s <http://x/y#service> ?o }",
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


# fmt: off
PIECES = [
    "VALUES ?x {", "FILTER(1<2", "FILTER(1>2)", "OPTIONAL {", "x:a", "x:\\#", "x:a\\'", "<http://a/#b>", "<u:#",
    "<a", '"', "'", '"""', "'''", '""', "''", "\\", "\\u0041", "\\n", "\\T", "#", "}", ")", "&&", "=", "<", ">",
    "?p", "@en", "true", "(", "|", "{", "http:", "<http://", "%23", "x:%", ".#", ",", "IN (", '"a"', "'b'", "1",
    "1e5",
]
# fmt: on


def test_no_query_that_is_prepared_calls_another_endpoint_whatever_stands_around_the_call() -> None:
    """The engine itself is the judge: it calls, and is refused the port, or it does not."""
    chance, calls = random.Random(7), 0
    for _ in range(6_000):
        words = [chance.choice([*PIECES, " ", "\n"]) for _ in range(chance.randint(0, 12))]
        at = chance.randint(0, len(words))
        before, behind = "".join(words[:at]), "".join(words[at:])
        query = f"PREFIX x: <http://x/> SELECT * {{ {before} SERVICE <http://127.0.0.1:9/> {{ ?s ?p ?o }} {behind}\n}}"
        if not calls_port_9(query):
            continue
        calls += 1
        with pytest.raises(QueryError, match="SERVICE is refused"):
            prepared(query, {})
    assert calls > 50


def calls_port_9(query: str) -> bool:
    try:
        list(STORE.query(query))  # type: ignore[arg-type]
    except (SyntaxError, OSError, RuntimeError, ValueError) as error:
        return "port 9 is not allowed" in str(error)
    return False
