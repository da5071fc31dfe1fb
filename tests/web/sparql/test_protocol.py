"""The SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/): each MUST on a server, and its test cases."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import httpx
import pytest

from lgkg.graph import Graph

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
THAI = 'SELECT ?p { ?p foaf:name ?n FILTER(CONTAINS(?n, "พิทักษ์พล")) }'
ASK = "ASK { ?s ?p ?o }"


def rows(response: httpx.Response) -> list[dict[str, dict[str, str]]]:
    assert response.status_code == 200, response.text
    found: list[dict[str, dict[str, str]]] = response.json()["results"]["bindings"]
    return found


def test_a_query_by_get_by_form_and_as_a_body_has_the_same_answer(client: httpx.Client) -> None:
    got = client.get("/sparql", params={"query": THAI})
    assert rows(got)
    for response in (
        client.post("/sparql", data={"query": THAI}),
        client.post("/sparql", content=THAI.encode(), headers={"Content-Type": QUERY}),
        client.post("/sparql", content=THAI.encode(), headers={"Content-Type": f"{QUERY}; charset=UTF-8"}),
    ):
        assert (response.content, response.headers["content-type"]) == (got.content, got.headers["content-type"])


def test_thai_is_taken_percent_encoded_and_as_it_is(client: httpx.Client, address: str) -> None:
    encoded = httpx.get(f"{address}/sparql?query={quote(THAI)}")
    assert "%E0%B8" in quote(THAI)
    assert rows(encoded) == rows(client.get("/sparql", params={"query": THAI}))


def test_a_head_request_has_the_headers_and_no_body(client: httpx.Client) -> None:
    got, head = client.get("/sparql", params={"query": ASK}), client.head("/sparql", params={"query": ASK})
    assert head.content == b""
    assert head.status_code == 200
    assert {**head.headers, "date": ""} == {**got.headers, "date": ""}


def test_options_name_what_may_be_done(client: httpx.Client) -> None:
    response = client.options("/sparql")
    assert response.status_code == 204
    assert response.headers["allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_bad_query_method_is_405_with_the_allowed_ones(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/sparql", params={"query": ASK})
    assert response.status_code == 405
    assert "GET" in response.headers["allow"]


@pytest.mark.parametrize(
    ("parameters", "why"),
    [
        ([("query", ASK), ("query", ASK)], "has one query, and this has 2"),
        ([("default-graph-uri", "http://x/")], "has one query, and this has 0"),
        ([("query", ASK), ("timeout", "soon")], "no number of seconds"),
        ([("query", ASK), ("timeout", "nan")], "no number of seconds"),
        ([("query", ASK), ("timeout", "-1")], "no number of seconds"),
        ([("query", "SELEC ?x {}")], "line 1, column 1"),
        ([("query", "")], "it is empty"),
    ],
)
def test_bad_parameters_are_400_with_the_reason(
    client: httpx.Client, parameters: list[tuple[str, str]], why: str
) -> None:
    response = client.get(f"/sparql?{urlencode(parameters)}")
    assert response.status_code == 400
    assert why in response.text


def test_bad_multiple_queries_in_address_and_body_are_400(client: httpx.Client) -> None:
    for body, media in ((ASK, QUERY), (urlencode({"query": ASK}), FORM)):
        response = client.post("/sparql", params={"query": ASK}, content=body, headers={"Content-Type": media})
        assert response.status_code == 400


@pytest.mark.parametrize("media", ["text/plain", "", "application/json", f"{QUERY}; charset=utf-16"])
def test_bad_query_wrong_or_missing_media_type_is_415(client: httpx.Client, media: str) -> None:
    headers = {"Content-Type": media} if media else {}
    assert client.post("/sparql", content=ASK.encode(), headers=headers).status_code == 415


def test_bad_query_non_utf8_is_400(client: httpx.Client, address: str) -> None:
    for media in (QUERY, FORM):
        body = b"query=" * (media == FORM) + ASK.encode("utf-16")
        assert client.post("/sparql", content=body, headers={"Content-Type": media}).status_code == 400
    assert httpx.get(f"{address}/sparql?query=ASK%20%7B%7D%20%23%FF").status_code == 400


@pytest.mark.parametrize(
    "update", ["INSERT DATA { <a:b> <a:b> <a:b> }", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "DROP ALL"]
)
def test_updates_are_refused_with_the_reason_however_they_are_sent(
    client: httpx.Client, samples_graph: Graph, update: str
) -> None:
    before = samples_graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows
    for response in (
        client.post("/sparql", data={"update": update}),
        client.get("/sparql", params={"update": update}),
        client.post("/sparql", content=update, headers={"Content-Type": "application/sparql-update"}),
    ):
        assert response.status_code == 403
        assert "only read" in response.text
    as_query = client.post("/sparql", data={"query": update})
    assert (as_query.status_code, "this is an update" in as_query.text) == (400, True)
    assert samples_graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == before


def articles(client: httpx.Client) -> list[str]:
    found = rows(client.get("/sparql", params={"query": "SELECT ?a { ?a a lgkg:Article } ORDER BY ?a"}))
    return [row["a"]["value"] for row in found]


def count(client: httpx.Client, query: str, **dataset: list[str]) -> int:
    parameters = [(name.replace("_", "-"), value) for name, values in dataset.items() for value in values]
    (row,) = rows(client.get("/sparql", params=[("query", query), *parameters]))
    return int(row["n"]["value"])


COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
COUNT_NAMED = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def test_query_dataset_default_graph(client: httpx.Client) -> None:
    one, *_ = articles(client)
    own = count(client, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{one}> {{ ?s ?p ?o }} }}")
    assert 0 < own < count(client, COUNT)
    assert count(client, COUNT, default_graph_uri=[one]) == own
    assert count(client, COUNT_NAMED, default_graph_uri=[one]) == 0, "a data set has the graphs that it names"


def test_query_dataset_default_graphs_are_merged_and_a_triple_of_both_is_one(client: httpx.Client) -> None:
    one, two, *_ = articles(client)
    graphs = f"VALUES ?g {{ <{one}> <{two}> }} GRAPH ?g {{ ?s ?p ?o }}"
    both = f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT ?s ?p ?o {{ {graphs} }} }}"
    assert count(client, COUNT, default_graph_uri=[one, two]) == count(client, both)
    assert count(client, COUNT, default_graph_uri=[one, one]) == count(client, COUNT, default_graph_uri=[one])


def test_query_dataset_named_graphs(client: httpx.Client) -> None:
    one, two, *_ = articles(client)
    assert count(client, COUNT, named_graph_uri=[one, two]) == 0, "no default graph is named, so it is empty"
    assert count(client, COUNT_NAMED, named_graph_uri=[one, two]) == sum(
        count(client, COUNT, default_graph_uri=[graph]) for graph in (one, two)
    )


def test_query_dataset_full(client: httpx.Client) -> None:
    one, two, three, *_ = articles(client)
    query = "SELECT (COUNT(DISTINCT ?g) AS ?n) { ?s ?p ?o { SELECT DISTINCT ?g { GRAPH ?g { ?x ?y ?z } } } }"
    assert count(client, query, default_graph_uri=[one, two], named_graph_uri=[two, three]) == 2


def test_query_multiple_dataset_that_of_the_protocol_is_used(client: httpx.Client) -> None:
    one, two, *_ = articles(client)
    query = f"SELECT (COUNT(*) AS ?n) FROM <{two}> {{ ?s ?p ?o }}"
    assert count(client, query, default_graph_uri=[one]) == count(client, COUNT, default_graph_uri=[one])
    assert count(client, query) == count(client, COUNT, default_graph_uri=[two])


def test_the_dataset_is_taken_by_form_and_beside_a_body_too(client: httpx.Client) -> None:
    one, *_ = articles(client)
    got = client.get("/sparql", params={"query": COUNT, "default-graph-uri": one}).content
    assert client.post("/sparql", data={"query": COUNT, "default-graph-uri": one}).content == got
    headers = {"Content-Type": QUERY}
    beside = client.post("/sparql", params={"default-graph-uri": one}, content=COUNT, headers=headers)
    assert beside.content == got


@pytest.mark.parametrize("iri", ["http://nowhere.example/g", "no iri", "file:///etc/passwd", ""])
def test_a_graph_that_is_not_there_is_400_and_never_an_empty_answer(client: httpx.Client, iri: str) -> None:
    response = client.get("/sparql", params={"query": COUNT, "default-graph-uri": iri})
    assert response.status_code == 400
    assert f"<{iri}> is no graph of this one" in response.text


def test_from_takes_graphs_that_are_there_by_iri_prefix_and_base(client: httpx.Client) -> None:
    one, two, *_ = articles(client)
    head, _, name = one.rpartition("/")
    own = count(client, COUNT, default_graph_uri=[one])
    assert count(client, f"PREFIX a: <{head}/> SELECT (COUNT(*) AS ?n) FROM a:{name} {{ ?s ?p ?o }}") == own
    assert count(client, f"BASE <{head}/> SELECT (COUNT(*) AS ?n) FROM <{name}> {{ ?s ?p ?o }}") == own
    named = f"SELECT (COUNT(*) AS ?n) FROM <{two}> FROM NAMED <{one}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    assert count(client, named) == own
    assert count(client, "SELECT (COUNT(*) AS ?n) { BIND(' FROM <http://x/> ' AS ?x) }") == 1


def test_any_website_may_read_without_credentials(client: httpx.Client) -> None:
    origin = {"Origin": "https://elsewhere.example"}
    for response in (
        client.get("/sparql", params={"query": ASK}, headers=origin),
        client.get("/sparql", params={"query": "SELEC"}, headers=origin),
        client.post("/sparql", data={"query": ASK}, headers=origin),
        client.get("/sparql", params={"query": ASK}, headers={**origin, "Accept": "image/png"}),
    ):
        assert response.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in response.headers
        assert "X-LGKG-Truncated" in response.headers["access-control-expose-headers"]


def test_a_preflight_is_answered(client: httpx.Client) -> None:
    asked = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    response = client.options("/sparql", headers=asked)
    assert response.status_code == 200
    assert "POST" in response.headers["access-control-allow-methods"]
    assert "content-type" in response.headers["access-control-allow-headers"]
