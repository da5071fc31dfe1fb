"""What the server makes of the page: questions and forms, names that are not clear, the terms to complete."""

from __future__ import annotations

import html
import re

import httpx
import pytest

from lgkg.graph import Graph
from lgkg.questions import Question, Theme, questions
from lgkg.web.asking.asked import asked_by
from lgkg.web.asking.writing import written

HOSTILE = '"><script>alert(1)</script>\u202e'
RESERVED = {"question", "query", "view", "lang"}


def ask(client: httpx.Client, language: str = "en", **asked: str) -> httpx.Response:
    return client.get("/query", params=asked, headers={"Accept-Language": language, "Accept": "text/html"})


def query_of(response: httpx.Response) -> str:
    found = re.search(r'<textarea id="query"[^>]*>\n(.*?)</textarea>', response.text, re.DOTALL)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_question_stands_under_its_theme_in_both_languages(client: httpx.Client, language: str) -> None:
    text = ask(client, language).text
    for question in questions():
        assert f"?question={question.id}" in text
        assert html.escape(question.title.of(language)) in text
    assert text.count("<h2>") == len(Theme)


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.id)
def test_a_question_written_as_sparql_answers_as_the_question_does(samples_graph: Graph, asked: Question) -> None:
    examples = {parameter.name: parameter.example for parameter in asked.parameters}
    sparql, bindings = asked.bound(samples_graph, **examples)
    query = written(asked.title.en, sparql, bindings)
    assert samples_graph.query(query).rows == asked.ask(samples_graph, **examples).rows
    assert query.splitlines()[0] == f"# {asked.title.en}"
    assert "# id =" not in query


def test_no_parameter_is_called_like_a_word_of_the_address() -> None:
    assert not {parameter.name for question in questions() for parameter in question.parameters} & RESERVED


def test_a_form_holds_what_was_filled_in_and_what_it_is_taken_for(client: httpx.Client) -> None:
    response = ask(client, question="office-holders", office="นายก อบจ.ลำปาง")
    assert response.status_code == 200
    assert 'value="นายก อบจ.ลำปาง"' in response.text
    assert re.search(r'taken as <a [^>]*href="/lgkg/id/office/[^"]+">นายกองค์การบริหารส่วนจังหวัดลำปาง</a>', response.text)


def test_a_question_with_nothing_filled_in_is_only_shown(client: httpx.Client) -> None:
    response = ask(client, question="who-was-with", person=" ", top="")
    assert response.status_code == 200
    assert 'name="person"' in response.text
    assert 'role="alert"' not in response.text
    assert "<textarea" not in response.text


def test_a_name_of_several_things_gives_choices_each_of_which_can_be_asked(client: httpx.Client) -> None:
    response = ask(client, question="local-governments", place="ตำบลในเมือง")
    assert response.status_code == 400
    choices = re.findall(r'<li><a class="text" href="(\?[^"]+)">([^<]+)</a>', response.text)
    assert [label for _, label in choices] == ["ในเมือง, เมืองนครราชสีมา", "ในเมือง, พิมาย", "ในเมือง, เมืองนครศรีธรรมราช"]
    for address, _ in choices:
        assert client.get("/query" + html.unescape(address)).status_code == 200


def test_no_more_than_twenty_choices_are_given(client: httpx.Client) -> None:
    response = ask(client, question="who-was-with", person="ก")
    assert response.text.count('<li><a class="text"') == 20
    assert re.search(r"And \d+ more\. Write more of the name", response.text)


def test_an_unknown_name_gives_the_nearest(client: httpx.Client) -> None:
    response = ask(client, "th", question="who-was-with", person="นายกิติพศ เจนจัดทรัพ")
    assert "ไม่พบชื่อนี้ในกราฟ" in response.text
    assert re.search(r'href="\?[^"]*person=person%2F[^"]+">กิตติพศ เจนจัดทรัพย์</a>', response.text)


def test_the_nearest_article_can_be_asked(client: httpx.Client) -> None:
    response = ask(client, question="events-of-article", article="a01x")
    choices = re.findall(r'<li><a class="text" href="(\?[^"]+)">', response.text)
    assert choices
    assert client.get("/query" + html.unescape(choices[0])).status_code == 200


def test_a_value_that_is_wrong_is_told_beside_the_form(client: httpx.Client) -> None:
    response = ask(client, question="who-met-whom", top="many")
    assert response.status_code == 400
    assert "is no number" in response.text
    assert ask(client, question="who-was").status_code == 400


def test_a_query_of_ones_own_is_shown_as_it_is(client: httpx.Client) -> None:
    query = "# ถาม\nSELECT ?x { ?x a lgkg:Person FILTER(1 < 2) }"
    assert query_of(ask(client, query=query)) == query


def test_what_stands_in_the_address_is_text_only(client: httpx.Client) -> None:
    for response in (
        ask(client, query=HOSTILE),
        ask(client, question="who-was-with", person=HOSTILE),
        ask(client, question="find", text=HOSTILE),
        ask(client, question=HOSTILE),
    ):
        assert "<script>alert" not in response.text
        assert "\u202e" not in response.text


def test_the_page_has_no_script_or_style_in_it(client: httpx.Client) -> None:
    text = ask(client, question="who-met-whom").text
    assert set(re.findall(r"<script[^>]*>(.*?)</script>", text, re.DOTALL)) == {""}
    assert "<style" not in text
    assert " style=" not in text


def test_the_licences_of_the_editor_stand_at_the_head_of_its_bundle(client: httpx.Client) -> None:
    licences = client.get("/assets/codemirror.min.js").text.partition("*/")[0]
    assert all(
        f"\n{name} " in licences for name in ("@codemirror/view", "@lezer/lr", "codemirror-lang-sparql", "style-mod")
    )
    assert licences.count("Permission is hereby granted") == licences.count("\n---\n") + 1


def test_only_the_parameters_of_the_question_count() -> None:
    asked = asked_by({"question": "who-met-whom", "top": " 5 ", "view": "chart", "person": "ก"})
    assert asked.given == {"top": "5"}


def test_the_terms_have_words_in_both_languages_and_how_often_they_are_used(client: httpx.Client) -> None:
    response = client.get("/query/terms.json")
    told = response.json()
    assert "max-age" in response.headers["cache-control"]
    assert told["prefixes"]["lgkg"] == "https://w3id.org/lgkg/ontology#"
    classes = {term["name"]: term for term in told["classes"]}
    person = classes["lgkg:Person"]
    assert (person["label"], person["comment"].keys()) == ({"th": "บุคคล", "en": "person"}, {"th", "en"})
    properties = {term["name"]: term for term in told["properties"]}
    assert properties["foaf:name"]["label"]["en"] == "name as printed"
    assert properties["foaf:name"]["count"] >= person["count"] > 50
    assert any(term["label"]["th"] == "เทศบาลนคร" for term in told["concepts"])


def test_every_term_of_the_ontology_that_is_used_has_words(client: httpx.Client) -> None:
    told = client.get("/query/terms.json").json()
    for term in (*told["classes"], *told["properties"]):
        if term["name"].startswith("lgkg:"):
            assert term["label"].keys() == {"th", "en"}, term
