"""What an article contributes to who is who: its people with their posts, its events with who took part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from lgkg.article import Article
from lgkg.facts import Facts
from lgkg.identity import EqualNames, events_of, occurrences_of
from lgkg.reading import read

IDS = EqualNames()
TEXT = (
    "วันที่ 12 ตุลาคม 2565 เวลา 09.30 น. ที่ศาลากลางจังหวัดระยอง นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง "
    "เป็นประธานการประชุมคณะกรรมการป้องกันไฟป่า โดยมี นางใจ แสงดี ปลัดจังหวัดระยอง เข้าร่วมประชุม"
)


def facts(published: date | None = None, text: str = TEXT) -> Facts:
    return read(Article("a", text, published=published))


def test_people_come_with_name_title_and_post() -> None:
    found = {one.name: one for one in occurrences_of(facts(), IDS)}
    somchai = found["สมชาย ใจดี"]
    assert (somchai.article, somchai.given, somchai.family, somchai.honorific) == ("a", "สมชาย", "ใจดี", "นาย")
    assert [(seat.kind, seat.area, seat.former) for seat in somchai.seats] == [("governor", "21", False)]
    assert [one.person for one in found.values()] == sorted(one.person for one in found.values())


def test_the_day_is_that_of_publication_else_of_what_is_told() -> None:
    assert {one.day for one in occurrences_of(facts(date(2022, 10, 13)), IDS)} == {date(2022, 10, 13)}
    days = {one.day for one in occurrences_of(facts(), IDS)}
    assert days == {tenure.observed_on for tenure in facts().tenures}


def test_a_name_printed_twice_is_one_occurrence() -> None:
    told = facts()
    twice = replace(told, persons=(*told.persons, *told.persons))
    assert occurrences_of(twice, IDS) == occurrences_of(told, IDS)


def test_a_post_called_former_and_present_counts_as_present() -> None:
    told = facts()
    former = (replace(tenure, former=True) for tenure in told.tenures)
    both = replace(told, tenures=(*told.tenures, *former))
    assert occurrences_of(both, IDS) == occurrences_of(told, IDS)


def test_an_event_comes_with_day_hour_place_chair_and_people() -> None:
    (event,) = events_of(facts(), IDS)
    ids = {one.name: one.person for one in occurrences_of(facts(), IDS)}
    assert (event.article, event.day, event.time) == ("a", date(2022, 10, 12), time(9, 30))
    assert event.chairs == (ids["สมชาย ใจดี"],)
    assert event.people == tuple(sorted(ids.values()))
    assert event.province == "place/21"


def test_an_article_of_nothing_contributes_nothing() -> None:
    nothing = facts(text="ฝนจะตกในวันพรุ่งนี้")
    assert (occurrences_of(nothing, IDS), events_of(nothing, IDS)) == ((), ())
