"""One record of a person out of all occurrences, whatever their order."""

from __future__ import annotations

from datetime import date
from random import Random

from lgkg.identity.occurrences import Occurrence
from lgkg.identity.portrait import portrait
from lgkg.identity.records import Seat

MARCH, APRIL, MAY = date(2024, 3, 5), date(2024, 4, 6), date(2024, 5, 7)


def seat(office: str = "office/1", day: date | None = MARCH, former: bool = False, **where: str) -> Seat:
    return Seat(office, "governor", where.get("body", ""), where.get("area", ""), day, day, former)


def seen(
    article: str, *seats: Seat, name: str = "สมชาย ใจดี", honorific: str = "นาย", day: date | None = MARCH
) -> Occurrence:
    given, _, family = name.partition(" ")
    return Occurrence(article, "person/1", name, given, family or None, honorific, day, seats)


def test_a_person_is_called_what_most_articles_print() -> None:
    record = portrait("p", [seen("a", name="สมชาย  ใจดี"), seen("b"), seen("c")])
    assert (record.id, record.name, record.given, record.family) == ("p", "สมชาย ใจดี", "สมชาย", "ใจดี")


def test_among_names_printed_as_often_the_shorter_is_taken_then_the_first() -> None:
    assert portrait("p", [seen("a", name="กขค งง"), seen("b", name="กข งง")]).name == "กข งง"
    assert portrait("p", [seen("a", name="กค งง"), seen("b", name="กข งง")]).name == "กข งง"


def test_articles_titles_and_days_are_gathered() -> None:
    record = portrait("p", [seen("a", honorific="พล.ต.", day=MAY), seen("b", honorific="", day=None), seen("c")])
    assert (record.articles, record.honorifics, record.first, record.last) == (3, ("นาย", "พล.ต."), MARCH, MAY)


def test_without_any_day_there_is_no_first_and_no_last() -> None:
    record = portrait("p", [seen("a", seat(day=None), day=None)])
    assert (record.first, record.last, record.seats[0].first) == (None, None, None)


def test_sightings_in_one_post_are_one_seat_with_its_first_and_last_day() -> None:
    record = portrait(
        "p", [seen("a", seat(day=APRIL), seat("office/2")), seen("b", seat(day=MARCH)), seen("c", seat(day=None))]
    )
    assert [(one.office, one.first, one.last) for one in record.seats] == [
        ("office/1", MARCH, APRIL),
        ("office/2", MARCH, MARCH),
    ]


def test_a_post_is_a_former_one_only_if_every_article_says_so() -> None:
    assert portrait("p", [seen("a", seat(former=True)), seen("b", seat(former=True))]).seats[0].former
    assert not portrait("p", [seen("a", seat(former=True)), seen("b", seat())]).seats[0].former


def test_body_and_area_are_kept_where_one_article_tells_them() -> None:
    (one,) = portrait("p", [seen("a", seat()), seen("b", seat(body="body/1", area="21"))]).seats
    assert (one.body, one.area) == ("body/1", "21")


def test_the_order_of_the_occurrences_does_not_matter() -> None:
    occurrences = [
        seen("a", seat(day=MAY, former=True), name="กค งง"),
        seen("b", seat(), seat("office/2"), name="กข งง", day=None),
        seen("c", seat(body="body/1"), honorific="ดร."),
    ]
    found = {portrait("p", Random(seed).sample(occurrences, 3)) for seed in range(20)}
    assert len(found) == 1
