"""An article with its facts as a page: safe, self-contained, and tied together by plain links."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from html.parser import HTMLParser

import pytest

from lgkg.facts import Facts
from lgkg.harmless import STEERING, safe
from lgkg.markup import facts_page


class Outline(HTMLParser):
    """The ids, links and elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            self.ids += [value or ""] if name == "id" else []
            self.links += [value or ""] if name == "href" else []


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_link_leads_somewhere_and_every_id_is_there_once(all_facts: tuple[Facts, ...], language: str) -> None:
    for facts in all_facts:
        outline = Outline(facts_page(facts, language))
        inside = {link[1:] for link in outline.links if link.startswith("#")}
        assert inside <= set(outline.ids)
        assert len(outline.ids) == len(set(outline.ids))


def test_a_mark_leads_to_its_fact_and_the_fact_to_its_passage(harbour: Facts) -> None:
    page = facts_page(harbour)
    assert re.search(r'<a class="mark person cited [^"]*" href="#person-1"[^>]*>นายสมหมาย ทดสอบดี</a>', page)
    (tenure,) = re.findall(r'<li class="[^"]*" id="tenure-1">.*?</li>', page)
    number = re.search(r'href="#passage-(\d+)"', tenure)
    assert number
    assert f'<i id="passage-{number[1]}"></i>' in page


def test_the_page_loads_and_runs_nothing(hostile: Facts, harbour: Facts) -> None:
    for facts in (hostile, harbour):
        page = facts_page(facts)
        outline = Outline(page)
        assert not outline.tags & {"script", "img", "link", "iframe", "object", "form", "base", "svg"}
        assert not any(name.startswith("on") or name in ("src", "style", "srcset") for name in outline.attributes)
        (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
        assert not re.search(r"url\(|@import", style)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"default-src 'none'; script-src 'none'; style-src 'sha256-{digest}'" in page


def test_only_a_web_address_becomes_a_link_to_the_source(harbour: Facts, hostile: Facts) -> None:
    assert "https://www.example.go.th/ข่าว/1" in Outline(facts_page(harbour)).links
    assert not [link for link in Outline(facts_page(hostile)).links if not link.startswith("#")]


def test_the_text_is_all_there_and_nothing_is_added(all_facts: tuple[Facts, ...]) -> None:
    for facts in all_facts:
        page = facts_page(facts)
        assert not STEERING.search(page)
        lines = re.findall(r'<p class="print">(.*?)</p>', page, re.DOTALL)
        assert "".join(html.unescape(re.sub(r"<[^>]*>", "", line)) for line in lines) == safe(facts.article.text)


def test_the_same_facts_give_the_same_bytes(harbour: Facts) -> None:
    assert facts_page(harbour, "th") == facts_page(harbour, "th") != facts_page(harbour, "en")
