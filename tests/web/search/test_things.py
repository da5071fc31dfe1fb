from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lgkg.graph import Graph, open_graph
from lgkg.web.search import Kind, Thing, things


@pytest.fixture(scope="module")
def found(graph_folder: Path) -> dict[str, Thing]:
    """The things of the three articles by their names."""
    with open_graph(graph_folder) as graph:
        return {thing.label: thing for thing in things(graph)}


def test_a_person_is_told_of_by_the_post_with_what_it_is_connected_with(found: dict[str, Thing]) -> None:
    person = found["สมหมาย ทดสอบดี"]
    assert (person.kind, person.of_class, person.articles) == (Kind.PERSON, "Person", 2)
    assert person.context["th"] == "ผู้ว่าราชการจังหวัดระยอง"
    assert "สมหมาย" in person.names
    assert person.links["office"] == (found["ผู้ว่าราชการจังหวัดระยอง"].iri,)
    assert person.links["place"] == (found["ระยอง"].iri,)


def test_a_thing_was_seen_in_articles_that_tell_their_day_though_others_do_not(found: dict[str, Thing]) -> None:
    assert found["สมหมาย ทดสอบดี"].seen == (date(2022, 10, 4), date(2022, 10, 4))
    assert found["กระทรวงมหาดไทย"].seen is None


def test_posts_and_bodies_have_english_names_of_their_kind_and_area(found: dict[str, Thing]) -> None:
    assert found["ระยอง"].english == ("Rayong",)
    assert found["ผู้ว่าราชการจังหวัดระยอง"].english == ("Provincial Governor Rayong",)
    assert found["กระทรวงมหาดไทย"].english == ("Ministry of Interior",)


def test_the_line_about_a_thing_tells_what_it_is_and_where(found: dict[str, Thing]) -> None:
    assert found["ระยอง"].context == {"th": "จังหวัด", "en": "province"}
    assert found["โครงการท่าเรือสะอาด"].context["en"] == "project"
    assert found["สัมมนาท่าเรือสะอาด"].context["en"] == "3 October 2022 · Rayong"
    assert found["ปลัดกระทรวงมหาดไทย"].context["th"] == "กระทรวงมหาดไทย"


def test_articles_are_found_by_their_titles(found: dict[str, Thing]) -> None:
    assert found["เปิดสัมมนาท่าเรือสะอาด"].kind is Kind.ARTICLE


def test_the_same_graph_gives_the_same_things(samples_graph: Graph) -> None:
    assert things(samples_graph) == things(samples_graph)
    assert [thing.iri for thing in things(samples_graph)] == sorted(thing.iri for thing in things(samples_graph))


def test_no_name_can_steer_what_shows_it(found: dict[str, Thing]) -> None:
    assert not any(letter in name for thing in found.values() for name in thing.names for letter in "\n\x00\x0b\u2028")
