"""The items of Wikidata are those of the provinces whose codes they stand beside."""

from __future__ import annotations

import re

from lgkg.domain.gazetteer import gazetteer
from lgkg.tables import table


def letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def test_every_province_and_no_other_area_has_an_item_of_its_own() -> None:
    items = [area.wikidata for area in gazetteer().provinces]
    assert len(set(items)) == len(items) == 77
    assert all(re.fullmatch(r"Q[1-9][0-9]*", item) for item in items)
    assert not any(area.wikidata for area in (*gazetteer().districts, *gazetteer().subdistricts))


def test_an_item_is_called_as_the_province_of_its_code() -> None:
    for row in table("wikidata", "places"):
        assert letters(row["en"]) == letters(gazetteer().by_code[row["code"]].name_en)


def test_bangkok_and_rayong_are_the_items_that_others_give_too() -> None:
    assert (gazetteer().by_code["10"].wikidata, gazetteer().by_code["21"].wikidata) == ("Q1861", "Q335221")
