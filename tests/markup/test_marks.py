"""Names are marked wherever the text prints them, and passages numbered where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lgkg.article import Article
from lgkg.facts import Facts, Span
from lgkg.markup import Markup, marked
from lgkg.reading import read

OPENING = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม\n"


def read_text(text: str) -> Markup:
    return marked(read(Article("t", text)))


def printed(markup: Markup, fact: str) -> list[str]:
    """What the marks of a fact cover, in the order of the text."""
    text = markup.facts.article.text
    return [mark.span.of(text) for mark in sorted(markup.marks(), key=lambda m: m.span) if mark.fact == fact]


def test_a_person_is_marked_in_full_and_by_every_alias() -> None:
    found = read_text(f"{OPENING}นายสมชายฯ กล่าวว่า ดี\nนาย สมชาย ใจดี กล่าว")
    assert printed(found, "person-1") == ["นายสมชาย ใจดี", "นายสมชายฯ", "นาย สมชาย ใจดี"]


def test_the_mark_that_the_evidence_points_at_is_told_from_the_others() -> None:
    found = read_text(f"{OPENING}นายสมชายฯ กล่าวว่า ดี")
    assert [mark.cited for mark in found.names[0] if mark.fact == "person-1"] == [True, False]


def test_a_name_is_marked_as_it_is_printed_whatever_its_spelling() -> None:
    found = read_text(f"{OPENING}นาย\u200bสมชาย  ใจดี กล่าวว่า ดี")
    assert printed(found, "person-1") == ["นายสมชาย ใจดี", "นาย\u200bสมชาย  ใจดี"]


def test_a_body_named_inside_a_post_lies_on_top_of_it() -> None:
    found = read_text("ดร.วันดี จุลเจริญ นายกสมาคมแม่บ้านมหาดไทย เป็นประธานการประชุม")
    text = found.facts.article.text
    under, over = ([(mark.fact, mark.span.of(text)) for mark in layer] for layer in found.names)
    assert ("office-1", "นายกสมาคมแม่บ้านมหาดไทย") in under
    assert over == [("organization-1", "สมาคมแม่บ้านมหาดไทย")]


def test_the_post_of_a_deputy_is_not_marked_as_that_of_the_chief(flood: Facts) -> None:
    text = f"{flood.article.text} และรองปลัดกระทรวงมหาดไทย"
    found = marked(replace(flood, article=Article("t", text)))
    assert printed(found, "office-2") == ["ปลัดกระทรวงมหาดไทย"]


@pytest.mark.parametrize(("words", "marks"), [("จ.ระยอง", 1), ("ระยอง", 1), ("ถนนระยอง", 0)])
def test_a_province_is_marked_with_the_word_before_it_but_not_where_it_names_a_road(words: str, marks: int) -> None:
    found = read_text(f"{OPENING}ใน {words} มีข่าว")
    here = found.facts.article.text.index("ใน ") + 3
    spans = [mark.span for mark in found.marks() if mark.fact == "place-1" and mark.span.start >= here]
    assert spans == [Span(here, here + len(words))] * marks


def test_a_short_district_is_marked_only_behind_its_word() -> None:
    text = "นายสมชาย ใจดี ปลัดจังหวัดนครราชสีมา เป็นประธานการประชุมที่อำเภอคง จังหวัดนครราชสีมา\nน้ำคงไม่ท่วม อ.คง"
    found = read_text(text)
    (district,) = [f"place-{n}" for n, place in enumerate(found.facts.places, 1) if place.name == "คง"]
    assert printed(found, district) == ["อำเภอคง", "อ.คง"]


def test_an_event_is_marked_apart_from_the_names_inside_it(harbour: Facts) -> None:
    found = marked(harbour)
    text = harbour.article.text
    assert [[mark.span.of(text) for mark in layer] for layer in found.events] == [["สัมมนาท่าเรือสะอาด"]]
    assert not any(mark.fact == "meeting-1" for layer in found.names for mark in layer)


def test_every_different_passage_has_one_number_and_all_that_it_states(harbour: Facts) -> None:
    passages = marked(harbour).passages
    assert [passage.number for passage in passages] == list(range(1, len(passages) + 1))
    assert [passage.span for passage in passages] == sorted({passage.span for passage in passages})
    stated = {fact for passage in passages for fact in passage.facts}
    assert stated == {
        *("tenure-1", "tenure-2", "tenure-3", "meeting-1", "delegation-1", "policy-1"),
        *("participation-1", "participation-2", "participation-3"),
    }
    opening = next(passage for passage in passages if "meeting-1" in passage.facts)
    assert opening.facts == ("meeting-1", "participation-1")


def test_everything_that_is_found_in_the_text_has_a_mark(harbour: Facts) -> None:
    cited = {mark.fact for mark in marked(harbour).marks() if mark.cited}
    assert cited == {
        *("person-1", "person-2", "person-3", "office-1", "office-2", "office-3"),
        *("organization-1", "place-1", "policy-1", "meeting-1"),
    }


def test_evidence_outside_the_text_marks_nothing(harbour: Facts) -> None:
    found = marked(replace(harbour, article=Article("cut", "")))
    assert list(found.marks()) == []
    assert found.passages == ()


def test_an_article_without_facts_has_no_marks() -> None:
    found = marked(Facts(Article("empty", "ไม่มีอะไร")))
    assert (list(found.marks()), found.passages) == ([], ())
