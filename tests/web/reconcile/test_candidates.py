from __future__ import annotations

from datetime import date

import pytest

from lgkg.web.reconcile.candidates import Candidate, candidates
from lgkg.web.reconcile.requested import Query
from lgkg.web.search import Index, Kind, Thing

BASE = "https://example.org/id/"
LINE = {"th": "", "en": ""}


def thing(id: str, of_class: str, kind: Kind, *names: str, **links: tuple[str, ...]) -> Thing:
    linked = {name: tuple(BASE + one for one in ids) for name, ids in links.items()}
    return Thing(BASE + id, kind, of_class, names[0], names, (), LINE, 1, (date(2022, 1, 1), date(2022, 5, 1)), linked)


@pytest.fixture(scope="module")
def index() -> Index:
    """Two people of one name in two provinces, one of a name of his own, posts and places."""
    return Index(
        [
            thing("office/g21", "Office", Kind.OFFICE, "ผู้ว่าราชการจังหวัดระยอง", place=("place/21",)),
            thing("office/g22", "Office", Kind.OFFICE, "ผู้ว่าราชการจังหวัดจันทบุรี", place=("place/22",)),
            thing("person/a", "Person", Kind.PERSON, "สมหมาย ทดสอบดี", office=("office/g21",), place=("place/21",)),
            thing("person/b", "Person", Kind.PERSON, "สมหมาย ทดสอบดี", office=("office/g22",), place=("place/22",)),
            thing(
                "person/c", "Person", Kind.PERSON, "ใจงาม ลองเขียน", "ใจงาม", office=("office/g21",), place=("place/21",)
            ),
            thing("place/21", "Province", Kind.PLACE, "ระยอง", "Rayong"),
            thing("place/2101", "District", Kind.PLACE, "ระยอง", place=("place/21",)),
            thing("place/22", "Province", Kind.PLACE, "จันทบุรี", "Chanthaburi"),
        ]
    )


def asked(index: Index, text: str, *types: str, strict: str = "any", limit: int = 5, **values: str) -> list[Candidate]:
    return candidates(index, Query(text, types, strict, limit, {pid: [value] for pid, value in values.items()}), BASE)


def matched(found: list[Candidate]) -> list[str]:
    return [one.thing.iri.removeprefix(BASE) for one in found if one.match]


def test_the_very_name_that_one_alone_bears_is_a_match_with_or_without_a_title(index: Index) -> None:
    for text in ("ใจงาม ลองเขียน", "นางสาวใจงาม  ลองเขียน", "ดร.ใจงาม ลองเขียน"):
        found = asked(index, text, "Person")
        assert matched(found) == ["person/c"]
        assert found[0].score == 100


def test_a_near_name_is_offered_but_is_no_match(index: Index) -> None:
    found = asked(index, "ใจงาม ลองเขียร", "Person")
    assert found[0].thing.iri == f"{BASE}person/c"
    assert not found[0].match
    assert 80 < found[0].score < 100


def test_a_given_name_alone_is_no_match(index: Index) -> None:
    assert asked(index, "ใจงาม", "Person")[0].thing.iri == f"{BASE}person/c"
    assert matched(asked(index, "ใจงาม", "Person")) == []


def test_of_two_of_one_name_none_is_a_match_unless_a_property_tells_which(index: Index) -> None:
    assert matched(asked(index, "สมหมาย ทดสอบดี")) == []
    assert matched(asked(index, "สมหมาย ทดสอบดี", office="ผู้ว่าราชการจังหวัดจันทบุรี")) == ["person/b"]
    assert matched(asked(index, "สมหมาย ทดสอบดี", office="ผวจ.ระยอง")) == ["person/a"]
    assert matched(asked(index, "สมหมาย ทดสอบดี", province="จังหวัดระยอง")) == ["person/a"]
    assert matched(asked(index, "สมหมาย ทดสอบดี", province="Chanthaburi")) == ["person/b"]
    assert matched(asked(index, "สมหมาย ทดสอบดี", province="place/22")) == ["person/b"]


def test_a_property_that_speaks_against_the_only_one_prevents_a_match_and_lowers_the_score(index: Index) -> None:
    found = asked(index, "ใจงาม ลองเขียน", province="จันทบุรี")
    assert matched(found) == []
    assert found[0].score == 75
    assert found[0].features == {"name": 100.0, "province": False}


def test_a_property_of_which_nothing_is_known_says_nothing(index: Index) -> None:
    assert matched(asked(index, "ใจงาม ลองเขียน", body="กระทรวงมหาดไทย")) == ["person/c"]


def test_only_entities_of_the_types_that_are_wanted_are_candidates(index: Index) -> None:
    assert matched(asked(index, "ระยอง", "Province")) == ["place/21"]
    assert matched(asked(index, "ระยอง", "Place")) == []
    assert {one.thing.of_class for one in asked(index, "ระยอง", "Place")} == {"Province", "District"}
    assert matched(asked(index, "ระยอง", "Place", "District", strict="all")) == ["place/2101"]
    assert asked(index, "ระยอง", "Unicorn") == []


def test_another_type_is_a_candidate_where_the_type_is_a_wish(index: Index) -> None:
    found = asked(index, "จันทบุรี", "Person", strict="should")
    assert (found[0].thing.of_class, found[0].score) == ("Province", 90)


def test_no_more_candidates_than_wanted_are_given_the_best_first(index: Index) -> None:
    found = asked(index, "ระยอง", limit=2)
    assert len(found) == 2
    assert [one.score for one in asked(index, "ระยอง")] == sorted(
        (one.score for one in asked(index, "ระยอง")), reverse=True
    )


def test_a_name_in_latin_letters_is_offered(index: Index) -> None:
    found = asked(index, "Chaingam Longkhian", "Person")
    assert found[0].thing.iri == f"{BASE}person/c"
    assert not found[0].match
