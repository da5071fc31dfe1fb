"""What each page tells of the invented articles `harbour` and `flood` (see tests/conftest.py)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from lgkg.facts import Facts
from lgkg.graph import open_graph

GOVERNOR = 'SELECT ?p { ?p foaf:name "สมหมาย ทดสอบดี" } LIMIT 1'
DEPUTY = 'SELECT ?p { ?p foaf:name "ใจงาม ลองเขียน" } LIMIT 1'
FORMER = 'SELECT ?p { ?p foaf:name "อดีต เคยเป็น" } LIMIT 1'
OFFICE = 'SELECT ?o { ?o rdfs:label "ผู้ว่าราชการจังหวัดระยอง" } LIMIT 1'
PAO = 'SELECT ?o { ?o rdfs:label "องค์การบริหารส่วนจังหวัดระยอง" } LIMIT 1'
MINISTRY = 'SELECT ?o { ?o rdfs:label "กระทรวงมหาดไทย" } LIMIT 1'
RAYONG = 'SELECT ?p { ?p a lgkg:Province ; rdfs:label "ระยอง" } LIMIT 1'
PROJECT = 'SELECT ?p { ?p rdfs:label "โครงการท่าเรือสะอาด" } LIMIT 1'
SEMINAR = 'SELECT ?m { ?m rdfs:label "สัมมนาท่าเรือสะอาด" } LIMIT 1'
HARBOUR = 'SELECT ?a { ?a dcterms:identifier "harbour" }'
HALL = 'SELECT ?v { ?v rdfs:label "ห้องประชุมพลอย" ; a lgkg:Venue } LIMIT 1'


def text(html: str) -> str:
    """What a page says, without its marks and with one space between words."""
    body = html.partition('<main id="content"')[2].partition(">")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_a_person_is_shown_with_names_posts_events_and_partners(three: Any) -> None:
    page = text(three.page(GOVERNOR))
    assert "Printed as สมหมาย ทดสอบดี 2" in page or "Titles and ranks นาย 2" in page
    assert "ผู้ว่าราชการจังหวัดระยอง" in page
    assert "3 October 2022 สัมมนาท่าเรือสะอาด chair speaker" in page
    assert "Appeared at the same events as 3" in page
    assert "ใจงาม ลองเขียน events: 1" in page


def test_a_first_day_seen_is_never_called_a_beginning(three: Any) -> None:
    page = text(three.page(GOVERNOR))
    assert "seen on 3 October 2022" in page
    assert "not the start or end of a term" in page


def test_acting_and_former_posts_are_marked(three: Any) -> None:
    assert "รองผู้ว่าราชการจังหวัดระยอง acting" in text(three.page(DEPUTY))
    assert "นายกองค์การบริหารส่วนจังหวัดระยอง former" in text(three.page(FORMER))


def test_a_fact_is_shown_with_its_passage_rule_confidence_and_article(three: Any) -> None:
    page = three.page(FORMER, "?list=facts")
    assert "นายอดีต เคยเป็น อดีตนายก อบจ.ระยอง" in page
    assert "rule by-hand · confidence 0.70" in page
    assert re.search(r'href="/lgkg/id/article/harbour\?mark=(\d+,\d+)#char=\1"', page)
    assert "#:~:text=" in page


def test_whoever_sent_somebody_is_told_apart_from_who_took_part(three: Any) -> None:
    assert "delegation สมหมาย ทดสอบดี → ใจงาม ลองเขียน สัมมนาท่าเรือสะอาด" in text(three.page(DEPUTY, "?list=facts"))


def test_the_picture_names_the_partners_and_links_to_them(three: Any) -> None:
    page = three.page(GOVERNOR)
    (drawn,) = re.findall(r"<svg viewBox.*?</svg>", page, re.DOTALL)
    assert three.path(DEPUTY) in drawn
    assert "ใจงาม ลองเขียน" in drawn


def test_an_office_is_shown_with_its_kind_area_and_holders(three: Any) -> None:
    page = text(three.page(OFFICE))
    assert "Kind Provincial Governor" in page
    assert "Area Rayong" in page
    assert "Held by one person at a time" in page
    assert "สมหมาย ทดสอบดี" in page


def test_a_body_is_shown_with_its_posts_and_the_events_it_held(three: Any) -> None:
    assert "นายกองค์การบริหารส่วนจังหวัดระยอง" in text(three.page(PAO))
    page = text(three.page(MINISTRY))
    assert "ปลัดกระทรวงมหาดไทย" in page
    assert "Events it held 1 5 November 2022 ประชุมเตรียมรับน้ำท่วม" in page


def test_a_former_holder_is_not_shown_as_the_latest(three: Any) -> None:
    assert "อดีต เคยเป็น" not in text(three.page(PAO)).partition("Where it is named")[0]


def test_a_province_is_shown_with_who_governs_it_and_its_events_by_month(three: Any) -> None:
    html = three.page(RAYONG)
    page = text(html)
    assert "ISO 3166-2 TH-21" in page
    assert 'href="http://www.wikidata.org/entity/Q335221"' in html
    governs = page.partition("Who governs")[2].partition("Events by month")[0]
    assert "ผู้ว่าราชการจังหวัดระยอง Provincial Governor สมหมาย ทดสอบดี last seen 3 October 2022" in governs, governs
    assert governs.index("ผู้ว่าราชการจังหวัดระยอง") < governs.index("รองผู้ว่าราชการจังหวัดระยอง")
    assert "October 2022 to November 2022: 2 events, at most 1 in a month" in html


def test_a_venue_is_shown_with_the_events_held_there(three: Any) -> None:
    assert "สัมมนาท่าเรือสะอาด" in text(three.page(HALL))


def test_a_policy_is_shown_with_the_events_about_it_and_who_was_there(three: Any) -> None:
    page = text(three.page(PROJECT))
    assert "Events about it 1" in page
    assert "สมหมาย ทดสอบดี events: 1" in page


def test_an_event_is_shown_with_time_place_and_participants(three: Any) -> None:
    page = text(three.page(SEMINAR))
    for part in ("3 October 2022, 09:30", "ห้องประชุมพลอย", "Rayong", "people: 120", "โครงการท่าเรือสะอาด"):
        assert part in page
    assert page.index("สมหมาย ทดสอบดี chair speaker") < page.index("ใจงาม ลองเขียน attendee")
    assert "Who was sent by whom" in page


def test_an_article_is_shown_as_far_as_its_passages_go_with_its_names_linked(three: Any) -> None:
    page = three.page(HARBOUR)
    (body,) = re.findall(r'<div class="stitched".*?</div>', page, re.DOTALL)
    assert f'<a href="{three.path(GOVERNOR)}">สมหมาย ทดสอบดี</a>' in body
    assert body.count("⋯") >= 2
    assert "วันที่ 3 ตุลาคม 2565 เวลา" not in body, "the graph keeps no full text"


@pytest.mark.parametrize(("publisher", "told"), [(None, ""), ("เทศบาล <b>", "เทศบาล &lt;b&gt; · ")])
def test_dots_stand_only_between_what_is_known_of_an_article(
    tmp_path: Path, serving: Any, make_graph: Any, harbour: Facts, publisher: str | None, told: str
) -> None:
    article = replace(harbour.article, published=None, url=None, publisher=publisher)
    with serving(make_graph(tmp_path / "graph", [replace(harbour, article=article)])) as address:
        page = httpx.get(f"{address}/lgkg/id/article/harbour", headers={"Accept-Language": "en"}).text
    line = page.partition('<p class="soft">')[2].partition("<code")[0]
    assert " ".join(line.split()) == f"{told}id"


def test_a_link_to_an_article_marks_exactly_the_passage(three: Any) -> None:
    words = "นายอดีต เคยเป็น อดีตนายก อบจ.ระยอง"
    ((start, end),) = three.graph.query(
        "SELECT ?a ?b { ?p oa:exact ?words ; oa:start ?a ; oa:end ?b }", words=words
    ).rows
    page = three.page(HARBOUR, f"?mark={start},{end}")
    assert unescape(re.sub(r"<[^>]*>", "", "".join(re.findall(r"<mark>.*?</mark>", page, re.DOTALL)))) == words
    assert f'id="char={start},{end}"' in page
    address = re.search(r'href="(https://www\.example[^"]*)"', page)
    assert address is not None
    assert unquote(unescape(address[1])).endswith(f"#:~:text={words}")


@pytest.mark.parametrize("mark", ["", "x", "5,1", "99999,100000", "1,2,3", "%00", "1" * 50 + ",2"])
def test_a_mark_that_makes_no_sense_marks_nothing(three: Any, mark: str) -> None:
    assert "<mark>" not in three.page(HARBOUR, f"?mark={mark}")


def test_the_first_page_lists_the_provinces_and_the_latest_articles(three: Any) -> None:
    page = text(three.client.get("/").text)
    assert "Rayong 2" in page
    assert "4 October 2022 เปิดสัมมนาท่าเรือสะอาด" in page
    assert len(re.findall(r'<li><a href="/lgkg/id/place/\d\d">', three.client.get("/").text)) == 77


def test_thai_provinces_are_listed_as_in_a_dictionary(three: Any) -> None:
    page = three.client.get("/", headers={"Accept-Language": "th"}).text.partition("h-provinces")[2]
    assert page.index("พะเยา") < page.index("แพร่") < page.index("ระยอง") < page.index("เลย")


def test_somebody_else_in_an_office_of_one_seat_is_told_of(
    tmp_path: Path, serving: Any, make_graph: Any, harbour: Facts
) -> None:
    governor = harbour.tenures[0]
    other = replace(governor, person=harbour.persons[1])
    later = replace(governor, observed_on=date(2022, 10, 9))
    facts = replace(harbour, tenures=(governor, later, replace(other, observed_on=date(2022, 10, 5))))
    folder = make_graph(tmp_path / "graph", [facts])
    with serving(folder) as address, open_graph(folder) as graph:
        ((iri,),) = graph.query(GOVERNOR).rows
        page = httpx.get(address + str(iri).removeprefix("https://w3id.org"), headers={"Accept-Language": "en"}).text
        office = httpx.get(f"{address}/lgkg/id/office/governor.21", headers={"Accept-Language": "en"}).text
    assert "Meanwhile also seen in this office: ใจงาม ลองเขียน (5 October 2022)" in text(page).replace(" )", ")")
    assert "Two people at one time, though it has one seat" in office
