"""What a name means in a graph, and what is told when it means nothing or too much."""

from __future__ import annotations

import pytest

from lgkg.errors import NameUnclearError, QueryError
from lgkg.graph import Graph
from lgkg.questions.header import Kind
from lgkg.questions.names import find


def preferred(graph: Graph, kind: Kind, name: str) -> object:
    answer = graph.query("SELECT ?l { ?x skos:prefLabel ?l } ORDER BY DESC(LANG(?l))", x=find(graph, kind, "it", name))
    return answer.rows[0][0]


@pytest.mark.parametrize(
    "name",
    [
        "พิทักษ์พล รัตนวรากุล",
        "นายพิทักษ์พล รัตนวรากุล",
        "นายกองเอก พิทักษ์พล รัตนวรากุล",
        "ว่าที่ร้อยตรี ดร.พิทักษ์พล รัตนวรากุล",
        "  พิทักษ์พล   รัตนวรากุล ",
        "พิทักษ์พลรัตนวรากุล",
        "พิทักษ์พล\u200b รัตนวรากุล",
        "พิทักษ์พล",
        "รัตนวรากุล",
    ],
)
def test_a_person_is_found_with_and_without_honorific_and_spaces(samples_graph: Graph, name: str) -> None:
    assert preferred(samples_graph, Kind.PERSON, name) == "พิทักษ์พล รัตนวรากุล"


@pytest.mark.parametrize("name", ["กร แก้วกลาง", "นายกร แก้วกลาง", "นาย กร แก้วกลาง"])
def test_a_given_name_that_looks_like_a_post_with_its_title_is_found(samples_graph: Graph, name: str) -> None:
    assert preferred(samples_graph, Kind.PERSON, name) == "กร แก้วกลาง"


@pytest.mark.parametrize(
    "name", ["ระยอง", "จังหวัดระยอง", "จังหวัด ระยอง", "จ.ระยอง", "Rayong", "rayong", "Rayong Province", "เมืองระยอง"]
)
def test_a_province_is_found_by_its_names(samples_graph: Graph, name: str) -> None:
    expected = "ระยอง" if name != "เมืองระยอง" else "เมืองระยอง"
    assert preferred(samples_graph, Kind.PLACE, name) == expected


@pytest.mark.parametrize(
    ("name", "meant"),
    [("โคราช", "นครราชสีมา"), ("เมืองคอน", "นครศรีธรรมราช"), ("กทม.", "กรุงเทพมหานคร"), ("Nakhon Ratchasima", "นครราชสีมา")],
)
def test_a_province_is_found_by_its_nickname(samples_graph: Graph, name: str, meant: str) -> None:
    assert preferred(samples_graph, Kind.PROVINCE, name) == meant


def test_of_areas_of_one_name_the_largest_is_meant_unless_its_level_is_named(samples_graph: Graph) -> None:
    def code(name: str) -> str:
        return find(samples_graph, Kind.PLACE, "place", name).rpartition("/")[2]

    assert code("พิมาย") == code("อำเภอพิมาย") == code("อ.พิมาย") == code("Phimai District") == "3015"
    assert code("ดุสิต") == code("เขตดุสิต") == "1002"


@pytest.mark.parametrize(
    ("kind", "name", "meant"),
    [
        (Kind.OFFICE, "ผู้ว่าราชการจังหวัดลำปาง", "ผู้ว่าราชการจังหวัดลำปาง"),
        (Kind.OFFICE, "ผวจ.ลำปาง", "ผู้ว่าราชการจังหวัดลำปาง"),
        (Kind.OFFICE, "นายก อบจ.ลำปาง", "นายกองค์การบริหารส่วนจังหวัดลำปาง"),
        (Kind.ORGANISATION, "อบจ. ลำปาง", "องค์การบริหารส่วนจังหวัดลำปาง"),
        (Kind.ORGANISATION, "ทม.ปากช่อง", "เทศบาลเมืองปากช่อง"),
        (Kind.POLICY, "โคราชขับดี", "โครงการ “โคราชขับดี ถึงบ้านทุกคน”"),
        (Kind.POLICY, 'โครงการ "โคราชขับดีถึงบ้านทุกคน"', "โครงการ “โคราชขับดี ถึงบ้านทุกคน”"),
    ],
)
def test_abbreviations_and_parts_of_names_are_enough(samples_graph: Graph, kind: Kind, name: str, meant: str) -> None:
    assert preferred(samples_graph, kind, name) == meant


def test_a_name_of_several_things_lists_them_with_their_addresses(samples_graph: Graph) -> None:
    with pytest.raises(QueryError) as told:
        find(samples_graph, Kind.PLACE, "place", "ตำบลในเมือง")
    assert "'ในเมือง, พิมาย' <https://w3id.org/lgkg/id/place/301501>" in str(told.value)
    assert str(told.value).endswith("Give the whole name, or the address of one in <…>")
    assert isinstance(told.value, NameUnclearError)
    assert (told.value.parameter, told.value.meanings, len(told.value.choices)) == ("place", 3, 3)
    assert ("https://w3id.org/lgkg/id/place/301501", "ในเมือง, พิมาย") in told.value.choices


def test_no_more_than_five_things_are_listed(samples_graph: Graph) -> None:
    with pytest.raises(QueryError, match=r"and \d+ more") as told:
        find(samples_graph, Kind.PERSON, "person", "ก")
    assert str(told.value).count("<https://") == 5


def test_an_unknown_name_is_told_with_the_nearest(samples_graph: Graph) -> None:
    with pytest.raises(QueryError, match="Did you mean 'กิตติพศ เจนจัดทรัพย์'"):
        find(samples_graph, Kind.PERSON, "person", "นายกิติพศ เจนจัดทรัพ")
    with pytest.raises(QueryError, match="Check the spelling, or give a part of it"):
        find(samples_graph, Kind.PERSON, "person", "ฌฌฌฌฌฌ")


def test_no_name_at_all_is_told(samples_graph: Graph) -> None:
    for name in ("", " \u200b", 5):
        with pytest.raises(QueryError, match="is no name for 'person'"):
            find(samples_graph, Kind.PERSON, "person", name)


def test_an_article_is_found_by_its_whole_id_or_address(samples_graph: Graph) -> None:
    a01 = find(samples_graph, Kind.ARTICLE, "article", "a01")
    assert a01 == "https://w3id.org/lgkg/id/article/a01"
    assert find(samples_graph, Kind.ARTICLE, "article", f"<{a01}>") == a01


@pytest.mark.parametrize(
    ("name", "remedy"), [("a", "Its id is"), ("a011", "Did you mean 'a11', 'a01'"), ("nope", "Its id is")]
)
def test_an_article_that_is_not_there_is_told_with_those_like_it(samples_graph: Graph, name: str, remedy: str) -> None:
    with pytest.raises(QueryError, match=f"no article of this graph is called '{name}'. {remedy}"):
        find(samples_graph, Kind.ARTICLE, "article", name)
