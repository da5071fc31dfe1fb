"""Which reports are of one event: forty pairs as press releases tell them, and the laws of linking."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, time
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.identity.event_evidence import weighed
from lgkg.identity.event_titles import core, numbers, similarity
from lgkg.identity.events import SAME_EVENT, same_events
from lgkg.identity.records import EventRecord, Link
from lgkg.tables import table

DAY = date(2024, 3, 5)
RAYONG, LAMPANG = "place/21", "place/52"
GOVERNOR, MAYOR, MINISTER, ABBOT, DEPUTY = "person/gov", "person/may", "person/min", "person/abb", "person/dep"


def event(title: str, kind: str = "ceremony", /, **said: Any) -> EventRecord:
    """An event of the fifth of March; who chairs it takes part in it."""
    said = {"id": "meeting/b", "article": "article/b", "day": DAY, **said}
    people = tuple(sorted({*said.get("people", ()), *said.get("chairs", ())}))
    return EventRecord(title=title, kind=kind, **{**said, "people": people})


def pair(one: EventRecord, other: EventRecord) -> tuple[EventRecord, EventRecord]:
    return replace(one, id="meeting/a", article="article/a"), other


LED = {"chairs": (GOVERNOR,), "province": RAYONG}
LONG = "เปิดศูนย์เรียนรู้การจัดการน้ำเสียชุมชนริมคลองทับมาอย่างมีส่วนร่วม"

SAME = {
    "the same words in two releases": pair(event(LONG, **LED), event(LONG, **LED)),
    "an opening told longer and shorter": pair(
        event("พิธีเปิดโครงการท่าเรือสะอาดเพื่อทะเลไทย", venue="หอประชุมพลอย", **LED),
        event("เปิดงานท่าเรือสะอาดเพื่อทะเลไทย ประจำปี 2567", venue="หอประชุมพลอย", chairs=(GOVERNOR,)),
    ),
    "the hour rounded by one of them": pair(
        event("ลงนามบันทึกข้อตกลงลดขยะอาหารในตลาดสด", "signing", time=time(9), people=(MAYOR,), **LED),
        event("พิธีลงนามบันทึกข้อตกลง (MOU) ลดขยะอาหารในตลาดสด", "signing", time=time(9, 30), people=(MAYOR,), **LED),
    ),
    "one release names no chair": pair(
        event("แถลงข่าววาระแก้หนี้นอกระบบของเรา", "press_conference", venue="โถงศาลากลาง", time=time(11), **LED),
        event("แถลงข่าวขับเคลื่อนวาระแก้หนี้นอกระบบของเรา", "press_conference", venue="โถงศาลากลาง", time=time(11)),
    ),
    "one release names no venue": pair(
        event("ประชุมคณะกรรมการบริหารจัดการลุ่มน้ำประแส ครั้งที่ 2/2567", "meeting", venue="ห้องประชุมภักดีศรีสงคราม", **LED),
        event("ประชุมคณะกรรมการบริหารจัดการลุ่มน้ำประแส ครั้งที่ 2/2567", "meeting", **LED),
    ),
    "a temple with and without its hall": pair(
        event("พิธีเจริญพระพุทธมนต์และเจริญจิตตภาวนา", venue="พระอุโบสถวัดป่าทองเนียม", chairs=(ABBOT,), province=RAYONG),
        event("ประกอบพิธีเจริญพระพุทธมนต์และเจริญจิตตภาวนา", venue="วัดป่าทองเนียม", chairs=(ABBOT, GOVERNOR), province=RAYONG),
    ),
    "the Cabinet, which meets once a day": pair(
        event("ประชุมคณะรัฐมนตรี", "meeting"), event("ประชุม ครม. (5 มี.ค. 67)", "meeting")
    ),
    "the Cabinet with its abbreviation, one province misread": pair(
        event("ประชุมคณะรัฐมนตรี (ครม.)", "meeting", province=LAMPANG), event("ประชุมคณะรัฐมนตรี", "meeting")
    ),
    "the titles alike, the same people in the same hall": pair(
        event(
            "มอบนโยบายแก้ไขปัญหาฝุ่นควันให้แก่นายอำเภอและกำนัน", "meeting", venue="หอประชุมจังหวัด", people=(MAYOR, DEPUTY), **LED
        ),
        event("ประชุมมอบนโยบายแก้ไขปัญหาฝุ่นควันในที่โล่ง", "meeting", venue="หอประชุมจังหวัด", people=(MAYOR, DEPUTY), **LED),
    ),
    "a visit at the same hour and place": pair(
        event("ลงพื้นที่ตรวจติดตามการสร้างประตูระบายน้ำบ้านค่าย", "visit", venue="ประตูระบายน้ำบ้านค่าย", time=time(10), **LED),
        event("ตรวจเยี่ยมการสร้างประตูระบายน้ำบ้านค่าย", "visit", venue="ประตูระบายน้ำบ้านค่าย", time=time(10, 15), **LED),
    ),
    "a visit with many of the same people": pair(
        event(LONG, "visit", people=(MAYOR, DEPUTY, ABBOT), **LED),
        event(LONG, "visit", people=(MAYOR, DEPUTY, ABBOT), **LED),
    ),
    "a seminar whose opening is a ceremony": pair(
        event("เปิดการสัมมนาท้องถิ่นดิจิทัลไร้รอยต่อ", venue="โรงแรมแสนสมมติ", people=(MAYOR,), **LED),
        event("สัมมนาท้องถิ่นดิจิทัลไร้รอยต่อ", "seminar", venue="โรงแรมแสนสมมติ", people=(MAYOR,), **LED),
    ),
    "Thai digits and spaces in one of them": pair(
        event("แข่งขันเรือพาย “ปากน้ำประแส ๒๕๖๗”", "other", venue="ท่าน้ำ ประแส", **LED),
        event("แข่งขันเรือพายปากน้ำประแส 2567", "other", venue="ท่าน้ำประแส", **LED),
    ),
    "a policy that both are about": pair(
        event("มอบรางวัลชุมชนปลอดขยะต้นแบบ", about=("policy/w",), venue="ลานโพธิ์", province=RAYONG),
        event("พิธีมอบรางวัลชุมชนปลอดขยะต้นแบบ ระดับจังหวัด", about=("policy/w",), venue="ลานโพธิ์", province=RAYONG),
    ),
    "the body that holds it": pair(
        event("มหกรรมสุขภาพผู้สูงวัยหัวใจแข็งแรง", organizer="org/1", venue="ลานคนเมือง", province=RAYONG),
        event("จัดงานมหกรรมสุขภาพผู้สูงวัยหัวใจแข็งแรง", organizer="org/1", venue="ลานคนเมือง", province=RAYONG),
    ),
    "different occasions printed behind one title": pair(
        event("พิธีทำบุญตลาดเก่าบ้านเพร้อยปี เนื่องในวันสถาปนาตลาด", venue="ตลาดเก่า", **LED),
        event("พิธีทำบุญตลาดเก่าบ้านเพร้อยปี ถวายเป็นพระราชกุศล", venue="ตลาดเก่า", **LED),
    ),
    "only one of them numbers the meeting": pair(
        event("ประชุมคณะอนุกรรมการผังเมืองรวมชุมชนแกลง ครั้งที่ 1/2567", "meeting", **LED),
        event("ประชุมคณะอนุกรรมการผังเมืองรวมชุมชนแกลง", "meeting", people=(MAYOR,), **LED),
    ),
    "one of them gives the province in the title": pair(
        event("มหกรรมแก้หนี้ครัวเรือนและยุติธรรมพบประชาชน จ.ระยอง", venue="โรงแรมแสนสมมติ", **LED),
        event("มหกรรมแก้หนี้ครัวเรือนและยุติธรรมพบประชาชน", venue="โรงแรมแสนสมมติ", chairs=(GOVERNOR,)),
    ),
    "two of three chairs in one, one in the other": pair(
        event("ปลูกป่าชายเลนบ้านก้นอ่าว", venue="บ้านก้นอ่าว", chairs=(ABBOT, GOVERNOR), province=RAYONG),
        event("กิจกรรมปลูกป่าชายเลนบ้านก้นอ่าว", venue="บ้านก้นอ่าว", chairs=(ABBOT,), province=RAYONG),
    ),
    "a long title, the chair unknown": pair(
        event(LONG, chairs=(GOVERNOR,), province=RAYONG), event(f"พิธี{LONG}", province=RAYONG)
    ),
}

DIFFERENT = {
    "another day": pair(event(LONG, **LED), event(LONG, **LED, day=date(2024, 3, 6))),
    "an unknown day": pair(event(LONG, **LED), event(LONG, **LED, day=None)),
    "the same prayers in another province": pair(
        event("พิธีเจริญพระพุทธมนต์และเจริญจิตตภาวนา", province=RAYONG),
        event("พิธีเจริญพระพุทธมนต์และเจริญจิตตภาวนา", province=LAMPANG),
    ),
    "the same prayers in another temple": pair(
        event("พิธีเจริญพระพุทธมนต์และเจริญจิตตภาวนา", venue="วัดโขด", province=RAYONG),
        event("พิธีเจริญพระพุทธมนต์และเจริญจิตตภาวนา", venue="วัดป่าประดู่", province=RAYONG),
    ),
    "the same prayers, the temple unknown": pair(
        event("พิธีเจริญพระพุทธมนต์และเจริญจิตตภาวนา", venue="วัดโขด", province=RAYONG),
        event("พิธีเจริญพระพุทธมนต์และเจริญจิตตภาวนา", province=RAYONG),
    ),
    "blood donations in one province": pair(
        event("ออกหน่วยรับบริจาคโลหิต ดวงตา และอวัยวะ", "other", province=RAYONG),
        event("ออกหน่วยรับบริจาคโลหิต ดวงตา และอวัยวะ", "other", province=RAYONG),
    ),
    "another chair": pair(event(LONG, **LED), event(LONG, chairs=(DEPUTY,), province=RAYONG)),
    "the minister's morning and afternoon": pair(
        event("ลงพื้นที่จังหวัดระยอง", "visit", venue="บ้านหนองแฟบ", chairs=(MINISTER,), province=RAYONG, time=time(9, 30)),
        event("ลงพื้นที่จังหวัดระยอง", "visit", venue="บ้านก้นอ่าว", chairs=(MINISTER,), province=RAYONG, time=time(13)),
    ),
    "two villages, no hour": pair(
        event("ลงพื้นที่ตรวจเยี่ยมผู้ประสบอุทกภัย", "visit", venue="บ้านหนองแฟบ", chairs=(MINISTER,), province=RAYONG),
        event("ลงพื้นที่ตรวจเยี่ยมผู้ประสบอุทกภัย", "visit", venue="วัดเขาวง", chairs=(MINISTER,), province=RAYONG),
    ),
    "stops of one tour, no venue": pair(
        event("ลงพื้นที่ตรวจเยี่ยมผู้ประสบอุทกภัย", "visit", chairs=(MINISTER,), province=RAYONG),
        event("ลงพื้นที่ตรวจเยี่ยมผู้ประสบอุทกภัย", "visit", chairs=(MINISTER,), province=RAYONG),
    ),
    "one number of a series and the next": pair(
        event("ประชุมคณะกรรมการบริหารจัดการลุ่มน้ำประแส ครั้งที่ 2/2567", "meeting", **LED),
        event("ประชุมคณะกรรมการบริหารจัดการลุ่มน้ำประแส ครั้งที่ 3/2567", "meeting", **LED),
    ),
    "an arrest and the press conference about it": pair(
        event("ปฏิบัติการพิทักษ์เมืองระยองจับเครือข่ายยาเสพติด", "operation", **LED),
        event("แถลงข่าวปฏิบัติการพิทักษ์เมืองระยองจับเครือข่ายยาเสพติด", "press_conference", **LED),
    ),
    "a signing and the visit before it": pair(
        event("ลงนามความร่วมมือดูแลป่าชายเลนบ้านก้นอ่าว", "signing", **LED),
        event("ลงพื้นที่ดูแลป่าชายเลนบ้านก้นอ่าว", "visit", **LED),
    ),
    "two meetings of one chair in one hall": pair(
        event("ประชุมกรมการจังหวัดและหัวหน้าส่วนราชการ", "meeting", venue="ห้องประชุมภักดีศรีสงคราม", people=(MAYOR,), **LED),
        event("ประชุมเตรียมรับสถานการณ์ภัยแล้งปี 2567", "meeting", venue="ห้องประชุมภักดีศรีสงคราม", people=(MAYOR,), **LED),
    ),
    "the ceremony and the meeting after it": pair(
        event(
            "พิธีวางพวงมาลาอนุสาวรีย์ เนื่องในวันท้องถิ่นไทย", venue="หน้าศาลากลาง", people=(MAYOR, DEPUTY), time=time(8, 30), **LED
        ),
        event(
            "ประชุมมอบนโยบายท้องถิ่นโปร่งใสเนื่องในวันท้องถิ่นไทย",
            "meeting",
            venue="หน้าศาลากลาง",
            people=(MAYOR, DEPUTY),
            time=time(9),
            **LED,
        ),
    ),
    "receptions of guests in one ministry": pair(
        event("ให้การต้อนรับ", "visit", venue="ห้องประชุมราชสีห์ กระทรวงสมมติ", people=(MINISTER,)),
        event("ให้การต้อนรับ", "visit", venue="ห้องรับรอง กระทรวงสมมติ", people=(MINISTER,)),
    ),
    "one programme opened in two markets": pair(
        event("เปิดตัวตลาดวัฒนธรรมริมน้ำ", venue="ตลาดน้ำบ้านเก่า", chairs=(MINISTER,), province=RAYONG),
        event("เปิดตัวตลาดวัฒนธรรมริมน้ำ", venue="ตลาดน้ำบางใหม่", chairs=(MINISTER,), province=LAMPANG),
    ),
    "committees of two provinces, unnamed in one": pair(
        event("ประชุมคณะกรรมการป้องกันอุบัติภัยทางถนนจังหวัดระยอง", "meeting", province=RAYONG),
        event("ประชุมคณะกรรมการป้องกันอุบัติภัยทางถนนจังหวัด", "meeting"),
    ),
    "nothing in common but province and people": pair(
        event("มอบทุนการศึกษาเด็กเรียนดี", people=(MAYOR, DEPUTY), **LED),
        event("เปิดสนามกีฬาอำเภอแกลง", people=(MAYOR, DEPUTY), **LED),
    ),
    "two events of one article": (event(LONG, **LED, id="meeting/a"), event(LONG, **LED)),
}


@pytest.mark.parametrize("told", SAME.values(), ids=SAME)
def test_two_reports_of_one_event_are_linked(told: tuple[EventRecord, EventRecord]) -> None:
    (link,) = same_events(told, [])
    assert (link.a, link.b) == ("meeting/a", "meeting/b")
    assert SAME_EVENT <= link.score < 1
    assert link.reasons


@pytest.mark.parametrize("told", DIFFERENT.values(), ids=DIFFERENT)
def test_reports_of_two_events_are_not(told: tuple[EventRecord, EventRecord]) -> None:
    assert same_events(told, []) == []


def test_a_day_that_one_near_duplicate_leaves_out_is_no_objection() -> None:
    one, other = DIFFERENT["an unknown day"]
    (link,) = same_events([one, other], [(other.article, one.article)])
    assert "the articles are near-duplicates" in link.reasons
    assert same_events([replace(one, day=None), other], [("article/a", "article/b")])


def test_near_duplicates_with_two_events_each_are_linked_one_to_one() -> None:
    first, second = event(LONG, **LED), event("มอบรางวัลชุมชนปลอดขยะต้นแบบ", venue="ลานโพธิ์", **LED)
    told = [replace(it, id=f"{at}-{name}", article=at) for at in "ab" for it, name in ((first, "x"), (second, "y"))]
    assert [(link.a, link.b) for link in same_events(told, [("a", "b")])] == [("a-x", "b-x"), ("a-y", "b-y")]


def test_the_weightiest_reason_comes_first_and_all_are_of_the_table() -> None:
    score, reasons = weighed(*SAME["the same words in two releases"], near=True)
    weights = {row["en"]: float(row["weight"]) for row in table("event_evidence", "identity")}
    listed = [abs(weights[reason]) for reason in reasons]
    assert listed == sorted(listed, reverse=True)
    assert 0.99 < score < 1


def test_events_of_two_provinces_are_not_joined_through_one_of_unknown_province() -> None:
    places = {"a": RAYONG, "b": "", "c": LAMPANG}
    told = [
        event("ประชุมคณะรัฐมนตรี", "meeting", id=f"meeting/{name}", article=f"article/{name}", province=place)
        for name, place in places.items()
    ]
    assert [(link.a, link.b) for link in same_events(told, [])] == [("meeting/a", "meeting/b")]


def test_a_block_of_many_events_is_compared_in_steps() -> None:
    told = [event(f"{LONG} {at:04}", **LED, id=f"meeting/{at:04}", article=f"article/{at:04}") for at in range(300)]
    links = same_events(told, [])
    assert 299 <= len(links) <= 300 * 64
    assert {(f"meeting/{at:04}", f"meeting/{at + 1:04}") for at in range(299)} <= {(it.a, it.b) for it in links}


def test_titles_are_compared_by_what_tells_events_apart() -> None:
    assert core("พิธีเปิดโครงการท่าเรือสะอาด จังหวัดระยอง เนื่องในวันสิ่งแวดล้อม") == core("เปิดงานท่าเรือสะอาด (ครั้งแรก)")
    assert core("ลงพื้นที่จังหวัดระยอง") == ""
    assert similarity(core("เปิดสนามกีฬา"), core("ประชุมภัยแล้ง")) < 0.2
    assert numbers("ประชุมสภา สมัยที่ ๒ ครั้งที่ 1/2567")["ครั้งที่"] == {"1/2567"}


@pytest.mark.parametrize("name", ["event_evidence", "event_kinds", "event_words"])
def test_no_row_stands_twice(name: str) -> None:
    words = [(row.get("use", ""), row["th"]) for row in table(name, "identity")]
    assert len(words) == len(set(words))


def test_every_use_of_a_word_is_known() -> None:
    assert {row["use"] for row in table("event_words", "identity")} == {"word", "rest", "once", "common", "short"}


def test_kinds_that_exclude_each_other_are_kinds() -> None:
    kinds = {row["id"] for row in table("event_kinds")}
    for row in table("event_kinds", "identity"):
        assert {row["id"], *row["excludes"].split("|")} <= kinds


records = st.builds(
    EventRecord,
    id=st.uuids(version=4).map(lambda one: f"meeting/{one}"),
    article=st.sampled_from("pqrs"),
    title=st.sampled_from(["ประชุมคณะรัฐมนตรี", LONG, f"พิธี{LONG}", "ลงพื้นที่", "มอบรางวัลชุมชนปลอดขยะต้นแบบ"]),
    kind=st.sampled_from(["meeting", "ceremony", "visit", "signing", "other"]),
    day=st.sampled_from([DAY, DAY, date(2024, 3, 6), None]),
    venue=st.sampled_from(["", "", "วัดโขด", "ลานโพธิ์"]),
    province=st.sampled_from(["", RAYONG, LAMPANG]),
    chairs=st.sampled_from([(), (GOVERNOR,), (MAYOR,)]),
    people=st.sampled_from([(), (GOVERNOR, MAYOR), (ABBOT, DEPUTY, GOVERNOR, MAYOR)]),
    time=st.sampled_from([None, time(9), time(9, 30), time(14)]),
)
many = st.lists(records, max_size=14, unique_by=lambda one: one.id)
neighbours = st.sets(st.tuples(st.sampled_from("pqrs"), st.sampled_from("pqrs")).filter(lambda two: two[0] != two[1]))


@given(many, neighbours, st.randoms())
def test_order_tells_nothing(told: list[EventRecord], near: set[tuple[str, str]], chance: Random) -> None:
    turned = [(b, a) for a, b in near]
    assert same_events(chance.sample(told, len(told)), turned) == same_events(told, sorted(near))


@given(records, records, st.booleans())
def test_comparing_is_symmetric(one: EventRecord, other: EventRecord, near: bool) -> None:
    assert weighed(one, other, near) == weighed(other, one, near)


@given(many, neighbours)
def test_no_group_holds_two_events_of_one_article_or_of_two_days(
    told: list[EventRecord], near: set[tuple[str, str]]
) -> None:
    by_id = {one.id: one for one in told}
    for group in groups(same_events(told, near, at_least=0.01)):
        articles = [by_id[id].article for id in group]
        assert len(articles) == len(set(articles))
        assert len({by_id[id].day for id in group} - {None}) <= 1
        assert len({by_id[id].province for id in group} - {""}) <= 1


@given(many)
def test_links_are_sorted_and_probable(told: list[EventRecord]) -> None:
    links = same_events(told, [])
    assert [(it.a, it.b) for it in links] == sorted({(it.a, it.b) for it in links})
    assert all(it.a < it.b and it.score >= SAME_EVENT for it in links)


def groups(links: list[Link]) -> list[set[str]]:
    """What the links join, be it through others."""
    joined: dict[str, set[str]] = defaultdict(set)
    for link in links:
        union = joined[link.a] | joined[link.b] | {link.a, link.b}
        joined.update((id, union) for id in union)
    return list(joined.values())
