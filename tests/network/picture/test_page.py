"""The page as a file: what a browser would make of it, and that no text of an article can change that."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
import zlib
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from lgkg.errors import PictureError
from lgkg.facts import Facts
from lgkg.graph import Graph, open_graph
from lgkg.network import Appearance, Event, Name, Network, Node, Sighting, Source, describe, project
from lgkg.network.model import join
from lgkg.network.picture import page
from lgkg.pages import part

ATTACKS = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "--></script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "&lt;script&gt;&#60;script&#62;",
    "]]><![CDATA[",
    "\u202eabc\u202c\u200f",
    "\u2028alert(1)\u2029",
    "$title ${data} $$",
    "{shown} {__proto__}",
    "\\u003cscript\\u003e",
    "\x00\x0b\x1b[31m\x7f\ufffe",
]
LOADING = {"src", "href", "srcset", "data", "poster", "action", "formaction", "background", "ping", "style"}


class Parsed(HTMLParser):
    """The elements of a page, each with its attributes, and what stands in scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.data = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        tag, attributes = self.tags[-1] if self.tags else ("", {})
        if tag == "style" and not self.styles:
            self.styles.append(data)
        elif attributes.get("id") == "data" and not self.data:
            self.data = data
        elif tag == "script" and data.strip():
            self.scripts.append(data)

    def policy(self) -> dict[str, list[str]]:
        """The content security policy: directive -> its values."""
        (content,) = (a["content"] for tag, a in self.tags if tag == "meta" and "http-equiv" in a)
        return {words[0]: words[1:] for words in (part.split() for part in (content or "").split(";"))}


def attacked(text: str) -> Network:
    """A network in which the text stands wherever a text may stand."""
    name, source = Name(text, text), Source(text, text, text)
    sightings = (Sighting(text, date(2024, 1, 1), True, True, source),)
    people = [Node("urn:a", text, sightings, text, name), Node("urn:b", text, sightings, "local", name)]
    appearances = tuple(Appearance(person.iri, ("chair",), (source,)) for person in people)
    return join(people, [Event(text, text, date(2024, 1, 1), name, name, (source,), appearances)])


def sha256(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def sample(samples_graph: Graph) -> str:
    return page(describe(samples_graph, project(samples_graph)))


@pytest.fixture(scope="module")
def hostile_page(graph_folder: Path) -> Iterator[str]:
    with open_graph(graph_folder) as graph:
        yield page(describe(graph, project(graph)))


def shown(text: str) -> Any:
    """The records that the page's script unpacks."""
    return json.loads(zlib.decompress(base64.b64decode(Parsed(text).data), -zlib.MAX_WBITS))


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_of_an_article_becomes_markup(attack: str) -> None:
    attacked_page, harmless = Parsed(page(attacked(attack))), Parsed(page(attacked("x")))
    assert attacked_page.tags == harmless.tags
    assert attacked_page.scripts == harmless.scripts


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_text_of_an_article_arrives_as_it_is(attack: str) -> None:
    records = shown(page(attacked(attack)))
    assert [person["name"] for person in records["people"]] == [attack, attack]
    assert records["events"][0]["title"] == attack
    assert records["offices"] == [attack]
    assert records["articles"] == [[attack, ""]]  # none of them is an address
    assert records["passages"] == [[0, attack]]


def test_a_hostile_article_leaves_the_page_as_it_is(hostile_page: str, hostile: Facts) -> None:
    assert Parsed(hostile_page).tags == Parsed(page(join([], []))).tags
    name = hostile.persons[0].name
    told = {person["name"] for person in shown(hostile_page)["people"]}
    assert any("<script>" in one and one[:20] == name[:20] for one in told)
    assert '<script>alert("x")' not in hostile_page


def test_nothing_in_the_data_block_can_end_it(hostile_page: str) -> None:
    assert re.fullmatch("[A-Za-z0-9+/]+={0,2}", Parsed(hostile_page).data)
    assert hostile_page.count("</script>") == len(Parsed(hostile_page).scripts) + 1
    assert "<!--" not in hostile_page


def test_the_policy_allows_the_page_its_own_scripts_and_style_and_nothing_else(sample: str) -> None:
    parsed = Parsed(sample)
    assert parsed.policy() == {
        "default-src": ["'none'"],
        "script-src": [sha256(script) for script in parsed.scripts],
        "style-src": [sha256(style) for style in parsed.styles],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert len(parsed.scripts) == 15
    assert len(parsed.styles) == 1


def test_the_policy_comes_before_all_that_it_is_about(sample: str) -> None:
    tags = [tag for tag, _ in Parsed(sample).tags]
    assert tags[:4] == ["html", "head", "meta", "meta"]
    assert "http-equiv" in Parsed(sample).tags[3][1]


def test_no_element_loads_anything(sample: str, hostile_page: str) -> None:
    for text in (sample, hostile_page):
        parsed = Parsed(text)
        assert [(tag, attributes) for tag, attributes in parsed.tags if LOADING & attributes.keys()] == []
        assert not {"link", "img", "iframe", "object", "embed", "base", "form"} & {tag for tag, _ in parsed.tags}
        assert not any(name.startswith("on") for _, attributes in parsed.tags for name in attributes)


def test_neither_style_nor_scripts_name_another_file(sample: str) -> None:
    parsed = Parsed(sample)
    assert not re.search(r"@import|url\(|image-set|@font-face", parsed.styles[0])
    own = "\n".join(parsed.scripts[1:])
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|import)\b\s*\(", own)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", own)
    assert "sourceMappingURL" not in sample


def test_links_are_opened_without_telling_where_from(sample: str) -> None:
    assert {"name": "referrer", "content": "no-referrer"} in [attributes for _, attributes in Parsed(sample).tags]
    assert 'rel: "noopener noreferrer"' in sample


def test_the_licence_of_the_drawing_library_stays_in_the_file(sample: str) -> None:
    library = Parsed(sample).scripts[0]
    head = library[: library.index("*/")]
    assert head.lstrip().startswith("/**\n * vis-network")
    assert "@license" in head
    assert "Apache 2.0" in head and "MIT" in head
    assert "Almende B.V" in head and "visjs contributors" in head


@pytest.mark.parametrize(("language", "title"), [("th", "ใครปรากฏตัวร่วมกับใคร"), ("en", "Who appeared with whom")])
def test_a_page_opens_in_the_language_asked_for(language: str, title: str) -> None:
    text = page(join([], []), language)
    assert f'<html lang="{language}">' in text
    assert f"<title>{title}</title>" in text
    assert shown(text)["language"] == language


def test_every_word_that_the_page_asks_for_is_known(sample: str) -> None:
    words, parsed = shown(sample)["words"], Parsed(sample)
    marks = ("data-word", "data-label")
    asked = {attributes[mark] for _, attributes in parsed.tags for mark in marks if mark in attributes}
    asked |= set(re.findall(r'\bword\("(\w+)"', "\n".join(parsed.scripts[1:])))
    assert asked <= words.keys()


def test_elements_that_scripts_look_for_are_there(sample: str) -> None:
    parsed = Parsed(sample)
    ids = [attributes["id"] for _, attributes in parsed.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'byId\("(\w+)"\)', "\n".join(parsed.scripts[1:]))) <= set(ids)


def test_more_people_than_a_canvas_bears_are_drawn_with_webgl_in_the_same_frame() -> None:
    nodes = [Node("urn:a", "ก"), Node("urn:b", "ข")]
    few, many = (Parsed(page(join(nodes, []), largest=largest)) for largest in (2, 1))
    assert few.tags[4:] == many.tags[4:]  # after the policy
    assert few.scripts[2:] == many.scripts[2:]
    assert "new vis.Network" in few.scripts[1] and "new Drawing" in many.scripts[1]
    licences = many.scripts[0].partition("*/")[0]
    assert all(f"\n{name} " in licences for name in ("graphology", "sigma"))
    assert licences.count("Permission is hereby granted") >= 3


def test_webgl_that_is_not_built_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(room: str, name: str) -> str:
        if name == "webgl.min.js":
            raise FileNotFoundError(name)
        return part(room, name)

    monkeypatch.setattr(sys.modules[page.__module__], "part", missing)
    with pytest.raises(PictureError, match="Run `make web`"):
        page(join([Node("urn:a", "ก")], []), largest=0)


def test_a_line_stands_for_the_events_that_sparql_counts(samples_graph: Graph, sample: str) -> None:
    records = shown(sample)
    names = [person["name"] for person in records["people"]]
    drawn = {frozenset((names[a], names[b])): len(set(events)) for a, b, events in records["edges"]}
    counted = {frozenset((str(a), str(b))): weight for a, b, weight in samples_graph.query(WORKS_WITH)}
    assert len(set(names)) == len(names)
    assert drawn == counted
    assert len(counted) > 300


WORKS_WITH = """
SELECT ?a ?b (COUNT(DISTINCT ?meeting) AS ?weight) {
  ?x a lgkg:Participation ; lgkg:participant ?p ; lgkg:meeting ?meeting .
  ?y a lgkg:Participation ; lgkg:participant ?q ; lgkg:meeting ?meeting .
  FILTER (STR(?p) < STR(?q))
  ?p skos:prefLabel ?a . ?q skos:prefLabel ?b .
} GROUP BY ?a ?b
"""
