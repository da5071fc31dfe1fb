"""What a thing answers at its address: the form that is wanted, where it went, whether it changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
import rdflib
from rdflib.compare import isomorphic

GOVERNOR = 'SELECT ?p { ?p foaf:name "สมหมาย ทดสอบดี" } LIMIT 1'
FORMS = [
    ("ttl", "text/turtle", "turtle"),
    ("jsonld", "application/ld+json", "json-ld"),
    ("nt", "application/n-triples", "nt"),
]


@pytest.fixture
def path(three: Any) -> str:
    found: str = three.path(GOVERNOR)
    return found


@pytest.mark.parametrize(("suffix", "media", "parser"), FORMS)
def test_a_form_is_had_by_the_header_and_by_the_suffix(
    three: Any, path: str, suffix: str, media: str, parser: str
) -> None:
    by_header = three.client.get(path, headers={"Accept": f"{media}, text/html;q=0.9"})
    by_suffix = three.client.get(f"{path}.{suffix}", headers={"Accept": "text/html"})
    assert by_header.headers["content-type"].partition(";")[0] == media
    assert by_suffix.content == by_header.content
    assert len(rdflib.Graph().parse(data=by_suffix.text, format=parser)) > 20


@pytest.mark.parametrize(
    "kind", ["Person", "Office", "Organization", "Province", "Policy", "Meeting", "Article", "Venue"]
)
def test_all_forms_of_a_thing_say_the_same(three: Any, kind: str) -> None:
    thing = three.path(f"SELECT ?it {{ ?it a lgkg:{kind} ; ?p ?o }} GROUP BY ?it ORDER BY ?it LIMIT 1")
    ttl, jsonld, nt = (
        rdflib.Graph().parse(data=three.client.get(f"{thing}.{suffix}").text, format=parser)
        for suffix, _, parser in FORMS
    )
    assert len(nt) > 3
    assert isomorphic(ttl, nt)
    assert isomorphic(jsonld, nt)


def test_the_triples_of_an_article_are_its_graph(three: Any) -> None:
    thing = three.path('SELECT ?a { ?a dcterms:identifier "harbour" }')
    served = three.client.get(f"{thing}.nt").text
    (article,) = (iri for (iri,) in three.graph.query('SELECT ?a { ?a dcterms:identifier "harbour" }'))
    assert served == three.graph.query("CONSTRUCT { ?s ?p ?o } { GRAPH ?a { ?s ?p ?o } }", a=article).ntriples


def test_the_triples_of_a_person_hold_the_statements_about_that_person_in_full(three: Any, path: str) -> None:
    served = three.client.get(f"{path}.nt").text
    for word in ("#office>", "#observedOn>", "#evidence>", "#confidence>", "ผู้ว่าราชการจังหวัดระยอง"):
        assert word in served


def test_a_page_tells_where_its_other_forms_are(three: Any, path: str) -> None:
    response = three.client.get(path)
    links = response.headers["link"]
    for suffix, media, _ in FORMS:
        assert f'<{path}.{suffix}>; rel="alternate describedby"; type="{media}"' in links
        assert f'type="{media}" href="{path}.{suffix}"' in response.text
    assert {"Accept", "Accept-Language", "Cookie"} <= set(response.headers["vary"].split(", "))


def test_a_form_that_is_not_to_be_had_is_told_so(three: Any, path: str) -> None:
    response = three.client.get(path, headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert "text/turtle" in response.text


def test_an_answer_that_has_not_changed_is_not_sent_again(three: Any, path: str) -> None:
    first = three.client.get(path)
    again = three.client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["vary"] == first.headers["vary"]


def test_a_graph_that_is_built_again_gets_other_tags(
    tmp_path: Path, serving: Any, make_graph: Any, harbour: Any, flood: Any
) -> None:
    tags = []
    for facts in ([harbour], [harbour, flood]):
        folder = make_graph(tmp_path / "graph", facts)
        with serving(folder) as address:
            tags.append(httpx.get(f"{address}/lgkg/id/office/governor.21.ttl").headers["etag"])
    assert tags[0] != tags[1]


def test_scripts_of_other_sites_may_read_triples_and_no_pages(three: Any, path: str) -> None:
    assert three.client.get(f"{path}.ttl").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in three.client.get(path).headers


def test_hostile_text_is_the_same_text_in_all_forms(three: Any) -> None:
    hostile = "SELECT ?a { ?a dcterms:identifier ?id FILTER (CONTAINS(?id, 'script')) }"
    thing = three.path(hostile)
    ttl, jsonld, nt = (
        rdflib.Graph().parse(data=three.client.get(f"{thing}.{suffix}").text, format=parser)
        for suffix, _, parser in FORMS
    )
    assert isomorphic(ttl, nt)
    assert isomorphic(jsonld, nt)
    assert any("<script>" in str(value) for value in nt.objects())


def test_every_form_list_and_language_has_a_tag_of_its_own(three: Any, path: str) -> None:
    asked = [path, f"{path}.ttl", f"{path}.nt", f"{path}?list=facts"]
    tags = {three.client.get(one).headers["etag"] for one in asked}
    tags.add(three.client.get(path, headers={"Accept-Language": "th"}).headers["etag"])
    assert len(tags) == 5


def test_a_head_request_gets_the_headers_alone(three: Any, path: str) -> None:
    response = three.client.head(f"{path}.ttl")
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["content-type"].startswith("text/turtle")


@pytest.mark.parametrize("name", ["nobody", "~", "a b", "..", "x" * 500, "%3Cscript%3E", "a%22b", "a%0Ab"])
def test_what_the_graph_does_not_know_is_not_there(three: Any, name: str) -> None:
    for accept in ("text/html", "text/turtle"):
        assert three.client.get(f"/lgkg/id/person/{name}", headers={"Accept": accept}).status_code == 404


@pytest.mark.parametrize("query", ["?list=secrets", "?list=thing"])
def test_a_list_that_a_page_does_not_have_is_not_there(three: Any, path: str, query: str) -> None:
    assert three.client.get(path + query).status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "١", "99999"])
def test_a_page_number_that_makes_no_sense_does_no_harm(three: Any, path: str, number: str) -> None:
    assert three.client.get(f"{path}?list=facts&page={number}").status_code == 200


def test_an_id_that_was_merged_away_leads_to_the_one_that_is_kept(joined: Any) -> None:
    ((old, kept),) = joined.graph.query(
        "SELECT ?old ?kept { ?old dcterms:isReplacedBy ?kept . ?kept a lgkg:Person }"
    ).rows
    old_path, kept_path = (str(iri).replace("https://w3id.org", "") for iri in (old, kept))
    response = joined.client.get(old_path + ".ttl?x=1")
    assert (response.status_code, response.headers["location"]) == (301, kept_path + ".ttl?x=1")
    page = joined.client.get(old_path, follow_redirects=True)
    assert page.status_code == 200
    assert str(old).rpartition("/")[2] in page.text, "the page tells which ids were joined"


def test_a_graph_of_another_base_is_served_at_the_path_of_that(elsewhere: str) -> None:
    with httpx.Client(base_url=elsewhere, headers={"Accept": "text/html"}) as client:
        assert client.get("/").status_code == 200
        assert client.get("/assets/pages.css").status_code == 200
        response = client.get("/office/governor.21")
    assert response.status_code == 200
    assert '<link rel="canonical" href="https://things.example.org/office/governor.21">' in response.text
    assert 'href="/place/21"' in response.text
