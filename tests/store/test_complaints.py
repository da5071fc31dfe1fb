"""What is said of a query that cannot be read: where, what, and what to do."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from lgkg.rdf import PREFIXES
from lgkg.store.complaints import complaint
from lgkg.store.sparql import prepared
from lgkg.store.values import Term


def said(query: str, **bindings: Term) -> str:
    with pytest.raises(SyntaxError) as wrong:
        ox.Store().query(prepared(query, bindings), prefixes=PREFIXES)
    return str(complaint(query, bindings, PREFIXES, str(wrong.value)))


@pytest.mark.parametrize(
    ("query", "prefix", "place"),
    [
        ("SELECT ?x { ?x a foo:bar }", "foo", "line 1, column 18, `foo:bar }`"),
        ("SELECT ?x {\n ?x a lgkg:Person ;\n  ex:of ?y }", "ex", "line 3, column 3, `ex:of ?y }`"),
        ("PREFIX ex: <http://x/> SELECT ?x { ?x ex:a 'a:b' ; b:c _:d }", "b", "line 1, column 52"),
        ("SELECT * { ?a ?b 'x'^^foo:int }", "foo", "column 23"),
    ],
)
def test_a_prefix_that_is_not_declared_is_named_with_its_place(query: str, prefix: str, place: str) -> None:
    told = said(query)
    assert f"{place}" in told
    assert (
        f"the prefix {prefix}: is not declared. Declare it with PREFIX {prefix}: <…>; known without: dcterms, " in told
    )


@pytest.mark.parametrize("query", ["", "  \n ", "# only a comment"])
def test_an_empty_query_is_called_empty(query: str) -> None:
    assert said(query) == "the query cannot be run: it is empty. Ask with SELECT, ASK, CONSTRUCT or DESCRIBE"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            "SELEC ?x { ?x a ?y }",
            "line 1, column 1, `SELEC ?x { ?x a ?y }`: no query begins with SELEC. Did you mean SELECT?",
        ),
        (
            "PREFIX a: <http://a/>\nWHERE { ?x a ?y }",
            "line 2, column 1, `WHERE { ?x a ?y }`: no query begins with WHERE. Begin",
        ),
        ("SELECT ?x {\n ?x a lgkg:Person", "line 1, column 11, `{`: this { is never closed. Close it"),
        ("SELECT ?x { FILTER((?x > 1) }", "column 29, `}`: nothing is open that this } could close"),
        ("ASK { ?x foaf:name 'สมชาย }", "line 1, column 20, `'สมชาย }`: this text has no closing quote"),
    ],
)
def test_common_mistakes_are_told_with_the_words_there(query: str, told: str) -> None:
    assert said(query).startswith("the query cannot be run: line ")
    assert told in said(query)


def test_any_other_mistake_is_told_with_what_stands_before_it() -> None:
    assert "line 2, column 10, behind `ORDER ?x`: it cannot be read further" in said("SELECT ?x { ?x a ?y }\n ORDER ?x")


def test_what_the_engine_says_in_words_is_passed_on() -> None:
    assert ": The SELECT contains a variable that is unbound." in said("SELECT ?y { ?x a ?y } GROUP BY ?x")
    assert ": IRI parsing failed." in said("SELECT ?x { ?x a <foo> }")


def test_the_place_is_that_in_the_query_as_it_was_asked() -> None:
    query = "SELECT ?x { ?x foaf:name ?name } ORDER ?x"
    assert said(query, name=ox.Literal("สมชาย")) == said(query)


def test_the_grammar_is_not_recited_and_a_long_query_is_cut() -> None:
    assert len(said("SELECT ?x { ?x a foo:bar }")) < 250
    assert len(said("SELECT ?x { ?x a lgkg:Person . " + "?x ?y ?z . " * 100 + "FILTER(?x > ) }")) < 250


def test_what_is_no_mistake_of_syntax_is_told_as_it_is() -> None:
    assert str(complaint("ASK {}", {}, {}, "disk full")) == "the query cannot be run (disk full). Correct it"
