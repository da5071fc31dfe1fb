"""A bounded answer is the engine's own, up to where it is cut."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.store.worker import serve_store

IRI = ox.NamedNode("http://x/p")
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8)
XSD = "http://www.w3.org/2001/XMLSchema#"
TERMS = st.one_of(
    TEXTS.map(ox.Literal),
    TEXTS.map(lambda text: ox.Literal(text, language="th")),
    TEXTS.map(lambda text: ox.Literal(text, datatype=ox.NamedNode("http://x/type"))),
    st.sampled_from(["1", "01", "+1", "-0", "1.", ".5", "1e9", "INF", "NaN", "true", "1 ", "x"]).flatmap(
        lambda text: st.sampled_from(["integer", "decimal", "double", "boolean", "date"]).map(
            lambda kind: ox.Literal(text, datatype=ox.NamedNode(XSD + kind))
        )
    ),
    st.sampled_from(["http://x/ก", "http://x/a?b#c", "urn:x:y"]).map(ox.NamedNode),
)
ROWS = st.lists(st.tuples(st.one_of(st.none(), TERMS), st.one_of(st.none(), TERMS)), max_size=6)


def answer(store: ox.Store, query: str, **wanted: Any) -> tuple[dict[str, Any], bytes]:
    """The head and the body of what the worker writes."""
    request: dict[str, Any] = {
        "query": query,
        "prefixes": {},
        "default": None,
        "named": None,
        "table": "JSON",
        "triples": "TURTLE",
    }
    written = io.BytesIO()
    serve_store(store, [json.dumps({**request, "rows": None, "size": None, **wanted}).encode()], written)
    written.seek(0)
    frames = []
    while line := written.readline():
        head = json.loads(line)
        frames.append((head, written.read(head["length"])))
    assert "cut" in frames[0][0] or frames[-1][0]["kind"] == "end", frames
    return frames[0][0], b"".join(body for _, body in frames)


def of_values(rows: Sequence[tuple[Any, Any]]) -> str:
    told = " ".join(f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in rows)
    return f"SELECT ?x ?y {{ VALUES (?x ?y) {{ {told} }} }}"


@pytest.mark.parametrize("form", ["JSON", "XML", "CSV", "TSV"])
@given(rows=ROWS)
def test_an_answer_below_the_caps_is_the_engines_own(form: str, rows: list[tuple[Any, Any]]) -> None:
    query = of_values(rows)
    head, body = answer(ox.Store(), query, table=form, rows=6, size=1 << 20)
    found = ox.Store().query(query)
    assert isinstance(found, ox.QuerySolutions)
    own = found.serialize(format=getattr(ox.QueryResultsFormat, form)) or b""
    assert head["cut"] is None
    assert body == own or form == "XML", "XML lacks some characters"
    assert len(body) >= len(own)


@given(rows=ROWS.filter(bool), most=st.integers(1, 6))
def test_a_cut_answer_has_the_first_rows_and_says_how_many(rows: list[tuple[Any, Any]], most: int) -> None:
    head, body = answer(ox.Store(), of_values(rows), rows=most, size=1 << 20)
    whole = json.loads(answer(ox.Store(), of_values(rows))[1])["results"]["bindings"]
    cut = json.loads(body)
    assert cut["results"]["bindings"] == whole[:most]
    assert head["cut"] == (most if len(rows) > most else None)
    assert ("link" in cut["head"]) == (len(rows) > most)


@given(rows=ROWS.filter(bool), size=st.integers(0, 60))
def test_an_answer_cut_at_its_bytes_has_whole_rows(rows: list[tuple[Any, Any]], size: int) -> None:
    whole = answer(ox.Store(), of_values(rows), table="TSV")[1]
    head, body = answer(ox.Store(), of_values(rows), table="TSV", rows=99, size=size)
    assert whole.startswith(body)
    assert len(body) <= size or body == whole
    assert body == b"" or body.endswith(b"\n")
    assert (head["cut"] is None) == (body == whole)


@pytest.mark.parametrize("form", ["N_TRIPLES", "TURTLE", "JSON_LD", "RDF_XML"])
@given(terms=st.lists(TERMS, max_size=6, unique_by=str))
def test_a_graph_below_the_caps_is_the_engines_own(form: str, terms: list[Any]) -> None:
    store = ox.Store()
    store.extend(ox.Quad(IRI, IRI, term) for term in terms)
    parsed = []
    for caps in ({"rows": 6, "size": 1 << 20}, {}):
        body = answer(store, "CONSTRUCT WHERE { ?s ?p ?o }", triples=form, **caps)[1]
        if form == "RDF_XML":  # what XML cannot hold is replaced in bounded answers alone
            body = b"" if any(ord(sign) < 32 or sign in "\ufffe\uffff" for sign in str(terms)) else body
        parsed.append(
            {str(quad) for quad in ox.parse(body, getattr(ox.RdfFormat, form), lenient=True)} if body else set()
        )
    assert parsed[0] == parsed[1]


def test_each_format_that_can_say_so_says_that_it_was_cut() -> None:
    store = ox.Store()
    store.extend(ox.Quad(IRI, IRI, ox.Literal(number)) for number in range(5))
    caps = {"rows": 2, "size": 1 << 20}
    assert b'<link href="#truncated-rows=2"/></head>' in answer(store, "SELECT * { ?s ?p ?o }", table="XML", **caps)[1]
    assert b'"link":["#truncated-rows=2"]' in answer(store, "SELECT * { ?s ?p ?o }", table="JSON", **caps)[1]
    for form in ("TURTLE", "N_TRIPLES"):
        head, body = answer(store, "CONSTRUCT WHERE { ?s ?p ?o }", triples=form, **caps)
        assert body.endswith(b"# cut behind 2 triples\n")
        assert len(list(ox.parse(body, ox.RdfFormat.TURTLE))) == head["cut"] == 2


def test_the_engine_is_stopped_behind_the_last_row() -> None:
    store = ox.Store()
    store.extend(ox.Quad(IRI, IRI, ox.Literal(number)) for number in range(1000))
    _, body = answer(store, "SELECT ?a { ?a ?p ?o . ?b ?q ?r . ?c ?s ?t . ?d ?u ?v }", rows=10, size=1 << 20)
    assert len(json.loads(body)["results"]["bindings"]) == 10
