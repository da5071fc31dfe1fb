"""The page as people use it, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route
    from tests.web.asking.conftest import Desk

pytestmark = pytest.mark.browser

PEOPLE = """SELECT ?person (COUNT(DISTINCT ?meeting) AS ?events) {
  ?part lgkg:participant ?person ; lgkg:meeting ?meeting
} GROUP BY ?person ORDER BY DESC(?events) ?person LIMIT 30"""
LONG = "SELECT ?a ?b { ?a a lgkg:Passage . ?b a lgkg:Passage } LIMIT 1000"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?c != ?f && ?f != ?i) }"


def told(desk: Desk) -> str:
    return desk.page.locator("#told").inner_text()


def test_an_answer_names_things_in_the_readers_language_and_links_to_their_pages(desk: Desk) -> None:
    desk.open().run(PEOPLE)
    assert told(desk).startswith("30 rows")
    link = desk.page.locator("#shown tbody a").first
    desk.page.wait_for_function("() => /[ก-ฮ]/.test(document.querySelector('#shown tbody a').textContent)")
    assert re.fullmatch(r"/lgkg/id/person/\w+", link.get_attribute("href") or "")
    assert desk.cells(2) == sorted(desk.cells(2), key=int, reverse=True)


def test_the_names_in_an_answer_to_a_question_lead_to_their_pages(desk: Desk) -> None:
    page = desk.open(question="who-met-whom", top="5", lang="en").page
    name = page.locator("#shown tbody tr").first.locator("a").first
    label = name.inner_text()
    name.click()
    page.wait_for_url("**/lgkg/id/person/*")
    assert page.locator("h1").inner_text() == label


def test_a_column_sorts_up_then_down_by_what_it_holds(desk: Desk) -> None:
    desk.open().run(PEOPLE)
    head = desk.page.locator("#shown th").nth(1)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert desk.cells(2) == sorted(desk.cells(2), key=int)
    head.locator("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert desk.cells(2) == sorted(desk.cells(2), key=int, reverse=True)


def test_rows_are_added_as_they_are_reached(desk: Desk) -> None:
    desk.open().run(LONG)
    assert told(desk).startswith("1,000 rows")
    rows = desk.page.locator("#shown tbody tr")
    assert rows.count() <= 400
    for _ in range(10):
        desk.page.mouse.wheel(0, 100_000)
        desk.page.wait_for_timeout(100)
    assert rows.count() == 1000


def test_days_and_numbers_are_written_as_the_language_writes_them(phone: Desk) -> None:
    phone.open(query='SELECT ("2024-01-26"^^xsd:date AS ?day) (12345 AS ?n) (true AS ?yes) {}')
    phone.page.locator("#bar:visible").wait_for()
    thai = phone.page.locator("html").get_attribute("lang") == "th"
    assert phone.cells(1) == ["26 มกราคม 2567" if thai else "26 January 2024"]
    assert phone.cells(2) == ["12,345"]
    assert phone.cells(3) == ["ใช่" if thai else "Yes"]


def test_a_class_is_completed_by_its_name_and_a_property_by_what_it_is_called(desk: Desk) -> None:
    desk.open().write("")
    desk.page.keyboard.type("SELECT * { ?x a lgkg:Per")
    suggestion = desk.page.locator(".cm-tooltip-autocomplete li", has_text="lgkg:Person")
    suggestion.wait_for()
    assert "person" in suggestion.inner_text()
    desk.page.wait_for_timeout(200)  # the list takes no key in its first moment
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("; organi")
    desk.page.locator(".cm-tooltip-autocomplete li", has_text="schema:organizer").click()
    assert desk.page.locator(".cm-content").inner_text() == "SELECT * { ?x a lgkg:Person; schema:organizer}"


def test_variables_of_the_query_are_completed(desk: Desk) -> None:
    desk.open().write("")
    desk.page.keyboard.type("SELECT ?holder { ?ho")
    desk.page.locator(".cm-tooltip-autocomplete li", has_text="?holder").wait_for()


def test_the_terms_of_the_graph_can_be_looked_up_and_taken(desk: Desk) -> None:
    desk.open().write("SELECT * { ?x a ")
    desk.page.get_by_text("Terms of the graph").click()
    desk.page.get_by_role("button", name="lgkg:Office", exact=True).click()
    assert desk.page.locator(".cm-content").inner_text().startswith("SELECT * { ?x a lgkg:Office ")


def test_a_mistake_is_marked_where_it_is(desk: Desk) -> None:
    desk.refusals = True
    desk.open().write("SELECT * {\n  ?x foo:bar ?y }")
    desk.page.locator("#run").click()
    problem = desk.page.locator("#failed:visible")
    problem.wait_for()
    assert "the prefix foo: is not declared" in problem.inner_text()
    assert desk.page.locator(".cm-lintRange-error").inner_text() == "foo:bar"
    problem.get_by_role("button", name="Go to line 2, column 6").click()
    desk.page.keyboard.type("lgkg:x; ")
    assert "  ?x lgkg:x; foo:bar ?y }" in desk.page.locator(".cm-content").inner_text()


def test_a_query_can_be_stopped(desk: Desk) -> None:
    desk.open().write(SLOW)
    desk.page.keyboard.press("Control+Enter")
    desk.page.get_by_role("button", name="Stop").click()
    assert told(desk) == "Stopped"
    desk.run("ASK { ?x a lgkg:Person }")
    assert told(desk).startswith("Yes")


def test_an_answer_that_was_cut_says_so(small_desk: Desk) -> None:
    small_desk.open().run("SELECT ?x { ?x a lgkg:Passage }")
    assert "it was cut at 50 rows" in told(small_desk)


def test_a_query_that_takes_too_long_is_explained(small_desk: Desk) -> None:
    small_desk.refusals = True
    small_desk.open().write(SLOW)
    small_desk.page.keyboard.press("Control+Enter")
    problem = small_desk.page.locator("#failed:visible")
    problem.wait_for()
    assert "queries are stopped after 1 seconds" in problem.inner_text()


def test_a_server_that_is_busy_is_explained(desk: Desk) -> None:
    def busy(route: Route) -> None:
        route.fulfill(status=503, headers={"Retry-After": "7"}, body="the graph cannot be asked now")

    desk.refusals = True
    desk.page.route("**/sparql", busy)
    desk.open(query="ASK {}").page.locator("#failed:visible").wait_for()
    assert "Try again in 7 seconds" in desk.page.locator("#failed").inner_text()


def test_counts_are_drawn_as_bars(desk: Desk) -> None:
    desk.open(question="most-active-people", top="10").page.get_by_role("button", name="Chart").click()
    bars = desk.page.locator("#shown .bars rect")
    assert bars.count() == 10
    widths = [float(bar.get_attribute("width") or 0) for bar in bars.all()]
    assert widths == sorted(widths, reverse=True)
    values = desk.page.locator("#shown .bars .value").all_text_contents()
    assert values == sorted(values, key=int, reverse=True)


def test_pairs_are_drawn_as_a_network_that_can_be_walked_by_keyboard(desk: Desk) -> None:
    desk.open(question="who-met-whom", top="20", view="network")
    desk.page.locator("#shown svg.network").wait_for()
    assert desk.page.locator("#shown svg line").count() == 20
    names = desk.page.locator("#shown .mark")
    names.first.focus()
    assert desk.page.locator("svg.network.dimmed .mark.lit").count() > 1
    assert names.first.get_attribute("aria-label")


def test_triples_are_drawn_as_a_network_of_their_things(desk: Desk) -> None:
    pattern = "?x lgkg:meeting ?m ; lgkg:participant ?p . ?p foaf:name ?n"
    query = f"CONSTRUCT {{ ?m lgkg:participant ?p . ?p foaf:name ?n }} {{ {pattern} }} LIMIT 60"
    desk.open(query=query, view="network")
    desk.page.locator("#shown svg.network a").first.wait_for()
    assert "triples" in told(desk)
    links = desk.page.locator("#shown svg.network a").all()
    assert all((link.get_attribute("href") or "").startswith("/lgkg/id/") for link in links)


@pytest.mark.parametrize(
    ("query", "name", "start"),
    [
        (PEOPLE, "CSV", "person,events\r\n"),
        (PEOPLE, "TSV", "?person\t?events\n"),
        (PEOPLE, "JSON", '{"head"'),
        (PEOPLE, "XML", "<?xml"),
        ("CONSTRUCT WHERE { ?x a lgkg:Person }", "Turtle", ""),
        ("CONSTRUCT WHERE { ?x a lgkg:Person }", "N-Triples", "<https://"),
    ],
)
def test_an_answer_can_be_saved(desk: Desk, tmp_path: Path, query: str, name: str, start: str) -> None:
    desk.open().run(query)
    with desk.page.expect_download() as waiting:
        desk.page.get_by_role("button", name=name, exact=True).click()
    waiting.value.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes().decode().startswith(start)
    assert "https://w3id.org/lgkg/" in (tmp_path / "saved").read_text()


def test_the_address_leads_to_the_same_query_and_view_again(desk: Desk) -> None:
    desk.open().run(PEOPLE)
    desk.page.get_by_role("button", name="Chart").click()
    asked = parse_qs(urlsplit(desk.page.url).query)
    assert (asked["query"], asked["view"]) == ([PEOPLE], ["chart"])
    desk.page.goto(desk.page.url)
    desk.page.locator("#shown .bars rect").first.wait_for()


def test_the_other_language_shows_the_same_query(desk: Desk) -> None:
    desk.open().run(PEOPLE)
    desk.page.get_by_role("link", name="ไทย", exact=True).click()
    desk.page.locator("#shown tbody tr").first.wait_for()
    assert desk.page.locator("html").get_attribute("lang") == "th"
    assert parse_qs(urlsplit(desk.page.url).query)["query"] == [PEOPLE]


def test_a_question_keeps_its_address_until_its_query_is_changed(desk: Desk) -> None:
    desk.open(question="who-met-whom", top="5").page.locator("#shown tbody tr").first.wait_for()
    assert parse_qs(urlsplit(desk.page.url).query) == {"question": ["who-met-whom"], "top": ["5"]}
    assert desk.page.locator("#shown th").all_inner_texts()[0].startswith("a person")
    desk.page.get_by_text("Show the SPARQL").click()
    desk.run(PEOPLE)
    assert parse_qs(urlsplit(desk.page.url).query) == {"query": [PEOPLE]}


def test_a_question_is_filled_in_and_asked(desk: Desk) -> None:
    desk.open().page.get_by_role("link", name="Whom a person was seen with").click()
    desk.page.get_by_label("name of the person").fill("พิทักษ์พล รัตนวรากุล")
    desk.page.keyboard.press("Enter")
    desk.page.locator("#shown tbody tr").first.wait_for()
    assert "person=" in desk.page.url


def test_names_are_suggested_while_somebody_types(desk: Desk) -> None:
    hits = '{"hits": [{"iri": "urn:a", "label": "สมหมาย <b>", "kind": "person", "context": "ผู้ว่า"}]}'
    desk.page.route("**/api/search?**", lambda route: route.fulfill(body=hits, content_type="application/json"))
    desk.open(question="who-was-with").page.get_by_label("name of the person").press_sequentially("สม")
    option = desk.page.locator("datalist option")
    option.wait_for(state="attached")
    assert (option.get_attribute("value"), option.inner_text()) == ("สมหมาย <b>", "ผู้ว่า")


def test_whatever_an_article_says_is_shown_as_text(hostile_desk: Desk) -> None:
    hostile_desk.open().run(
        "SELECT ?thing ?name { ?thing skos:prefLabel|rdfs:label|foaf:name ?name FILTER(CONTAINS(?name, 'alert')) }"
    )
    assert any("<script>alert" in cell for cell in hostile_desk.cells(2))
    for view in ("Network", "Raw", "Table"):
        hostile_desk.page.get_by_role("button", name=view, exact=True).click()
        assert hostile_desk.page.locator("#shown script, #shown b").count() == 0
    hostile_desk.run(
        "SELECT ('<img src=x onerror=alert(1)>' AS ?label) (IRI('javascript:alert(1)') AS ?evil) (3 AS ?n) {}"
    )
    assert hostile_desk.page.locator("#shown a").count() == 0
    hostile_desk.page.get_by_role("button", name="Chart").click()
    assert "<img src=x" in (hostile_desk.page.locator("#shown .bars .name").text_content() or "")
    assert hostile_desk.page.locator("#shown img").count() == 0


def test_triples_are_read_as_they_are_written(hostile_desk: Desk) -> None:
    hostile_desk.open().run(
        r"""CONSTRUCT { <urn:a> <urn:b> "<b>\\ \"} . <a> \n\t ก\U0001F600"@th , 5 , "2024-01-26"^^xsd:date } {}"""
    )
    assert sorted(hostile_desk.cells(3)) == ["26 January 2024", "5", '<b>\\ "} . <a> ก\U0001f600']
    assert hostile_desk.cells(2) == ["urn:b"] * 3


def test_without_the_editors_library_a_plain_field_does(desk: Desk) -> None:
    def missing(route: Route) -> None:
        route.fulfill(status=404)

    desk.refusals = True
    desk.page.route("**/codemirror.min.js", missing)
    desk.open().page.locator("#plain:visible").wait_for()
    desk.page.locator("#query").fill("ASK { ?x a lgkg:Person }")
    desk.page.locator("#query").press("Control+Enter")
    desk.page.locator("#bar:visible").wait_for()
    assert told(desk).startswith("Yes")


def test_without_scripts_the_form_asks_the_endpoint(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page: Page = context.new_page()
    page.goto(f"{address}/query?question=who-met-whom&top=3")
    page.get_by_text("ดู SPARQL ของคำถามนี้").or_(page.get_by_text("Show the SPARQL")).click()
    form = page.locator("#sparql")
    assert (form.get_attribute("action"), form.get_attribute("method")) == ("/sparql", "post")
    query = page.locator("#query").input_value()
    context.close()
    answer = httpx.post(f"{address}/sparql", data={"query": query}, timeout=60).json()
    assert len(answer["results"]["bindings"]) == 3


STATES = {
    "start": {},
    "choices": {"question": "local-governments", "place": "ตำบลในเมือง"},
    "table": {"question": "who-met-whom"},
    "chart": {"question": "who-met-whom", "view": "chart"},
    "network": {"question": "who-met-whom", "view": "network"},
    "raw": {"query": "ASK {}", "view": "raw"},
    "mistake": {"query": "SELECT"},
}


@pytest.mark.parametrize("state", STATES)
def test_the_page_is_accessible_and_fits_a_phone(phone: Desk, state: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    phone.refusals = True
    phone.open(**STATES[state])
    if "query" in STATES[state] or "view" in STATES[state] or state == "table":
        phone.page.locator("#bar:visible, #failed:visible").wait_for()
    found = Axe().run(phone.page).response
    assert len(found["passes"]) > 15
    assert [it["id"] for it in found["violations"] if it["impact"] in ("serious", "critical")] == []
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
