"""The facts of an article as records for programs."""

from __future__ import annotations

import json

from lgkg.facts import Facts
from lgkg.markup import facts_record


def test_the_records_are_json_and_complete(all_facts: tuple[Facts, ...]) -> None:
    for facts in all_facts:
        found = facts_record(facts)
        assert json.loads(json.dumps(found)) == found
        listed = [name for name in Facts.__slots__ if name != "article"]
        assert [len(found[name]) for name in listed] == [len(getattr(facts, name)) for name in listed]


def test_passages_are_given_by_their_letters_in_the_text_that_goes_with_them(harbour: Facts) -> None:
    found = facts_record(harbour)
    text = found["article"]["text"]
    for name in ("persons", "tenures", "meetings", "participations", "delegations"):
        for fact in found[name]:
            evidence = fact["evidence"]
            assert text[evidence["start"] : evidence["end"]] == evidence["exact"]
            assert set(evidence) == {"start", "end", "exact", "confidence", "rule"}


def test_what_a_fact_refers_to_is_named_by_id_and_name(harbour: Facts) -> None:
    found = facts_record(harbour)
    assert found["tenures"][1] | {"evidence": None} == {
        "id": "tenure-2",
        "person": {"id": "person-2", "name": "ใจงาม ลองเขียน"},
        "office": {"id": "office-2", "label": "รองผู้ว่าราชการจังหวัดระยอง"},
        "acting": True,
        "former": False,
        "observed_on": "2022-10-03",
        "evidence": None,
    }
    assert found["meetings"][0]["start"] == "2022-10-03T09:30:00"
    assert found["meetings"][0]["province"] == {"id": "place-1", "level": "Province", "name": "ระยอง", "code": "21"}
    assert found["participations"][0]["meeting"] == {"id": "meeting-1", "title": "สัมมนาท่าเรือสะอาด"}
    assert found["participations"][0]["roles"] == ["chair", "speaker"]


def test_a_name_comes_with_every_place_that_prints_it(harbour: Facts) -> None:
    found = facts_record(harbour)
    text = harbour.article.text
    printed = [text[start:end] for start, end in found["persons"][0]["mentions"]]
    assert printed == ["นายสมหมาย ทดสอบดี", "นายสมหมาย"]
    assert "mentions" not in found["tenures"][0]
